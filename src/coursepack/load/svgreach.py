"""How much a drawing draws: what refers to a part of it draws that part again, and parts may refer to parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursepack.load.picture import PictureError
from coursepack.load.svglist import XLINK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

# Elements of a file, and of what is drawn; and elements in each other, references followed.
MOST, DEEP = 50_000, 60
_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)")


def bounded(root: _Element) -> None:
    """Raise a PictureError if a drawing has too many elements, too deep ones, or too many once references are drawn."""
    elements = list(root.iter("*"))
    if len(elements) > MOST:
        raise _too_much(f"has more than {MOST} elements")
    named = {name: element for element in reversed(elements) if (name := element.get("id"))}
    drawn, deep = _Reach(named).of(root)
    if drawn > MOST:
        raise _too_much(f"draws more than {MOST} elements, because what it refers to refers to more")
    if deep > DEEP:
        raise _deep()


@dataclass
class _Reach:
    """Counts what each element draws, once for each; `open` are those that are being counted."""

    named: Mapping[str, _Element]
    known: dict[_Element, tuple[int, int]] = field(default_factory=dict)
    open: set[_Element] = field(default_factory=set)

    def of(self, element: _Element) -> tuple[int, int]:
        """Return how many elements one draws, and how deep they are in each other."""
        if element in self.known:
            return self.known[element]
        if element in self.open:
            said, advice = "has a part that refers to itself", "Take the reference out of the drawing"
            raise PictureError(said, advice)
        if len(self.open) > DEEP:
            raise _deep()
        self.open.add(element)
        inside = [self.of(one) for one in self._inside(element)]
        self.open.remove(element)
        found = 1 + sum(count for count, _ in inside), 1 + max((deep for _, deep in inside), default=0)
        self.known[element] = found
        return found

    def _inside(self, element: _Element) -> Iterator[_Element]:
        yield from element.iterchildren("*")
        for name in references(element):
            if name in self.named:
                yield self.named[name]


def references(element: _Element) -> Iterator[str]:
    """Yield the ids that an element refers to."""
    for name in ("href", f"{{{XLINK}}}href"):
        address = element.get(name, "").strip()
        if address.startswith("#"):
            yield address[1:]
    for value in element.attrib.values():
        if "url(" in str(value):
            yield from _URL.findall(str(value))


def _too_much(said: str) -> PictureError:
    return PictureError(said, "Draw it simpler, or save it as PNG", "large-picture")


def _deep() -> PictureError:
    return _too_much(f"has more than {DEEP} elements in each other")
