"""Where a page of another edition begins is heard before what begins there: a paragraph, a list, a whole table.

Its mark is a node of the role "Page", among the words that it was written before. Where other words of a paragraph
stand before it, it stays in their line; in a list or a table it goes into the item or the cell that comes next.
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
# What holds certain elements alone, and those of them that lead to words.
_FRAMES = frozenset({"L", "TOC", "Table", "THead", "TBody", "TFoot", "TR"})
_INNER = {"TBody": "TR", "TFoot": "TR", "TR": "TD"}
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
    node.kids = list(_entered(rest)) if node.role in _FRAMES else rest
    found = [kid for kid in begun if isinstance(kid, Node) and kid.role == _PAGE]
    for page in found:
        page.order = node.order
    return found


def _is(kid: Kid, role: str) -> bool:
    return isinstance(kid, Node) and kid.role == role


def _passed(kid: Kid) -> bool:
    """Tell whether a page that begins after this is heard before it."""
    return kid.role in {_PAGE, *_PASSED} if isinstance(kid, Node) else isinstance(kid, Mark) and kid.blank


def _entered(kids: Sequence[Kid]) -> Iterator[Kid]:
    """Put what stands between the parts of a list or a table into the part that comes next."""
    waiting: list[Kid] = []
    for kid in kids:
        if _is(kid, _PAGE):
            waiting.append(kid)
        else:
            if isinstance(kid, Node) and waiting:
                _enter(kid, waiting)
                waiting = []
            yield kid


def _enter(node: Node, pages: Sequence[Kid]) -> None:
    """Begin a part of a list or a table with these, after its label."""
    inner = next((kid for kid in node.kids if _is(kid, _INNER.get(node.role, "P"))), None)
    if isinstance(inner, Node) and (node.role in _INNER or (inner.kids and _is(inner.kids[0], "Lbl"))):
        _enter(inner, pages)
    else:
        at = sum(1 for _ in takewhile(lambda kid: _is(kid, "Lbl"), node.kids))
        node.kids[at:at] = pages


def _spoken(node: Node) -> None:
    for kid in node.kids:
        if isinstance(kid, Node):
            kid.role = "P" if kid.role == _PAGE else kid.role
            _spoken(kid)
