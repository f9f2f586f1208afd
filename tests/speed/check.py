"""Measures the whole check of a briefing beside parsing its YAML as PyYAML does.

    python tests/speed/check.py

For each size a corpus is made (`corpus.py`): of 10,000 statements it has 20,000 citations of theirs
and some thousands more, over 1,000 sources of 600 words; sources grow with statements. Then each
side runs in turns, each time in a process of its own, so that nothing is warm and the peak of its
memory is that run's:

- PyYAML makes plain values of each summary file and lets them go: with its own parser, which is
  what `yaml.safe_load` uses, and with that of libyaml in C;
- the check does all that `quoteproof check` does but for printing: it reads the same files, and
  the sources, and asks every question. It lets libyaml parse, where PyYAML has it (as its packages
  for the usual systems have), since its own parser would take most of the time of a check.

What is compared is the time of the processor, since the machine may be busy; imports are left out.
Told is the run in the middle, and the highest peak.

It fails if at any size the check takes five times as long as `yaml.safe_load`, or longer; if its
time grows faster than with the 1.2th power of the statements; or if it takes more than a gigabyte
for 10,000 statements. How many times as long as libyaml it takes is told, and nothing is promised
of it: that is a compiled program, and here every sentence and passage is read in Python.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import corpus
import yaml
from world import Shape

from quoteproof.pipeline import check

SAFE_LOAD = "safe_load"
TIMES_AS_LONG = 5
STEEPEST = 1.2
SLOW = 60
"""Seconds after which a side is not run again: it will not be a matter of chance."""
PROMISED, MEGABYTES = 10_000, 1000
"""The statements for which so much memory is enough."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one side: its seconds by the clock and of the processor; its memory's peak, in MB.

    `before` is what the memory's peak was before it began, when all was imported.
    """

    seconds: float
    cpu: float
    peak: float
    before: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The run in the middle of each side at one size."""

    statements: int
    runs: dict[str, Run]

    def ratio(self, side: str) -> float:
        """How many times as long as another side the check takes."""
        return self.runs["check"].cpu / self.runs[side].cpu


def _parse(loader: str) -> Callable[[Path], None]:
    def parse(project: Path) -> None:
        for path in sorted((project / "seeds/summaries").glob("*.yml")):
            yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, loader))

    return parse


def _check(project: Path) -> None:
    briefing, _ = check(project)
    assert briefing is not None, "the corpus has errors"


SIDES = {
    SAFE_LOAD: _parse("SafeLoader"),
    "libyaml": _parse("CSafeLoader"),
    "check": _check,
}


def run_here(side: str, project: Path) -> Run:
    """Run a side in this process."""
    before = _peak()
    seconds, cpu = time.perf_counter(), time.process_time()
    SIDES[side](project)
    return Run(time.perf_counter() - seconds, time.process_time() - cpu, _peak(), before)


def _peak() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(statements: int, folder: Path, runs: int) -> Measured:
    """All sides at one size, each so many times, in turns."""
    project = folder / str(statements)
    counts = corpus.write(project, Shape(statements))
    print(f"\n{statements:,} statements: {counts}", flush=True)
    every: dict[str, list[Run]] = {side: [] for side in SIDES}
    for _ in range(runs):
        for side, done in every.items():
            if not any(run.seconds > SLOW for run in done):
                done.append(run := _run(side, project))
                print(f"  {side}: {run.cpu:.2f} s, peak {run.peak:,.0f} MB", flush=True)
    return Measured(statements, {side: _median(done) for side, done in every.items()})


def _run(side: str, project: Path) -> Run:
    """Run a side in a process of its own."""
    command = [sys.executable, __file__, "--side", side, str(project)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Run(**json.loads(done.stdout))


def _median(runs: Sequence[Run]) -> Run:
    middle = statistics.median_low([run.cpu for run in runs])
    run = next(run for run in runs if run.cpu == middle)
    return replace(run, peak=max(run.peak for run in runs))


def table(measured: Sequence[Measured]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| statements | side | CPU s | seconds | check takes | peak MB |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    for it in measured:
        for side, run in it.runs.items():
            ratio = "" if side == "check" else f"{it.ratio(side):.1f} ×"
            times = f"{run.cpu:.2f} | {run.seconds:.2f}"
            yield f"| {it.statements:,} | {side} | {times} | {ratio} | {run.peak:,.0f} |"


def broken(measured: Sequence[Measured]) -> Iterator[str]:
    """What does not hold of what is promised; prints how the time and the memory grow."""
    for it in measured:
        ratio, peak = it.ratio(SAFE_LOAD), it.runs["check"].peak
        if ratio >= TIMES_AS_LONG:
            yield f"{it.statements:,} statements: {ratio:.1f} times as long as safe_load"
        if it.statements <= PROMISED and peak > MEGABYTES:
            yield f"{it.statements:,} statements: {peak:,.0f} MB"
    for few, many in pairwise(measured):
        less, more = few.runs["check"], many.runs["check"]
        times = math.log(many.statements / few.statements)
        power = math.log(more.cpu / less.cpu) / times
        memory = math.log((more.peak - more.before) / (less.peak - less.before)) / times
        span = f"from {few.statements:,} to {many.statements:,} statements"
        print(f"\nThe time of the check grows {span} with the power {power:.2f}.")
        print(f"Its memory, above that of its imports, grows with the power {memory:.2f}.")
        if power > STEEPEST:
            yield f"the time of the check grows {span} with the power {power:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the check beside parsing the YAML")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3, help="of each side")
    parser.add_argument("--side", nargs=2, help=argparse.SUPPRESS, metavar=("SIDE", "PROJECT"))
    told = parser.parse_args()
    if told.side:
        side, project = told.side
        run = run_here(side, Path(project))
        print(json.dumps({name: getattr(run, name) for name in Run.__slots__}))
        return
    with tempfile.TemporaryDirectory() as folder:
        sizes = sorted(told.sizes)
        measured = [measure(size, Path(folder), told.runs) for size in sizes]
    print("", *table(measured), sep="\n")
    sys.exit("\n".join(broken(measured)) or 0)


if __name__ == "__main__":
    main()
