"""The keys of a copy's closed questions: whether a class could guess them by their letters, or by true and false."""

from __future__ import annotations

from collections import Counter
from math import comb
from typing import TYPE_CHECKING

from coursepack.exercises.true_false import TrueFalse
from coursepack.problem import Problem, Severity
from coursepack.task import Choose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack, PackPart

# With fewer questions, or with two options, half of the keys on one letter is mere chance.
_FEWEST = 12
_TWO = 2
# Below this chance, statements of a whole course that are true, or false, are too many.
_RARE = 0.02


def find(pack: Pack) -> Iterator[Problem]:
    """Say where more than half of a unit's keys are the same letter, and where most statements are true, or false."""
    yield from _one_sided(pack)
    for unit in pack.units:
        keys = [task.letters(pack.labels.lettered) for task in single(unit)]
        letter, times = Counter(keys).most_common(1)[0] if keys else ("", 0)
        if len(keys) >= _FEWEST and times * 2 > len(keys):
            message = f"{times} of {len(keys)} right answers are “{letter}”"
            advice = "set another `seed` in course.yaml, or put scales of numbers another way"
            yield Problem(unit.part.span, "uneven-keys", message, advice, Severity.NOTE)


def _one_sided(pack: Pack) -> Iterator[Problem]:
    found = [block for part in pack.course.parts() for block in part.blocks() if isinstance(block, TrueFalse)]
    answers = [one for block in found for one in _answers(block)]
    most = max(answers.count(True), answers.count(False))
    # Both tails of a fair coin.
    chance = 2 * sum(comb(len(answers), times) for times in range(most, len(answers) + 1)) / 2 ** len(answers)
    if answers and chance < _RARE:
        word = pack.labels["true" if answers.count(True) == most else "false"]
        message = f"{most} of {len(answers)} statements of the course are “{word}”"
        yield Problem(found[0].span, "uneven-keys", message, "Turn some of them round", Severity.NOTE)


def _answers(block: TrueFalse) -> list[bool]:
    return [one.answer for one in block.statements] or [bool(block.answer)]


def single(unit: PackPart) -> Iterator[Choose]:
    """Yield the tasks with one right answer among several."""
    for item in (item for section in unit.sections for item in section.items):
        if isinstance(item.task, Choose) and len(item.task.right) == 1 and len(item.task.options) > _TWO:
            yield item.task
