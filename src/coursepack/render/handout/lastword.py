"""Ends a paragraph with a word that is seen: neither the half of one nor one as short as "it." has a last line alone.

Nor is a word hyphenated that is bound to what comes after it, "Exercise 5.14", nor a name that is written in one with a
capital within: "EastAfrican" would read as "East-African". A line that ends so is laid out again,
and ends one word before. Short words end a paragraph where no letter comes after them: what ends a link does not.
A title is no better with any single word on its last line; the style sheet says which texts are titles.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from tinycss2 import serialize
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from coursepack.render.words.binding import NBSP
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

# How narrow (em) a word is that has no last line alone: hardly wider than what goes in where a paragraph begins.
_SEEN = 2
# A word that may be that narrow, with the stop after it.
_WORD = re.compile(r"\w{1,5}[^\w\s]?")
# One word, with its signs.
_SINGLE = re.compile(r"[^\s\xa0]*\w[^\s\xa0]*")
# What a style sheet says of titles.
_TITLE = "__ends_alone"
# What a text begins with behind which what stands before it may end a line.
_PARTS = re.compile(r"[\w\s(]")
# A capital inside a word.
_INNER = re.compile(r"[a-z\xdf-\xf6\xf8-\xff][A-Z\xc0-\xd6\xd8-\xde]")
# No paragraph ends with more texts without a letter, but one that is made to be looked through for each of its lines.
_MANY = 20


def last_words() -> AbstractContextManager[None]:
    """Lay lines out so."""
    original, split_box, split_text = inline.split_first_line, inline.split_inline_box, inline.split_text_box
    # The texts that end each paragraph of which a line is being set: one may hold boxes with lines of their own.
    ends: list[list[Any]] = []
    ending = [True]

    def box_of(context: Any, box: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if not isinstance(box, boxes.LineBox):
            return split_box(context, box, *more, **named)
        ends.append(list(islice(_ends(box), _MANY)))
        try:
            return split_box(context, box, *more, **named)
        finally:
            ends.pop()

    def text_of(context: Any, box: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        ending[0] = not ends or any(box is one for one in ends[-1])
        return split_text(context, box, *more, **named)

    def split(text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found = original(text, style, context, max_width, *more, **named)
        if max_width is None or found[2] is None or style["white_space"] != "normal":
            return found

        def wide(words: str) -> float:
            return float(original(words, style, context, None, 0)[3])

        def is_alone(line: str, rest: str) -> bool:
            narrow = _WORD.fullmatch(rest) and wide(rest) < _SEEN * style["font_size"]
            return ending[0] and bool(narrow or _titled(line, rest, style, wide))

        better = _better(text, style, found, is_alone)
        again = better and original(*better, context, max_width, *more, **named)
        # What is too long inside a line goes on to the next, but a sign at its beginning: that takes a word along.
        goes_on = not named.get("is_line_start", True) and _PARTS.match(text)
        holds = again and (_ends_before(again, found, max_width) or goes_on)
        return again if holds else found

    return replaced(inline, split_first_line=split, split_inline_box=box_of, split_text_box=text_of)


def _ends(line: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint has no types
    """Yield the texts of a line after which no letter comes, from the last one."""
    for box in _from_the_end(line):
        if not isinstance(box, boxes.TextBox):
            return
        yield box
        if any(letter.isalnum() for letter in box.text):
            return


def _from_the_end(box: Any) -> Iterator[Any]:  # noqa: ANN401 WeasyPrint has no types
    """Yield the texts in a box, and what else is set like a letter."""
    for child in reversed(box.children):
        if isinstance(child, boxes.InlineBox):
            yield from _from_the_end(child)
        elif child.is_in_normal_flow():
            yield child


def _better(text: str, style: Any, found: Any, is_alone: Callable[[str, str], bool]) -> tuple[str, Any] | None:  # noqa: ANN401 WeasyPrint has no types
    """Return what to lay out in place of a text and its style, if its first line ends badly."""
    line, rest = (part.decode() for part in (text.encode()[: found[2]], text.encode()[found[2] :]))
    if found[0].text.endswith(style["hyphenate_character"]) and rest[:1].isalpha() and line[-1:].isalpha():
        whole = style.copy()
        whole["hyphens"] = "none"
        after, parted, _ = rest.partition(" ")
        return (text, whole) if not parted or NBSP in after or _INNER.search(line.split()[-1] + after) else None
    if line.endswith(" ") and is_alone(line, rest):
        return f"{line.rstrip(' ')}{NBSP}{rest}", style
    return None


def _titled(line: str, rest: str, style: Any, wide: Callable[[str], float]) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether a title ends in one word that the word before can join: no sign is behind it, no line is longer."""
    before, _, last = line.rstrip(" ").rpartition(" ")
    if not before or not last[-1:].isalnum() or not _SINGLE.fullmatch(rest):
        return False
    return serialize(style[_TITLE] or ()).strip() == "no" and wide(f"{last} {rest}") <= wide(before)


def _ends_before(again: Any, found: Any, width: float) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether a line fits that ends before the one which ends badly."""
    return again[2] is not None and again[2] < found[2] and again[3] <= width
