"""Widths of columns that stand side by side, as their authors say them: shares of what is around them, in per cent."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.problem import Span

# Where a column begins, and how wide it is.
Share = tuple[float, float]

_WIDTH = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_WHOLE = 100.0
# What three thirds may be too much, written as 33.4%.
_ROUNDING = 0.5
# The least that a column without a width is given.
_LEAST = 10.0


def _width(value: str) -> str:
    found = _WIDTH.fullmatch(value.strip())
    if not found or not 0 < float(found[1]) <= _WHOLE:
        said = {"given": value, "help": "Write its share of the width, such as `40%`"}
        raise PydanticCustomError("width", "`{given}` is no width of a column", said)  # noqa: EM101 pydantic's own form
    return f"{found[1]}%"


ColumnWidth = Annotated[str, BeforeValidator(str), AfterValidator(_width)]


def shares(widths: Sequence[str | None]) -> tuple[Share, ...]:
    """Return where the columns stand; those without a width have what is left over, evenly.

    Widths that come to more than the whole are made smaller together.
    """
    given = [float(one.rstrip("%")) if one else 0.0 for one in widths]
    open_ = given.count(0.0)
    each = max(_LEAST, (_WHOLE - sum(given)) / open_) if open_ else 0.0
    asked = [one or each for one in given]
    scale = min(1.0, _WHOLE / sum(asked)) if asked else 1.0
    wide = [one * scale for one in asked]
    return tuple(zip(accumulate(wide[:-1], initial=0.0), wide, strict=True)) if wide else ()


def faults(widths: Sequence[str | None], places: Sequence[Span]) -> Iterator[Problem]:
    """Say that columns take more than there is, at the first width that goes beyond it."""
    asked = [float(one.rstrip("%")) if one else _LEAST for one in widths]
    if sum(asked) <= _WHOLE + _ROUNDING:
        return
    beyond = next(number for number, total in enumerate(accumulate(asked)) if total > _WHOLE + _ROUNDING)
    message = f"these columns are {sum(asked):g} % wide together, and are set narrower, each in its share"
    advice = "Write widths that come to 100 % at most; one without a width takes what is left"
    yield Problem(places[beyond], "columns-wide", message, advice, Severity.WARNING)
