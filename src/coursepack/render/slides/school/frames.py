"""Our frames at a template's sizes: its own type where a placeholder has it, ours in proportion elsewhere. Points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.geometry import Box

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design, Frame, Level
    from coursepack.render.slides.school.recipe import Book
    from coursepack.render.slides.school.survey import Native, Slot

# Types of placeholders whose text stands alone: the template's size is taken as it is.
_ALONE = frozenset({"title", "ftr", "sldNum"})
# Of a title's size: what stands below one is no larger, if the template has it smaller.
_BELOW = 0.85
# Lengths and rules of what is drawn go with the slide, as the least sizes do; a timeline's places go with its frame.
_DRAWN = {
    "table": ("top", "head", "row", "foot", "pad", "margin"),
    "chart": ("line", "dot", "grid", "outline"),
    "choices": ("pad", "inset", "end", "between", "gap", "line", "outline", "tick"),
    "timeline": ("weight", "stem", "dot", "tick", "gap", "between"),
}


def base(design: Design) -> float:
    """Return the size of our running text, which the template's is compared with."""
    return design.layouts["content"].frames["body"].levels[0].size


def scale(native: Native, design: Design) -> float:
    """Return how large the template's slides are by ours, to a thousandth."""
    return round(native.backdrop.scale(design.slide.width, design.slide.height), 3)


def share(native: Native, design: Design, book: Book) -> float:
    """Return the ratio for what has no placeholder: the template's running text by ours, or the slides' sizes."""
    low, high = (bound * scale(native, design) for bound in book.shares)
    whole = native.backdrop.whole
    ratio = min(native.body.size / base(design), whole.width / design.slide.width, whole.height / design.slide.height)
    return min(high, max(low, ratio))


def drawn(design: Design, ratio: float) -> Design:
    """Return the design with rules, dots and what parts boxes so much larger."""
    found = {}
    for kind, names in _DRAWN.items():
        look = getattr(design, kind)
        found[kind] = look.model_copy(update={name: _times(getattr(look, name), ratio) for name in names})
    return design.model_copy(update=found)


def _times(measure: float | tuple[float, ...], ratio: float) -> float | tuple[float, ...]:
    return tuple(one * ratio for one in measure) if isinstance(measure, tuple) else measure * ratio


def resized(frame: Frame, ratio: float, floor: float) -> Frame:
    """Set a frame's type larger or smaller, but never below its floor."""
    levels = tuple(_level(level, ratio, floor) for level in frame.levels)
    grown = levels[0].size / frame.levels[0].size if levels else ratio
    larger = {count: size * grown for count, size in frame.larger.items()}
    return frame.model_copy(update={"levels": levels, "larger": larger})


def growing(frame: Frame, ours: Frame, ratio: float, title: float) -> Frame:
    """Let few words grow as on our own slides, where the template's are small: to little less than its titles.

    `ratio` is how large its slides are by ours, `title` the size of a title on them.
    """
    larger = {count: max(size, min(ours.larger[count] * ratio, title * _BELOW)) for count, size in frame.larger.items()}
    return frame.model_copy(update={"larger": larger})


def _level(level: Level, ratio: float, floor: float) -> Level:
    size = max(floor, round(level.size * ratio * 2) / 2)
    update = {"size": size, "leading": round(level.leading * size / level.size, 1)}
    for name in ("after", "hang", "indent"):
        update[name] = round(getattr(level, name) * size / level.size, 3)
    return level.model_copy(update=update)


def seated(frame: Frame, slot: Slot, usual: float, floor: float) -> Frame:
    """Set a frame as its placeholder does; `usual` is the size of ours that the placeholder's stands for."""
    own, alone = slot.style, frame.type in _ALONE
    found = resized(frame, own.size / (frame.levels[0].size if alone else usual), floor)
    bold, italic = own.bold or (frame.bold and not alone), own.italic or (frame.italic and not alone)
    levels = tuple(_bulleted(level, slot) for level in found.levels)
    return found.model_copy(update={"bold": bold, "italic": italic, "levels": levels})


def _bulleted(level: Level, slot: Slot) -> Level:
    """Leave a list the template's own bullets."""
    return level.model_copy(update={"bullet": "own"}) if level.bullet == "dash" and slot.style.bullet else level


def placed(frame: Frame, box: Box) -> Frame:
    """Give a frame its place; titles alone are set in the heading's face."""
    at = (box.left, box.top, box.width, box.height)
    face = "heading" if frame.type == "title" else "body"
    return frame.model_copy(update={"at": at, "face": face, "inset": frame.inset if frame.fill else 0.0})


def timed(design: Design, frame: Frame) -> Design:
    """Move the timeline's axis and its rows of labels into a frame."""
    look, old = design.timeline, design.layouts["timeline"].frames["timeline"].at
    left, top, width, height = frame.at
    region, size = Box(left, top, left + width, top + height), frame.levels[0].size
    down, across = region.height / old[3], region.width / old[2]
    need = size * 1.2 * 2 / 72  # a label is two lines high

    def lower(y: float) -> float:
        return region.top + (y - old[1]) * down

    def right(x: float) -> float:
        return region.left + (x - old[0]) * across

    axis = lower(look.axis)
    more = _rows(axis, region, need, look.gap)
    update = {
        "axis": axis,
        "left": right(look.left),
        "right": right(look.right),
        "above": tuple(tuple(max(region.top, axis - step - need) for step in row) for row in more),
        "below": tuple(tuple(axis + step for step in row) for row in more),
    }
    return design.model_copy(update={"timeline": look.model_copy(update=update)})


def _rows(axis: float, region: Box, need: float, gap: float) -> list[list[float]]:
    """Return distances of labels from the axis, nearest first: for two rows a side, and for as many as have room."""
    room = min(axis - region.top, region.bottom - axis)
    nearest = need / 2 + gap  # room for the words of an era
    most = max(2, int((room - nearest) / need))
    found = []
    for count in sorted({2, max(2, most - 1), most}):
        step = (room - nearest - need) / (count - 1)
        found.append([nearest + step * number for number in range(count)])
    return found
