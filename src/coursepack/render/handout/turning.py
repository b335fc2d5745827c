"""Where a page of another edition begins is heard before what begins there: a paragraph, a list, a whole table.

Its mark is a node of the role "Page", among the words that it was written before. Where other words of a paragraph
stand before it, it stays in their line; in a list or a table it ends the item or the cell before, for an item begins
with its label, and a cell that heads a row is heard again with each of the others.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from coursepack.render.handout.heard import Mark, Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.handout.heard import Target

    Kid = Node | Mark | Target

_PAGE = "Page"
# What holds paragraphs, and may hold one that says a page.
_HOLDERS = frozenset({"Document", "Sect", "Div", "BlockQuote", "LBody", "DD", "Note"})
# What holds certain elements alone.
_FRAMES = frozenset({"L", "TOC", "Table", "THead", "TBody", "TFoot", "TR"})
# What is heard after the page although it stands before: the label of an item, what heads a table.
_PASSED = frozenset({"Lbl", "Caption", "THead"})


def raised(root: Node) -> None:
    """Put the marks of pages where they are heard; each is a paragraph by itself then."""
    _raised(root)
    _spoken(root)


def _raised(node: Node) -> list[Node]:
    """Put the marks inside a node where they are heard; return those that are heard before it."""
    kids: list[Kid] = []
    for kid in node.kids:
        pages = _raised(kid) if isinstance(kid, Node) else []
        # A caption stays beside its table.
        at = len(kids) - (bool(kids) and _is(kid, "Table") and _is(kids[-1], "Caption"))
        kids[at:at] = pages
        kids.append(kid)
    if node.role in _HOLDERS:
        node.kids = kids
        return []
    begun = kids if {"ActualText", "Alt"} & node.entries.keys() else list(takewhile(_passed, kids))
    rest = [kid for place, kid in enumerate(kids) if place >= len(begun) or not _is(kid, _PAGE)]
    node.kids = list(_ended(rest)) if node.role in _FRAMES else rest
    found = [kid for kid in begun if isinstance(kid, Node) and kid.role == _PAGE]
    for page in found:
        page.order = node.order
    return found


def _is(kid: Kid, role: str) -> bool:
    return isinstance(kid, Node) and kid.role == role


def _passed(kid: Kid) -> bool:
    """Tell whether a page that begins after this is heard before it, as before points, which are heard later."""
    if isinstance(kid, Node):
        return kid.role in {_PAGE, *_PASSED} or kid.order > 0
    return isinstance(kid, Mark) and kid.blank


def _ended(kids: Sequence[Kid]) -> Iterator[Kid]:
    """Put what stands between the parts of a list or a table at the end of the part before it."""
    before: Node | None = None
    for kid in kids:
        if before and _is(kid, _PAGE):
            _end(before, kid)
        else:
            before = kid if isinstance(kid, Node) else before
            yield kid


def _end(node: Node, page: Kid) -> None:
    """End a part of a list or a table with this: a table in its last cell, what is in a list behind all of it."""
    inner = next((kid for kid in reversed(node.kids) if isinstance(kid, Node)), None)
    if node.role in _FRAMES and inner:
        _end(inner, page)
    else:
        node.kids.append(page)


def _spoken(node: Node) -> None:
    for kid in node.kids:
        if isinstance(kid, Node):
            kid.role = "P" if kid.role == _PAGE else kid.role
            _spoken(kid)
