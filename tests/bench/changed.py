"""Prints what a first build costs, a comma more in one unit, and nothing changed; and what others take.

Every command is a process of its own, as `make` starts it. Times are those of the clock, and of the processor in
brackets; a ratio is of the clock, to the first line below the same heading. Typst has the text and charts of the same
pages through Pandoc, without their style; WeasyPrint has the very pages, and Pandoc the very slides. The peak is that
of the largest process.
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
# A full stop at a word's end, with no comma before it.
SENTENCE = re.compile(r"(?<=[a-z]{4})\.(?=\s)")
# What a unit and a block say of themselves may be on no page.
APART = re.compile(r"\A---$.*?^---$|^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
# Seconds after which no more runs are waited for: what takes long varies little.
LONG = 10
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path, nargs="?", default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit that is changed, and measured alone too")
    parser.add_argument(
        "--rounds", type=int, default=3, help=f"the median of so many runs is printed; of fewer, if they take {LONG} s"
    )
    options = parser.parse_args()
    own = options.course.resolve()
    with TemporaryDirectory() as folder, chdir(folder):
        course = Path(shutil.copytree(own, Path("content") / own.name))
        for name in ("", options.unit):
            prepare = [sys.executable, f"{HERE}/prepare.py", f"{course}", f"plain{name}", *filter(None, [name])]
            subprocess.run(prepare, check=True, stdout=subprocess.DEVNULL)
        Bench(course, options.unit, options.rounds).all()


class Bench:
    """A course in a folder of its own, that is built and changed again and again."""

    def __init__(self, course: Path, unit: str, rounds: int) -> None:
        """Take a course, and its unit that is changed."""
        self.course, self.unit, self.rounds = course, unit, rounds
        (self.text,) = (course / "units").glob(f"{unit}*.md")
        self.one = 0.0

    def all(self) -> None:
        """Print what ours takes, beside who makes the same of the same."""
        unit = ("--unit", self.unit)
        self._head("Handout of the course")
        self._say("plain WeasyPrint", _weasyprint("plain"))
        self._say("Typst, the text alone", [sys.executable, "-c", TYPST, f"{_typst()}", "typst.pdf"])
        self._say("from nothing, on one core", self._command("pdf"), self._empty, alone=True)
        self._ours("pdf")
        self._head("Handout of one unit")
        self._say("plain WeasyPrint", _weasyprint(f"plain{self.unit}"))
        self._ours("pdf", *unit)
        self._head("Deck of the course")
        self._say("Pandoc", pandoc.command(Path("plain/deck.md"), Path("plain.pptx")))
        self._ours("slides")
        self._head("Deck of one unit")
        self._say("Pandoc", pandoc.command(Path(f"plain{self.unit}/deck.md"), Path("plain.pptx")))
        self._ours("slides", *unit)
        for name, output in (("Check", "check"), ("Teacher's pack", "teacher"), ("Variants", "variants")):
            self._head(name)
            self._ours(output)

    def _head(self, name: str) -> None:
        """Begin with something else; what comes next is 1.00."""
        print(f"{name:34}{'time':>18}{'ratio':>8}{'peak':>14}")
        self.one = 0.0

    def _ours(self, *words: str) -> None:
        command = self._command(*words)
        self._say("from nothing", command, self._empty)
        self._say("a comma more", command, self._comma)
        self._say("nothing changed", command)

    def _command(self, *words: str) -> list[str]:
        return [f"{BIN}/coursepack", words[0], f"{self.course}", *words[1:]]

    def _say(
        self, name: str, command: Sequence[str], before: Callable[[], None] = lambda: None, *, alone: bool = False
    ) -> None:
        """Run a command some times, each time after something else, and print what it takes."""
        costs: list[Cost] = []
        while len(costs) < self.rounds and sum(cost.seconds for cost in costs) < LONG:
            before()
            costs.append(run(command, alone=alone))
        seconds, processor, peak = (
            median(getattr(one, part) for one in costs) for part in ("seconds", "processor", "peak")
        )
        self.one = self.one or seconds
        both = f"{seconds:.2f} s ({processor:5.2f})"
        print(f"  {name:32}{both:>18}{seconds / self.one:8.2f}{peak:10.0f} MiB", flush=True)

    def _empty(self) -> None:
        """Leave a folder in which nothing was made yet: without it, a check would keep nothing."""
        shutil.rmtree("build", ignore_errors=True)
        Path("build", self.course.name).mkdir(parents=True)

    def _comma(self) -> None:
        """Put a comma before the full stop of a sentence that has none, another one each time."""
        text = self.text.read_text("utf-8")
        end = sentence(text)
        self.text.write_text(f"{text[:end]},{text[end:]}", "utf-8")


def sentence(text: str) -> int:
    """Return where a sentence ends that is printed: in the running text of a unit, not in one of its blocks."""
    prose = APART.sub(lambda found: " " * len(found[0]), text)
    return next(SENTENCE.finditer(prose)).start()


def _weasyprint(folder: str) -> list[str]:
    """Return what prints a page as WeasyPrint alone does."""
    options = ["--quiet", "--pdf-variant=pdf/ua-1", f"--stylesheet={folder}/style.css"]
    return [f"{BIN}/weasyprint", *options, f"{folder}/handout.html", "plain.pdf"]


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
