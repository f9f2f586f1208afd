"""Every link and every anchor of the built site leads somewhere, also those in raw HTML."""

from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

LEADS = {"a": "href", "link": "href", "img": "src", "script": "src", "use": "href"}


@cache
def parsed(page: Path) -> Element:
    root: Element = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    return root


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def ids(page: Path) -> list[str]:
    return [element.attrib["id"] for element in parsed(page).iter() if "id" in element.attrib]


def test_every_internal_link_leads_to_a_file_and_an_id(site: Path) -> None:
    broken = []
    for page in pages(site):
        for element in parsed(page).iter():
            # Links inside a drawing keep its namespace in their tag.
            tag = str(element.tag).rpartition("}")[2]
            href = element.attrib.get(LEADS.get(tag, ""), "")
            parts = urlsplit(href)
            if not href or parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            known = {"", *ids(target)} if target.suffix == ".html" and target.is_file() else {""}
            if not target.is_file() or unquote(parts.fragment) not in known:
                broken.append((page.name, href))
    assert broken == []


def test_ids_are_unique_on_each_page(site: Path) -> None:
    for page in pages(site):
        repeated = {id for id, count in Counter(ids(page)).items() if count > 1}
        assert repeated == set(), page.name


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    outside = [
        (page.name, element.attrib)
        for page in pages(site)
        for element in parsed(page).iter()
        if element.tag in ("script", "img", "iframe", "link", "source", "object", "embed")
        and element.attrib.get("rel") != "canonical"
        and urlsplit(element.attrib.get("src") or element.attrib.get("href") or "").netloc
    ]
    assert outside == []
