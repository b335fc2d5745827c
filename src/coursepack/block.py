"""What every block has: an id, where it goes, for whom, and its short form on a slide."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import Field, PrivateAttr

from coursepack.model import Allowed, Id, Model, deep_texts, own_texts
from coursepack.problem import Span
from coursepack.text import Line, Prose, Rich
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Problem


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

    def inside(self) -> Iterator[Block]:
        """Yield the blocks inside its texts, in order and however deep."""
        return super().inside()

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
                yield from deep_texts(getattr(self, name))

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
