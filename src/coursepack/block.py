"""What every block has: an id, where it goes, for whom, and its short form on a slide."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from types import NoneType
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints
from pydantic_core import PydanticCustomError

from coursepack.load.attributes import LETTERS
from coursepack.problem import Span
from coursepack.text import Line, Prose, Rich, plain
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from markdown_it.token import Token

    from coursepack.load.table import Table
    from coursepack.problem import Problem
    from coursepack.values import Path

ID = re.compile(rf"[{LETTERS}0-9][{LETTERS}0-9-]*")


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        message = "`{given}` is no id"
        raise PydanticCustomError("id", message, {"given": value, "help": "Use letters, digits and hyphens"})  # noqa: EM101 pydantic's own form
    return value


Id = Annotated[str, AfterValidator(_id)]
# A text without marks that must say something.
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# For what is one value or a list of some.
SEVERAL = BeforeValidator(lambda value: value if isinstance(value, list) else [value])
# What `check` finds here and shall not say again: codes, each with the reason. No student's copy has it.
ALLOW = "allow"
# Kinds of values that hold no text with inline marks.
_PLAIN = frozenset({NoneType, bool, float, int, str})
Allowed = Annotated[
    dict[str, Words], Field(description="Findings of `check` that are right here: a code and the reason")
]


class Model(BaseModel):
    """A frozen model that knows no other fields."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True, defer_build=True
    )

    # Fields that stay out of the students' copies: answers, and what only the lecturer says.
    secret: ClassVar[frozenset[str]] = frozenset()

    def texts(self) -> Iterator[Rich]:
        """Yield every text with inline marks, in the order of the fields; after each those of the blocks inside it."""
        return _texts(self)

    def inside(self) -> Iterator[Block]:
        """Yield the blocks inside its texts, in order and however deep."""
        return (block for text in own_texts(self) for block in _nested(text))

    def holding(self, change: Callable[[Block], Block | None]) -> Self:
        """Return it with each block inside its texts as `change` has it; one that comes to `None` is left out."""
        if not any(True for _ in self.inside()):
            return self
        return self.model_copy(update={name: _holding(value, change) for name, value in self})

    def told(self) -> Self:
        """Return it as the students' copies have it: without what is secret at any depth, so that no view can show it.

        A text is empty then, and all else is `None`.
        """
        hidden = self.secret | {ALLOW}
        return self.model_copy(update={name: _told(value, secret=name in hidden) for name, value in self})

    def rewritten(self, change: Callable[[Token], Token]) -> Self:
        """Return it with the innermost tokens of all its texts changed."""
        return self.model_copy(update={name: rewritten(value, change) for name, value in self})

    def secrets(self) -> Iterator[Path]:
        """Yield the places in the file of what `told` takes away."""
        for name, value in self:
            if name in self.secret or (name == ALLOW and value):
                yield (name,)
            else:
                yield from ((name, *path) for path in _secrets(value))


class SlideForm(Model):
    """The short form of a block in the deck; a block that has a title of its own needs none here."""

    secret: ClassVar[frozenset[str]] = frozenset({"notes"})

    title: Line | None = Field(None, description="Says something, on one line: about 38 characters")
    source: Line | None = Field(None, description="A shorter source line, where the printed one is long")
    notes: Prose | None = Field(None, description="Said aloud while the slide is shown")
    minutes: int | None = Field(None, gt=0, description="How long the class stays with it")


class Step(Model):
    """A step of a lesson or of a game."""

    do: Line
    what: Line
    minutes: int = Field(gt=0)


