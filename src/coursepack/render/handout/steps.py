"""What is done to an element of a source so that its pages are full: a mark for the style sheet, or another place."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from coursepack.render.handout import drawing_in, moving
from coursepack.render.handout.gaps import classes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    # Does something to an element of the source, whose parent it is given, and tells whether there was anything to do.
    Step = Callable[[Element, Element], bool]

# What a style sheet sets closer has the first of these, what it lets go on over a page's end the second.
CLOSER, PARTED = "data-closer", "data-parted"
# What is whole again has this, with how it was parted; what is no better so has it with this value.
WHOLE, _VAIN = "data-whole", "vain"
# A figure whose pictures are set smaller has this, with their share; one of them has what its style was.
SMALLER, _OWN = "data-smaller", "data-own"
# A room to write or draw in that spares no rows, though what is around it is closer, has this.
_ROOMY = "data-roomy"
# A width as a figure has it.
_WIDTH = re.compile(r"width:([\d.]+)(pt|mm|%)")
# A paragraph whose words stay whole, since one of them was halved at a page's end, has this.
UNCUT = "data-uncut"
# What is said of exercises before them has this where it goes over with the first, or this value where it may not.
LED = "data-led"
# An exercise that begins a page, or this value where that is no better, has this.
OVER = "data-over"
# What may go on after its first row has this for the second, and what may do so before its last row as well.
_FREELY, _WHOLLY = "freely", "wholly"
# An exercise has this whose wording stands whole on a page of which the lines to write on have no room.
_STATED = "stated"


def _closer(element: Element, _: Element) -> bool:
    return element.get(PARTED) is None and _marked(element, CLOSER)


def _uncut(element: Element, _: Element) -> bool:
    return _marked(element, UNCUT)


def _drawn_in(element: Element, _: Element) -> bool:
    return _marked(element, drawing_in.MARK)


def _drawn_more(element: Element, _: Element) -> bool:
    return _marked(element, drawing_in.MORE)


def _ahead(element: Element, _: Element) -> bool:
    return _marked(element, LED)


def _behind(element: Element, _: Element) -> bool:
    element.set(LED, _VAIN)
    return True


def _over(element: Element, _: Element) -> bool:
    return _marked(element, OVER)


def _here(element: Element, _: Element) -> bool:
    element.set(OVER, _VAIN)
    return True


def _faced(element: Element, _: Element) -> bool:
    """Let a figure stand without its exercise, which is opposite."""
    return _marked(element, PARTED)


def _parted(element: Element, _: Element) -> bool:
    new = element.get(WHOLE) is None and _marked(element, PARTED)
    if new:
        element.attrib.pop(CLOSER, None)
    return new


def _whole(element: Element, _: Element) -> bool:
    element.set(WHOLE, element.attrib.pop(PARTED))
    return True


def _apart(element: Element, _: Element) -> bool:
    element.set(PARTED, element.get(WHOLE, ""))
    element.set(WHOLE, _VAIN)
    return True


def _again(element: Element, _: Element) -> bool:
    """Set closer what was parted in vain, where all but the white around it, or what it begins with, has room."""
    return element.get(PARTED) is not None and _marked(element, CLOSER)


def _pressed(element: Element, _: Element) -> bool:
    """Set closer what is torn, though no page is white for it."""
    return _marked(element, CLOSER)


def _rows(element: Element, parent: Element) -> bool:
    """Let the last row of the parted table before it stand alone: there is room for it below then."""
    at = list(parent).index(element)
    table = parent[at - 1] if at else element
    parted = "table" in classes(table) and table.get(PARTED) not in {None, _WHOLLY}
    if parted:
        table.set(PARTED, _WHOLLY)
    return parted


def _freely(element: Element, _: Element) -> bool:
    is_whole = element.get(WHOLE, _VAIN) != _VAIN
    new = element.get(PARTED) not in {_FREELY, _WHOLLY} and not is_whole
    if new:
        element.set(PARTED, _FREELY)
    return new


def _smaller(share: float, element: Element, _: Element) -> bool:
    """Set the pictures of a figure at a share of their size, once; one whose height is said keeps it."""
    pictures = [one for one in element.iterfind("./img") if "height" not in one.get("style", "")]
    new = bool(pictures) and _marked(element, SMALLER, f"{share}")
    for one in pictures if new else ():
        said = one.get("style", "")
        one.set(_OWN, said)
        style = _WIDTH.sub(lambda found: f"width:{float(found[1]) * share:.2f}{found[2]}", said)
        # What has no width of its own is as wide as the text, or as it is.
        one.set("style", style if style != said else f"{said};max-width:{share:.0%}".lstrip(";"))
    return new


def _full(element: Element, parent: Element) -> bool:
    """Set the pictures of a figure at their own size again, or all rows of a room; asked once more, smaller again."""
    for one in element.iterfind(f"./img[@{_OWN}]"):
        one.attrib["style"], one.attrib[_OWN] = one.attrib[_OWN], one.attrib["style"]
    if "write-on" in classes(element) and not _marked(parent, _ROOMY):
        del parent.attrib[_ROOMY]
    return True


def _stated(element: Element, _: Element) -> bool:
    """Let a wording of several paragraphs stand without the lines to write on, where it is parted from nothing else."""
    lines = element.find("./div[@class='asks']")
    is_alone = lines is not None and lines.get("data-numbering") is None
    new = is_alone and _is_worded(element) and element.get(PARTED) == ""
    if new:
        element.set(PARTED, _STATED)
    return new


def _worded(element: Element, parent: Element) -> bool:
    """Let a wording of several paragraphs go on between them, where what is asked is parted in vain."""
    return _is_worded(element) and element.get(PARTED) is not None and _freely(element, parent)


def _is_worded(element: Element) -> bool:
    return "write" in classes(element) and element.find("./div[@class='stem']/*[2]") is not None


def _alone(element: Element, parent: Element) -> bool:
    """Let a figure that leads to an exercise stand without it, where that can not be parted after its wording."""
    at = list(parent).index(element)
    return at > 0 and "figure" in classes(parent[at - 1]) and _marked(parent[at - 1], PARTED)


def _marked(element: Element, mark: str, value: str = "") -> bool:
    """Mark an element for the style sheet, if it is not marked yet."""
    new = element.get(mark) is None
    if new:
        element.set(mark, value)
    return new


def _unmarked(mark: str, element: Element, _: Element) -> bool:
    del element.attrib[mark]
    return True


DONE: Mapping[str, Step] = {
    "closer": _closer,
    "again": _again,
    "pressed": _pressed,
    "over": _over,
    "here": _here,
    "led": _ahead,
    "behind": _behind,
    "faced": _faced,
    "uncut": _uncut,
    "drawn-in": _drawn_in,
    "drawn-more": _drawn_more,
    "parted": _parted,
    "lined": _parted,
    "whole": _whole,
    "apart": _apart,
    "rows": _rows,
    "freely": _freely,
    "stated": _stated,
    "worded": _worded,
    "alone": _alone,
    "later": moving.later,
    "small": partial(_smaller, 0.9),
    "smaller": partial(_smaller, 0.8),
    "full": _full,
    "by": moving.by,
    "back": moving.back,
    "sooner": moving.sooner,
}
# What is done to what an element is in.
OUTER = {"drawn": "closer", "around": "parted"}
# What is asked of each layout anew: it depends on all else, but for one whose pages begin as before.
LAST = frozenset(
    {"whole", "apart", "over", "here", "led", "behind", "faced", "pressed", "full", "uncut", "drawn-in", "drawn-more"}
)
# No step: the element is at the head of a page.
BEGINS = "begins"
# What takes back what did not help.
UNDONE: Mapping[str, Step] = {
    "pressed": partial(_unmarked, CLOSER),
    "faced": partial(_unmarked, PARTED),
    "full": _full,
    "uncut": partial(_unmarked, UNCUT),
    "drawn-in": partial(_unmarked, drawing_in.MARK),
    "drawn-more": partial(_unmarked, drawing_in.MORE),
}
