"""The index finds actors and places by their names, as whole words, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from conftest import Made
from quoteproof.exports.pdf.index import Names, index_of
from quoteproof.pages.links import Link

NAMES = {
    "Norrvik": "town",
    "Norrvik Post": "post",
    "the M4 highway": "road",
    "Straße": "street",
    "ÖVP": "party",
    "": "nothing",
    "…": "nothing",
}


@pytest.mark.parametrize(
    "text, meant",
    [
        ("", []),
        ("Norrvik lies by the sea.", ["town"]),
        ("NORRVIK and norrvik's pier", ["town", "town"]),
        ("The Norrvik Post of Norrvik", ["post", "town"]),
        ("Norrvik, Post 7", ["post"]),
        ("Norrviks pier, SubNorrvik", []),
        ("along the M4-highway", ["road"]),
        ("along the M4, a highway", []),
        ("in der STRASSE", ["street"]),
        ("die övp", ["party"]),
    ],
)
def test_names_in_a_text(text: str, meant: list[str]) -> None:
    assert list(Names(NAMES).within(text)) == meant


def test_the_index_of_the_tiny_briefing(tiny: Made) -> None:
    index = index_of(tiny[0])
    assert [entry.name for entry in index.actors] == [
        "Crews <script>alert(1)</script> *and* [mates](x) {{ 7*7 }} | `code`",
        "Fishers' guild",
        "Harbour office of Norrvik",
    ]
    guild = index.actors[1]
    assert guild.own is not None and guild.own.href == "actors.md#guild"
    assert met(guild.at) == {
        "terms.md#plan-of-works",  # a party of it
        "terms.md#leave-the-pier",  # it owes this
        "terms.md#plan-of-works.da737fa7",  # a statement names it
        "discrepancies.md#damage.7092b4b3",  # it speaks
    }


def met(at: Iterable[Link]) -> set[str]:
    return {link.href for link in at}


def test_names_are_found_at_once(tiny: Made) -> None:
    many: Mapping[str, str] = {f"name {number}": str(number) for number in range(20_000)}
    assert list(Names(many).within("name 7 " * 20_000)) == ["7"] * 20_000
