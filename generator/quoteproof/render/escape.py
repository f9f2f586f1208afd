"""Makes any text inert in the Markdown and HTML that the templates write.

HTML's escaping does not protect Markdown, so every character that Markdown, its extensions, GitHub
or HTML could take for markup becomes a numeric entity, wherever it could be taken so. The rest
stays, so that a generated page can be read as it is. What cannot be seen, or would turn the
direction of the text, is made visible first (`text.characters`).
"""

from __future__ import annotations

import json
import re

from jinja2 import Undefined
from markupsafe import Markup

from quoteproof.text.characters import visible

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")

# Characters that may be markup anywhere, and others that may be where they stand: at the start
# (also after a number, which would start a list), or beside another sign.
_SPECIAL = re.compile(
    r"""
      [&<>\\`*_{}\[\]|~^=#$@+]      # anywhere
    | (?<![A-Za-z0-9])-             # list, rule, setext heading, table: not inside a word
    | -(?![A-Za-z0-9])
    | (?<![A-Za-z0-9)%"'”’]):       # emoji, definition, address, alignment
    | :(?!\ |$|[0-9]{2}(?![0-9:]))
    | !(?!\ |$)                     # image, admonition
    | (?<=/)/ | /(?=/)              # address, or the place marker of the footnotes
    | (?<=\bwww)\.
    | (?<=\.)\. | \.(?=\.)
    | \A[().,:;!?%/-]               # whatever the template wrote before it
    | (?<=\A[0-9])[.)] | (?<=\A[0-9]{2})[.)] | (?<=\A[0-9]{3})[.)]
    | (?<=\A[0-9]{4})[.)] | (?<=\A[0-9]{5})[.)] | (?<=\A[0-9]{6})[.)]
    | (?<=\A[0-9]{7})[.)] | (?<=\A[0-9]{8})[.)] | (?<=\A[0-9]{9})[.)]
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def inline(text: str) -> Markup:
    """Text for a paragraph, list, heading, table cell or footnote, in one line without edges.

    Not for an attribute: quotation marks stay as they are.
    """
    line = _BLANKS.sub(" ", visible(text)).strip()
    return Markup(_SPECIAL.sub(_entity, line))


def finalize(value: object) -> Markup:
    """What Jinja does with the value of every expression: markup passes, text becomes inert."""
    match value:
        case Markup():
            return value
        case Undefined():
            return Markup(str(value))  # raises: no template may show what a view does not have
        case str():
            return inline(value)
        case int() if not isinstance(value, bool):
            return Markup(str(value))
        case _:
            raise TypeError(f"a template may show text and whole numbers, not {value!r}")


_LETTER = re.compile(r"[^\W\d_]")
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def finalize_in_rtl(value: object) -> Markup:
    """As `finalize`, on a page that is read from right to left.

    What is written from left to right is isolated, so that marks beside it keep their place.
    """
    inert = finalize(value)
    if isinstance(value, Markup) or not _LETTER.search(str(inert)) or _RTL.search(str(inert)):
        return inert
    return isolated(inert)


def isolated(text: str) -> Markup:
    """Text in its own direction, whatever stands around it (Unicode Annex 9)."""
    inert = text if isinstance(text, Markup) else inline(text)
    mark = "&#x2067;" if _RTL.search(str(inert)) else "&#x2066;"
    return Markup(f"{mark}{inert}&#x2069;") if _LETTER.search(str(inert)) else inert


def attribute(text: str | int) -> Markup:
    """Text, a number or a translated message in a double-quoted attribute of an HTML tag."""
    inert = text if isinstance(text, Markup) else inline(str(text))
    return Markup(str(inert).replace('"', "&#34;"))


def source_text(text: str) -> Markup:
    """Text within a block of raw HTML, in which no Markdown is read: spaces stay as they are."""
    shown = visible(text).replace("\n", "\u240a")
    return Markup(re.sub(r'[&<>"]', _entity, shown))


def identifier(text: str) -> Markup:
    """An id of a record, statement, passage or footnote, in an attribute or after `#` or `^`."""
    if not re.fullmatch(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", text):
        raise ValueError(f"not an id: {text!r}")
    return Markup(text)


def datetime(text: str) -> Markup:
    """A date for machines, as exact as it is known, in an attribute."""
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?)?)?", text):
        raise ValueError(f"not a date: {text!r}")
    return Markup(text)


def href(text: str) -> Markup:
    """The address of one of our own pages, or of an id on it, as the target of a Markdown link."""
    if not re.fullmatch(r"(?:\.\./)*(?:[a-z0-9_-]+/)*[a-z0-9_-]*(?:\.md)?(?:#[a-z0-9._-]+)?", text):
        raise ValueError(f"not an address of a page: {text!r}")
    return Markup(text)


def url(text: str) -> Markup:
    """An address elsewhere, in a double-quoted attribute of a raw HTML tag."""
    if not re.match(r"https?://", text):
        raise ValueError(f"not an address on the web: {text!r}")
    return Markup(re.sub(r"""[&<>"'\\`*_{}\[\]()|^]|[^\x21-\x7e]""", _entity, text))


def metadata(text: str) -> Markup:
    """A value of the front matter, as a quoted YAML text.

    Site generators put titles and descriptions into their pages without escaping them, so what
    would be markup there becomes a sign that looks alike.
    """
    line = _BLANKS.sub(" ", visible(text)).strip()
    line = line.translate({ord("<"): "‹", ord(">"): "›", ord('"'): "”", ord("`"): "’"})
    line = re.sub(r"&(?=[#A-Za-z])", "＆", line)
    line = re.sub(r"\{(?=[{%#])", "｛", line)
    return Markup("".join(map(_yaml, json.dumps(line, ensure_ascii=False))))


def _yaml(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _entity(match: re.Match[str]) -> str:
    char = match[0]
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char) or f"&#{ord(char)};"
