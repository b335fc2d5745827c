"""Formulas of a text on slides that nobody wrote: with the words that introduce them, a few of one line together."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from coursepack.text import Rich

Words = list["tuple[Rich, Token]"]

_MOST = 3


def together(led: Mapping[int, Words]) -> dict[int, Words]:
    """Return what goes on a slide together, by the place of its first formula; those after it have nothing.

    A formula by itself that nothing introduces is left out: it is shown as any figure is.
    """
    shown = [run for run in _runs(led) if len(run) > 1 or len(led[run[0]]) > 1]
    made = {run[0]: [word for place in run for word in led[place]] for run in shown}
    return made | {place: [] for run in shown for place in run[1:]}


def _runs(led: Mapping[int, Words]) -> Iterator[list[int]]:
    """Yield the places that go together: of low formulas in a row as few as hold them, and as many on each."""
    runs: list[list[int]] = []
    for place in sorted(led):
        if runs and runs[-1][-1] == place - 1 and all(map(_is_low, (led[place - 1], led[place]))):
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        count = ceil(len(run) / _MOST)
        ends = [ceil(len(run) * number / count) for number in range(count + 1)]
        yield from (run[start:end] for start, end in pairwise(ends))


def _is_low(words: Sequence[tuple[Rich, Token]]) -> bool:
    latex = words[-1][1].content
    return "\\\\" not in latex and "\\begin" not in latex
