"""A course, typed and checked: what `validate` makes and `resolve` reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, PrivateAttr

from coursepack.block import Block, Step
from coursepack.coursefile import CourseFile, Tag
from coursepack.model import SEVERAL, Allowed, Id, Key, Model
from coursepack.problem import Span
from coursepack.text import Line, Prose, Rich

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from coursepack.languages.labels import Labels
    from coursepack.load.table import Table
    from coursepack.values import Values


# What a step of a plan calls all slides of its unit.
ALL = "all"


class Summary(Model):
    """What to keep of a unit."""

    secret: ClassVar[frozenset[str]] = frozenset({"notes"})

    points: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
    next: Line | None = None
    notes: Prose | None = None


class PlanStep(Step):
    """A step of a unit's plan, and what of the unit belongs to it, by ids."""

    secret: ClassVar[frozenset[str]] = frozenset({"teacher", "students", "cut"})

    teacher: Line | None = Field(None, description="What the teacher does, for the teacher's plan")
    students: Line | None = Field(None, description="What the class does, for the teacher's plan")
    cut: Line | None = Field(None, description="What may be left out where time is short, for the teacher's plan")
    sections: Annotated[tuple[Id, ...], SEVERAL] = Field((), description="Read in class")
    slides: Annotated[tuple[Id, ...], SEVERAL] = Field(
        (), description="Sections, or blocks, whose slides are shown; `all` for the whole unit's"
    )
    exercises: Annotated[tuple[Id, ...], SEVERAL] = Field(
        (), description="Done in class: exercises, and questions, debates and tasks that have an id"
    )

    @property
    def shows_all(self) -> bool:
        """Whether all slides of the unit are shown in it."""
        return self.slides == (ALL,)


class UnitFront(Model):
    """The front matter of a unit."""

    secret: ClassVar[frozenset[str]] = frozenset({"opening"})

    id: Id
    title: Line
    short: str = ""
    question: Line | None = None
    minutes: int | None = Field(None, gt=0)
    bring: Line | None = None
    objectives: tuple[Line, ...] = ()
    plan: tuple[PlanStep, ...] = ()
    opening: Prose | None = None
    summary: Summary | None = None
    opener: Literal["page", "head", "none"] | None = Field(
        None,
        description="A page, a head above the text, or the title alone; left out, a page if there is more than a title",
    )
    draft: bool = Field(default=False, description="Left out of everything that is made; `check` reads it")
    allow: Allowed | None = None

    @property
    def opens(self) -> Literal["page", "head", "none"]:
        """How the unit begins: on a page of its own only if there is something on it."""
        holds = self.objectives or self.plan or self.bring
        return self.opener or ("page" if holds else "head")


class PageFront(Model):
    """The front matter of a page that is no unit."""

    id: Id
    title: Line
    allow: Allowed | None = None


class Entry(Model):
    """A term of the glossary: a clause for the margin, a longer text for the end if it needs one."""

    term: str
    language: Tag = Field("", description="Of the term, if it is not the course's: la")
    definition: Line
    full: Line | None = None
    audience: Literal["teacher"] | None = Field(None, alias="for", description="Only in the teacher's copies")


class IndexEntry(Model):
    """An entry of the index and the words that count as a mention of it."""

    # So many references of an entry are looked up; of more, those are printed whose pages speak of it most.
    MOST: ClassVar[int] = 12

    entry: str
    sub: str = ""
    language: Tag = Field("", description="Of these words, if it is not the course's: la")
    find: Annotated[tuple[str, ...], Field(min_length=1)]
    _span: Span | None = PrivateAttr(None)

    def at(self, span: Span) -> Self:
        """Remember where it is written."""
        self._span = span
        return self

    @property
    def span(self) -> Span | None:
        """Where it is written."""
        return self._span


class Name(Model):
    """A person or a body of a work."""

    model_config = ConfigDict(extra="allow")

    family: str = ""
    literal: str = ""


