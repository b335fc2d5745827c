"""Frames in a template's placeholders: which goes where, and how large. Inches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box
from coursepack.render.slides.school import frames
from coursepack.render.slides.school.match import columns, kind
from coursepack.render.slides.school.room import clear, size
from coursepack.render.slides.school.rungs import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.render.look.theme import Floor
    from coursepack.render.slides.layouts import Design, Frame, Layout
    from coursepack.render.slides.school.recipe import Book, Recipe
    from coursepack.render.slides.school.rungs import Rung
    from coursepack.render.slides.school.survey import Native, Slot

_TOP, _HIGH = 0.12, 0.25  # of a slide: where a title stands that left the middle, and how high it is at most
_MOSTLY = 0.75  # of a placeholder has to be left when it is drawn in
_FIXED = {"title": "title", "ftr": "footer", "sldNum": "page"}
_TEXT = frozenset({"title", "body", "ftr", "sldNum"})
_FITTING = {"body": {"text", "any"}, "pic": {"picture", "any"}, "tbl": {"table", "any"}, "chart": {"chart", "any"}}


@dataclass(frozen=True)
class Seat:
    """A frame in its place: in a placeholder of the template (as it stands, or moved), or in a box of its own."""

    frame: Frame
    slot: Slot | None
    moved: bool = True
    align: str = "l"

    @property
    def filled(self) -> Frame:
        """The frame as it is filled: centred, if its text is."""
        centred = self.align == "ctr" and self.frame.type in _TEXT
        return self.frame.model_copy(update={"align": "ctr"}) if centred else self.frame


@dataclass(frozen=True)
class Task:
    """What is to be composed: one of our layouts with the frames that a slide has, on a layout of the template.

    The frames in `brief` hold no more than a line.
    """

    layout: Layout
    recipe: Recipe
    native: Native
    design: Design
    book: Book
    floors: Mapping[Floor, float]
    present: frozenset[str]
    rung: Rung = FIRST
    brief: frozenset[str] = frozenset()

    def floor(self, name: str) -> float:
        """Return the size that a frame's text is never set below."""
        return self.floors[self.layout.frames[name].floor]

    def frame(self, name: str) -> Frame:
        """Return a frame at the template's sizes, before it has a place."""
        wanted = self.layout.frames[name]
        if name in self.recipe.size:  # what fills a slide of our own is a mark of the accent here
            wanted = wanted.model_copy(update={"bold": True, "colour": "accent"})
            size = self.recipe.size[name] * frames.scale(self.native, self.design)
            return frames.resized(wanted, size / wanted.levels[0].size, self.floor(name))
        return frames.resized(wanted, frames.share(self.native, self.design, self.book), self.floor(name))


def flowing(seat: Seat) -> Seat:
    """Let a text go on over several slides, where it does not fit on one."""
    text = seat.frame.type == "body" and bool(seat.frame.levels)
    return replace(seat, frame=seat.frame.model_copy(update={"flow": True})) if text else seat


def is_text(task: Task, name: str) -> bool:
    """Say whether a frame holds text, and so stands inside its placeholder's insets."""
    return task.layout.frames[name].type in _TEXT


def aligned(name: str) -> str:
    """Text boxes stand as the placeholder does whose room they share; justified text does not."""
    return name if name in {"l", "ctr", "r"} else "l"


def seat_in(task: Task, name: str, slot: Slot, box: Box, *, moved: bool) -> Seat:
    """Seat a frame in a placeholder. On covers and section heads the template's size stands for ours as it is."""
    wanted = task.layout.frames[name]
    frame = wanted
    if wanted.levels:
        low = kind(task.native, task.book) in {"cover", "section"}
        usual = wanted.levels[0].size if low else frames.base(task.design)
        frame = frames.seated(wanted, slot, usual, task.floor(name))
    return Seat(frames.placed(frame, box), slot, moved, aligned(slot.style.align))


