"""What a placeholder's text inherits: from its layout, its master and the master's styles. Points and inches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pptx.oxml.ns import qn

from coursepack.render.slides.units import EMU

T = TypeVar("T")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element

    from coursepack.render.slides.school.colour import Palette

_BULLETS = {qn("a:buNone"): "", qn("a:buChar"): "own", qn("a:buAutoNum"): "own", qn("a:buBlip"): "own"}
_SIDES = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_USUAL = 18.0  # points, where nothing in a file says a size


@dataclass(frozen=True)
class Style:
    """How a placeholder sets its first level; `colour` and its own `fill` as RRGGBB, empty where there is none."""

    size: float
    bold: bool
    italic: bool
    align: str
    bullet: str
    colour: str
    fill: str
    insets: tuple[float, float, float, float]
    upright: bool


def style(shapes: Sequence[_Element], general: _Element | None, palette: Palette) -> Style:
    """Read a style from placeholders, nearest first, and then from the master's general one."""
    levels = [level for level in _levels(shapes, general) if level is not None]
    runs = [run for level in levels if (run := level.find(qn("a:defRPr"))) is not None]
    bodies = [body for shape in shapes for body in shape.iter(qn("a:bodyPr"))]
    fill = _first(runs, lambda run: run.find(qn("a:solidFill")))
    colour = palette.read(fill) if fill is not None else palette.colours.get("tx1", "")
    left, top, right, bottom = (int(_named(bodies, side, str(usual))) / EMU for side, usual in _SIDES)
    return Style(
        int(_named([*runs, *_prompts(shapes)], "sz", str(round(_USUAL * 100)))) / 100,
        _named(runs, "b", "0") in {"1", "true"},
        _named(runs, "i", "0") in {"1", "true"},
        _named(levels, "algn", "l"),
        _first(levels, _bullet) or "",
        colour,
        _first(shapes, lambda shape: _fill(shape, palette)) or "",
        (left, top, right, bottom),
        _named(bodies, "vert", "horz") == "horz",
    )


def _fill(shape: _Element, palette: Palette) -> str | None:
    """Return a placeholder's own fill: empty where it says that it has none, nothing where it leaves that open."""
    properties = shape.find(qn("p:spPr"))
    if properties is None or (found := properties.find(qn("a:solidFill"))) is None:
        return "" if properties is not None and properties.find(qn("a:noFill")) is not None else None
    return palette.read(found)


def typeface(shapes: Sequence[_Element], general: _Element | None, theme: str) -> str:
    """Return the family that a master's style names for Latin letters; `theme` where it names none."""
    levels = [level for level in _levels(shapes, general) if level is not None]
    found = next((face for one in (*levels, *_prompts(shapes)) for face in one.iter(qn("a:latin"))), None)
    return theme if found is None else found.get("typeface", theme)


def _prompts(shapes: Sequence[_Element]) -> list[_Element]:
    """Return how placeholders set their own prompts: all that LibreOffice writes of a master's styles."""
    tags = (qn("a:rPr"), qn("a:endParaRPr"))
    return [run for shape in reversed(shapes) for run in list(shape.iter(*tags))[:1]]


def _levels(shapes: Sequence[_Element], general: _Element | None) -> Iterator[_Element | None]:
    for shape in shapes:
        for styles in shape.iter(qn("a:lstStyle")):
            yield styles.find(qn("a:lvl1pPr"))
    if general is not None:
        yield general.find(qn("a:lvl1pPr"))


def _bullet(level: _Element) -> str | None:
    return next((_BULLETS[child.tag] for child in level if child.tag in _BULLETS), None)


def _first(elements: Sequence[_Element], read: Callable[[_Element], T | None]) -> T | None:
    return next((found for element in elements if (found := read(element)) is not None), None)


def _named(elements: Sequence[_Element], name: str, usual: str) -> str:
    return _first(elements, lambda element: element.get(name)) or usual
