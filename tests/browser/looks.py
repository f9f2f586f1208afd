"""What the tests of the whole site share: its pages, and the looks that a reader may have."""

from pathlib import Path

LOOKS = {
    f"{size}-{scheme}": {
        "viewport": {"width": width, "height": height},
        "color_scheme": scheme,
        "reduced_motion": "reduce",
        "has_touch": size == "phone",
        "is_mobile": size == "phone",
    }
    for size, width, height in (("desktop", 1280, 800), ("phone", 390, 844))
    for scheme in ("light", "dark")
}


def pages(site: Path) -> list[str]:
    """The addresses of all pages below the site, but for the one that stands for a missing page."""
    every = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [path for path in every if path != "404.html"]
