"""One verdict: every stage that judges a course, in one list that all outputs share."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coursepack.build import read, stop
from coursepack.judge import deck, paper
from coursepack.judge.remainder import remainder
from coursepack.load.shared import state
from coursepack.pack import Copy
from coursepack.problem import ContentError, Severity
from coursepack.run import budget, inputs, store
from coursepack.run.hands import aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

    Raises:
        ContentError: with every problem, if there is an error among them.
    """
    return judged(read(root, paper), copy, printed)


def judged(
    found: Findings, copy: Copy | None = None, printed: Callable[[str], Mapping[str, int]] | None = None
) -> Ready:
    """Judge a course that was read, and return it with the pack of a copy.

    Whatever copy is asked for, what is said of a course with mistakes is the same. `printed` tells where the anchors of
    a handout stand that was made of these inputs: a deck that says so is judged and made in one. A course that is sound
    is not judged again until something changes that it comes of: the store knows.

    Raises:
        ContentError: with every problem, if there is an error among them.
    """
    case = _case(found, printed)
    if not case.known():
        case.close(case.told())
    return case.ready(copy)


@contextmanager
def meanwhile(root: Path, copy: Copy | None = None, paper: str = "a4") -> Iterator[Ready]:
    """Give a course that is judged by another process, if there can be one, while something is made of it.

    At the end of the block it is sound, as for `verdict`.

    Raises:
        ContentError: as there; in the place of whatever was raised in the block.
    """
    case = _case(read(root, paper), None)
    with nullcontext() if case.known() or _bad(case.found.problems) else aside(case) as hand:
        if hand is None:
            if not case.known():
                case.close(case.told())
            yield case.ready(copy)
            return
        hand.ask("told")
        try:
            yield case.ready(copy)
        except Exception:
            case.close(hand.take())
            raise
        case.close(hand.take())


@dataclass(frozen=True)
class _Case:
    """A course that was read, the pages of it that are known, a name for what all of it comes of, and its copies."""

    found: Findings
    printed: Mapping[str, int]
    name: str
    copies: dict[Copy, Ready] = field(default_factory=dict)

    def known(self) -> bool:
        """Tell whether it was found sound before."""
        return store.get(self.name) is not None and not _bad(self.found.problems)

    def told(self) -> list[Problem]:
        """Judge it; return what the stages find.

        Raises:
            ContentError: this takes too much. Where, a traceback says, which another process would not get.
        """
        try:
            return [problem for one in self._judged() for problem in _told(one)]
        except budget.TOO_MUCH as error:
            raise ContentError([budget.exceeded(error, self.found.root)]) from error

    def close(self, told: Sequence[Problem]) -> None:
        """Raise what the stages found, and what reading did, if there is an error; else remember that there is none."""
        stop(_once(self.found.problems, told))
        # What was changed meanwhile may have been judged, or not.
        if state(self.found.root) == (self.found.inputs, self.found.aside):
            store.put(self.name, b"")

    def ready(self, copy: Copy | None) -> Ready:
        """Return the course, in which reading found no mistake, with the pack of a copy: as it is judged, if it is.

        It is made for who asks first: who judges aside makes his own copies, while something is made of this one.
        """
        wanted = copy or Copy()
        if wanted not in self.copies:
            self.copies[wanted] = replace(self.found.ready(wanted), printed=self.printed)
        return self.copies[wanted]

    def _judged(self) -> Iterator[Ready]:
        """Yield the copies that are judged: the teacher's has all that students have, but for what is theirs alone."""
        bad = _bad(self.found.problems)
        left = self._remainder() if bad else self.ready(Copy("teacher"))
        if left is None:
            return
        yield left
        if any(block.audience == "student" for part in left.course.parts() for block in part.blocks()):
            yield replace(left, pack=left.copy("student")) if bad else self.ready(Copy())

    def _remainder(self) -> Ready | None:
        """Return what is right of a course with mistakes, with the pages that are known."""
        left = remainder(self.found)
        return replace(left, printed=self.printed) if left else None


def _case(found: Findings, printed: Callable[[str], Mapping[str, int]] | None) -> _Case:
    pages = printed(found.inputs) if printed else {}
    name = store.key("sound", inputs.installed(), found.inputs, found.aside, found.paper, repr(sorted(pages.items())))
    return _Case(found, pages, name)


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
