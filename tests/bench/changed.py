"""Prints what a change costs: a first build, a comma more in one unit, nothing changed; and what others take.

Every command is a process of its own, as `make` starts it. Times are those of the clock, and of the processor in
brackets; a ratio is of the clock, to the first handout. Typst has the text and charts of the same pages through Pandoc,
without their style; WeasyPrint has the very pages.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from contextlib import chdir
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandoc
from measure import Cost, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
ROOT = HERE.parents[1]
# A full stop at a line's end is in running text, not in what a block says of itself.
SENTENCE = re.compile(r"(?<=[a-z]{4})\.$", re.MULTILINE)
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path, nargs="?", default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit that is changed, and measured alone too")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many runs is printed")
    options = parser.parse_args()
    own = options.course.resolve()
    with TemporaryDirectory() as folder, chdir(folder):
        course = Path(shutil.copytree(own, Path("content") / own.name))
        bench = Bench(course, options.unit, options.rounds)
        prepare = [sys.executable, f"{HERE}/prepare.py", f"{course}", "plain"]
        subprocess.run(prepare, check=True, stdout=subprocess.DEVNULL)
        bench.handouts()
        bench.others()


class Bench:
    """A course in a folder of its own, that is built and changed again and again."""

    def __init__(self, course: Path, unit: str, rounds: int) -> None:
        """Take a course, and its unit that is changed."""
        self.course, self.unit, self.rounds = course, unit, rounds
        (self.text,) = (course / "units").glob(f"{unit}*.md")
        self.first = 0.0

    def handouts(self) -> None:
        """Print what ours takes."""
        print(f"{'After a change':34}{'time':>18}{'ratio':>8}{'peak':>10}")
        for name, words in (("the course", ()), ("one unit", ("--unit", self.unit))):
            pdf = self._ours("pdf", *words)
            self._say(f"{name}, from nothing", pdf, self._empty)
            self._say(f"{name}, a comma more", pdf, self._comma)
            self._say(f"{name}, nothing changed", pdf)
        for output in ("slides", "check", "teacher", "variants"):
            self._say(f"{output}, from nothing", self._ours(output), self._empty)
            self._say(f"{output}, a comma more", self._ours(output), self._comma)
            self._say(f"{output}, nothing changed", self._ours(output))

    def others(self) -> None:
        """Print what other programs take for the same text, which know no change."""
        weasyprint = [f"{BIN}/weasyprint", "--quiet", "--pdf-variant=pdf/ua-1", "--stylesheet=plain/style.css"]
        self._say("plain WeasyPrint", [*weasyprint, "plain/handout.html", "plain.pdf"])
        self._say("Typst, the text alone", [sys.executable, "-c", TYPST, f"{_typst()}", "typst.pdf"])
        self._say("Pandoc, the slides", pandoc.command(Path("plain/deck.md"), Path("plain.pptx")))

    def _ours(self, *words: str) -> list[str]:
        return [f"{BIN}/coursepack", words[0], f"{self.course}", *words[1:]]

    def _say(self, name: str, command: Sequence[str], before: Callable[[], None] = lambda: None) -> None:
        costs = [self._run(command, before) for _ in range(self.rounds)]
        seconds, processor, peak = (
            median(getattr(one, part) for one in costs) for part in ("seconds", "processor", "peak")
        )
        self.first = self.first or seconds
        both = f"{seconds:.2f} s ({processor:5.2f})"
        print(f"{name:34}{both:>18}{seconds / self.first:8.2f}{peak:6.0f} MiB", flush=True)

    def _run(self, command: Sequence[str], before: Callable[[], None]) -> Cost:
        before()
        return run(command)

    def _empty(self) -> None:
        shutil.rmtree("build", ignore_errors=True)

    def _comma(self) -> None:
        """Put a comma before the full stop of a sentence that has none, another one each time."""
        self.text.write_text(SENTENCE.sub(",.", self.text.read_text("utf-8"), count=1), "utf-8")


# What Pandoc writes that Typst does not take: a function that is no more, a link to what has no place on a page, a
# cell that begins with a stroke (which would be a list of terms).
AMISS = {
    re.compile(r'image\.decode\(("(?:[^"\\]|\\.)*")'): r"image(bytes(\1)",
    re.compile(r"#link\(<[^>]*>\)"): "#text",
    re.compile(r"\[/"): r"[\\/",
}


def _typst() -> Path:
    """Write the handout for Typst, and return the file."""
    file = Path("plain/handout.typ")
    command = [pandoc.PANDOC, "--from=html", "--to=typst", f"--output={file}", "plain/handout.html"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    text = "#let horizontalrule = line(length: 100%)\n" + file.read_text("utf-8")
    for amiss, instead in AMISS.items():
        text = amiss.sub(instead, text)
    file.write_text(text, "utf-8")
    return file


if __name__ == "__main__":
    main()
