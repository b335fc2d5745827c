"""A callout whose title begins with the label that is printed before it: "Example 1.2 Example 3: Rain".

It is not left out by itself, for a text may name it by its author's number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.blocks.callout import Callout
from coursepack.judge.prose import runs
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack


def find(pack: Pack) -> Iterator[Problem]:
    """Yield such titles."""
    items = (item for part in pack.parts() for section in part.sections for item in section.on("handout"))
    for block in (block for item in items for block in (item.block, *item.block.inside())):
        if isinstance(block, Callout) and block.title and block.headed(pack.labels):
            yield from _twice(block, block.named(pack.labels))


def _twice(block: Callout, label: str) -> Iterator[Problem]:
    begins = re.compile(
        rf"\s*(?P<said>{re.escape(label)}(?:\s+(?:\d[\d.]*|[A-Z]))?)\s*(?:$|[.:)(\uff1a]|[\u2013\u2014-]\s)",
        re.IGNORECASE,
    )
    for run in runs([block.title] if block.title else []):
        if found := begins.match(run.words):
            message = f"“{label}” is printed before “{run.words.strip()}”"
            advice = f"Leave “{found['said']}” out"
            yield Problem(run.at(*found.span("said")), "label-twice", message, advice, Severity.NOTE)