def fixed(task: Task) -> Iterator[tuple[str, Seat]]:
    """Yield title, footer and number where the template has them; a title that is too narrow gets the slide's width."""
    whole, book = task.native.backdrop.whole, task.book
    for name, frame in task.layout.frames.items():
        slot = next(iter(task.native.of(_FIXED.get(frame.type, ""))), None)
        if slot is None:
            continue
        if frame.type == "title" and _is_low(slot, task):
            top = min(slot.box.top, whole.height / 4)
            box = Box(book.margin, top, whole.width - book.margin, top + max(slot.box.height, 2 * _line(task)))
            yield name, seat_in(task, name, slot, box, moved=True)
        elif frame.type == "title" or name in task.present:
            box = spared(slot.inner, task)
            if frame.type == "title":
                box = _lined(_raised(box, task), task)
            yield name, seat_in(task, name, slot, box, moved=slot.mark is None or box != slot.inner)


def _raised(box: Box, task: Task) -> Box:
    """Move a title that stands in the middle of the slide up, and make it lower, where all free room is wanted."""
    whole = task.native.backdrop.whole
    top = min(box.top, _TOP * whole.height)
    wanted = replace(box, top=top, bottom=top + min(box.height, _HIGH * whole.height))
    return wanted if task.rung.loose else box


def _lined(box: Box, task: Task) -> Box:
    """Give a title's place the lines that it is to have: towards the nearer edge of the slide, then the other way."""
    need, whole, margin = task.rung.lines * _line(task), task.native.backdrop.whole, task.book.margin / 2
    if task.rung.lines == 1 or box.height >= need:
        return box
    more = need - box.height
    if box.top > whole.height / 2:
        top = max(margin, box.top - more)
        return Box(box.left, top, box.right, max(box.bottom, top + need))
    up = min(more, max(0.0, box.top - margin))
    return Box(box.left, box.top - up, box.right, box.bottom + more - up)


def spared(box: Box, task: Task) -> Box:
    """Draw a placeholder in where a logo or the like reaches into it, if little is lost."""
    found = clear(box, task.native.backdrop.drawn)
    return found if size(found) >= _MOSTLY * size(box) else box


def _is_low(slot: Slot, task: Task) -> bool:
    """Say whether a title's placeholder is too small for one."""
    return slot.box.width < task.book.narrowest * task.native.backdrop.whole.width or slot.inner.height < _line(task)


def _line(task: Task) -> float:
    """Return the height of a line of the smallest title."""
    return task.floors["title"] * 1.2 / 72


def slots_for(task: Task) -> dict[str, Slot]:
    """Find placeholders for the frames that have seats: the largest that fit their kinds."""
    if task.rung.loose:
        return {}
    found = _pair(task) if len(task.recipe.seats) > 1 else {}
    left = sorted(task.native.content, key=lambda slot: -size(slot.box))
    single = task.recipe.seats if len(task.recipe.seats) == 1 else ()
    for name in (*single, *task.recipe.left_out):
        fits = set(_FITTING.get(task.layout.frames[name].type, set()))
        fits -= {"any"} if name in task.recipe.left_out else set()
        slot = next((slot for slot in left if slot.kind in fits and slot not in found.values()), None)
        if slot is not None:
            found[name] = slot
    return {name: slot for name, slot in found.items() if name in task.present}


def _pair(task: Task) -> dict[str, Slot]:
    """Return the placeholders of two columns, and of their heads if the layout has them and the slide too."""
    content, recipe = task.native.content, task.recipe
    if kind(task.native, task.book) not in {"two", "four"}:
        return {}
    pair = columns(content)
    heads = sorted((slot for slot in content if slot not in pair), key=lambda slot: slot.box.left)
    wanted = recipe.heads if len(heads) == len(recipe.heads) and task.present >= set(recipe.heads) else ()
    return {**dict(zip(recipe.seats, pair, strict=True)), **dict(zip(wanted, heads, strict=False))}
