"""A pack: one copy of a course with everything decided that is not layout. What the renderers read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING, Any, Literal

from coursepack.task import form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.block import Block
    from coursepack.course import Course, Entry, Part
    from coursepack.languages.labels import Labels
    from coursepack.problem import Span
    from coursepack.task import Task, Write
    from coursepack.text import Rich

Medium = Literal["handout", "slides"]
Edition = Literal["student", "teacher", "key", "players"]


@dataclass(frozen=True)
class Copy:
    """Whose copy it is; `variant` counts from 0 for A, the one that every copy is unless it is said otherwise.

    The `key` is nobody's: it holds what is for students and what is for teachers, with every answer. The `players` have
    what students have, and what each of them alone knows in a game.
    """

    edition: Edition = "student"
    variant: int = 0

    @property
    def answers(self) -> bool:
        """Whether the copy has the answers."""
        return self.edition in {"teacher", "key"}

    def shows(self, audience: str | None) -> bool:
        """Tell whether the copy has what is written for these readers; `None` is for all."""
        edition = "student" if self.edition == "players" else self.edition
        return audience in {None, edition} or self.edition == "key"


@dataclass(frozen=True)
class Target:
    """What a reference leads to: its printed name ("Figure 3.1"), its number ("3.1") and its title."""

    kind: str
    name: str
    number: str
    title: Rich | None
    id: str


@dataclass(frozen=True)
class Item:
    """A block in its place; `target` is set for the numbered kinds, `task` is what an exercise asks in this copy.

    `further` is what its parts ask after that.
    """

    block: Block
    kind: str
    target: Target | None
    task: Task | None = None

    # Where a paper of the copy's variant has it among others: a number drawn from its id.
    place: int = 0
    further: Write | None = None
    # Its author wrote no slide: the one that it has is made of what stands on paper.
    made: bool = False

    @property
    def counted(self) -> float:
        """The points that go into the sum of the unit."""
        return 0 if self.bonus else getattr(self.block, "worth", 0)

    @property
    def bonus(self) -> float:
        """The points that come on top of it."""
        return getattr(self.block, "worth", 0) if getattr(self.block, "bonus", False) else 0

    def needs(self) -> tuple[str, ...]:
        """Return the ids of what a reader needs beside it: what it is about, and what its printed texts refer to."""
        led = (name for _, name, _ in self.block.leads())
        return tuple(dict.fromkeys((*led, *self._named())))

    def unnamed(self) -> tuple[str, ...]:
        """Return the ids of what it is about and its printed texts do not name."""
        named = set(self._named())
        return tuple(name for _, name, _ in self.block.leads() if name not in named)

    def _named(self) -> Iterator[str]:
        marks = (token.meta for text in self.block.printed() for token, _ in text.marks("ref"))
        return (meta["id"] for meta in marks if meta["kind"] != "section")

    def numbered(self, number: int) -> Item:
        """Return an exercise under another number."""
        if self.target is None:
            return self
        name = f"{self.target.name.removesuffix(self.target.number)}{number}"
        return replace(self, target=replace(self.target, name=name, number=str(number)))

    @property
    def form(self) -> str:
        """The form of its task, as templates are named after it; empty for what is no exercise."""
        return form(self.task) if self.task else ""


@dataclass(frozen=True)
class PackSection:
    """A section: its number ("3.1"; none on pages, and where its author wants none), its heading, and its items."""

    id: str
    number: str
    title: Rich | None
    items: tuple[Item, ...]
    span: Span
    new_page: bool = False

    # What references may lead to inside the texts of its blocks.
    inside: tuple[Target, ...] = ()
    # It is not in the contents.
    unlisted: bool = False

    def on(self, medium: Medium) -> tuple[Item, ...]:
        """Return the items that go to an output."""
        return tuple(item for item in self.items if item.block.goes_to(medium))


@dataclass(frozen=True)
class PackPart:
    """A unit (with its number) or page (number 0); an appendix is a page with a `letter`.

    `explained` are the places where a term stands for the first time in this part; `works` are cited in it.
    """

    part: Part
    number: int
    sections: tuple[PackSection, ...]
    explained: Mapping[Span, str]
    works: tuple[str, ...]
    letter: str = ""
    # The title of the part of the course that it begins.
    heading: Rich | None = None
    # What it says before its first heading, for the notes of its opening slide: a student's copy has none.
    said: Rich | None = None

    def shown(self) -> set[str]:
        """Return the works that the part's slides name: the handout has the whole list."""
        blocks = (item.block for section in self.sections for item in section.on("slides"))
        said = (key for token, _ in (self.said.marks("cite") if self.said else ()) for key, _ in token.meta["items"])
        return {key for block in blocks for key in block.works()}.union(said)

    @property
    def spent(self) -> int:
        """The minutes that its slides and blocks name, breaks left out: the plan counts what is taught."""
        return sum(item.block.spent for section in self.sections for item in section.items if item.kind != "break")

    def stops(self, lesson: int) -> dict[int, list[tuple[int, int]]]:
        """Return where lessons of so many minutes end inside the plan: by step, from 0, the lesson's number and minute.

        The minute is that of the step; where the plan ends there is nothing to say.
        """
        found: dict[int, list[tuple[int, int]]] = {}
        plan = self.front.plan
        ends = list(accumulate(step.minutes for step in plan)) or [0]
        for number, end in enumerate(range(lesson, ends[-1], lesson), 1):
            place = bisect_left(ends, end)
            found.setdefault(place, []).append((number, end - ends[place] + plan[place].minutes))
        return found

    def done(self, place: str) -> list[Item]:
        """Return the exercises that are done in a place: `class`, `home`, `lesson`, `extension`."""
        return [item for item in self.exercises() if getattr(item.block, "done", "") == place]

    def ids(self) -> set[str]:
        """Return the ids that a reference inside this part can lead to."""
        items = {item.block.id for section in self.sections for item in section.items if item.block.id}
        inside = {target.id for section in self.sections for target in section.inside}
        return {self.front.id, *(section.id for section in self.sections)} | items | inside

    def items(self, medium: Medium = "handout") -> Iterator[Item]:
        """Yield its items that go to an output, in order."""
        return (item for section in self.sections for item in section.on(medium))

    def above(self, item: Item) -> tuple[PackSection, Rich | None]:
        """Return the section of an item, and the last sub-heading before it there."""
        section = next(one for one in self.sections if item in one.items)
        before = takewhile(lambda one: one is not item, section.items)
        texts = (text for one in before if one.kind == "text" for text in one.block.printed())
        heads = [head for text in texts for head in _headings(text)]
        return section, heads[-1] if heads else None

    def exercises(self) -> list[Item]:
        """Return its printed exercises that have a number: what all copies have, and what is graded."""
        return [item for item in self.items() if item.task and item.target and item.target.number]

    def mixed(self) -> list[Item]:
        """Return its exercises as a paper of the copy's variant has them: in an order of its own, numbered from 1."""
        found = sorted(self.exercises(), key=lambda item: item.place)
        return [item.numbered(number) for number, item in enumerate(found, 1)]

    def testing(self, objective: int) -> list[Item]:
        """Return the exercises that test an objective, counted from 1."""
        return [item for item in self.exercises() if objective in getattr(item.block, "objectives", ())]

    def untested(self) -> list[int]:
        """Return the objectives that no exercise tests."""
        return [number for number, _ in enumerate(self.front.objectives, 1) if not self.testing(number)]

    @property
    def front(self) -> Any:  # noqa: ANN401 a unit's front matter or a page's
        """The front matter."""
        return self.part.front


def _headings(text: Rich) -> Iterator[Rich]:
    """Yield the words of the headings in a text."""
    for token, inline in pairwise(text.tokens):
        if token.type == "heading_open":
            yield replace(text, tokens=(inline,))


@dataclass(frozen=True)
class Work:
    """A work cited: its key and, as HTML, its short form, its entry in the list, and the entry without its address."""

    key: str
    short: str
    entry: str
    brief: str


@dataclass(frozen=True)
class Pack:
    """One copy of a course.

    `explained` are the places where a term stands for the first time in the whole pack; `footnotes` are the numbers of
    footnotes, by the places where they are named; `works` are in the order of the bibliography.
    """

    course: Course
    copy: Copy
    labels: Labels
    front: tuple[PackPart, ...]
    units: tuple[PackPart, ...]
    back: tuple[PackPart, ...]
    targets: Mapping[str, Target]
    explained: Mapping[Span, str]
    footnotes: Mapping[Span, int]
    glossary: tuple[tuple[str, Entry], ...]
    works: Mapping[str, Work]

    def parts(self) -> tuple[PackPart, ...]:
        """Return the parts in the order of the printed pack."""
        return (*self.front, *self.units, *self.back)