class Block(Model):
    """A block of a unit or page."""

    # Fields that no student's pack prints.
    unprinted: ClassVar[frozenset[str]] = frozenset({"slide"})
    # The counter that numbers this kind ("figure", "table", "source"), or None.
    counter: ClassVar[str | None] = None
    # It may stand inside a text, among its paragraphs.
    stands_inside: ClassVar[bool] = True
    # Its texts may hold `{{x}}`, a number that each copy draws.
    draws: ClassVar[bool] = False
    # A bare kind is numbered without a title, and stands in no list of figures.
    bare: ClassVar[bool] = False
    # Fields that hold a formula in LaTeX.
    formulas: ClassVar[frozenset[str]] = frozenset()
    # The field that names the slide of a block whose short form has no title.
    titled: ClassVar[str] = "title"
    # The slide of such a kind is named after its unit where the author gives no title.
    titled_by_unit: ClassVar[bool] = False

    id: Id | None = Field(None, description="Unique in the whole course")
    on: Literal["handout", "slides"] | None = Field(None, description="Only there; both if left out")
    audience: Literal["teacher", "student"] | None = Field(None, alias="for", description="Only in that edition")
    allow: Allowed | None = None
    slide: SlideForm | None = None

    _values: Values | None = PrivateAttr(None)
    _span: Span = PrivateAttr(Span("?"))

    def placed(self, values: Values, span: Span) -> None:
        """Remember where the block and its fields were written."""
        self._values = values
        self._span = span

    def placed_as(self, other: Block) -> None:
        """Remember the places of a block that this one is made of."""
        self._values, self._span = other._values, other._span

    def placed_at(self, span: Span) -> None:
        """Remember where a block without a fence begins."""
        self._span = span

    @classmethod
    def kind_name(cls) -> str:
        """The kind as authors write it: the name of its module."""
        return cls.__module__.rsplit(".", 1)[-1].replace("_", "-")

    @property
    def counted(self) -> str | None:
        """What numbers the block, if it has a number: its counter, for a block with an id and a title."""
        return self.counter if self.id and (self.bare or getattr(self, "title", None)) else None

    @property
    def called(self) -> tuple[str, ...]:
        """What a reference may call it, as in `@figure:id`; the first is advised."""
        return (self.kind_name(),)

    @property
    def answered(self) -> bool:
        """Whether there may be something in it that only the teacher reads."""
        return bool(self.secret)

    def named(self, labels: Mapping[str, object]) -> str:
        """Return the printed word before its number."""
        return str(labels[self.counted or ""])

    @property
    def span(self) -> Span:
        """The place of the block's fence."""
        return self._span

    def at(self, *path: str | int) -> Span:
        """Return the place of a field."""
        return self._values.at(path) if self._values else self._span

    def written(self, *path: str | int) -> object:
        """Return what the file has for a field, with its places; nothing in a copy for students."""
        value = self._values.value if self._values else None
        for step in path:
            value = value[step] if value is not None else None
        return value

    @property
    def anchor(self) -> str:
        """Where links and page numbers find the block: its id, or where it is written. No id has a dot."""
        return self.id or f"at.{PurePosixPath(self.span.file).stem}.{self.span.line}"

    @property
    def spent(self) -> int:
        """The minutes that the class spends with the block; 0 where nothing says."""
        own: int | None = getattr(self, "minutes", None)
        return own or (self.slide.minutes if self.slide else None) or 0

    def kept_back(self) -> tuple[Block, ...]:
        """Return the blocks inside its texts that the teacher alone has: the outermost ones."""
        told = [value for name, value in self if name not in self.secret]
        inner = [block for value in told for text in own_texts(value) for block in text.blocks()]
        return tuple(kept for one in inner for kept in ((one,) if one.audience == "teacher" else one.kept_back()))

    def told(self) -> Self:
        """Return the block as the students' copies have it, and without its file: it has what is taken away."""
        bare = super().told()
        bare._values = self._values.without(frozenset(self.secrets())) if self._values else None  # noqa: SLF001 its own
        return bare

    def printed(self) -> Iterator[Rich]:
        """Yield the texts that every copy prints."""
        for name in type(self).model_fields:
            if name not in self.unprinted | self.secret:
                yield from _texts(getattr(self, name))

    def works(self, *, printed: bool = False) -> Iterator[str]:
        """Yield the keys of the works that the block cites, anywhere or in print."""
        for text in self.printed() if printed else self.texts():
            for token, _ in text.marks("cite"):
                yield from (key for key, _ in token.meta["items"])
        for block in (self, *(self.told() if printed else self).inside()):
            cite = getattr(block, "cite", None)
            if cite:
                yield cite

    def leads(self) -> Iterable[tuple[str, str, Span]]:
        """Yield the blocks that a field names: kind, id, and the place of the field."""
        return ()

    def files(self) -> Iterable[tuple[str, Span, Literal["data", "media"]]]:
        """Yield the files that the block names."""
        return ()

    def all_files(self) -> Iterator[tuple[str, Span, Literal["data", "media"]]]:
        """Yield the files that it cannot be shown without: those that it names, and pictures in its lines."""
        yield from self.files()
        for text in {id(one): one for one in (*self.texts(), *self.printed())}.values():
            yield from ((str(token.attrs["src"]), at, "media") for token, at in text.pictures())

    def choices(self) -> tuple[str | None, ...]:
        """Return the ids of what it gives to choose from, in the author's order: `{option:…}` names them."""
        return ()

    def named_choices(self) -> dict[str, int]:
        """Return the names that `{option:…}` may say, each with the author's number of the option, from 0."""
        ids = self.choices()
        return {str(number + 1): number for number in range(len(ids))} | {
            name: number for number, name in enumerate(ids) if name
        }

    def goes_to(self, medium: Literal["handout", "slides"]) -> bool:
        """Tell whether the block goes to an output; a block without a short form stays on paper."""
        return self.on in {None, medium} and (medium == "handout" or self.slide is not None)

    def on_paper(self) -> Iterator[Block]:
        """Yield it and the blocks inside its texts, in order and however deep, without those that slides alone have."""
        if self.goes_to("handout"):
            yield self
            inside = (block for text in own_texts(self) for block in text.blocks())
            yield from (one for block in inside for one in block.on_paper())

    def slide_title(self) -> tuple[Rich | None, Span]:
        """Return the title of the block's slide, and where it is written."""
        own = self.slide.title if self.slide else None
        return (own, self.at("slide", "title")) if own else (getattr(self, self.titled, None), self.at(self.titled))

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 for kinds that have data
        """Yield what only this kind can find wrong; `tables` holds the data files that could be read."""
        return ()


