"""One right answer among several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BeforeValidator, Field

from coursepack.credit import Credit
from coursepack.exercise import Exercise, says, twins
from coursepack.model import Id, Model
from coursepack.problem import Problem
from coursepack.task import Choose
from coursepack.text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.chance import Draw
    from coursepack.text import Rich

# What stands before a number, the number, and its unit.
_NUMBER = re.compile(r"(\D*?)([-\u2212]?\d+(?:[,\s]\d{3})*(?:\.\d+)?)(?![\d.,]\d)(\D*)")
_KIN = 3  # letters that the one and the many of a unit share


Share = Annotated[float, Field(ge=-100, le=100, multiple_of=0.25)]


class Option(Model):
    """An option; a wrong one says why it is wrong."""

    id: Id | None = Field(None, description="A name for `{option:…}`, which prints the letter that it has in a copy")
    text: Passage
    right: bool = False
    reason: Passage | None = Field(None, description="Why it is wrong, or right; printed in the key")
    points: Share | None = Field(None, description="What it earns, or takes away below 0, where options differ")
    last: bool = Field(default=False, description="Keeps its place: “all of these”")
    fixed: bool = Field(default=False, description="The same")

    @property
    def stays(self) -> bool:
        """Whether it keeps its place."""
        return self.last or self.fixed


def _fields(given: object) -> object:
    """Words alone are the text of a wrong option."""
    return {"text": given} if isinstance(given, str) else given


Written = Annotated[Option, BeforeValidator(_fields, json_schema_input_type=str | Option)]


class MultipleChoice(Exercise):
    """One right answer among several."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"options"}

    options: Annotated[tuple[Written, ...], Field(min_length=2, max_length=8)]
    columns: int | None = Field(None, ge=1, le=4, description="Side by side; by their length if left out")
    fixed: bool = Field(default=False, description="The options keep their order")

    several: ClassVar[bool] = False

    @property
    def mixes(self) -> bool:
        """Some option moves."""
        return not all(self._fixed())

    @property
    def own(self) -> float:
        """One point, or the most that options with points of their own give."""
        given = [option.points or 0 for option in self.options or ()]
        return (sum(filter(_earns, given)) if self.several else max(given, default=0)) or 1

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
            self._credit(),
            tuple(option.points or 0.0 for option in shown) if self._shared else (),
        )

    @property
    def _shared(self) -> bool:
        return any(option.points is not None for option in self.options)

    def _credit(self) -> Credit | None:
        """One right option needs no rule, unless others earn something too."""
        return Credit("option-points") if self._shared else None

    def choices(self) -> tuple[str | None, ...]:
        """Return the ids of the options."""
        return tuple(option.id for option in self.options or ())

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
        if self._shared and self.points not in {None, self.own + self.marked}:
            message = f"the options earn {self.own:g} points at most, and `points` says {self.left:g}"
            yield Problem(self.at("points"), "points-sum", message, "Leave `points` out, or change those of an option")
        options = enumerate(self.options)
        yield from twins((self.at("options", number, "text"), option.text.plain()) for number, option in options)
        yield from self._given_away()

    def _given_away(self) -> Iterator[Problem]:
        """The stem does not say the right option and none of the others."""
        said = [says(self.text.plain(), option.text.plain()) for option in self.options]
        wrong = any(said[number] for number, option in enumerate(self.options) if not option.right)
        for number, option in enumerate(self.options):
            if option.right and said[number] and not wrong:
                advice = "Say neither or all of the options in the stem"
                yield Problem(self.at("options", number, "text"), "given-away", "the stem says the answer", advice)

    def _fixed(self) -> list[bool]:
        if self.fixed or _is_scale([option.text.plain() for option in self.options]):
            return [True] * len(self.options)
        return [option.stays for option in self.options]


def _earns(points: float) -> bool:
    return points > 0


def _is_scale(options: list[str]) -> bool:
    """Tell whether options are numbers in order, all of one thing: "1 year", "5 years"; dates are no scale."""
    found = [_NUMBER.fullmatch(words.strip()) for words in options]
    numbers = [match for match in found if match]
    if len(numbers) < len(options) or len({(match[1], match[3].strip()[:_KIN]) for match in numbers}) > 1:
        return False
    values = [float(re.sub(r"[,\s]", "", match[2].replace("\u2212", "-"))) for match in numbers]
    return values in (sorted(values), sorted(values, reverse=True))
