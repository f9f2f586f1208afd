"""Reads a PDF back: its words in the order of its structure, its links, and where they lead.

What is read is what a screen reader gets, and somebody who copies: characters by the maps of the
fonts and by the actual texts, never by their look.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: the number of the page, from 1, and how high it is on it, in points."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link: where it is, and where it leads, be it in the document or to an address elsewhere."""

    page: int
    to: Spot | None
    address: str
    label: str
    contents: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a page, in a language."""

    page: int
    text: str
    language: str


@dataclass(slots=True)
class Element:
    """An element of the structure, with the words, links and elements that are in it."""

    kind: str
    language: str
    alt: str
    kids: list[Element | Run | Annotation] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words, in order."""
        return "".join(run.text for run in self.runs())

    @property
    def words(self) -> str:
        """All its words, but for those of the footnotes in it."""
        return "".join(run.text for run in self.runs(apart_from="Note"))

    @property
    def page(self) -> int:
        """The page on which it begins; 0 where it has nothing."""
        return next((run.page for run in self.runs() if run.text.strip()), 0)

    def runs(self, apart_from: str = "") -> Iterator[Run]:
        for kid in self.kids:
            if isinstance(kid, Run):
                yield kid
            elif isinstance(kid, Element) and kid.kind != apart_from:
                yield from kid.runs(apart_from)

    def all(self, *kinds: str) -> Iterator[Element]:
        """The elements of these kinds in it, itself among them, in reading order."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all(*kinds)

    def links(self) -> Iterator[tuple[str, Annotation]]:
        """Each link in it once, with its words, of however many lines."""
        for link in self.all("Link"):
            annotations = [kid for kid in link.kids if isinstance(kid, Annotation)]
            if annotations:
                yield link.text, annotations[0]

    def linked(self, within: Annotation | None = None) -> Iterator[tuple[str, Annotation | None]]:
        """All its words, in order, with the links that they are in."""
        links = [kid for kid in self.kids if isinstance(kid, Annotation)]
        for kid in self.kids:
            if isinstance(kid, Run):
                yield kid.text, links[0] if links else within
            elif isinstance(kid, Element):
                yield from kid.linked(links[0] if links else within)

    def flat(self) -> Flat:
        """Its words as one text."""
        notes: list[Element] = []
        text, pages = "", []
        for page, words in _flat(self, notes):
            pages.append((len(text), page))
            text += words
        return Flat(text, tuple(notes), tuple(pages))


@dataclass(frozen=True, slots=True)
class Flat:
    """Words in reading order: a heading is a line such as `### Words`, and a footnote is one
    character, by which `noted` finds it.
    """

    text: str
    notes: tuple[Element, ...]
    pages: tuple[tuple[int, int], ...]
    """From where on the text stands on which page."""

    def page(self, place: int) -> int:
        """The page on which the character at a place of the text stands."""
        return self.pages[bisect(self.pages, (place, 1 << 30)) - 1][1]

    def under(self, heading: str, level: int) -> tuple[int, int]:
        """Where the words under a heading, with or without a number, begin and end."""
        found = re.search(rf"\n#{{{level}}} (\d+ )?{re.escape(plain(heading))}\n", self.text)
        assert found, f"there is no heading {heading!r}"
        end = re.compile(r"\n#").search(self.text, found.end())
        return found.end(), end.start() if end else len(self.text)

    def after(self, words: str, start: int = 0) -> tuple[int, list[Element]]:
        """Where some words end, from a place on, and the footnotes whose numbers follow them; -1
        where they do not stand there.
        """
        found = re.compile(f"{re.escape(words)}((?:,?\\d+[{NOTE}])*)").search(self.text, start)
        return (found.end(), self.noted(found[1])) if found else (-1, [])

    def noted(self, text: str) -> list[Element]:
        """The footnotes in a part of the text."""
        return [self.notes[ord(char) - 0xF0000] for char in re.findall(f"[{NOTE}]", text)]


NOTE = "\U000f0000-\U000ffffd"
_OURS = re.compile("[\xad\u200b\u2060\u2066-\u2069]")


def plain(text: str) -> str:
    """Words as one reads them: in one line, and without the unseen characters by which a long word
    is broken, a number kept with its words, or a foreign name isolated.
    """
    return " ".join(_OURS.sub("", text).split())


def _flat(it: Element | Run | Annotation, notes: list[Element]) -> Iterator[tuple[int, str]]:
    match it:
        case Run():
            yield it.page, re.sub(r"\s", " ", _OURS.sub("", it.text))
        case Element(kind="Note"):
            yield it.page, chr(0xF0000 + len(notes))
            notes.append(it)
        case Element(kind="H1" | "H2" | "H3" | "H4"):
            yield it.page, f"\n{'#' * int(it.kind[1])} {plain(it.text)}\n"
        case Element():
            for kid in it.kids:
                yield from _flat(kid, notes)


class Set(NamedTuple):
    """Words where they are set: from where to where, and at what height, in points."""

    left: float
    right: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size and every word on it, also what is no content."""

    width: float
    height: float
    words: tuple[Set, ...]


