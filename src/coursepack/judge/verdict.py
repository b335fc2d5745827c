"""One verdict: every stage that judges a course, in one list that all outputs share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack import inputs, store
from coursepack.build import read, stop
from coursepack.judge import deck, paper
from coursepack.judge.remainder import remainder
from coursepack.pack import Copy
from coursepack.problem import ContentError, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from coursepack.build import Findings, Ready
    from coursepack.problem import Problem

# After reading, each of these judges a copy of the course, whatever the others found.
STAGES: tuple[Callable[[Ready], Iterable[Problem]], ...] = (paper.judge, paper.views, deck.judge)

# What every stage meets again, once reading has met it.
_EVERYWHERE = frozenset({"no-glyph", "missing-face"})


def verdict(
    root: Path,
    copy: Copy | None = None,
    printed: Callable[[str], Mapping[str, int]] | None = None,
    paper: str = "a4",
) -> Ready:
    """Read a course, judge it whole, and return it with the pack of a copy: the students', if none is named.

    Whatever copy is asked for, what is said of a course with mistakes is the same. `printed` tells where the anchors of
    a handout stand that was made of these inputs: a deck that says so is judged and made in one. A course that is sound
    is not judged again until something changes that it comes of: the store knows.

    Raises:
        ContentError: with every problem, if there is an error among them.
    """
    found = read(root, paper)
    pages = printed(found.inputs) if printed else {}
    judged = _judged(found, pages)
    sound = store.key("sound", inputs.installed(), found.inputs, found.aside, paper, repr(sorted(pages.items())))
    if store.get(sound) is None:
        stop(_once(found.problems, [problem for one in judged for problem in _told(one)]))
        store.put(sound, b"")
    stop(found.problems)
    wanted = copy or Copy()
    same = next((one for one in judged if one.pack.copy == wanted), None)
    return same or replace(judged[0], pack=judged[0].copy(wanted.edition))


def _judged(found: Findings, printed: Mapping[str, int]) -> list[Ready]:
    """Return the copies that are judged: the teacher's has all that students have, but for what is theirs alone."""
    left = remainder(found)
    if left is None:
        return []
    left = replace(left, printed=printed)
    own = any(block.audience == "student" for part in left.course.parts() for block in part.blocks())
    return [left, *([replace(left, pack=left.copy("student"))] if own else [])]


def _told(ready: Ready) -> list[Problem]:
    """Collect what the stages find."""
    problems: list[Problem] = []
    for stage in STAGES:
        try:
            problems.extend(stage(ready))
        except ContentError as error:
            problems.extend(error.problems)
        except Exception:
            # What is left of a course with mistakes need not be one that can be rendered: they are said already.
            if not _bad(ready.notices):
                raise
    return problems


def _bad(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _once(found: Sequence[Problem], told: Sequence[Problem]) -> list[Problem]:
    """Leave out what is said already: a glyph or a face that is not there is missing wherever it is set."""
    said = _EVERYWHERE & {problem.code for problem in found}
    return list(dict.fromkeys([*found, *(one for one in told if one.code not in said)]))
