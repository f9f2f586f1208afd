"""Measures the PDF edition beside WeasyPrint, which is given the same briefing as an HTML page.

    python tests/speed/pdf.py --weasyprint PYTHON

PYTHON is one that has `tests/speed/requirements.txt` installed. For each size a corpus is made,
checked by the program, and written as one HTML page (`printed.py` says what is on it). Then each
side makes its PDF, in turns, each time in a process of its own, so that nothing is warm and the
peak of its memory is that run's:

- the edition, from the verified briefing in memory to the bytes of a PDF/A-2a and PDF/UA-1;
- WeasyPrint, from the HTML in memory to the bytes of a tagged PDF/UA-1.

All numbers come from one run of this script, since the machine may be busy. What is told is the
median of the runs, and the highest peak. WeasyPrint is stopped at a limit of memory, or of time,
which is never so short that the edition could not be shown to be fast enough: then it counts as
having taken no more than the time until then, and the ratio is "at least".

It fails if the edition is not shown to be at least eight times as fast at every size, or if its
time grows faster than with the 1.2th power of the statements.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import corpus
from world import Shape

HERE = Path(__file__).parent
TIMES_AS_FAST = 8
STEEPEST = 1.2
ENOUGH = 1.1 * TIMES_AS_FAST
"""Times as long as the edition that WeasyPrint may always take, with a little for its start."""
SLOW = 60
"""Seconds after which a side is not run again: it will not be a matter of chance."""
_LOOKS_EVERY = 0.1
"""Seconds between two looks at the memory that a run uses, at the least."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one side.

    `seconds` are those that are compared. `cpu` seconds are those of all its processes, and `peak`
    their memory at one time, in megabytes. `stopped` says what ended it before it was done; the
    figures below it are only told of runs that were done.
    """

    seconds: float
    cpu: float
    peak: float
    stopped: str = ""
    pages: int = 0
    size: int = 0
    volumes: int = 1
    checked: float = 0
    before: float = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may take: seconds, and gigabytes."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The two sides at one size."""

    statements: int
    edition: Run
    weasyprint: Run

    @property
    def ratio(self) -> float:
        """How many times as long WeasyPrint takes; at least, where it was stopped.

        0 where the edition was not made.
        """
        return 0 if self.edition.stopped else self.weasyprint.seconds / self.edition.seconds


def measure(statements: int, folder: Path, told: argparse.Namespace) -> Measured:
    """Both sides at one size, each as often as was asked for, in turns."""
    project, page = folder / str(statements), folder / "page.html"
    counts = corpus.write(project, Shape(statements))
    print(f"\n{statements:,} statements: {counts}", flush=True)
    _python(sys.executable, "printed.py", str(project), str(page), *_lists(told))
    sides = {
        "edition": (sys.executable, "edition.py", str(project)),
        "WeasyPrint": (told.weasyprint, "weasy.py", str(page)),
    }
    runs: dict[str, list[Run]] = {name: [] for name in sides}
    for _ in range(told.runs):
        for name, command in sides.items():
            if not any(run.seconds > SLOW or run.stopped for run in runs[name]):
                slowest = max((run.seconds for run in runs["edition"]), default=0)
                limits = Limits(max(told.limit, ENOUGH * slowest), told.memory)
                runs[name].append(run := _run(command, limits))
                print(f"  {name}: {_said(run)}", flush=True)
    return Measured(statements, _median(runs["edition"]), _median(runs["WeasyPrint"]))


def _lists(told: argparse.Namespace) -> list[str]:
    return ["--lists"] if told.lists else []


def _python(python: str, script: str, *arguments: str) -> None:
    subprocess.run([python, str(HERE / script), *arguments], check=True)


def _run(command: Sequence[str], limits: Limits) -> Run:
    """Run a side until it is done or a limit ends it."""
    python, script, *arguments = command
    with tempfile.TemporaryFile("w+") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [python, str(HERE / script), *arguments], stdout=said, start_new_session=True
        )
        peak, stopped, used = _watch(process, limits)
        seconds, cpu = time.perf_counter() - began, used.ru_utime + used.ru_stime
        if process.returncode:
            return Run(seconds, cpu, peak, stopped or "failed")
        said.seek(0)
        told: dict[str, Any] = json.load(said)
    return Run(**told, cpu=cpu, peak=peak)


def _watch(
    process: subprocess.Popen[bytes], limits: Limits
) -> tuple[float, str, resource.struct_rusage]:
    """Its peak of memory, what stopped it, and what it used, when it has ended."""
    began = time.perf_counter()
    peak, stopped, pause = 0.0, "", _LOOKS_EVERY
    ended, status, used = os.wait4(process.pid, os.WNOHANG)
    try:
        while not ended and not stopped:
            time.sleep(pause)
            looked = time.perf_counter()
            peak = max(peak, _memory(process.pid))
            # To look holds the process up, the longer the larger it is.
            pause = max(_LOOKS_EVERY, 20 * (time.perf_counter() - looked))
            stopped = _beyond(limits, time.perf_counter() - began, peak)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
    finally:
        if not ended:  # too slow, too large, or we are interrupted
            os.killpg(process.pid, signal.SIGKILL)  # it, and what it started
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return max(peak, used.ru_maxrss / 1024), stopped, used