@dataclass(frozen=True)
class Edition:
    """A PDF as it was read."""

    pdf: bytes
    title: str
    language: str
    sheets: tuple[Sheet, ...]
    structure: Element
    places: Mapping[str, Spot]
    """The places that have a name, which is their label in the document."""
    annotations: tuple[Annotation, ...]
    bookmarks: tuple[tuple[int, str, Spot], ...]
    """The bookmarks in order: how deep, the words, and where they lead."""

    @cached_property
    def streams(self) -> tuple[bytes, ...]:
        """Every stream of the file but for those of fonts, unpacked."""
        with pikepdf.open(BytesIO(self.pdf)) as file:
            found = (it for it in file.objects if isinstance(it, pikepdf.Stream))
            return tuple(it.read_bytes() for it in found if "/Length1" not in it)

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """Every string of the file: titles, alternative texts, addresses, metadata."""
        with pikepdf.open(BytesIO(self.pdf)) as file:
            return tuple(text for it in (*file.objects, file.trailer) for text in _strings(it))

    @cached_property
    def text(self) -> str:
        """All its words in reading order."""
        return self.structure.text

    @cached_property
    def chapters(self) -> dict[str, Element]:
        """The chapters by their heading; what comes before the first under `""`."""
        found: dict[str, Element] = {"": Element("Chapter", "", "")}
        for kid in self.structure.kids:
            if isinstance(kid, Element) and kid.kind == "H1":
                found[kid.text.strip()] = Element("Chapter", "", "")
            next(reversed(found.values())).kids.append(kid)
        return found

    @cached_property
    def notes(self) -> tuple[Element, ...]:
        """The footnotes, in reading order."""
        return tuple(self.structure.all("Note"))


