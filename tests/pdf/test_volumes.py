"""A large edition in volumes: whatever the size, nothing is lost, and nothing leads nowhere."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Edition, plain, read
from standards import complaints

from conftest import Made
from projects import demo
from quoteproof import pipeline
from quoteproof.exports.pdf import WHOLE, typesetting
from quoteproof.exports.pdf import volumes as volumes_module
from quoteproof.exports.pdf.data import document
from quoteproof.exports.pdf.glyphs import FONTS, stacks
from quoteproof.exports.pdf.typesetting import compiled
from quoteproof.exports.pdf.volumes import volumes

Json = Any
LIMITS = st.integers(min_value=1, max_value=200_000)


class Whole(dict[str, Any]):
    """The data of an edition, which no report of a failure is to show."""

    def __repr__(self) -> str:
        return "Whole()"


@pytest.fixture(scope="module")
def whole(tiny: Made) -> Json:
    return Whole(document(tiny[0], WHOLE) | {"fonts": stacks([FONTS])})


def found(value: Json, name: str) -> Iterator[str]:
    """Every text in a field of this name, but for those of drawings."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == name and isinstance(item, str) and item:
                yield item
            elif key not in {"figure", "matrix"}:
                yield from found(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from found(item, name)


def labels(value: Json) -> list[str]:
    """The places in a part, but for the headings of sides, which are repeated."""
    return sorted(it for it in found(value, "label") if ".md" in it and "side" not in it)


def targets(value: Json) -> set[str]:
    fields = ("href", "home", "passage_href", "mark")
    return {place for name in fields for place in found(value, name)}


# The parts


def test_what_is_small_is_one_volume(whole: Json) -> None:
    (volume,) = volumes(whole)
    assert (volume["volume"], volume["volumes"], volume["elsewhere"]) == (1, 1, {})
    assert [c["name"] for c in volume["chapters"]] == [c["name"] for c in whole["chapters"]]
    assert not any(chapter["continued"] for chapter in volume["chapters"])


@settings(max_examples=40, derandomize=True)
@given(limit=LIMITS)
def test_every_record_is_in_one_volume(whole: Json, limit: int) -> None:
    made = volumes(whole, limit)
    assert sorted(label for v in made for label in labels(v["chapters"])) == labels(
        whole["chapters"]
    )
    assert [volume["volume"] for volume in made] == list(range(1, len(made) + 1))
    assert {volume["volumes"] for volume in made} == {len(made)}


@settings(max_examples=40, derandomize=True)
@given(limit=LIMITS)
def test_the_order_of_the_whole_is_kept(whole: Json, limit: int) -> None:
    made = volumes(whole, limit)
    for field in ("label", "text", "name"):
        once = list(dict.fromkeys(t for v in made for t in found(v["chapters"], field)))
        assert once == list(dict.fromkeys(found(whole["chapters"], field)))


@settings(max_examples=40, derandomize=True)
@given(limit=LIMITS)
def test_a_volume_knows_where_all_is_that_it_leads_to(whole: Json, limit: int) -> None:
    made = volumes(whole, limit)
    homes = {label: v["volume"] for v in made for label in labels(v["chapters"])}
    for volume in made:
        for place in (targets(volume["chapters"]) | targets(volume["notes"])) & homes.keys():
            here = homes[place] == volume["volume"]
            assert volume["elsewhere"].get(place) == (None if here else homes[place])


@settings(max_examples=40, derandomize=True)
@given(limit=LIMITS)
def test_the_first_reference_to_words_in_a_chapter_of_a_volume_is_marked(
    whole: Json, limit: int
) -> None:
    for volume in volumes(whole, limit):
        for chapter in volume["chapters"]:
            notes = volume["notes"][chapter["name"]]
            cited = list(references(chapter))
            firsts = Counter(ref["cites"] for ref in cited if ref["first"])
            assert firsts == dict.fromkeys({ref["words"] for ref in cited}, 1)
            full = [notes[id] for id in firsts]
            told = Counter(
                (n["source"]["text"], n["line"], *n["quote"]) for n in full if n["quote"]
            )
            assert set(told.values()) <= {1}
            for ref in cited:
                assert notes[ref["cites"]]["quote"] == notes[ref["words"]]["quote"]


def references(value: Json) -> Iterator[Json]:
    if isinstance(value, dict):
        if "cites" in value:
            yield value
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


@settings(max_examples=40, derandomize=True)
@given(limit=LIMITS)
def test_a_chapter_that_goes_on_says_so_and_shows_its_lists_once(whole: Json, limit: int) -> None:
    begun: set[str] = set()
    shown: Counter[tuple[str, str]] = Counter()
    for volume in volumes(whole, limit):
        for chapter in volume["chapters"]:
            name = chapter["name"]
            assert chapter["continued"] == (name in begun)
            assert bool(chapter["label"]) == (name not in begun and name != "passages")
            begun.add(name)
            for view in chapter["shown"]:
                shown.update((name, key) for key in ("ledger", "register", "figure", "matrix")
                             if view.get(key))  # fmt: skip
    assert set(shown.values()) <= {1}
    assert len(shown) >= 5


def test_no_volume_is_larger_than_it_has_to_be(whole: Json) -> None:
    limit = 40_000
    sizes = [
        [len(json.dumps(c, ensure_ascii=False)) for c in v["chapters"]]
        for v in volumes(whole, limit)
    ]
    assert all(len(parts) == 1 or sum(parts) <= 1.2 * limit for parts in sizes)


# As PDFs


@pytest.fixture(scope="module")
def editions(whole: Json) -> list[Edition]:
    return [read(compiled(volume, [FONTS], 0)) for volume in volumes(whole, 7_000)]


def test_each_volume_is_what_it_claims(editions: list[Edition]) -> None:
    assert len(editions) > 4
    assert [complaints(edition.pdf) for edition in editions] == [[]] * len(editions)


def test_each_volume_says_which_it_is(editions: list[Edition]) -> None:
    for number, edition in enumerate(editions, 1):
        cover = plain(edition.chapters[""].text)
        assert f"Volume {number} of {len(editions)}" in cover


def test_chapters_go_on(editions: list[Edition]) -> None:
    titles = [plain(h.text) for e in editions for h in e.structure.all("H1")]
    assert "Open discrepancies" in titles
    assert any(title.endswith(" (continued)") for title in titles)
    assert all(
        title.removesuffix(" (continued)") in titles[: titles.index(title)]
        for title in titles
        if title.endswith(" (continued)")
    )


def test_what_is_in_another_volume_is_named_by_its_number(
    whole: Json, editions: list[Edition]
) -> None:
    for volume, edition in zip(volumes(whole, 7_000), editions, strict=True):
        text = plain(edition.text)
        assert "p. 0" not in text and "p. 000" not in text
        places = {*targets(volume["chapters"]), *targets(volume["notes"])}
        told = {f"vol. {volume['elsewhere'][p]}" for p in places if p in volume["elsewhere"]}
        assert {word for word in told if word in text} or not told
    assert "vol. " in plain(editions[0].text)


def test_each_volume_has_an_index_of_its_own_pages(editions: list[Edition]) -> None:
    indexes = [edition.chapters.get("Index") for edition in editions]
    assert None in indexes  # where nothing is met, there is none
    assert any(indexes)
    for index in indexes:
        links = list(index.links()) if index else []
        assert all(link.to and link.to.page == int(words) for words, link in links)
        assert bool(links) == bool(index)


def test_every_statement_stands_in_a_volume(tiny: Made, editions: list[Edition]) -> None:
    texts = [plain(edition.text) for edition in editions]
    for cited in tiny[0].cited:
        if ":" not in cited.text:
            assert any(plain(cited.text) in text for text in texts), cited.text


# The command


def test_the_volumes_are_files_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "volumes", lambda whole: volumes_module.volumes(whole, 9_000))
    root = demo(tmp_path, {"briefing.pdf": b"my own"})
    outcome = pipeline.pdf(root)
    names = [path.name for path in outcome.pdfs]
    assert len(names) > 1
    assert names == [f"briefing-{number}.pdf" for number in range(1, len(names) + 1)]
    first = {path.name: path.read_bytes() for path in outcome.pdfs}
    assert sorted(path.name for path in root.glob("*.pdf")) == sorted([*names, "briefing.pdf"])
    # The same when each is made in a process of its own, and made again.
    assert {p.name: p.read_bytes() for p in pipeline.pdf(root).pdfs} == first
    # And when it is small again, none is left.
    monkeypatch.undo()
    (root / "briefing.pdf").unlink()
    assert [path.name for path in pipeline.pdf(root).pdfs] == ["briefing.pdf"]
    assert [path.name for path in root.glob("*.pdf")] == ["briefing.pdf"]
