"""An entry of the index that so many sections mention that nobody looks all of its pages up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.course import IndexEntry
from coursepack.judge.prose import runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack, PackSection


def find(pack: Pack) -> Iterator[Problem]:
    """Yield each such entry, at its place in index.yaml."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(pack.course.index):
        for word in entry.find:
            found.setdefault(word, set()).add(number)
    if not found:
        return
    mention = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})(?!\w)")
    mentioned = [
        number
        for section in (section for unit in pack.units for section in unit.sections)
        for number in set[int]().union(*(found[word] for word in _mentions(section, mention)))
    ]
    for number, entry in enumerate(pack.course.index):
        sections = mentioned.count(number)
        if sections > IndexEntry.MOST and entry.span:
            message = f"`{entry.sub or entry.entry}` is mentioned in {sections} sections: the index keeps"
            message = f"{message} the {IndexEntry.MOST} pages that speak of it most"
            yield Problem(
                entry.span, "index-long", message, "Part it by `sub:`, with words of their own", Severity.NOTE
            )


def _mentions(section: PackSection, mention: re.Pattern[str]) -> Iterator[str]:
    """Yield the words that a section's texts mention, but for those of exercises."""
    texts = (text for item in section.on("handout") if not item.task for text in item.block.printed())
    for run in runs(texts):
        yield from mention.findall(run.words)