def _told(value: object, *, secret: bool = False) -> object:
    if secret:
        return plain("") if isinstance(value, Rich) else None
    if isinstance(value, Model):
        return value.told()
    if isinstance(value, Rich):
        return value.holding(lambda block: None if block.audience == "teacher" else block.told())
    return tuple(_told(item) for item in value) if isinstance(value, tuple) else value


def rewritten(value: object, change: Callable[[Token], Token]) -> object:
    """Return the value of a field with the innermost tokens of all its texts changed."""
    if isinstance(value, Rich | Model):
        return value.rewritten(change)
    return tuple(rewritten(item, change) for item in value) if isinstance(value, tuple) else value


def _secrets(value: object) -> Iterator[Path]:
    if isinstance(value, Model):
        yield from value.secrets()
    elif isinstance(value, Rich):
        # A text that holds blocks is written with all that they hold.
        yield from ((),) if any(True for _ in value.blocks()) else ()
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from ((index, *path) for path in _secrets(item))


def _texts(value: object) -> Iterator[Rich]:
    for text in own_texts(value):
        yield text
        yield from text.footnotes.values()
        for block in text.blocks():
            yield from block.texts()


def own_texts(value: object) -> list[Rich]:
    """Return the texts of a value, without those of the blocks inside them."""
    found: list[Rich] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[Rich]) -> None:
    """Add the texts of a value; a list, for every stage goes through all values, and most are words and numbers."""
    inside: Iterable[object] = ()
    if isinstance(value, Rich):
        found.append(value)
    elif isinstance(value, BaseModel):
        # Its fields, in their order.
        inside = vars(value).values()
    elif isinstance(value, tuple | list):
        inside = value
    for one in inside:
        if type(one) not in _PLAIN:
            _gather(one, found)


def _nested(text: Rich) -> Iterator[Block]:
    for block in text.blocks():
        yield block
        yield from block.inside()


def _holding(value: object, change: Callable[[Block], Block | None]) -> object:
    if isinstance(value, Rich):
        return value.holding(lambda block: changed.holding(change) if (changed := change(block)) else None)
    if isinstance(value, Model):
        return value.holding(change)
    return tuple(_holding(item, change) for item in value) if isinstance(value, tuple) else value
