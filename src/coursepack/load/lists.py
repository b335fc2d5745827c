"""Lists beyond CommonMark's: lettered and Roman ones, in brackets or not, task lists, with blank lines, or indented.

Letters are read as Pandoc's `fancy_lists` has them (pandoc.org/MANUAL.html#ordered-lists), but only where a second item
follows: "A. Smith" is a name. A number below them is of another list: the next question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from markdown_it.rules_block import list_block
from markdown_it.token import Token

from coursepack.load.fence import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_MARKER = re.compile(r"(\()?([A-Za-z]|[ivxIVX]{1,6}|\d{1,3})([.)])[ \t]")
_BULLET = re.compile(r"([-*+])[ \t]+\S")
_NEAR = 40  # lines of a paragraph in which points are looked for, so that a long one is not looked through for each
_DIGITS = re.compile(r"\d{1,9}[.)][ \t]")
_NUMBER = re.compile(r"(\d{1,2})([.)])[ \t]+\S")
_TASK = re.compile(r"\[([ xX])\][ \u00a0]+")
# A box among words or in a cell; in double brackets LiaScript has one, which is reported.
_BOX = re.compile(r"(?<![\[\w])\[ \](?![\](\[:])")
_SMALL = "h4"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")


@dataclass(frozen=True)
class _Marker:
    """A marker in all the ways that it can be read: type of list (as HTML names it) → number."""

    numbers: dict[str, int]
    bracket: bool
    end: str
    length: int


def use(markdown: MarkdownIt) -> None:
    """Add the rules."""
    markdown.block.ruler.before("list", "lettered_list", _lettered, {"alt": ["paragraph"]})
    markdown.block.ruler.before("list", "resumed_list", _resumed, {"alt": ["paragraph"]})
    markdown.block.ruler.before("paragraph", "indented_list", _indented)
    markdown.core.ruler.push("tighten", _tighten)
    markdown.core.ruler.after("inline", "task_lists", _tasks)
    markdown.core.ruler.after("task_lists", "open_boxes", _boxes)
    markdown.core.ruler.after("block", "nested_headings", _headings)


def _headings(state: StateCore) -> None:
    """Set a heading inside a list or a quotation small: it is none of the page's."""
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"} and token.level:
            token.tag = max(token.tag, _SMALL)


def _marker(line: str) -> _Marker | None:
    found = _MARKER.match(line)
    if not found or (found[1] and found[3] != ")"):
        return None
    word, low = found[2], found[2].lower()
    numbers: dict[str, int] = {}
    if word.isdigit():
        numbers = {"1": int(word)} if found[1] else {}
    elif word in {low, low.upper()}:
        upper = word.isupper()
        if low in _ROMAN:
            numbers["I" if upper else "i"] = _ROMAN.index(low) + 1
        if len(word) == 1:
            numbers["A" if upper else "a"] = ord(low) - ord("a") + 1
    return _Marker(numbers, bool(found[1]), found[3], found.end() - 1) if numbers else None


