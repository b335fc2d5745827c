"""Prints what the preview takes: from a saved file to its page's picture at the browser's door, and how memory grows.

Every edit gives a sentence of one unit another end, that it never had. It is shown when what the browser asks for says
which page changed, and that page's picture has come. The slides are made after it, and the course is judged; the next
edit waits for that. In brackets stands the processor's time, which hardly depends on what else the machine does.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import chdir, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from changed import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
GOALS = {"unit": 1.0, "course": 2.0}
TICKS = os.sysconf("SC_CLK_TCK")
# Seconds of the clock and of the processor.
Took = tuple[float, float]


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path, nargs="?", default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit that is edited, and shown alone too")
    parser.add_argument("--edits", type=int, default=8, help="how many edits of each are measured")
    options = parser.parse_args()
    own = options.course.resolve()
    with TemporaryDirectory() as folder, chdir(folder):
        course = Path(shutil.copytree(own, Path("content") / own.name))
        (text,) = (course / "units").glob(f"{options.unit}*.md")
        old = text.read_text("utf-8")
        print(f"{'From an edit to':24}{'its page':>16}{'the slides':>16}{'all judged':>16}{'memory':>22}")
        for name, unit in (("unit", text.stem), ("course", "")):
            with previewed(course) as preview:
                preview.choose(unit=unit)
                before = preview.resident()
                steps = list(zip(*(preview.edited(text, old, one) for one in range(options.edits)), strict=True))
                grown = f"{before:.0f} to {preview.resident():.0f} MiB"
                print(f"{f'{name} (goal {GOALS[name]:.0f} s)':24}{''.join(map(said, steps))}{grown:>22}", flush=True)
                half = options.edits // 2
                ends = (said(steps[0][part]) for part in (slice(half), slice(half, None)))
                print(f"{'  first half, last half':24}{''.join(ends)}", flush=True)


def said(found: Sequence[Took]) -> str:
    """Write the median of what some edits took: seconds of the clock, and of the processor."""
    clock, worked = (median(each) for each in zip(*found, strict=True))
    return f"{clock:7.2f} ({worked:.2f}) s"


@contextmanager
def previewed(course: Path) -> Iterator[Preview]:
    """Have a preview of a course."""
    command = [sys.executable, "-m", "coursepack.cli", "watch", f"{course}", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = re.search(r"127\.0\.0\.1:(\d+)", process.stdout.readline())
        assert said
        try:
            yield Preview(process.pid, int(said[1]))
        finally:
            process.terminate()


class Preview:
    """Asks a preview what its page asks."""

    def __init__(self, process: int, port: int) -> None:
        """Wait until there is something to be seen."""
        self.process, self.line = process, HTTPConnection("127.0.0.1", port, timeout=600)
        self.state: Mapping[str, Any] = {"known": "", "busy": True}
        self._settle()

    def choose(self, **wanted: str) -> None:
        """Have something else shown."""
        before = self.state["pages"]
        while self._news(**wanted)["pages"] == before and any(wanted.values()):
            pass
        self._settle()

    def edited(self, text: Path, old: str, number: int) -> tuple[Took, Took, Took]:
        """Edit a text; return what it takes until its page is there, until the slides are, and until all is judged."""
        before, end = self._built(), sentence(old)
        began = self._took()
        text.write_text(f"{old[:end]}, {number}{old[end:]}", "utf-8")
        took = []
        for made in (before + 1, before + 2):
            while self._built() < made:
                self._news()
            if not took:
                self._get(f"/pages/{self.state['first']}")
            took.append(self._took())
        self._settle()
        page, slides, judged = ((one[0] - began[0], one[1] - began[1]) for one in (*took, self._took()))
        return page, slides, judged

    def _built(self) -> int:
        """Return how many documents it has made."""
        return int(self.state["known"].partition("-")[0])

    def _took(self) -> Took:
        """Return the time, and what it and its workers have had of the processor, in seconds (Linux)."""
        stats = (Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in self._processes())
        return time.perf_counter(), sum(int(one[11]) + int(one[12]) for one in stats) / TICKS

    def resident(self) -> float:
        """Return the memory that it and its workers have, in MiB (Linux)."""
        return sum(map(_proportional, self._processes())) / 1024

    def _processes(self) -> list[int]:
        return [self.process, *_children(self.process)]

    def _settle(self) -> None:
        while self.state["busy"]:
            self._news()
        if not self.state["pages"]:
            sys.exit(f"the preview shows no page: {self.state['problems'][:1]}")

    def _news(self, **wanted: str) -> Mapping[str, Any]:
        self.state = json.loads(self._get(f"/state?{urlencode({'known': self.state['known'], **wanted})}"))
        return self.state

    def _get(self, path: str) -> bytes:
        self.line.request("GET", path)
        return self.line.getresponse().read()


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _proportional(process: int) -> int:
    """Return the KiB of a process, of what it shares its part."""
    rolled = Path(f"/proc/{process}/smaps_rollup").read_text()
    (found,) = re.findall(r"^Pss:\s+(\d+)", rolled, re.MULTILINE)
    return int(found)


if __name__ == "__main__":
    main()
