"""Footnotes: each has a number in its unit, the same in every copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.course import Part
    from coursepack.problem import Span
    from coursepack.text import Rich


def numbered(part: Part) -> dict[Span, int]:
    """Number the mentions of footnotes, by their places: those that students read, in order, then the teachers'.

    A footnote that is named again keeps its number.
    """
    found: dict[Span, int] = {}
    numbers: dict[tuple[int, str], int] = {}
    for text in _texts(part):
        for token, span in text.marks("footnote"):
            label = token.meta["label"]
            # A name belongs to the unit, unless the text itself has a footnote of that name.
            key = (id(text) if label in text.footnotes else 0, label)
            found[span] = numbers.setdefault(key, len(numbers) + 1)
    return found


def kept(part: Part, texts: Iterable[Rich]) -> dict[str, Rich]:
    """Return the footnotes of a part that some of its texts name."""
    named = {token.meta["label"] for text in texts for token, _ in text.marks("footnote")}
    return {label: note for label, note in part.footnotes.items() if label in named}


def _texts(part: Part) -> Iterator[Rich]:
    blocks = list(part.blocks())
    for block in blocks:
        if block.audience != "teacher":
            yield from block.printed()
    yield from part.front.texts()
    for block in blocks:
        yield from block.texts()