class Date(Model):
    """A date of a work: year, month and day, as far as they are known."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    parts: tuple[tuple[int | str, ...], ...] = Field((), alias="date-parts")


class Work(Model):
    """A work of `references.yaml`: a CSL item. Fields that are not listed here are handed on as they are."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    id: Key
    type: str
    title: str = ""
    short: str = Field("", alias="title-short")
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: Date | None = None


@dataclass(frozen=True)
class Section:
    """A section: its heading (none for the text before the first one) and its blocks."""

    id: str
    title: Rich | None
    blocks: tuple[Block, ...]
    span: Span
    # Its author wrote the id.
    given: bool = True
    new_page: bool = False
    # What else leads to it: ids of sub-headings, and targets of other tools.
    names: tuple[str, ...] = ()
    unnumbered: bool = False
    # It is not in the contents.
    unlisted: bool = False

    def all_blocks(self) -> Iterator[Block]:
        """Yield the blocks in order, each before those inside its texts."""
        for block in self.blocks:
            yield from (block, *block.inside())


@dataclass(frozen=True)
class Part:
    """A unit or page as written: front matter, sections and footnotes; `stem` is its file's name."""

    front: UnitFront | PageFront
    sections: tuple[Section, ...]
    span: Span
    stem: str
    values: Values
    footnotes: Mapping[str, Rich] = field(default_factory=dict)

    def at(self, *path: str | int) -> Span:
        """Return the place of a field of the front matter."""
        return self.values.at(path)

    @property
    def is_named(self) -> bool:
        """Whether its author wrote its id, which else is its file's name."""
        return self.at("id") != self.span

    def told(self) -> Self:
        """Return it with the front matter that the students' copies have."""
        hidden = frozenset(self.front.secrets())
        return replace(self, front=self.front.told(), values=self.values.without(hidden))

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order, each before those inside its texts."""
        return iter(self._blocks)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        # Each stage goes through them, and looks for blocks in texts anew.
        return tuple(chain.from_iterable(section.all_blocks() for section in self.sections))


@dataclass(frozen=True)
class Template:
    """A school's template: its bytes, the layouts chosen by name, and where course.yaml says so.

    `strict` refuses a slide that the template's own form does not hold, instead of giving that form up.
    """

    data: bytes
    at: Span
    layouts: Mapping[str, str]
    places: Mapping[str, Span]
    strict: bool = False


@dataclass(frozen=True)
class Course:
    """The whole course. `tables` and `media` hold the files that blocks name, by their path in the course."""

    file: CourseFile
    front: tuple[Part, ...]
    units: tuple[Part, ...]
    back: tuple[Part, ...]
    glossary: Mapping[str, Entry]
    references: tuple[Mapping[str, Any], ...]
    index: tuple[IndexEntry, ...]
    tables: Mapping[str, Table]
    media: Mapping[str, bytes]
    labels: Labels
    template: Template | None = None
    theme_at: Span | None = None
    # The file of its logo.
    logo: Path | None = None
    # The ids of those of `back` that have a letter, in their order.
    appendices: tuple[str, ...] = ()
    # The titles of parts, by the ids of the units that they begin with.
    headings: Mapping[str, Rich] = field(default_factory=dict)

    def letter(self, part: Part) -> str:
        """Return the letter of an appendix; nothing for any other part."""
        name = part.front.id
        return self.labels.lettered(self.appendices.index(name)).upper() if name in self.appendices else ""

    def parts(self) -> Iterator[Part]:
        """Yield the parts in the order of the printed pack."""
        yield from self.front
        yield from self.units
        yield from self.back

    def named(self) -> Iterator[tuple[str, str, Section]]:
        """Yield what leads to a section beside its own id: the file, the name, and the section."""
        for part in self.parts():
            for section in part.sections:
                yield from ((part.span.file, name, section) for name in section.names if section.title)
