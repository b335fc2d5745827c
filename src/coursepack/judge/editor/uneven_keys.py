"""The keys of a copy's closed questions: whether a class could guess them by their letters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.task import Choose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack, PackPart

# With fewer questions, or with two options, half of the keys on one letter is mere chance.
_FEWEST = 12
_TWO = 2


def find(pack: Pack) -> Iterator[Problem]:
    """Say of a copy with answers where more than half of a unit's keys are the same letter."""
    for unit in pack.units:
        keys = [task.letters for task in _single(unit)]
        letter, times = Counter(keys).most_common(1)[0] if keys else ("", 0)
        if len(keys) >= _FEWEST and times * 2 > len(keys):
            message = f"{times} of {len(keys)} right answers are “{letter}”"
            advice = "set another `seed` in course.yaml, or put scales of numbers another way"
            yield Problem(unit.part.span, "uneven-keys", message, advice, Severity.NOTE)


def _single(unit: PackPart) -> Iterator[Choose]:
    """Yield the tasks with one right answer among several."""
    for item in (item for section in unit.sections for item in section.items):
        if isinstance(item.task, Choose) and len(item.task.right) == 1 and len(item.task.options) > _TWO:
            yield item.task
