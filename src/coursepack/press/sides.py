"""What a print shop is asked for: how many pages of a PDF have colour, and how many sides say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

if TYPE_CHECKING:
    from collections.abc import Iterator

# Red, green and blue, or cyan, magenta, yellow and black, before the operator that sets them.
_RGB = re.compile(rb"(?<![\w.])([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+(?:rg|RG)(?!\w)")
_CMYK = re.compile(rb"(?<![\w.])([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+[\d.]+\s+[kK](?!\w)")
# What a content names and draws, in the dictionaries of resources that have it.
_DRAWN = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+(Do|scn|SCN|sh)(?!\w)")
_HOMES = {b"Do": "/XObject", b"scn": "/Pattern", b"SCN": "/Pattern", b"sh": "/Shading"}
# What is read aloud bears a number; lines to write on and running heads do not.
_SAID = b"/MCID"
# Two parts of a colour that differ by less are a grey.
_NEAR = 0.004
_GREY = {"/DeviceGray", "/CalGray"}


@dataclass(frozen=True)
class Sides:
    """The pages of a PDF, those with colour, and those on which nothing is said."""

    pages: int
    coloured: int
    silent: int


def sides(data: bytes) -> Sides:
    """Count the pages of a PDF by what is drawn on them."""
    pages, known = list(PdfReader(BytesIO(data)).pages), dict[int, bool]()
    contents = [page.get_contents() for page in pages]
    drawn = [content.get_data() if content is not None else b"" for content in contents]
    coloured = [
        _coloured(own, page.get("/Resources", DictionaryObject()), known)
        for own, page in zip(drawn, pages, strict=True)
    ]
    return Sides(len(pages), sum(coloured), sum(_SAID not in own for own in drawn))


def _coloured(content: bytes, resources: Any, known: dict[int, bool]) -> bool:  # noqa: ANN401 pypdf has no types
    """Tell whether a content sets a colour, or draws what has one."""
    if any(_differ(found) for found in _RGB.finditer(content)):
        return True
    if any(float(part) > _NEAR for found in _CMYK.finditer(content) for part in found.groups()):
        return True
    return any(_has_colour(one, known) for one in _named(content, resources))


def _resources(found: Any) -> Any:  # noqa: ANN401 pypdf has no types
    return found.get("/Resources", DictionaryObject()).get_object()


def _differ(found: re.Match[bytes]) -> bool:
    parts = [float(part) for part in found.groups()]
    return max(parts) - min(parts) > _NEAR


def _named(content: bytes, resources: Any) -> Iterator[Any]:  # noqa: ANN401 pypdf has no types
    """Yield what a content draws, as its resources name it: pages that were laid out together share them."""
    for name, how in dict.fromkeys(_DRAWN.findall(content)):
        home = resources.get(_HOMES[how], DictionaryObject()).get_object()
        if (key := f"/{name.decode('latin-1')}") in home:
            yield home.raw_get(key)


def _has_colour(reference: Any, known: dict[int, bool]) -> bool:  # noqa: ANN401 pypdf has no types
    number = getattr(reference, "idnum", 0)
    if number not in known or not number:
        known[number] = False
        found = reference.get_object()
        space = found.get("/ColorSpace")
        own = space is not None and str(space.get_object()) not in _GREY
        inner = found.get("/Subtype") == "/Form" or "/PatternType" in found
        known[number] = own or (inner and _coloured(found.get_data(), _resources(found), known))
    return known[number]
