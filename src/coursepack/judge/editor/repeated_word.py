"""A word that stands twice, such as an article at a line's end and at the next one's beginning.

Only words that never do in the language are looked for (`never_twice` in its labels): some may ("had had").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.judge.prose import own, runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the second of two equal words."""
    words = "|".join(map(re.escape, pack.labels["never_twice"]))
    twice = re.compile(rf"(?<![\w'\u2019-])({words})(\s+)(\1)(?![\w'\u2019-])", re.IGNORECASE)
    for run in (run for part in pack.parts() for run in runs(own(part))) if words else ():
        for found in twice.finditer(run.words):
            # "A" may be a name.
            if found[1][1:].islower() or found[1].islower():
                message, at = f"“{found[3]}” stands twice", run.at(found.start(3), found.end(3))
                yield Problem(at, "repeated-word", message, "Delete one of them", Severity.WARNING)
