"""What stands before the colon of a point: the name of a step, or a date that puts it on a line of time."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.languages.day import Day
from coursepack.languages.language import months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.blocks.slide import Point

_COLON = re.compile(r"\s*(?::\s+|\uff1a)")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MOMENTS = range(3, 6)  # so many have room on a line, and say how far apart they lie


def headed(line: Markup) -> tuple[Markup, Markup]:
    """Part a line of HTML at its first colon: its head and the rest; a line that has no head is all rest."""
    head, *rest = _COLON.split(line, maxsplit=1)
    return (Markup(head), Markup(rest[0])) if rest and "<" not in head else (Markup(), line)  # noqa: S704 it was one


def moments(points: Sequence[Point], tag: str) -> tuple[float, ...]:
    """Return when points are, as years with fractions, if each begins with a later date than the one before it.

    Nothing, if there are too few or too many, or one of them has more than words.
    """
    if len(points) not in _MOMENTS or not all(map(_is_plain, points)):
        return ()
    heads = [_COLON.split(point.text.plain(), maxsplit=1) for point in points]
    found = [_moment(head, tag) for head, *rest in heads if rest]
    dated = tuple(when for when in found if when)
    return dated if len(dated) == len(points) and all(one < later for one, later in pairwise(dated)) else ()


def _is_plain(point: Point) -> bool:
    words = (child for token in point.text.inlines() for child in token.children or [])
    return not point.points and all(child.type == "text" for child in words)


def _moment(head: str, tag: str) -> float:
    """Read a year, alone or with a month and a day; 0 if it is anything else."""
    years = _YEAR.findall(head)
    others = re.findall(r"\w+", _YEAR.sub(" ", head))
    known = {name.casefold().rstrip("."): at for at, name in enumerate(months(tag).names, 1)}
    month = [known[word.casefold()] for word in others if word.casefold() in known]
    day = [int(word) for word in others if word.isdigit()]
    if len(years) != 1 or len(month) + len(day) != len(others) or len(day) > len(month) or len(month) > 1:
        return 0.0
    try:
        return Day(date(int(years[0]), *(month or [1]), *(day or [1])), 1).year
    except ValueError:
        return 0.0
