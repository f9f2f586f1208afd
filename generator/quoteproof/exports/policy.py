"""A Content-Security-Policy for each page: a browser may run and load what the page has, no more.

It is written into the page itself, since whoever publishes a folder often has no say in the headers
of the server. The theme has a few inline scripts, which differ from page to page and from one
version to the next: each is allowed by its hash, as are style attributes (of the columns of
tables), and nothing else that stands in a page can run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

_CHARSET = '<meta charset="utf-8">'
_SCRIPTS = ("", "module", "text/javascript", "application/javascript")


def with_policy(page: str) -> str:
    """The HTML page with its policy, right after its encoding; as it is if it names none."""
    before, charset, after = page.partition(_CHARSET)
    if not charset:
        return page
    meta = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(page), quote=False)}">'
    )
    return f"{before}{charset}{meta}{after}"


def policy(page: str) -> str:
    """The strictest policy under which the page works."""
    found = _Inline()
    found.feed(page)
    found.close()
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(found.scripts)],
        "style-src-elem": ["'self'", *_hashes(found.styles)],
        "style-src-attr": ["'unsafe-hashes'", *_hashes(found.attributes)]
        if found.attributes
        else ["'none'"],
        "img-src": ["'self'", "data:"],  # data: for the icons in the theme's style sheet
        "connect-src": ["'self'"],  # the search index
        "worker-src": ["'self'"],  # the search
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return sorted({f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests})


class _Inline(HTMLParser):
    """Collects the scripts, style sheets and style attributes that stand in a page itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.attributes: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if style := given.get("style"):
            self.attributes.append(style)
        self._into = None
        if tag == "script" and "src" not in given and (given.get("type") or "") in _SCRIPTS:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        if self._into is not None:
            self._into.append("")

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._into = None
