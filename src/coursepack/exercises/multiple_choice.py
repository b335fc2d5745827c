"""One right answer among several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from coursepack.block import Model
from coursepack.exercise import Exercise
from coursepack.problem import Problem
from coursepack.task import Choose
from coursepack.text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.draw import Draw
    from coursepack.text import Rich

_NUMBER = re.compile(r"-?\d[\d.,\u202f\u00a0 ]*")


class Option(Model):
    """An option; a wrong one says why it is wrong."""

    text: Line
    right: bool = False
    reason: Line | None = Field(None, description="Why it is wrong, or right; printed in the key")
    last: bool = Field(default=False, description="Keeps its place: “all of the above”")


class MultipleChoice(Exercise):
    """One right answer among several."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"options"}

    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    columns: int | None = Field(None, ge=1, le=4, description="Side by side; by their length if left out")

    several: ClassVar[bool] = False

    def task(self, draw: Draw) -> Choose:
        """Mix the options; numbers in order stay in order, and what is last stays last."""
        origin = draw.order(self._fixed())
        shown = [self.options[number] for number in origin]
        return Choose(
            tuple(option.text for option in shown),
            self.several,
            frozenset(place for place, option in enumerate(shown) if option.right),
            tuple(option.reason for option in shown),
            origin,
        )

    def shown(self) -> Iterable[Rich]:
        """Yield the options."""
        return (option.text for option in self.options or ())

    def faults(self) -> Iterator[Problem]:
        """There is one right option, and no two are equal."""
        right = sum(option.right for option in self.options)
        if not right:
            yield Problem(self.at("options"), "no-key", "no option is right", "Write `right: true` at one of them")
        elif right > 1 and not self.several:
            message, advice = f"{right} options are right", "Keep one, or use `multiple-response`"
            yield Problem(self.at("options"), "no-key", message, advice)
        elif self.several and right == len(self.options):
            yield Problem(self.at("options"), "no-key", "every option is right", "Add one that is wrong")
        seen: dict[str, int] = {}
        for number, option in enumerate(self.options):
            words = " ".join(option.text.plain().casefold().split())
            if words in seen:
                message = f"two options say “{option.text.plain()}”"
                yield Problem(self.at("options", number, "text"), "equal-options", message, "Change one of them")
            seen.setdefault(words, number)
        yield from self._given_away()

    def _given_away(self) -> Iterator[Problem]:
        """The right option is not said in the stem."""
        stem = f" {' '.join(self.text.plain().casefold().split())} "
        for number, option in enumerate(self.options):
            words = " ".join(option.text.plain().casefold().split())
            others = [other.text.plain().casefold() for other in self.options if other is not option]
            if option.right and len(words) > 3 and words in stem and not any(other in stem for other in others):  # noqa: PLR2004 "no" is in many stems
                advice = "Say it in the stem of neither or of all options"
                yield Problem(self.at("options", number, "text"), "given-away", "the stem says the answer", advice)

    def _fixed(self) -> list[bool]:
        numbers = [_NUMBER.match(option.text.plain()) for option in self.options]
        values = [float(re.sub(r"[^\d.-]", "", found[0].replace(",", ""))) for found in numbers if found]
        if len(values) == len(self.options) and values in (sorted(values), sorted(values, reverse=True)):
            return [True] * len(self.options)
        return [option.last for option in self.options]
