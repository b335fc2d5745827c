"""Colours that can be read on a template's ground: the template's own where they do, else its text or its ground."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box
from coursepack.render.slides.school.colour import contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursepack.render.slides.layouts import Frame
    from coursepack.render.slides.school.placeholders import Seat
    from coursepack.render.slides.school.survey import Native, Slot

# The least contrast of text, and of large text: of 24 points and more, or 18 if it is bold; that of a line or a bar.
USUAL, LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 24.0, 18.0
_PALE = 1.1
_ROUND = 0.01
_PLAIN = ("tx1", "bg1")
_TEXT = (*_PLAIN, "dk1", "lt1")
# By how much a plate is larger than the text on it, in inches: less above it, and below it where another is near.
_BESIDE, _OVER, _UNDER = 0.2, 0.08, 0.16


def least(frame: Frame, floor: float, scale: float) -> float:
    """Return the contrast that a frame's text needs at the smallest size it may be set at, on slides of a scale."""
    large = (_LARGE_BOLD if frame.bold else _LARGE_SIZE) * scale - _ROUND
    return LARGE if min(floor, *(level.size for level in frame.levels)) >= large else USUAL


def scheme(native: Native, room: Box) -> dict[str, str]:
    """Return the theme's names for our colours, so that text and lines show on the ground of a room."""
    ground = native.backdrop.behind(room)
    ink = best(native, ground, _TEXT)
    paper = "bg1" if ink == "tx1" else "tx1"
    accents = [f"accent{number}" for number in range(1, 7)]
    accent = next((name for name in accents if worst(native, name, ground) >= LARGE), ink)
    soft = "tx2" if worst(native, "tx2", ground) >= USUAL else ink
    reached = {name: worst(native, name, ground) for name in ("bg2", "tx2", ink)}
    pale = min((name for name in reached if reached[name] >= _PALE), key=lambda name: reached[name], default=ink)
    small = accent if worst(native, accent, ground) >= USUAL else ink
    return {
        "ink": ink,
        "paper": paper,
        "soft": soft,
        "pale": pale,
        "accent": accent,
        "small accent": small,
        "write": ink,
    }


def is_plain(native: Native) -> bool:
    """Say whether the theme's colours of text and ground can be read all over a layout's placeholders."""
    grounds = [native.backdrop.behind(slot.box) for slot in native.slots if slot.kind not in {"footer", "page"}]
    return all(worst(native, best(native, ground, _PLAIN), ground) >= LARGE for ground in grounds)


def plated(native: Native, boxes: Sequence[tuple[Box, float]]) -> tuple[Native, tuple[tuple[Box, str], ...]]:
    """Lay a plate of one colour over each box where no text reaches a contrast; return the layout with its plates."""
    plates = []
    for box, need in boxes:
        ground = native.backdrop.behind(box)
        if worst(native, best(native, ground, _PLAIN), ground) < need:
            name = max(("bg1", "tx1"), key=lambda one: sum(_near(native, one, colour) for colour in ground))
            near = any(box.bottom <= other.top < box.bottom + 2 * _UNDER for other, _ in boxes)
            below = box.bottom + (_OVER if near else _UNDER)
            grown = Box(box.left - _BESIDE, box.top - _OVER, box.right + _BESIDE, below)
            plates.append((grown, name))
            backdrop = native.backdrop.with_plate(grown, native.palette.colours.get(name, "FFFFFF"))
            native = replace(native, backdrop=backdrop)
    return native, tuple(plates)


def _near(native: Native, name: str, colour: str) -> float:
    """Return a share of 1: how near one of the theme's colours comes to another."""
    return 1 / contrast(native.palette.colours.get(name, "FFFFFF"), colour)


def light(native: Native, room: Box) -> str:
    """Return the light one of the colours of text and ground, where the ground is dark; else empty."""
    ground = native.backdrop.behind(room)
    names = sorted(("tx1", "bg1"), key=lambda name: contrast(native.palette.colours.get(name, "000000"), "000000"))
    return names[1] if worst(native, names[1], ground) > worst(native, names[0], ground) else ""


def link(native: Native, room: Box) -> str:
    """Return the theme's colour that links get where its own can't be read: an accent, or that of text; else empty."""
    ground = native.backdrop.behind(room)
    if worst(native, "hlink", ground) >= LARGE:
        return ""
    plain = [*(f"accent{number}" for number in range(1, 7)), "lt1", "dk1"]
    return next((name for name in plain if worst(native, name, ground) >= USUAL), "")


def colour(native: Native, seat: Seat, names: Mapping[str, str], need: float) -> tuple[str, float]:
    """Return the name of the colour to write for a text (empty: its placeholder's own does), and its contrast."""
    if seat.slot is not None:
        return own(native, seat.slot, need, seat.frame)
    if seat.frame.fill:
        ground: tuple[str, ...] = (native.palette.colours.get(names[seat.frame.fill], ""),)
        return names["paper"], worst(native, names["paper"], ground)
    ground = native.backdrop.behind(seat.frame.box)
    wanted = names[seat.frame.colour if seat.frame.colour in {"soft", "accent"} else "ink"]
    name = wanted if worst(native, wanted, ground) >= need else best(native, ground, _TEXT)
    return name, worst(native, name, ground)


def own(native: Native, slot: Slot, need: float, frame: Frame) -> tuple[str, float]:
    """Return the name of the colour to write for a placeholder's text (none: its own does), and its contrast."""
    ground = (slot.style.fill,) if slot.style.fill else native.backdrop.behind(frame.box)
    has = min((contrast(slot.style.colour, one) for one in ground), default=0.0) if slot.style.colour else 0.0
    if has >= need:
        return "", has
    name = best(native, ground, _TEXT)
    reached = worst(native, name, ground)
    return (name, reached) if reached > has else ("", has)


def best(native: Native, ground: Sequence[str], names: Iterable[str]) -> str:
    """Return the one of some colours that is read best."""
    return max(names, key=lambda name: worst(native, name, ground))


def worst(native: Native, name: str, ground: Sequence[str]) -> float:
    """Return the least contrast of one of the theme's colours with what may stand behind it."""
    colour = native.palette.colours.get(name, "")
    return min((contrast(colour, one) for one in ground), default=0.0) if colour else 0.0
