"""Puts what is heard into the shapes that PDF has for it (ISO 32000-1, 14.8.4).

Words stand in paragraphs, items of a list are a label and a body, a note follows the paragraph that it belongs to, a
caption is its table's, and no heading is more than one level below the one before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.handout.heard import Mark, Node, Target
from coursepack.render.handout.turning import raised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Kid = Node | Mark | Target

_HEADINGS = tuple(f"H{level}" for level in range(1, 7))
# What stands in a line.
_INLINE = frozenset({"Span", "Link", "Code", "Reference", "Quote", "Figure", "Formula", "Lbl"})
# What holds words and no blocks.
_WORDS = frozenset({"P", "Caption", "TOCI", "DT", *_HEADINGS, *_INLINE})
# What may hold either, but not both beside each other.
_EITHER = frozenset({"LBody", "DD", "TD", "TH", "Note"})
# What holds certain elements alone.
_FRAMES = frozenset({"L", "Table", "THead", "TBody", "TFoot", "TR"})
# What says something although it is empty: a cell that is filled in, or whose neighbours are; rows to write in.
_KEPT = frozenset({"TBody", "TR", "TD", "TH"})


def shaped(root: Node) -> Node:
    """Return the whole structure in PDF's shapes; what nobody hears is left out."""
    raised(root)
    _shape(root)
    _prune(root)
    _level(root)
    return root


def _shape(node: Node) -> list[Node]:
    """Put a node into shape; return it, and the notes that follow it."""
    kids = [one for kid in _flat(node) for one in (_shape(kid) if isinstance(kid, Node) else [kid])]
    if node.role == "Div" and all(_inline(kid) for kid in kids):
        node.role = "P"
    if node.role in _WORDS:
        node.kids = [kid for kid in kids if not _is(kid, "Note")]
        _in_line(node)
        return [node, *(kid for kid in kids if isinstance(kid, Node) and kid.role == "Note")]
    if node.role == "LI":
        node.kids = _item(kids)
    elif node.role in _FRAMES:
        node.kids = _described(kids) if any(_is(kid, "DT") for kid in kids) else [k for k in kids if not _inline(k)]
    elif node.role not in _EITHER or not all(_inline(kid) for kid in kids):
        node.kids = _captioned(list(_grouped(kids)))
    else:
        node.kids = kids
    return [node]


def _flat(node: Node) -> Iterator[Kid]:
    """Yield what a node holds, in the order of hearing; what has no role of its own is words of it."""
    for kid in sorted(node.kids, key=_order):
        if isinstance(kid, Node) and (not kid.role or (kid.role == "Link" and not _leads(kid))):
            yield from _flat(kid)
        else:
            yield kid


def _order(kid: Kid) -> int:
    return kid.order if isinstance(kid, Node) else 0


def _leads(link: Node) -> bool:
    return any(isinstance(kid, Target) or (isinstance(kid, Node) and _leads(kid)) for kid in link.kids)


def _is(kid: Kid, *roles: str) -> bool:
    return isinstance(kid, Node) and kid.role in roles


def _inline(kid: Kid) -> bool:
    return not isinstance(kid, Node) or kid.role in _INLINE


def _in_line(node: Node) -> None:
    """Paragraphs inside a heading or a caption are parts of its line."""
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "P":
            kid.role = "Span"


def _grouped(kids: Sequence[Kid]) -> Iterator[Node]:
    """Yield blocks, with a paragraph around each run of words between them; pictures stand by themselves."""
    run: list[Kid] = []
    for kid in [*kids, Node("")]:
        if _inline(kid):
            run.append(kid)
            continue
        if any(not _is(one, "Figure", "Formula") and _heard(one) for one in run):
            yield Node("P", kids=run)
        else:
            yield from (one for one in run if isinstance(one, Node))
        run = []
        if isinstance(kid, Node) and kid.role:
            yield kid


def _item(kids: Sequence[Kid]) -> list[Kid]:
    """Part an item into its labels, which its first paragraph may begin with, and its body.

    Before that paragraph it may be said which page begins there.
    """
    for first in kids[:2]:
        if isinstance(first, Node) and first.role == "P" and first.kids and _is(first.kids[0], "Lbl"):
            kids = [first.kids.pop(0), *kids]
            break
    labels = [kid for kid in kids if _is(kid, "Lbl")]
    rest = [kid for kid in kids if not _is(kid, "Lbl")]
    body: list[Kid] = rest if all(_inline(kid) for kid in rest) else [*_grouped(rest)]
    return [*labels, *([Node("LBody", kids=body)] if any(map(_heard, body)) else [])]


def _described(kids: Sequence[Kid]) -> list[Kid]:
    """Make items of terms and what is said of them."""
    items: list[Node] = []
    for kid in kids:
        if not isinstance(kid, Node) or kid.role not in {"DT", "DD"}:
            continue
        if not items or (kid.role == "DT" and items[-1].kids[-1].role == "LBody"):  # type: ignore[union-attr] # an item of a list holds elements
            items.append(Node("LI"))
        kid.role = "Lbl" if kid.role == "DT" else "LBody"
        items[-1].kids.append(kid)
    return list(items)


def _captioned(kids: list[Node]) -> list[Kid]:
    """Give a table the caption that stands before it."""
    for caption, table in pairwise(kids):
        if caption.role == "Caption" and table.role == "Table":
            table.kids.insert(0, caption)
            return [kid for kid in kids if kid is not caption]
    return list(kids)


def _heard(kid: Kid) -> bool:
    """Tell whether there is anything in it."""
    if isinstance(kid, Mark):
        return not kid.blank
    if isinstance(kid, Target):
        return True
    return kid.role in {"Figure", "Formula"} or (kid.said and bool(kid.kids)) or any(map(_heard, kid.kids))


def _prune(node: Node) -> None:
    """Leave out elements that are empty, but for the cells of a table."""
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.role in _KEPT or _heard(kid)]


def _level(root: Node) -> None:
    """Let no heading skip a level: each is one below the nearest before it that stands higher."""
    # A piece of a document may begin below the first heading.
    above: list[str] = ["H1"]
    waiting: list[Kid] = [root]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Node):
            if kid.role in _HEADINGS:
                above = [*(role for role in above if role < kid.role), kid.role]
                kid.role = _HEADINGS[len(above) - 1]
            waiting.extend(reversed(kid.kids))
