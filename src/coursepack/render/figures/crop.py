"""Cropping: which part of a picture is shown, in an aspect that its author asks for, around a point that matters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from PIL import Image

from coursepack.load.picture import is_vector

_LENGTH = re.compile(r"\d*\.?\d+")
_SIDES = 2
_WHOLE = 1e-6


@dataclass(frozen=True)
class Crop:
    """What is cut away at each side, as shares of the picture's width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def position(self) -> tuple[float, float]:
        """The place of the part in the picture, as CSS has it for `object-position`: shares of what is cut away."""
        return _share(self.left, self.right), _share(self.top, self.bottom)


def ratio(aspect: str) -> float:
    """Return the width of an aspect ("16:9") by its height."""
    wide, high = (float(part) for part in aspect.split(":"))
    return wide / high


def crop(size: tuple[float, float], aspect: float, focus: tuple[float, float]) -> Crop:
    """Cut a picture to an aspect, so that the focus comes as near to the middle as the picture's edges let it."""
    wide, high = size
    whole = wide / high
    if abs(whole - aspect) < _WHOLE:
        return Crop()
    if whole > aspect:
        left, right = _cut(aspect / whole, focus[0])
        return Crop(left=left, right=right)
    top, bottom = _cut(whole / aspect, focus[1])
    return Crop(top=top, bottom=bottom)


def _cut(shown: float, focus: float) -> tuple[float, float]:
    before = min(max(focus - shown / 2, 0.0), 1 - shown)
    return before, 1 - shown - before


def _share(before: float, after: float) -> float:
    return before / (before + after) if before + after > _WHOLE else 0.5


def size_of(data: bytes) -> tuple[float, float]:
    """Return the width and height of a picture; an SVG's are those of its view box or its own."""
    if not is_vector(data):
        with Image.open(BytesIO(data)) as picture:
            return picture.size
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    box = _LENGTH.findall(root.get("viewBox", ""))[2:] or _LENGTH.findall(f"{root.get('width')} {root.get('height')}")
    wide, high = (float(length) for length in box) if len(box) == _SIDES else (1.0, 1.0)
    return wide, high or 1.0
