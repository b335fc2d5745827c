"""A box beside the argument: an idea to keep, a case, a debate, a caution, a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from coursepack.block import Block, Model, SlideForm
from coursepack.blocks.slide import Points
from coursepack.problem import Problem
from coursepack.text import Line, Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.load.table import Table


class Side(Model):
    """One side of a debate."""

    title: Line
    body: Line


class CalloutSlide(SlideForm):
    """Points for the slide; a debate shows its question and sides."""

    points: Points = ()


class Callout(Block):
    """A box with a title; `kind` says what it is for."""

    type_: Literal["note", "tip", "key-idea", "case", "debate", "caution", "task"] = Field(alias="kind")
    title: Line | None = None
    minutes: int | None = Field(None, gt=0)
    body: Prose | None = None
    sides: Annotated[tuple[Side, ...], Field(max_length=2)] = ()
    roles: tuple[Line, ...] = Field(
        (), description="Debate only: who does what, with times: “chair”, “speakers, 2 min”"
    )
    slide: CalloutSlide | None = None

    def check(self, tables: Mapping[str, Table]) -> Iterable[Problem]:  # noqa: ARG002 no data here
        """A debate has a question and two sides, and may have roles; every other callout has a body."""
        if self.type_ == "debate":
            if not self.title or len(self.sides) != 2:  # noqa: PLR2004 for and against
                yield Problem(self.span, "debate-sides", "a debate has a `title` and two `sides`", "Write both sides")
        elif not self.body:
            yield Problem(self.span, "missing-field", "`body` is missing", "Write the text of the callout")
        else:
            for name in ("sides", "roles"):
                if getattr(self, name):
                    message = f"only a debate has `{name}`"
                    yield Problem(self.at(name), "unknown-field", message, "Use `kind: debate`")