def _lettered(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Read a lettered list as the numbered one that it is: its markers give way to numbers of the same length.

    One that begins with its first letter needs no empty line above it: options stand right below their question.
    """
    if state.sCount[start] - state.blkIndent >= 4:  # noqa: PLR2004 code
        return False
    first = _marker(written(state, start))
    if first is None:
        return False
    read = {kind: _items(state, start, end, first, kind) for kind in first.numbers}
    kind, lines = max(read.items(), key=lambda one: len(one[1]))
    if len(lines) == 1 or silent:
        return len(lines) > 1 and first.numbers[kind] == 1
    before, made, source = len(state.tokens), list(state.src), state.src
    for line in lines:
        place = state.bMarks[line] + state.tShift[line]
        length = first.length if line == start else _length(state, line)
        made[place : place + length] = "1".rjust(length - 1, "0") + first.end
    state.src = "".join(made)
    done = list_block(state, start, _stop(state, lines, end, first), False)  # noqa: FBT003 markdown-it's own signature
    state.src = source
    if done:
        _name(state.tokens[before], kind, first)
    return done


def _resumed(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Tell whether a list goes on below words that no empty line parts from it: its next item follows."""
    found = _NUMBER.match(written(state, start)) if silent and not state.is_code_block(start) else None
    if not found:
        return False
    following = takewhile(lambda line: not state.isEmpty(line), range(start + 1, end))
    after = f"{int(found[1]) + 1}{found[2]}"
    return any(
        state.sCount[line] == state.sCount[start] and written(state, line).startswith((f"{after} ", f"{after}\t"))
        for line in following
    )


def _indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 markdown-it's own signature
    """Take points back that are indented by four blanks right below words: they would go on with those."""
    lines = range(start, min(end, start + _NEAR))
    words = list(takewhile(lambda line: not state.isEmpty(line), lines))
    first = next((one for one, after in pairwise(words[1:]) if _are_points(state, one, after)), None)
    if first is None or silent:
        return False
    least, back = state.sCount[first], state.sCount[first] - state.blkIndent
    for line in takewhile(lambda line: state.sCount[line] >= least, range(first, end)):
        if state.src.startswith(" " * back, state.bMarks[line]):
            state.bMarks[line] += back
            state.tShift[line] -= back
            state.sCount[line] -= back
    return False


def _are_points(state: StateBlock, one: int, after: int) -> bool:
    first, second = (_BULLET.match(written(state, line)) for line in (one, after))
    alike = first and second and first[1] == second[1] and state.sCount[one] == state.sCount[after]
    return bool(alike) and state.is_code_block(one)


def _stop(state: StateBlock, lines: Sequence[int], end: int, first: _Marker) -> int:
    """Return the line where a lettered list ends for a number: the next question below its options is none of them."""
    inside = state.sCount[lines[0]] + first.length + 1
    below = range(lines[-1] + 1, end)
    return next((at for at in below if state.sCount[at] < inside and _DIGITS.match(written(state, at))), end)


def _length(state: StateBlock, line: int) -> int:
    found = _marker(written(state, line))
    return found.length if found else 0


def _items(state: StateBlock, start: int, end: int, first: _Marker, kind: str) -> list[int]:
    """Return the lines where items of a list begin, as long as each is the next of its kind."""
    found, number, blank = [start], first.numbers[kind], False
    for line in range(start + 1, end):
        if state.isEmpty(line):
            blank = True
            continue
        if state.sCount[line] > state.sCount[start]:
            blank = False
            continue
        marker = _marker(written(state, line)) if state.sCount[line] == state.sCount[start] else None
        same = marker and (marker.bracket, marker.end) == (first.bracket, first.end)
        if marker and same and marker.numbers.get(kind) == number + 1:
            found.append(line)
            number += 1
        elif blank or marker:
            break
        blank = False
    return found


def _name(token: Token, kind: str, first: _Marker) -> None:
    """Say on the list which kind it is, and with what it begins."""
    if kind != "1":
        token.attrSet("type", kind)
    token.attrs.pop("start", None)
    if first.numbers[kind] != 1:
        token.attrSet("start", first.numbers[kind])
    if first.bracket:
        token.attrSet("class", "brackets")


def _tasks(state: StateCore) -> None:
    """Give the items of a task list a box each: `[ ]` open, `[x]` ticked."""
    tokens = state.tokens
    for position, token in enumerate(tokens[2:], 2):
        opened = tokens[position - 2].type == "list_item_open" and tokens[position - 1].type == "paragraph_open"
        words = token.children[0] if opened and token.type == "inline" and token.children else None
        found = _TASK.match(words.content) if words and words.type == "text" else None
        if words and found and token.children:
            words.content = words.content[found.end() :]
            token.children.insert(0, Token("box", "", 0, meta={"ticked": found[1] != " "}))
            tokens[position - 2].attrSet("class", "todo ticked" if found[1] != " " else "todo")


def _boxes(state: StateCore) -> None:
    """Draw the boxes that stand in no list: `True [ ]  False [ ]`, or in a table's cell."""
    for token in state.tokens:
        for one in token.children or ():
            if one.type == "text":
                one.content = _BOX.sub("\u2610", one.content)


def _tighten(state: StateCore) -> None:
    """Take the paragraphs out of list items that hold one each: blank lines between items mean nothing here."""
    for position, token in enumerate(state.tokens):
        if token.type == "list_item_open" and state.tokens[position + 1].type == "paragraph_open":
            for paragraph in _only(state.tokens, position):
                paragraph.hidden = True


def _only(tokens: list[Token], position: int) -> Iterator[Token]:
    """Yield the two tokens of the paragraph of an item that has one alone."""
    level = tokens[position].level + 1
    inside = tokens[position + 1 : closing(tokens, position)]
    paragraphs = [child for child in inside if child.level == level and child.type.startswith("paragraph")]
    if len(paragraphs) == 2:  # noqa: PLR2004 one that opens and one that closes
        yield from paragraphs


def closing(tokens: Sequence[Token], position: int) -> int:
    """Return where the token is that closes the one at a position."""
    level = tokens[position].level
    return next(n for n in range(position + 1, len(tokens)) if tokens[n].nesting == -1 and tokens[n].level == level)
