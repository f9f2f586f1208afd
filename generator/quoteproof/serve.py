"""Serves the site while somebody writes: builds on each change, and never dies of a finding."""

from __future__ import annotations

import subprocess
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from quoteproof.exports.site import environment, mkdocs
from quoteproof.pipeline import DOCS, Outcome, build
from quoteproof.render import TEMPLATES
from quoteproof.words import words_in

SEEDS = "seeds"
_SETTLE_SECONDS = 0.2
_READ_ONLY = ("opened", "closed_no_write")


def serve(root: Path, address: str, tell: Callable[[Outcome], None]) -> int:
    """Build and serve `root` at `address` until interrupted; returns the exit code of MkDocs.

    `tell` is given the outcome of each build. MkDocs watches `docs/`; we watch what it is made of.
    """
    changed = threading.Event()
    observer = Observer()
    for folder in (root / SEEDS, TEMPLATES):
        if folder.is_dir():
            observer.schedule(_Wake(changed), str(folder), recursive=True)
    observer.start()
    server: subprocess.Popen[bytes] | None = None
    try:
        language = _build(root, tell)
        while server is None or server.poll() is None:
            if server is None and (root / DOCS).is_dir():
                command = mkdocs("serve", "--livereload", "--quiet", "--dev-addr", address)
                server = subprocess.Popen(command, cwd=root, env=environment(words_in(language)))
            if changed.wait(timeout=0.5):
                # An editor saves in several steps: wait until they are over.
                while changed.is_set():
                    changed.clear()
                    changed.wait(_SETTLE_SECONDS)
                language = _build(root, tell)
        return server.returncode
    finally:
        observer.stop()
        observer.join()
        if server is not None and server.poll() is None:
            server.terminate()
            server.wait()


def _build(root: Path, tell: Callable[[Outcome], None]) -> str:
    """Build, and return the language of the site, in which a server that runs already stays."""
    try:
        outcome = build(root)
        tell(outcome)
    except Exception:
        traceback.print_exc()  # such as a template that is being written: the next change mends it
        return "en"
    return outcome.language


class _Wake(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READ_ONLY:
            self._changed.set()
