"""Prints how what coursepack costs grows: from a unit to a course that has it many times, from a class to a district.

The handout stands beside plain WeasyPrint, the deck beside Pandoc. Everything is measured in this one run, by turns,
so that what else the machine does falls on both sides. Ratios are of processor time; `1.00` is as fast as the other
program. The peak is that of the largest process.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import zipfile
from argparse import ArgumentParser
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import pandoc
import pikepdf
from copies import several
from measure import Cost, by_turns, run
from rosters import roster

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Subject:
    """A course, or one unit of it, that is built again and again in a folder."""

    name: str
    course: Path
    folder: Path
    rounds: int
    unit: str = ""

    @property
    def only(self) -> list[str]:
        """The option for one unit."""
        return ["--unit", self.unit] if self.unit else []

    @cached_property
    def handout(self) -> dict[str, Cost]:
        """What the whole programs take, ours and plain WeasyPrint with the same HTML."""
        page, style = self.folder / "handout.html", self.folder / "style.css"
        weasyprint = [f"{BIN}/weasyprint", "--quiet", "--pdf-variant=pdf/ua-1", f"--stylesheet={style}"]
        ours = [f"{BIN}/coursepack", "pdf", f"{self.course}", *self.only, "-o", f"{self.folder}/ours.pdf"]
        plain = [*weasyprint, str(page), f"{self.folder}/plain.pdf"]
        return by_turns({"ours": ours, "plain": plain}, self.rounds)

    @cached_property
    def deck(self) -> dict[str, Cost]:
        """What the whole programs take, ours and Pandoc with the same slides."""
        ours = [f"{BIN}/coursepack", "slides", f"{self.course}", *self.only, "-o", f"{self.folder}/ours.pptx"]
        plain = pandoc.command(self.folder / "deck.md", self.folder / "plain.pptx")
        return by_turns({"ours": ours, "plain": plain}, self.rounds)

    @property
    def pages(self) -> int:
        """The pages of our handout."""
        with pikepdf.open(self.folder / "ours.pdf") as pdf:
            return len(pdf.pages)

    def slides(self, name: str) -> int:
        """The slides of a deck."""
        with zipfile.ZipFile(self.folder / name) as deck:
            return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", part)) for part in deck.namelist())


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path, nargs="?", default=ROOT / "content" / "un-alliances")
    parser.add_argument("--unit", default="03", help="the unit that is measured, alone and many times in the course")
    parser.add_argument("--copies", type=int, default=20, help="how often it comes in the long course")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many runs of the unit is printed")
    options = parser.parse_args()
    versions()
    with TemporaryDirectory() as folder:
        place, course, unit = Path(folder), options.course, options.unit
        long = several(course, options.copies, place / "long", unit)
        subjects = [
            Subject("one unit", course, place / "unit", options.rounds, unit),
            Subject(f"{options.copies} in a course", long, place / "copies", 1),
        ]
        for subject in subjects:
            python("prepare.py", str(subject.course), str(subject.folder), subject.unit)
        handouts(subjects)
        parts(subjects[0])
        decks(subjects)
        students(subjects[0])


def versions() -> None:
    """Print what is measured, and on what."""
    said = subprocess.run([pandoc.PANDOC, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    packages = ("coursepack", "weasyprint", "typst", "python-pptx", "polydoc")
    known = ", ".join(f"{name} {version(name)}" for name in packages)
    print(f"{known}, {said.splitlines()[0]}; Python {platform.python_version()}, {os.cpu_count()} cores\n")


def handouts(subjects: list[Subject]) -> None:
    """Print the handouts, and what a page more takes."""
    print(f"{'Handout':14}{'pages':>6}{'ours':>18}{'plain WeasyPrint':>20}{'ratio':>8}{'a page':>10}{'peak':>10}")
    for subject in subjects:
        ours, plain = subject.handout["ours"], subject.handout["plain"]
        each = f"{ours.processor / subject.pages * 1000:.0f} ms"
        print(f"{subject.name:14}{subject.pages:6}{pair(ours, plain)}{each:>10}{ours.peak:6.0f} MiB")
    few, many = subjects[0], subjects[-1]
    more = many.pages - few.pages
    growth = {name: (many.handout[name].peak - few.handout[name].peak) / more for name in ("ours", "plain")}
    print(f"Memory a page more: {growth['ours']:.2f} MiB; plain WeasyPrint {growth['plain']:.2f} MiB\n")


def parts(subject: Subject) -> None:
    """Print where the time of a handout goes, once everything is imported."""
    print(f"{'Imports apart':14}{'content':>14}{'to HTML':>10}{'WeasyPrint':>12}{'after it':>10}{'ours on top':>13}")
    took = laps(subject)
    read, html, whole, plain = (took[part] for part in ("read", "html", "print", "plain"))
    top = (read + whole) / plain - 1
    print(f"{subject.name:14}{read:12.2f} s{html:8.2f} s{plain:10.2f} s{whole - html - plain:8.2f} s{top:12.1%}\n")


def laps(subject: Subject) -> dict[str, float]:
    """Build once with coursepack and once with WeasyPrint alone, and return the seconds of each part."""
    ours = python("inside.py", str(subject.course), subject.unit)
    return {**json.loads(ours), **json.loads(python("plain.py", str(subject.folder)))}


def decks(subjects: list[Subject]) -> None:
    """Print the decks."""
    print(f"{'Deck':14}{'slides':>6}{'ours':>18}{'Pandoc':>20}{'ratio':>8}{'a slide':>10}{'peak':>10}{'Pandoc':>14}")
    for subject in subjects:
        ours, plain = subject.deck["ours"], subject.deck["plain"]
        count, theirs = subject.slides("ours.pptx"), subject.slides("plain.pptx")
        each = f"{ours.processor / count * 1000:.1f} ms"
        print(f"{subject.name:14}{count:6}{pair(ours, plain)}{each:>10}{ours.peak:6.0f} MiB{theirs:7} slides")
    few, many = subjects[-2], subjects[-1]
    slides = many.slides("ours.pptx") / few.slides("ours.pptx")
    ours, plain = (many.deck[name].processor / few.deck[name].processor for name in ("ours", "plain"))
    print(f"{slides:.1f} times the slides take {ours:.1f} times as long; with Pandoc {plain:.1f} times\n")


def students(subject: Subject) -> None:
    """Print what packs for a class and for a district take, and a copy more beside a handout more."""
    inside = json.loads(python("stamping.py", str(subject.course), subject.unit))
    print(f"\n{'Packs':14}{'students':>10}{'time':>18}{'a student':>12}{'peak':>10}{'file':>12}")
    costs = {}
    for count in (200, 2000):
        names, target = subject.folder / f"{count}.csv", subject.folder / "packs" / "print.pdf"
        names.write_text(roster(count), "utf-8")
        course = [f"{BIN}/coursepack", "packs", f"{subject.course}", *subject.only]
        costs[count] = cost = run([*course, "--roster", f"{names}", "-o", f"{target.parent}"])
        both, each = f"{cost.seconds:.1f} s ({cost.processor:.1f})", f"{cost.processor / count * 1000:.1f} ms"
        size = f"{target.stat().st_size / 2**20:.1f} MiB"
        print(f"{subject.name:14}{count:10}{both:>18}{each:>12}{cost.peak:6.0f} MiB{size:>12}")
    print(f"2,000 students take {costs[2000].processor / costs[200].processor:.1f} times what 200 take")
    anew, copy = inside["anew"], inside["copy"]
    print(f"A copy more: {copy * 1000:.1f} ms; printed anew: {anew * 1000:.0f} ms; ratio 1/{anew / copy:.0f}")


def pair(ours: Cost, plain: Cost) -> str:
    """Write two costs (seconds on the clock, and of the processor) and their ratio."""
    both = f"{ours.seconds:8.2f} s ({ours.processor:5.2f}){plain.seconds:10.2f} s ({plain.processor:5.2f})"
    return f"{both}{ours.processor / plain.processor:8.2f}"


def python(script: str, *words: str) -> str:
    """Run a script of this folder in a process of its own, so that this one stays small."""
    command = [sys.executable, str(HERE / script), *filter(None, words)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    main()
