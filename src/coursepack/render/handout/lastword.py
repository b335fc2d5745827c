"""Ends a paragraph with a word that is seen: neither the half of one nor one of three letters has a last line alone.

Nor is a word hyphenated that is bound to what comes after it: "Exercise 5.14". A line that ends so is laid out again,
and ends one word before.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline

from coursepack.render.words.binding import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a last line may not be: a word of three letters, with the stop after it.
_SHORT = re.compile(r"\w{1,3}[^\w\s]?")


@contextmanager
def last_words() -> Iterator[None]:
    """Lay lines out so; WeasyPrint's own function is put back afterwards."""
    original = inline.split_first_line

    def split(text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found = original(text, style, context, max_width, *more, **named)
        if max_width is None or found[2] is None or style["white_space"] != "normal":
            return found
        better = _better(text, style, found)
        again = better and original(*better, context, max_width, *more, **named)
        # What is too long inside a line goes on to the next.
        holds = again and (_ends_before(again, found, max_width) or not named.get("is_line_start", True))
        return again if holds else found

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = original


def _better(text: str, style: Any, found: Any) -> tuple[str, Any] | None:  # noqa: ANN401 WeasyPrint has no types
    """Return what to lay out in place of a text and its style, if its first line ends badly."""
    line, rest = (part.decode() for part in (text.encode()[: found[2]], text.encode()[found[2] :]))
    if found[0].text.endswith(style["hyphenate_character"]) and rest[:1].isalpha() and line[-1:].isalpha():
        whole = style.copy()
        whole["hyphens"] = "none"
        return (text, whole) if " " not in rest or NBSP in rest.partition(" ")[0] else None
    if _SHORT.fullmatch(rest) and line.endswith(" "):
        return f"{line.rstrip(' ')}{NBSP}{rest}", style
    return None


def _ends_before(again: Any, found: Any, width: float) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether a line fits that ends before the one which ends badly."""
    return again[2] is not None and again[2] < found[2] and again[3] <= width
