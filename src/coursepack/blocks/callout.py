"""A box beside the argument, a statement that is numbered and referred to, or something to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from markdown_it.token import Token
from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from coursepack.block import Block, SlideForm
from coursepack.blocks.slide import Points
from coursepack.callouts import CALLOUTS, NAMES, Look
from coursepack.model import Id, Model
from coursepack.problem import Problem, did_you_mean
from coursepack.text import Line, Passage, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.load.table import Table
    from coursepack.problem import Span


def _kind(value: str) -> str:
    if value in CALLOUTS:
        return value
    known = ", ".join(f"`{name}`" for name in CALLOUTS)
    near = f"Write `{NAMES[value]}`" if value in NAMES else did_you_mean(value, CALLOUTS)
    said = {"given": value, "help": near or f"Use one of {known}"}
    raise PydanticCustomError("kind", "`{given}` is no value of `kind`", said)  # noqa: EM101 pydantic's own form


class Side(Model):
    """One side of a debate."""

    title: Line
    body: Passage


class CalloutSlide(SlideForm):
    """Points for the slide in place of its text; a debate shows its question and sides."""

    points: Points = ()


class Callout(Block):
    """A text with a label; `kind` says what it is for."""

    secret: ClassVar[frozenset[str]] = frozenset({"solution", "teacher"})
    # Numbers stand in no list of figures.
    bare: ClassVar[bool] = True

    type_: Annotated[
        str, AfterValidator(_kind), Field(alias="kind", json_schema_extra={"enum": list[str | int](CALLOUTS)})
    ]
    title: Line | None = None
    label: str | None = Field(None, description="Printed in place of the kind's own name")
    numbered: bool | None = Field(
        None, description="A number of its own, in its kind; statements with an `id` have one by themselves"
    )
    minutes: int | None = Field(None, gt=0)
    body: Prose | None = None
    needs: tuple[Line, ...] = Field((), description="What it takes: materials, tools, texts")
    steps: tuple[Prose, ...] = Field((), description="What is done, step by step; numbered")
    answers: Id | None = Field(None, description="The id of what a solution answers")
    hint: Prose | None = Field(None, description="A help, printed below")
    solution: Prose | None = Field(None, description="For the teacher, never in a student's copy")
    teacher: Prose | None = Field(None, description="What only the teacher reads")
    sides: Annotated[tuple[Side, ...], Field(max_length=2)] = ()
    roles: tuple[Line, ...] = Field(
        (), description="Debate only: who does what, with times: “chair”, “speakers, 2 min”"
    )
    slide: CalloutSlide | None = None

    @model_validator(mode="before")
    @classmethod
    def _kept(cls, fields: object) -> object:
        """A kind that is for the teacher is so, however it is written, unless its author says for whom it is."""
        if not isinstance(fields, dict):
            return fields
        kind = CALLOUTS.get(str(fields.get("kind")))
        return {"for": "teacher", **fields} if kind and kind.private else fields

    @property
    def look(self) -> Look:
        """How it is set."""
        return CALLOUTS[self.type_].look

    @property
    def counted(self) -> str | None:
        """What numbers it: its kind, if it has a number."""
        asked = self.numbered is None and CALLOUTS[self.type_].numbered and self.id is not None
        return self.type_ if self.numbered or asked else None

    @property
    def called(self) -> tuple[str, ...]:
        """What a reference may call it: a callout, or its kind."""
        return (self.type_, super().called[0])

    @property
    def answered(self) -> bool:
        """Whether there is something for the teacher."""
        return bool(self.solution or self.teacher)

    @property
    def answers_inside(self) -> Prose | None:
        """What in its text and steps the teacher alone has."""
        kept = [Token("block", "", 0, meta={"block": one}) for one in self.kept_back()]
        return replace(self.body or self.steps[0], tokens=tuple(kept)) if kept and (self.body or self.steps) else None

    def named(self, labels: Mapping[str, object]) -> str:
        """Return its label."""
        return self.label or str(labels[self.type_])

    def headed(self, labels: Mapping[str, object]) -> Line | None:
        """Return its title, unless that says no more than its label."""
        return None if self.title and self.title.says_only(self.named(labels)) else self.title

    def leads(self) -> Iterable[tuple[str, str, Span]]:
        """What a solution answers, of any kind."""
        if self.answers:
            yield "", self.answers, self.at("answers")

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """A debate has a question and two sides, maybe roles; all else has a body or steps, or asks in its title."""
        if self.type_ == "debate":
            if not self.title or len(self.sides) != 2:  # noqa: PLR2004 for and against
                yield Problem(self.span, "debate-sides", "a debate has a `title` and two `sides`", "Write both sides")
        elif not (self.body or self.steps or (self.title and self.solution)):
            yield Problem(self.span, "missing-field", "`body` is missing", "Write the text of the callout")
        else:
            yield from self._stray()

    def _stray(self) -> Iterator[Problem]:
        for name in ("sides", "roles"):
            if getattr(self, name):
                message = f"only a debate has `{name}`"
                yield Problem(self.at(name), "unknown-field", message, "Use `kind: debate`")
