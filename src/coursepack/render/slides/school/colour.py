"""Colours of a template: what a theme's names stand for, and how well one is read on another. As RRGGBB."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_SYSTEM = {"window": "FFFFFF", "windowText": "000000"}
_PRESET = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "green": "008000", "gray": "808080"}
_WHOLE = 100_000  # DrawingML's 100 %


@dataclass(frozen=True)
class Palette:
    """A theme's colours by the names that a slide uses: tx1, bg1, accent1 and so on."""

    colours: Mapping[str, str]

    def read(self, fill: _Element | None) -> str:
        """Return the colour that `a:solidFill` (or an element like it) holds; empty if there is none to be known."""
        for child in fill if fill is not None else ():
            base = self._base(child)
            if base:
                return _changed(base, child)
        return ""

    def tint(self, fill: _Element | None) -> str:
        """Return the colour as `read` does, with two more digits where it lets what is behind it through."""
        found = self.read(fill)
        solid = next((child for one in (fill if fill is not None else ()) for child in one.iter(qn("a:alpha"))), None)
        share = 1.0 if solid is None else _share(solid)
        return f"{found}{round(share * 255):02X}" if found and share < 1 else found

    def _base(self, element: _Element) -> str:
        match element.tag:
            case tag if tag == qn("a:srgbClr"):
                return element.get("val", "").upper()
            case tag if tag == qn("a:schemeClr"):
                return self.colours.get(element.get("val", ""), "")
            case tag if tag == qn("a:sysClr"):
                return (element.get("lastClr") or _SYSTEM.get(element.get("val", ""), "")).upper()
            case tag if tag == qn("a:prstClr"):
                return _PRESET.get(element.get("val", ""), "")
        return ""


def palette(theme: _Element, mapping: _Element) -> Palette:
    """Read a theme's colours under the names that a master (or a layout of its own) maps them to."""
    plain = Palette({})
    scheme = {child.tag.rpartition("}")[2]: plain.read(child) for child in next(theme.iter(qn("a:clrScheme")))}
    mapped = {str(name): scheme.get(str(source), "") for name, source in mapping.attrib.items()}
    return Palette({**scheme, **mapped})


def _changed(base: str, element: _Element) -> str:
    """Apply what makes a colour lighter or darker; the rest (transparency, saturation) is passed over."""
    red, green, blue = channels(base)
    for child in element:
        share = _share(child)
        kind = child.tag.rpartition("}")[2]
        hue, light, strength = rgb_to_hls(red, green, blue)
        if kind == "lumMod":
            light *= share
        elif kind == "lumOff":
            light += share
        elif kind in {"tint", "shade"}:
            red, green, blue = (_mixed(value, share, lighter=kind == "tint") for value in (red, green, blue))
            continue
        else:
            continue
        red, green, blue = hls_to_rgb(hue, min(1.0, max(0.0, light)), strength)
    return "".join(f"{round(value * 255):02X}" for value in (red, green, blue))


def _share(element: _Element) -> float:
    """Read a share of 1, which a file writes in thousandths of a per cent."""
    value = element.get("val", "0")
    return int(value) / _WHOLE if value.lstrip("-").isdigit() else 0.0


def laid(top: str, under: str) -> str:
    """Return what is seen of a colour (RRGGBB, or RRGGBBAA where it lets light through) that lies on another."""
    if len(top) == len(under):
        return top
    share = int(top[-2:], 16) / 255
    pairs = zip(channels(top), channels(under), strict=True)
    return "".join(f"{round((one * share + other * (1 - share)) * 255):02X}" for one, other in pairs)


def _mixed(value: float, share: float, *, lighter: bool) -> float:
    """Mix a channel with white or black, as PowerPoint does: by amounts of light."""
    light = _light(value) * share + (1 - share if lighter else 0.0)
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 (sRGB's own)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB's own)


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue between 0 and 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the ratio of luminances as WCAG has it: from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, as WCAG has it: from 0 to 1."""
    red, green, blue = map(_light, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
