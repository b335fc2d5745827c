"""A course, typed and checked: what `validate` makes and `resolve` reads."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from coursepack import symbol
from coursepack.block import Allowed, Block, Id, Model, Step
from coursepack.language import TAG
from coursepack.number import lettered
from coursepack.text import Line, Prose, Rich

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from coursepack.labels import Labels
    from coursepack.load.table import Table
    from coursepack.problem import Span
    from coursepack.values import Values


# What a step of a plan calls all slides of its unit.
ALL = "all"
# Words of one kind that a course may bind.
MOST = 200


def _tag(tag: str) -> str:
    written = tag.strip().replace("_", "-")
    if not TAG.fullmatch(written):
        message, advice = "`{given}` is no language tag", "Write a tag: `en-GB`, `fr`, `pt-BR`"
        raise PydanticCustomError("language", message, {"given": tag, "help": advice})  # noqa: EM101 pydantic's own form
    return written


def _symbol(pattern: str) -> str:
    said = symbol.mistake(pattern)
    if said:
        advice = "Write what is printed, with `*` for a run of letters, digits and signs: `ISO/*`"
        raise PydanticCustomError("symbol", "{said}", {"said": said, "help": advice})  # noqa: EM101 pydantic's own form
    return pattern


class DeckFile(Model):
    """What `course.yaml` says of the deck: the school's own template and which of its layouts to take; lists."""

    template: str | None = Field(None, description="A .pptx or .potx inside the course's folder")
    references: Literal["unit", "end"] | None = Field(
        None,
        description="A list of what slides cite, after each unit or at the end, beside their feet",
    )
    layouts: dict[str, str] = Field(default_factory=dict, description="Our layout: the name of one of the template's")
    strict: bool = Field(default=False, description="Refuse a slide that the template's own form does not hold")


class BindFile(Model):
    """What a course says of its own words: where a line must not end. Its language says it of words that all use."""

    before: tuple[str, ...] = Field((), max_length=MOST, description="Words that stay with the number after them")
    after: tuple[str, ...] = Field((), max_length=MOST, description="Words that stay with the number before them")
    whole: tuple[Annotated[str, AfterValidator(_symbol)], ...] = Field(
        (), max_length=MOST, description="Symbols kept whole: `*` for letters, digits and signs, `#` for a number"
    )


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


class ExamFile(Model):
    """The head of an exam: above each worksheet, and above each unit of the handout."""

    school: str = Field("", description="Who holds it")
    date: str = Field("", description="2026-11-28 is written as the language does; other words stay as they are")
    duration: int | None = Field(None, gt=0, description="Minutes that are allowed")
    aids: Annotated[tuple[str, ...], BeforeValidator(_several)] = Field((), description="What may be used")


class GroupFile(Model):
    """Units under a title in the contents."""

    title: Line
    units: Annotated[tuple[str, ...], Field(min_length=1)]


class CourseFile(Model):
    """`course.yaml`: what the course is, and the order of its parts."""

    secret: ClassVar[frozenset[str]] = frozenset({"opening"})

    title: str
    subtitle: str = ""
    language: Annotated[str, AfterValidator(_tag)] = Field("en", description="A language tag: en-GB, fr, ar")
    level: str = ""
    term: str = ""
    edition: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    sign: str | None = Field(None, description="A picture for the cover")
    sign_alt: str = ""
    logo: str | None = Field(None, description="The school's: on cover, pages and slides, in place of the theme's")
    logo_alt: str = Field("", alias="logo-alt", description="What the logo shows; the footer's words if left out")
    footer: str = Field("", description="Words at the foot of pages and slides, in place of the title")
    exam: ExamFile | None = Field(None, description="The head of an exam")
    description: str = Field("", description="What the files say of themselves")
    lesson: int | None = Field(None, gt=0, description="Minutes of a lesson: plans say where to stop in longer units")
    keywords: tuple[str, ...] = ()
    opening: Prose | None = Field(None, description="Speaker notes of the deck's first slides")
    front: tuple[str, ...] = ()
    shared: Annotated[tuple[str, ...], BeforeValidator(_several)] = Field(
        (), description="A folder beside the course, or some: what the course has not is looked for there"
    )
    seed: Annotated[str, BeforeValidator(str)] = Field(
        "", description="Orders and numbers of exercises follow from it: change it to draw anew"
    )
    bind: BindFile = Field(BindFile(), description="Words and symbols of the course that a line's end must not part")
    theme: str = Field("", description="The look: a theme of coursepack's, or of the course's own `templates/themes`")
    paper: Literal["full", "thrifty"] = Field(
        "full", description="How much paper: `thrifty` sets exercises closely, to be answered on paper of one's own"
    )
    ink: Literal["colour", "black"] = Field("colour", description="`black` prints pages with black ink alone")
    slides: Literal["auto", "written"] = Field(
        "auto", description="Whether a section without slides gets some of its heading, lists, figures and exercises"
    )
    notes_page: bool = Field(
        default=True,
        alias="notes-page",
        description="Rule what the last page of a unit leaves free",
    )
    deck: DeckFile | None = Field(None, description="The school's own template; lists of works")
    units: Annotated[tuple[str, ...], Field(min_length=1)] = Field(
        (), validate_default=False, description="The units' files in order; left out, all of `units/`, or of the folder"
    )
    parts: tuple[GroupFile, ...] = Field((), description="In place of `units`: units in groups, each with a title")
    appendices: tuple[str, ...] = Field((), description="Pages after the units that have letters: Appendix A, B …")
    back: tuple[str, ...] = ()
    allow: Allowed | None = None


class Summary(Model):
    """What to keep of a unit."""

    secret: ClassVar[frozenset[str]] = frozenset({"notes"})

    points: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
    next: Line | None = None
    notes: Prose | None = None


class PlanStep(Step):
    """A step of a unit's plan, and what of the unit belongs to it, by ids."""

    sections: Annotated[tuple[Id, ...], BeforeValidator(_several)] = Field((), description="Read in class")
    slides: Annotated[tuple[Id, ...], BeforeValidator(_several)] = Field(
        (), description="Sections, or blocks, whose slides are shown; `all` for the whole unit's"
    )
    exercises: Annotated[tuple[Id, ...], BeforeValidator(_several)] = Field(
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
    definition: Line
    full: Line | None = None
    audience: Literal["teacher"] | None = Field(None, alias="for", description="Only in the teacher's copies")


class IndexEntry(Model):
    """An entry of the index and the words that count as a mention of it."""

    entry: str
    sub: str = ""
    find: Annotated[tuple[str, ...], Field(min_length=1)]


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

    id: Id
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
        return lettered(self.appendices.index(name)).upper() if name in self.appendices else ""

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
