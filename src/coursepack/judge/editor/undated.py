"""A word that counts from the day of writing ("today", "recently") in a text that tells of years.

A pack is read for years, and what is said of the day of writing goes out of date unseen: said of a printed sentence
without a year, in a section that names several.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.judge.prose import phrases, read, runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

    from coursepack.judge.prose import Run
    from coursepack.pack import Pack

YEAR = re.compile(r"(?<![\w.,])(?:1[0-9]|20)\d\d(?!\w|[.,]\d)")
# Years that a section names to be about time.
_SEVERAL = 3


def find(pack: Pack) -> Iterator[Problem]:
    """Yield such words."""
    words = phrases(pack.labels["undated"])
    if words:
        yield from (problem for found in dated(pack) for run in found for problem in _undated(run, words))


def dated(pack: Pack) -> Iterator[list[Run]]:
    """Yield the printed text of each section that is about time, as runs."""
    for section in (section for part in pack.parts() for section in part.sections):
        found = list(runs(read(section.on("handout"))))
        if len({year for run in found for year in YEAR.findall(run.words)}) >= _SEVERAL:
            yield found


def _undated(run: Run, words: Pattern[str]) -> Iterator[Problem]:
    for start, end in run.sentences():
        said = None if YEAR.search(run.words, start, end) else words.search(run.words, start, end)
        if said:
            message = f"“{said[0]}” is counted from a day that the sentence does not name"
            at = run.at(said.start(), said.end())
            yield Problem(at, "undated", message, "Write the year, or “as of” and the month", Severity.NOTE)
