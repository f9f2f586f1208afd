"""Sets the PDF edition of a project as the program does, and tells how long that took.

    python tests/speed/edition.py PROJECT

Run by `pdf.py` in a process of its own. `seconds` is what is compared: from the verified briefing
in memory to the bytes of the PDF, or of all its volumes. `checked` is what came before, loading and
checking; `before` is the memory that was needed for that, in megabytes.
"""

import json
import re
import resource
import sys
import time
from pathlib import Path

from quoteproof.exports.pdf import typeset
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pipeline import check


def edition(briefing: VerifiedBriefing) -> tuple[bytes, ...]:
    """Its volumes; the one place here that knows how the program is asked for them."""
    made = typeset(briefing)
    if isinstance(made, tuple):
        return made
    sys.exit("\n".join(map(str, made)))


def main() -> None:
    began = time.perf_counter()
    briefing, findings = check(Path(sys.argv[1]))
    if briefing is None:
        sys.exit("\n".join(map(str, findings)))
    checked = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    volumes = edition(briefing)
    seconds = time.perf_counter() - checked
    told = {
        "seconds": seconds,
        "pages": sum(len(re.findall(rb"/Type\s*/Page\b", pdf)) for pdf in volumes),
        "size": sum(map(len, volumes)),
        "volumes": len(volumes),
        "checked": checked - began,
        "before": before,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