def _beyond(limits: Limits, seconds: float, peak: float) -> str:
    if seconds > limits.seconds:
        return f"was stopped after {limits.seconds:.0f} s"
    return f"was stopped at {limits.memory:g} GB" if peak > limits.memory * 1024 else ""


def _memory(session: int) -> float:
    """The megabytes in use by the processes of a session, what they share counted once (Linux).

    Elsewhere 0: the kernel tells the peak of the largest process when it has ended.
    """
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The session is the sixth field; the second, a name in brackets, may hold blanks.
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                rollup = (process / "smaps_rollup").read_text()
                kilobytes += int(re.findall(r"^Pss: +(\d+)", rollup, re.MULTILINE)[0])
        except (OSError, IndexError, ValueError):  # it has ended meanwhile
            continue
    return kilobytes / 1024


def _median(runs: list[Run]) -> Run:
    """The run in the middle by its time, with the highest peak of all."""
    middle = statistics.median_low([run.seconds for run in runs])
    run = next(run for run in runs if run.seconds == middle)
    return replace(run, peak=max(run.peak for run in runs))


def _said(run: Run) -> str:
    told = run.stopped or f"{_pages(run)}, {run.size / 1e6:.1f} MB"
    return f"{run.seconds:.1f} s, peak {run.peak:,.0f} MB, {told}"


def _pages(run: Run) -> str:
    return f"{run.pages:,} pages" + (f", {run.volumes} volumes" if run.volumes > 1 else "")


def table(measured: Sequence[Measured]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| statements | side | pages | seconds | ratio | CPU s | peak MB | PDF MB |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for it in measured:
        least = "≥ " if it.weasyprint.stopped else ""
        for name, run in (("edition", it.edition), ("WeasyPrint", it.weasyprint)):
            ratio = f"{least}{it.ratio:.1f}" if it.ratio and name == "edition" else ""
            size = f"{run.size / 1e6:.1f}" if run.size else ""
            yield (
                f"| {it.statements:,} | {name} | {run.stopped or _pages(run)} "
                f"| {run.seconds:.2f} | {ratio} | {run.cpu:.1f} | {run.peak:,.0f} | {size} |"
            )


def growth(sizes: Sequence[int], runs: Sequence[Run]) -> Iterator[tuple[str, float]]:
    """By which power of the statements the time grows, from each size to the next."""
    for (few, less), (many, more) in pairwise(zip(sizes, runs, strict=True)):
        if not (less.stopped or more.stopped):
            power = math.log(more.seconds / less.seconds) / math.log(many / few)
            yield f"from {few:,} to {many:,} statements", power


def _broken(it: Measured) -> str:
    """What does not hold, or is not shown, at one size."""
    if it.edition.stopped:
        return f"{it.statements:,} statements: the edition {it.edition.stopped}"
    if it.ratio >= TIMES_AS_FAST:
        return ""
    if it.weasyprint.stopped:
        return (
            f"{it.statements:,} statements: it is not shown that the edition is {TIMES_AS_FAST} "
            f"times as fast: WeasyPrint {it.weasyprint.stopped}, {it.ratio:.1f} times as long"
        )
    return f"{it.statements:,} statements: the edition is only {it.ratio:.1f} times as fast"


def report(measured: Sequence[Measured]) -> list[str]:
    """Print the figures; returned is what does not hold of what is promised."""
    print("", *table(measured), sep="\n")
    for it in measured:
        run = it.edition
        if run.stopped:
            continue
        print(
            f"\nBefore the {run.seconds:.1f} s of the edition of {it.statements:,} statements, "
            f"loading and checking took {run.checked:.1f} s and {run.before:,.0f} MB."
        )
    sizes = [it.statements for it in measured]
    broken = [said for it in measured if (said := _broken(it))]
    for name, runs in (
        ("the edition", [it.edition for it in measured]),
        ("WeasyPrint", [it.weasyprint for it in measured]),
    ):
        for span, power in growth(sizes, runs):
            print(f"\nThe time of {name} grows {span} with the power {power:.2f}.")
            if name == "the edition" and power > STEEPEST:
                broken.append(f"the time of the edition grows {span} with the power {power:.2f}")
    return broken


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the PDF edition beside WeasyPrint")
    parser.add_argument("--weasyprint", required=True, metavar="PYTHON", help="one that has it")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--runs", type=int, default=3, help="of each side; one where it is slow")
    parser.add_argument(
        "--limit", type=float, default=480, help="seconds that a run may take; longer where it must"
    )
    parser.add_argument("--memory", type=float, default=16, help="gigabytes that a run may use")
    parser.add_argument("--lists", action="store_true", help="WeasyPrint's footnotes as lists")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = [measure(statements, Path(folder), told) for statements in sorted(told.sizes)]
    broken = report(measured)
    sys.exit("\n".join(broken) if broken else 0)


if __name__ == "__main__":
    main()
