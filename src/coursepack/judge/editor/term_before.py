"""A term of the glossary that is used in one section and explained first in a later one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.judge.prose import read, runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.judge.prose import Run
    from coursepack.pack import Pack, PackSection
    from coursepack.text import Rich


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the first mention of each such term in the running text of units."""
    names = {entry.term: name for name, entry in pack.glossary}
    if not names:
        return
    either = "|".join(re.escape(term) for term in sorted(names, key=len, reverse=True))
    mention = re.compile(rf"(?<![\w-])({either})s?(?![\w-])")
    first: dict[str, tuple[PackSection, Run, re.Match[str]]] = {}
    for section in (section for unit in pack.units for section in unit.sections):
        for text in read(item for item in section.on("handout") if item.kind == "text"):
            for name in _explained(text, pack):
                used = first.get(name)
                if used and used[0] is not section:
                    yield _problem(used[1], used[2], section)
            for run in runs([text]):
                for found in mention.finditer(run.words):
                    first.setdefault(names[found[1]], (section, run, found))


def _problem(run: Run, found: re.Match[str], later: PackSection) -> Problem:
    message = f"“{found[0]}” is used here, and is explained first in Section {later.number}"
    advice = f"Mark it here (`[{found[0]}]{{.term}}`), or say it in other words"
    return Problem(run.at(found.start(), found.end()), "term-before", message, advice, Severity.NOTE)


def _explained(text: Rich, pack: Pack) -> Iterator[str]:
    """Yield the terms that a text explains: those that stand there for the first time."""
    return (token.meta["id"] for token, at in text.marks("term") if pack.explained.get(at) == token.meta["id"])