def read(pdf: bytes) -> Edition:
    """A PDF read back."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return _Reader(file).edition(pdf)


_DESTINATION = r"<([0-9A-Fa-f]+)>"
_CHARACTER = re.compile(rf"{_DESTINATION}\s*{_DESTINATION}".encode())
_RANGE = re.compile(rf"{_DESTINATION}\s*{_DESTINATION}\s*{_DESTINATION}".encode())


@dataclass(frozen=True, slots=True)
class _Mark:
    """An open mark of the content: `actual` is the text that stands for what is in it."""

    id: int | None = None
    language: str = ""
    actual: str | None = None
    reversed: bool = False


class _Font(NamedTuple):
    """What the codes of a font stand for, and how wide they are, in thousandths of its size."""

    characters: dict[bytes, str]
    widths: dict[bytes, float]


class _Reader:
    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        self.fonts: dict[tuple[int, int], _Font] = {}
        self.names: dict[str, Spot] = {}

    def edition(self, pdf: bytes) -> Edition:
        root = self.file.Root
        self.names = dict(self._names())
        contents = [self._content(page) for page in self.file.pages]
        self.marked = {
            (number, id): text
            for number, (marked, _) in enumerate(contents, 1)
            for id, text in marked.items()
        }
        by_object = {
            note.objgen: self._annotation(number, note)
            for number, page in enumerate(self.file.pages, 1)
            for note in page.get("/Annots", ())
        }
        self.annotations = by_object
        structure = Element("", "", "")
        language = str(root.get("/Lang", ""))
        if "/StructTreeRoot" in root:
            tree = root.StructTreeRoot
            for kid in _list(tree.get("/K")):
                structure.kids.append(self._element(kid, language, 0))
        (document,) = structure.kids or [structure]
        assert isinstance(document, Element)
        return Edition(
            pdf,
            str(self.file.docinfo.get("/Title", "")),
            language,
            tuple(
                Sheet(float(box[2] - box[0]), float(box[3] - box[1]), tuple(words))
                for (_, words), box in zip(
                    contents, (page.mediabox for page in self.file.pages), strict=True
                )
            ),
            document,
            self.names,
            tuple(by_object.values()),
            tuple(self._bookmarks(root.get("/Outlines"), 1)),
        )

    # Structure

    def _element(self, it: Any, language: str, page: int) -> Element:
        language = str(it.get("/Lang", "")) or language
        for attribute in _list(it.get("/A")):
            if isinstance(attribute, pikepdf.Dictionary):
                language = str(attribute.get("/Lang", "")) or language
        page = self.numbers[it.Pg.objgen] if "/Pg" in it else page
        element = Element(str(it.S)[1:], language, str(it.get("/Alt", "")))
        for kid in _list(it.get("/K")):
            if isinstance(kid, int):
                element.kids.append(self._run(page, kid, language))
            elif "/S" in kid:
                element.kids.append(self._element(kid, language, page))
            elif kid.get("/Type") == "/MCR":
                there = self.numbers[kid.Pg.objgen] if "/Pg" in kid else page
                element.kids.append(self._run(there, int(kid.MCID), language))
            elif kid.get("/Type") == "/OBJR":
                element.kids.append(self.annotations[kid.Obj.objgen])
        return element

    def _run(self, page: int, id: int, language: str) -> Run:
        text, own = self.marked.get((page, id), ("", ""))
        return Run(page, text, own or language)

    # Links

    def _names(self) -> Iterator[tuple[str, Spot]]:
        def tree(node: Any) -> Iterator[tuple[str, Any]]:
            names = _list(node.get("/Names"))
            yield from zip(map(str, names[::2]), names[1::2], strict=True)
            for kid in _list(node.get("/Kids")):
                yield from tree(kid)

        names = self.file.Root.get("/Names", pikepdf.Dictionary())
        for name, place in tree(names.get("/Dests", pikepdf.Dictionary())):
            yield name, self._spot(place)

    def _spot(self, place: Any) -> Spot:
        if isinstance(place, pikepdf.Dictionary):
            place = place.D
        if isinstance(place, pikepdf.String):
            return self.names[str(place)]
        return Spot(self.numbers[place[0].objgen], float(place[3]))

    def _annotation(self, page: int, note: Any) -> Annotation:
        place, address = note.get("/Dest"), ""
        if "/A" in note:
            place, address = note.A.get("/D"), str(note.A.get("/URI", ""))
        label = str(place) if isinstance(place, pikepdf.String) else ""
        spot = self._spot(place) if place is not None else None
        return Annotation(page, spot, address, label, str(note.get("/Contents", "")))

    def _bookmarks(self, outline: Any, depth: int) -> Iterator[tuple[int, str, Spot]]:
        item = outline.get("/First") if outline is not None else None
        while item is not None:
            place = item.get("/Dest") or item.A.D
            yield depth, str(item.Title), self._spot(place)
            yield from self._bookmarks(item, depth + 1)
            item = item.get("/Next")

    # Words

    def _content(self, page: Any) -> tuple[dict[int, tuple[str, str]], list[Set]]:
        """The words of a page by the id of their mark (with a language), and as they are set."""
        fonts = {
            name: self._font(font)
            for name, font in page.obj.get("/Resources", {}).get("/Font", {}).items()
        }
        marked: dict[int, tuple[str, str]] = {}
        words: list[Set] = []
        marks = [_Mark()]
        matrices = [pikepdf.Matrix()]
        font, size = _Font({}, {}), 1.0
        line, left, right = pikepdf.Matrix(), 0.0, 0.0
        operators = "BDC BMC EMC Tf Tj TJ Tm BT q Q cm"
        for operands, operator in pikepdf.parse_content_stream(page, operators):
            match str(operator):
                case "q":
                    matrices.append(matrices[-1])
                case "Q":
                    matrices.pop()
                case "cm":
                    matrices[-1] = pikepdf.Matrix(*operands) @ matrices[-1]
                case "BT":
                    line = pikepdf.Matrix()
                case "Tm":
                    line = pikepdf.Matrix(*operands)
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "BDC" | "BMC":
                    outer, known = marks[-1], operands[1] if len(operands) > 1 else {}
                    marks.append(
                        _Mark(
                            known.get("/MCID", outer.id),
                            str(known.get("/Lang", outer.language)),
                            str(known["/ActualText"]) if "/ActualText" in known else None,
                            operands[0] == "/ReversedChars" or outer.reversed,
                        )
                    )
                case "EMC":
                    mark = marks.pop()
                    if mark.actual is not None:
                        _add(marked, mark, mark.actual)
                        words.append(Set(left, right, (line @ matrices[-1]).f, mark.actual))
                case "Tj" | "TJ":
                    said = operands[0] if str(operator) == "TJ" else [operands[0]]
                    there = line @ matrices[-1]
                    codes = [
                        bytes(part)[place : place + 2]
                        for part in said
                        if isinstance(part, pikepdf.String)
                        for place in range(0, len(bytes(part)), 2)
                    ]
                    shifts = sum(
                        float(part) for part in said if not isinstance(part, pikepdf.String)
                    )
                    length = sum(font.widths.get(code, 0) for code in codes) - shifts
                    left, right = there.e, there.e + length * size / 1000 * there.a
                    if any(mark.actual is not None for mark in marks):
                        continue
                    glyphs = [
                        font.characters.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes
                    ]
                    text = "".join(reversed(glyphs) if marks[-1].reversed else glyphs)
                    words.append(Set(left, right, there.f, text))
                    _add(marked, marks[-1], text)
        return marked, words

    def _font(self, font: Any) -> _Font:
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _Font(
                dict(_characters(font.ToUnicode.read_bytes())),
                dict(_widths(list(font.DescendantFonts[0].W))),
            )
        return self.fonts[font.objgen]


def _strings(it: Any) -> Iterator[str]:
    if isinstance(it, pikepdf.String):
        yield str(it)
        return
    values: Iterable[Any] = ()
    if isinstance(it, pikepdf.Array):
        values = it
    elif isinstance(it, pikepdf.Dictionary | pikepdf.Stream):
        values = (value for _, value in it.items())
    for value in values:
        if not getattr(value, "is_indirect", False):
            yield from _strings(value)


def _add(marked: dict[int, tuple[str, str]], mark: _Mark, text: str) -> None:
    if mark.id is not None:
        marked[mark.id] = (marked.get(mark.id, ("", ""))[0] + text, mark.language)


def _characters(cmap: bytes) -> Iterator[tuple[bytes, str]]:
    """What each code of a font stands for, by its ToUnicode map."""
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in _CHARACTER.findall(block):
            yield bytes.fromhex(code.decode()), _utf16(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in _RANGE.findall(block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                start = _utf16(text)
                yield (
                    _code(int(first, 16) + step),
                    start[:-1] + chr(ord(start[-1]) + step),
                )


def _widths(given: list[Any]) -> Iterator[tuple[bytes, float]]:
    """The widths of an array such as `[1 [500 600] 7 9 250]`."""
    while given:
        first, then, *given = given
        if isinstance(then, pikepdf.Array):
            yield from ((_code(int(first) + step), float(w)) for step, w in enumerate(then))
        else:
            yield from ((_code(code), float(given[0])) for code in range(int(first), int(then) + 1))
            given = given[1:]


def _code(number: int) -> bytes:
    return number.to_bytes(2, "big")


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _list(it: Any) -> list[Any]:
    if it is None:
        return []
    return list(it) if isinstance(it, pikepdf.Array) else [it]
