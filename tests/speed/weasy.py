"""Sets an HTML page as a tagged PDF with WeasyPrint, and tells how long that took.

    python tests/speed/weasy.py PAGE.html [OUT.pdf]

Run by `pdf.py` in a process of its own, by a Python that has WeasyPrint.
"""

import json
import sys
import time
from pathlib import Path

import weasyprint  # type: ignore[import-not-found]

OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def main() -> None:
    page, *out = map(Path, sys.argv[1:])
    html = page.read_text("utf-8")
    began = time.perf_counter()
    document = weasyprint.HTML(string=html).render(**OPTIONS)
    pdf = document.write_pdf(**OPTIONS)
    seconds = time.perf_counter() - began
    for file in out:
        file.write_bytes(pdf)
    print(json.dumps({"seconds": seconds, "pages": len(document.pages), "size": len(pdf)}))


if __name__ == "__main__":
    main()
