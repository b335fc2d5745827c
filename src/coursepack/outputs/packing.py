"""How a pack is made for every student: a variant is printed once, and becomes each student's by a stamp."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING

from coursepack.build import read as read_course
from coursepack.build import stop
from coursepack.chance import name_of
from coursepack.languages.language import counted
from coursepack.load import gate
from coursepack.load.cell import Source
from coursepack.load.sheet import parted, read
from coursepack.outputs import classlist
from coursepack.outputs.companion import paper_of
from coursepack.outputs.output import Later
from coursepack.pack import Copy
from coursepack.press.copy import tail
from coursepack.problem import ContentError, Problem, Span
from coursepack.render.figures.qr import head, token
from coursepack.render.look import glyphs
from coursepack.render.look.design import data
from coursepack.render.look.foot import MM, foot
from coursepack.render.look.templates import reporting
from coursepack.render.words.nameline import faces, lines, said, style
from coursepack.resolve.seating import alike, seated
from coursepack.validate.header import Words
from coursepack.validate.roster import Rules, roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coursepack.build import Findings, Ready
    from coursepack.judge import verdict as judging
    from coursepack.pack import PackPart
    from coursepack.press import base as ground
    from coursepack.press import stack as pile
    from coursepack.press.base import Base
    from coursepack.render.handout import pages as press
    from coursepack.render.handout import stamps as stamping
    from coursepack.render.handout.stamps import Batch, Wanted
    from coursepack.render.look.foot import Foot
    from coursepack.roster import Seated
    from coursepack.run.jobs import Run
    from coursepack.stamp import Stamp
else:
    judging = Later("coursepack.judge.verdict")
    ground, pile = Later("coursepack.press.base"), Later("coursepack.press.stack")
    press, stamping = Later("coursepack.render.handout.pages"), Later("coursepack.render.handout.stamps")

# The outputs that a teacher gets of each variant, as far as there are such outputs.
KEYS = ("key",)
# So many stamps are one job: less than a second's work, and enough that sending it does not count.
BATCH = 25


@dataclass(frozen=True)
class Wish:
    """What is to be made: of which units (of the whole course, if none is named), for whom, in how many variants."""

    root: Path
    roster: Path
    units: tuple[str, ...] = ()
    variants: int = 4
    paper: str = "a4"
    each: bool = False


@dataclass(frozen=True)
class PrintJob:
    """A job: print a variant of a unit, as an output or to be stamped. `inputs` is what it must be printed from."""

    root: Path
    inputs: str
    unit: str
    variant: int
    paper: str
    output: str = ""


@dataclass(frozen=True)
class Packs:
    """The files to write, by their names, and what is to be said."""

    files: Iterator[tuple[str, Iterable[bytes]]]
    size: str
    notices: tuple[Problem, ...]


def make(wish: Wish, run: Run, name: str = "print.pdf") -> Packs:
    """Check everything, print the variants, and return the files, which are stamped when they are asked for.

    Raises:
        ContentError: with every problem of the course, or every one of the roster.
    """
    work = _Work(wish, run, name)
    return Packs(work.files(), work.size, tuple(work.problems))


class _Work:
    """A course and a roster, both checked, and the variants printed."""

    def __init__(self, wish: Wish, run: Run, name: str) -> None:
        self.wish, self.run, self.name = wish, run, name
        self.course: Ready = judging.verdict(wish.root, paper=wish.paper)
        self.problems: list[Problem] = list(self.course.notices)
        self.paper = paper_of(self.course, wish.paper)
        self.units: list[PackPart | None] = [self.course.unit(one) for one in wish.units] or [None]
        self.foot, self.seated = _read(wish, self.course, self.problems)
        self.used = sorted({one.variant for one in self.seated})
        made = list(run(printed, [self.job(unit, variant) for unit in self.units for variant in self.used]))
        self.problems += [problem for _, found in made for problem in found]
        self.bases = [base for base, _ in made]

    @property
    def size(self) -> str:
        """How much was made."""
        pages = sum(base.pages for unit in range(len(self.units)) for base in self.order(unit))
        letters = "".join(map(name_of, self.used))
        students, sheets = counted(len(self.seated), "student", "students"), counted(pages // 2, "sheet", "sheets")
        return f"{students}, variants {letters}, {counted(pages, 'page', 'pages')}, {sheets} on both sides"

    def order(self, unit: int) -> list[Base]:
        """Return whose base is which: the students' variants of a unit, in the order of the roster."""
        own = self.bases[unit * len(self.used) :]
        return [own[self.used.index(one.variant)] for one in self.seated]

    def job(self, unit: PackPart | None, variant: int, output: str = "") -> PrintJob:
        """Return the job that prints a variant."""
        stem = unit.part.stem if unit else ""
        return PrintJob(self.wish.root.resolve(), self.course.inputs, stem, variant, self.wish.paper, output)

    def files(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield the files, unit by unit; with several of them, each has a folder."""
        for place, unit in enumerate(self.units):
            folder = f"{unit.part.stem}/" if unit and len(self.units) > 1 else ""
            for name, parts in chain(self.packs(place, unit), self.beside(unit)):
                yield f"{folder}{name}", parts

    def packs(self, place: int, unit: PackPart | None) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield the students' packs, as one file or as one each, which the row of the roster names."""
        order = self.order(place)
        made = self.stamps(unit, order)
        if self.wish.each:
            for one, base, stamp in zip(self.seated, order, made, strict=True):
                yield f"each/{one.student.row:04}.pdf", (base.data, tail(base, stamp))
        else:
            own = self.bases[place * len(self.used) :][: len(self.used)]
            yield self.name, pile.stack(own, [self.used.index(one.variant) for one in self.seated], made)

    def stamps(self, unit: PackPart | None, order: Sequence[Base]) -> Iterator[Stamp]:
        """Make the stamps of a unit, in the order of the roster."""
        design = self.course.design
        with reporting(design.templates):
            css, fonts = style(design, self.foot)
            batches = [self.batch(unit, order, start) for start in range(0, len(order), BATCH)]
        look = stamping.Style(css, fonts, self.paper.text * MM, self.foot.code.side * MM, design.theme.black)
        return chain.from_iterable(self.run(partial(stamping.stamps, look), batches))

    def batch(self, unit: PackPart | None, order: Sequence[Base], start: int) -> Batch:
        """Return the job that makes some stamps."""
        some, bases = self.seated[start : start + BATCH], order[start : start + BATCH]
        wanted = tuple(self.wanted(unit, one, base.pages) for one, base in zip(some, bases, strict=True))
        return stamping.Batch(lines(some, self.course.design, self.course.course.file.language), wanted)

    def wanted(self, unit: PackPart | None, one: Seated, pages: int) -> Wanted:
        """Return what a student's stamp is made from."""
        code = head(self.identity, unit.number if unit else 0, self.token(unit, one), one.variant)
        return stamping.Wanted(said(one, self.course.design), f"{one.student.name} ({one.letter})", code, pages)

    @property
    def identity(self) -> str:
        """What codes call the course: its folder's name."""
        return self.wish.root.resolve().name

    def token(self, unit: PackPart | None, one: Seated) -> str:
        """Return the number that stands for a student."""
        whole = self.course.course.file
        return token(self.identity, whole.seed, unit.front.id if unit else "", one.student.id)

    def beside(self, unit: PackPart | None) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield what is for the teacher: the class list, and the keys of the variants."""
        codes = [(one, self.token(unit, one)) for one in self.seated]
        yield "list.pdf", (classlist.make(self.course, unit, self.paper, codes, self.foot),)
        there = [name for name in KEYS if find_spec(f"coursepack.outputs.{name}")]
        jobs = [self.job(unit, variant, name) for name in there for variant in self.used]
        for job, made in zip(jobs, self.run(output, jobs), strict=True):
            yield f"{job.output}-{name_of(job.variant)}.pdf", (made,)


def _read(wish: Wish, course: Ready, problems: list[Problem]) -> tuple[Foot, tuple[Seated, ...]]:
    """Read who gets which variant; no report shows a row."""
    own = foot(course.design, problems)
    words = data(course.design.templates, "packs/roster.yaml", Words, problems)
    name, sheet = parted(wish.roster.as_posix())
    file, language = Path(name), course.course.file.language
    if not file.is_file():
        problems.append(Problem(Span(name), "missing-file", "there is no such roster", "Name a CSV file or a workbook"))
    stop(problems)
    if own is None or words is None:
        raise ContentError(problems)
    found = list[Problem]()
    rows = read(_opened(file), Source(name, sheet, language=language), found).rows
    problems += [replace(problem, private=True) for problem in found]
    if not rows:
        stop(problems)
    characters = glyphs.characters(faces(course.design, own).values())
    bringing = partial(glyphs.uninstalled, theme=course.design.theme)
    students = roster(rows, name, Rules(wish.variants, words, characters, language, bringing), problems)
    stop(problems)
    all_seated = seated(students, wish.variants)
    problems.extend(alike(all_seated, wish.variants))
    return own, all_seated


def _opened(file: Path) -> bytes:
    """Return the bytes of a roster, which may lie anywhere."""
    try:
        return gate.read(file)
    except gate.GateError as error:
        said = f"the roster {error.said}"
        raise ContentError([Problem(Span(file.as_posix()), error.code, said, error.advice, private=True)]) from error


def _again(job: PrintJob, copy: Copy) -> Ready:
    """Read the course where the job is run.

    Raises:
        ContentError: it is not there, or another state of it; the problem names the machine.
    """
    if not job.root.is_dir():
        said = f"the machine {gethostname()} has no such folder"
        advice = "Let every worker see the course at the same path"
        raise ContentError([Problem(Span(job.root.as_posix()), "no-course", said, advice)])
    return _course(job.root, job.paper, job.inputs).ready(copy)


@lru_cache(maxsize=1)
def _course(root: Path, paper: str, inputs: str) -> Findings:
    """Read the course that jobs are made from: a worker does so once for all of them.

    Raises:
        ContentError: it is another state of it; the problem names the machine.
    """
    found = read_course(root, paper)
    if found.inputs != inputs:
        said = f"the course was changed, or the machine {gethostname()} has another state of it"
        raise ContentError([Problem(Span(root.as_posix()), "other-course", said, "Give all workers the same folder")])
    stop(found.problems)
    return found


def printed(job: PrintJob) -> tuple[Base, tuple[Problem, ...]]:
    """Print a variant of the students' handout on whole leaves, and make it ready to be stamped."""
    course, problems = _again(job, Copy(variant=job.variant)), list[Problem]()
    unit, paper, own = course.unit(job.unit) if job.unit else None, paper_of(course, job.paper), foot(course.design, [])
    with reporting(course.design.templates):
        design = course.design
        made = press.print_handout(course.pack, design.theme, paper, design.templates, unit, leaves=True)
    stop(made.problems)
    if own is None:
        raise ContentError(problems)
    turned = design.labels.leads_right
    feet = (own.on(paper, design.theme, left=turned), own.on(paper, design.theme, left=not turned))
    return ground.prepare(made.pdf, feet), tuple(made.problems)


def output(job: PrintJob) -> bytes:
    """Make another output of a variant, for the teacher."""
    course = _again(job, Copy(variant=job.variant))
    made = import_module(f"coursepack.outputs.{job.output}").make(
        course, course.unit(job.unit) if job.unit else None, job.paper
    )
    return bytes(made.data)
