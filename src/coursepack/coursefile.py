"""What `course.yaml` says, typed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from coursepack import symbol
from coursepack.languages.language import TAG
from coursepack.model import SEVERAL, Allowed, Model
from coursepack.text import Line, Prose

# Words of one kind that a course may bind, and abbreviations that it spells out.
MOST = 200


def _tag(tag: str) -> str:
    written = tag.strip().replace("_", "-")
    if not TAG.fullmatch(written):
        message, advice = "`{given}` is no language tag", "Write a tag: `en-GB`, `fr`, `pt-BR`"
        raise PydanticCustomError("language", message, {"given": tag, "help": advice})  # noqa: EM101 pydantic's own form
    return written


Tag = Annotated[str, AfterValidator(_tag)]


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


class ExamFile(Model):
    """The head of an exam: above each worksheet, and above each unit of the handout."""

    school: str = Field("", description="Who holds it")
    date: str = Field("", description="2026-11-28 is written as the language does; other words stay as they are")
    duration: int | None = Field(None, gt=0, description="Minutes that are allowed")
    aids: Annotated[tuple[str, ...], SEVERAL] = Field((), description="What may be used")


class GroupFile(Model):
    """Units under a title in the contents."""

    title: Line
    units: Annotated[tuple[str, ...], Field(min_length=1)]


class CourseFile(Model):
    """`course.yaml`: what the course is, and the order of its parts."""

    secret: ClassVar[frozenset[str]] = frozenset({"opening"})

    title: str
    subtitle: str = ""
    language: Tag = Field("en", description="A language tag: en-GB, fr, ar")
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
    shared: Annotated[tuple[str, ...], SEVERAL] = Field(
        (), description="A folder beside the course, or some: what the course has not is looked for there"
    )
    seed: Annotated[str, BeforeValidator(str)] = Field(
        "", description="Orders and numbers of exercises follow from it: change it to draw anew"
    )
    bind: BindFile = Field(BindFile(), description="Words and symbols of the course that a line's end must not part")
    abbreviations: dict[str, Annotated[str, Field(min_length=1)]] = Field(
        default_factory=dict, max_length=MOST, description="What abbreviations stand for, for those who listen: `UN: …`"
    )
    theme: str = Field("", description="The look: a theme of coursepack's, or of the course's own `templates/themes`")
    paper: Literal["full", "thrifty"] = Field(
        "full", description="How much paper: `thrifty` sets exercises closely, to be answered on paper of one's own"
    )
    ink: Literal["colour", "black"] = Field("colour", description="`black` prints pages with black ink alone")
    tint: Literal["white", "cream"] = Field("white", description="`cream` prints pages on a ground that glares less")
    slides: Literal["auto", "written"] = Field(
        "auto", description="Whether a section without slides gets some of its heading, lists, figures and exercises"
    )
    notes_page: bool = Field(
        default=True,
        alias="notes-page",
        description="Rule what the last page of a unit leaves free",
    )
    deck: DeckFile | None = Field(None, description="The school's own template; lists of works")
    works: Literal["end", "unit"] = Field(
        "end", description="Where works are listed: at the end, or after each unit and page that cites some"
    )
    units: Annotated[tuple[str, ...], Field(min_length=1)] = Field(
        (), validate_default=False, description="The units' files in order; left out, all of `units/`, or of the folder"
    )
    parts: tuple[GroupFile, ...] = Field((), description="In place of `units`: units in groups, each with a title")
    appendices: tuple[str, ...] = Field((), description="Pages after the units that have letters: Appendix A, B …")
    back: tuple[str, ...] = ()
    allow: Allowed | None = None
