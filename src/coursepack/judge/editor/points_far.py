"""An exercise that earns far more for its minutes, or far less, than others of the course.

A class reads in points what matters: if an essay of an hour earns what ten gaps do, nobody writes it. A game is
left out, for its minutes are those of a whole class.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from coursepack.exercise import Exercise
from coursepack.exercises.role_play import RolePlay
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack

# With fewer exercises that name both, a course has no usual pace.
_FEWEST = 8
_TIMES = 3
# Points by which a short exercise may differ, since points are whole or halves.
_SMALL = 2


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the exercises whose points are far from what their minutes usually earn."""
    blocks = (block for part in pack.course.parts() for block in part.blocks())
    named = [(block, block.minutes) for block in blocks if isinstance(block, Exercise) and _names_both(block)]
    paces = [block.worth / minutes for block, minutes in named if minutes]
    for block, minutes in named if len(paces) >= _FEWEST else ():
        usual = median(paces) * (minutes or 0)
        less, more = sorted((usual, block.worth))
        if more > _TIMES * less and more - less >= _SMALL:
            message = f"{block.worth:g} points for {minutes} minutes, which earn about {usual:.2g} in this course"
            yield Problem(block.at("points"), "points-far", message, "Change its points, or its minutes", Severity.NOTE)


def _names_both(block: Exercise) -> bool:
    """Tell whether an exercise's author thought of its points and of its minutes."""
    has_points = bool(block.worth) and (block.points is not None or block.summed)
    return has_points and block.minutes is not None and not block.bonus and not isinstance(block, RolePlay)
