"""Brackets that grow, parted over lines: each is as high as what stood between both, though that is elsewhere."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element


def copied(found: Sequence[_Element]) -> list[_Element]:
    """Copy what goes into a line, with a prop beside a bracket that its other one is parted from."""
    return [made for one in found for made in (deepcopy(one), *_props(one, found))]


def propped(bracket: _Element, inside: Sequence[_Element]) -> _Element:
    """Return a bracket with a prop before it."""
    made = Element("mrow")
    made.extend([_prop(inside), deepcopy(bracket)])
    return made


def is_propped(element: _Element) -> bool:
    """Tell whether an element is a bracket with a prop before it."""
    return element.tag == "mrow" and len(element) > 0 and element[0].tag == "mpadded"


def _prop(inside: Sequence[_Element]) -> _Element:
    """Return something as high as some elements, without a width and unseen."""
    made = Element("mpadded", width="0")
    SubElement(made, "mphantom").extend(map(deepcopy, inside))
    return made


def _props(one: _Element, found: Sequence[_Element]) -> Iterator[_Element]:
    around = one.getparent()
    if around is None or around.tag != "mrow" or around[0].get("fence") != "true":
        return
    parts = list(around)
    pair = (parts[0], parts[-1])
    if one in pair and not all(bracket in found for bracket in pair):
        yield _prop(parts[1:-1])
