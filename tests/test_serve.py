"""Serving while somebody writes: each change is built and told, and no slip ends it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import demo, put
from quoteproof import serve as serving
from quoteproof.diagnostics.demo import EXAMPLE
from quoteproof.pipeline import Outcome, build

SERVER = """\
import sys, time
from pathlib import Path
while not Path("stop").exists():
    time.sleep(0.02)
sys.exit(7)
"""


def test_each_change_is_built_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    root = demo(tmp_path, {EXAMPLE: "actors: []\n"})
    told: list[Outcome] = []
    ended: list[int] = []
    broken = threading.Event()

    def build_or_fail(root: Path) -> Outcome:
        if broken.is_set():
            raise RuntimeError("a template that is half written")
        return build(root)

    monkeypatch.setattr(serving, "mkdocs", lambda *_: [sys.executable, "-c", SERVER])
    monkeypatch.setattr(serving, "build", build_or_fail)
    monkeypatch.setattr(serving, "_SETTLE_SECONDS", 0.05)
    thread = threading.Thread(
        target=lambda: ended.append(serving.serve(root, "127.0.0.1:8000", told.append)),
        daemon=True,  # if the test fails, the server has no reason to end
    )
    thread.start()
    try:
        _wait(lambda: len(told) == 1)
        assert [outcome.failed for outcome in told] == [False]

        put(root, EXAMPLE, "actors: {\n")
        _wait(lambda: told[-1].failed)
        assert [finding.code.id for finding in told[-1].findings] == ["YML101"]

        broken.set()
        put(root, "seeds/sources/post.txt", "changed")
        _wait(lambda: "half written" in capfd.readouterr().err)

        broken.clear()
        demo(root, {EXAMPLE: "actors: []\n"})
        _wait(lambda: not told[-1].failed)
    finally:
        put(root, "stop", "")
        thread.join(timeout=10)
    assert ended == [7]


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.02)
