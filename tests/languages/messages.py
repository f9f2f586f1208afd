"""Every message of ours, as it is written in templates and code: the keys of the catalogues."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

import quoteproof
from quoteproof.model import vocabulary as v
from quoteproof.render.markdown import TEMPLATES, environment
from quoteproof.text.normalise import NORMALISATIONS

PACKAGE = Path(quoteproof.__file__).parent
DOCUMENT = PACKAGE / "exports/pdf/document"
Key = tuple[str, ...]
"""The context (empty without one), the message, and the plural where it has one."""

# Shown nowhere: the template has a sentence for each, it is a setting, or it is for a check alone.
_NOT_SHOWN = (v.Obtainable, v.Paper, v.Derivation, v.Likelihood.__base__)


def every() -> set[Key]:
    return {*templates(), *edition(), *code(), *vocabulary(), *normalisations()}


def templates() -> Iterator[Key]:
    for path in TEMPLATES.rglob("*.jinja"):
        for call in environment().parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("t", "tn"):
                given = call.args[: 2 if call.node.name == "tn" else 1]
                assert all(isinstance(a, nodes.Const) for a in given), (path.name, call.lineno)
                yield "", *(a.value for a in given)


def edition() -> Iterator[Key]:
    """The messages of the PDF edition: texts in quotation marks, as the first thing given."""
    text = r'\s*"((?:[^"\\]|\\.)*)"'
    for path in DOCUMENT.rglob("*.typ"):
        source = path.read_text("utf-8")
        assert not re.search(r"(?<![\w-])tn?\((?!\s*\"|message|one)", source), path.name
        for call in re.finditer(rf"(?<![\w-])(?:t\({text}|tn\({text},{text})", source):
            yield "", *(message for message in call.groups() if message is not None)


def code() -> Iterator[Key]:
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            match call:
                case ast.Call(func=ast.Attribute(attr="t"), args=[message, *_]):
                    assert isinstance(message, ast.Constant), (path.name, call.lineno)
                    yield "", message.value


def vocabulary() -> Iterator[Key]:
    for word_type in v.Word.__subclasses__():
        if word_type not in _NOT_SHOWN:
            for word in word_type:
                yield from ((word_type.__name__, t) for t in (word.label, word.definition) if t)


def normalisations() -> Iterator[Key]:
    for kind in NORMALISATIONS:
        yield "Normalisation", kind.name.replace("-", " ")
        yield "Normalisation", kind.description


def names(message: str) -> list[str]:
    return sorted(re.findall(r"\{([^}]*)\}", message))
