"""Removes what a run that was killed left behind, and leaves alone what another may be using."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

_STALE_SECONDS = 3600


def sweep(folder: Path, pattern: str) -> None:
    """Remove what is older than an hour of the files and folders that are named so (as `glob` has
    it: a pattern that ends with `/` is for folders alone).
    """
    for left in folder.glob(pattern):
        if time.time() - left.stat().st_mtime <= _STALE_SECONDS:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
