"""A day of a month whose year neither its paragraph nor the one before says, in a section that tells of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.judge.editor.undated import YEAR, dated
from coursepack.languages import language
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack


def find(pack: Pack) -> Iterator[Problem]:
    """Yield such days, the first of each paragraph."""
    known = language.months(pack.labels.tag)
    months = "|".join(map(re.escape, known.names))
    day = re.compile(
        rf"(?<![\w.,])(?:\d{{1,2}}{re.escape(known.between)}(?:{months})|(?:{months})\s\d{{1,2}})(?![\w]|[.,]\d)"
    )
    for section in dated(pack):
        before = ""
        for run in section:
            found = None if YEAR.search(f"{before} {run.words}") else day.search(run.words)
            if found:
                message = f"“{found[0]}” of which year?"
                at = run.at(found.start(), found.end())
                yield Problem(at, "day-without-year", message, "Write the year", Severity.NOTE)
            before = run.words
