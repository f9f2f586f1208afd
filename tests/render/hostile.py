"""Text that tries to become markup, and the Markdown extensions that the site is built with."""

from pathlib import Path

import yaml
from hypothesis import strategies as st

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"

NASTY = [
    "<script>alert(1)</script>", "<b>", "</span>", "</p>", "</div>", "<!--", "-->", "<![CDATA[",
    "]]>", "<?php", "<http://a.b>", "&amp;", "&#42;", "&lt;", "&", "<", ">", '"', "'", "**", "__",
    "*", "_", "`", "``", "~~", "~~~", "```", "^sup^", "==", "++ins++", "$x$", "$$",
    "[x](javascript:alert(1))", "](", "[", "]", "(", ")", "![", "!", "[x]: y", "[^1]", "[^1]:",
    "[^", "{: #x }", "{ #x .y }", "{#", "{", "}", "{{ 7*7 }}", "{% raw %}", "{% endblock %}",
    "{{", "}}", "|", "|---|", ":-:", "---", "===", "- ", "+ ", "# ", "#", "> ", "1. ", "1) ",
    "12.", "...", "!!! note", "??? x", "/// x", "///Footnotes Go Here///", "[TOC]", "*[HTML]: x",
    ":smile:", "::", "http://a.b/c", "www.a.b", "a@b.c", "@user", "\\", "\\*", "\\\\", "\n",
    "\n\n", "\n    ", "\t", "  ", "    code", "---\ntitle: x\n---", "\u202e", "\u2066", "\x00",
    "\x02", "\x03", "\x02klzzwxh:0000\x03", "klzzwxh:0", "wzxhzdk:0", "zz1337820767766393qq",
    "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\ufeff", "\ufffe", "\ud800", "\xa0", "é",
    "ب", "𝒳", "a", "word ", "5–14 March", "it's", "14:53", "so: that", "well-known", "12.5",
    "U.N.", "and/or", "x, y; z", "A" * 300, "[" * 40, "_" * 40,
]  # fmt: skip
HOSTILE = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=8).map("".join),
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=6)), max_size=6).map("".join),
    st.text(alphabet=r"""ab1 .,:;!?'"()[]{}<>*_-+=~^`|\/@#$%&""" + "\n\t", max_size=30),
    st.text(max_size=60),
)


def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    def _default(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> object:
        """Of `!ENV [NAME, default]` the default."""
        return loader.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", _default)
    names: list[str] = []
    settings: dict[str, dict[str, object]] = {}
    for entry in yaml.load(CONFIG.read_text("utf-8"), Loader)["markdown_extensions"]:
        name, values = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        settings[name] = values or {}
    return names, settings


NAMES, SETTINGS = _extensions()
