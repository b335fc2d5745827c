"""What goes by a figure: what follows it goes before it, or it goes before the paragraph that it follows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from coursepack.render.handout.gaps import classes

# What let a paragraph by where little was white has the number of its elements; none where that came back.
_LET, _NONE = "data-let", "0"
# What stands before a paragraph that it followed has this, and lets none by any more.
_SOONER = "data-sooner"
# Headings inside a text.
_HEADS = frozenset({"h3", "h4", "h5", "h6"})


def later(element: Element, parent: Element) -> bool:
    """Put what follows a figure with a number before it, if that is a paragraph or a table."""
    return bool(_let(element, parent))


def by(element: Element, parent: Element) -> bool:
    """Do so where little is white, as long as it helps."""
    after = parent[list(parent).index(element) + 1 :]
    # No section goes before what an earlier one shows: that is worth no white.
    if element.get(_LET) == _NONE or (after and len(after[0]) and after[0][0].tag in _HEADS):
        return False
    let = _let(element, parent)
    if let:
        element.set(_LET, str(let))
    return let > 0


def back(element: Element, parent: Element) -> bool:
    """Undo that, where it leaves more white: what was let by goes on over the page's end, and has the next alone."""
    let, at = int(element.get(_LET, _NONE)), list(parent).index(element)
    before, after = parent[at - 1], parent[at + 1] if at + 1 < len(parent) else None
    if not let or before.get("class") != "prose":
        return False
    element.set(_LET, _NONE)
    if after is None or after.get("class") != "prose":
        after = Element("div", {"class": "prose"})
        parent.insert(at + 1, after)
    for one in reversed(before[-let:]):
        before.remove(one)
        after.insert(0, one)
    if not len(before):
        parent.remove(before)
    return True


def _let(element: Element, parent: Element) -> int:
    """Let by what follows a figure, and return how many elements these are."""
    at = list(parent).index(element)
    before, after = (parent[place] if 0 <= place < len(parent) else None for place in (at - 1, at + 1))
    if after is None or element.find("./*[@id]") is None or element.get(_SOONER) is not None:
        return 0
    if "table" in classes(after):
        parent.remove(after)
        parent.insert(at, after)
        return 1
    led = _led(after) if after.get("class") == "prose" else []
    if not led:
        return 0
    if before is None or before.get("class") != "prose":
        before = Element("div", {"class": "prose"})
        parent.insert(at, before)
    before.extend(led)
    for one in led:
        after.remove(one)
    if not len(after):
        parent.remove(after)
    return len(led)


def sooner(element: Element, parent: Element) -> bool:
    """Put figures with numbers before the paragraph that they follow, if that says nothing of them.

    Of several the first ones stand before it, and it before the last.
    """
    at = first = list(parent).index(element)
    while first and "figure" in classes(parent[first - 1]):
        first -= 1
    moved = parent[first : at if at > first else at + 1]
    names = {f"#{one.get('id')}" for figure in moved for one in figure.iterfind("./*[@id]")}
    before = parent[first - 1] if first else None
    if not names or before is None or before.get("class") != "prose" or len(before) == 1:
        return False
    *_, led, last = before
    is_plain = last.tag == led.tag == "p" and not last.get("class")
    if not is_plain or any(one.get("href") in names for one in last.iter()):
        return False
    before.remove(last)
    prose = Element("div", {"class": "prose"})
    prose.append(last)
    parent.insert(first + len(moved), prose)
    for figure in moved:
        figure.set(_SOONER, "")
    return True


def _led(prose: Element) -> list[Element]:
    """Return the paragraph that prose begins with, and the heading before it; what leads to a list stays with it."""
    heads = 1 if prose[0].tag in _HEADS else 0
    first, *more = prose[heads:] or [Element("div")]
    # A formula is no paragraph either.
    alone = first.tag == "p" and not first.get("class") and all(one.tag in {"p", *_HEADS} for one in more[:1])
    return prose[: heads + 1] if alone else []
