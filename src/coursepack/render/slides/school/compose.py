"""A place for every frame of one of our layouts on one of the template's. Inches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.render.geometry import Box, bounding_box
from coursepack.render.slides.content import unit_frame
from coursepack.render.slides.school import frames
from coursepack.render.slides.school.match import kind
from coursepack.render.slides.school.placeholders import Seat, aligned, fixed, is_text, seat_in, slots_for, spared
from coursepack.render.slides.school.room import free, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.render.slides.school.placeholders import Task
    from coursepack.render.slides.school.recipe import Row
    from coursepack.render.slides.school.survey import Slot

# Numbers of placeholders that no template has: what bears one becomes a text box when it is filled.
LOOSE = 90_000
_SEATED = 80_000  # and those that stand for the template's own, until a slide is filled


def compose(task: Task) -> tuple[dict[str, Seat], Box]:
    """Give every frame its seat; return also the room of what stands below the title."""
    seats = dict(fixed(task))
    left, top, width, height = seats["title"].frame.at
    slots = slots_for(task)
    heads = {name: slot for name, slot in slots.items() if name in task.recipe.heads}
    title = Box(left, top, left + width, top + height)
    room, own = _room(task, slots, title)
    rows = list(_present(task, heads, over=_over(room, title)))
    # Placeholders that have their room to themselves stay as the template has them.
    places = dict(_below_units(task, _boxes(task, rows, room, slots)))
    whole = own and len(rows) == 1 and all(name in slots for name in (*rows[0].frames, *places))
    for name, slot in heads.items():
        seats[name] = seat_in(task, name, slot, slot.inner, moved=False)
    for name, box in places.items():
        seats[name] = _set(task, name, box, slots, moved=not whole)
    return dict(_numbered(task, seats)), room


def _set(task: Task, name: str, box: Box, slots: Mapping[str, Slot], *, moved: bool) -> Seat:
    """Seat a frame in its placeholder, or in a box of its own."""
    slot = slots.get(name)
    if slot is None:
        frame = frames.placed(task.frame(name), box)
        return Seat(frame, None, align=aligned(next((one.style.align for one in slots.values()), _leaning(task, name))))
    return seat_in(task, name, slot, box if moved or not is_text(task, name) else slot.inner, moved=moved)


def _leaning(task: Task, name: str) -> str:
    """Return the side of a text that stands under a title alone: the title's own, if nothing stands beside it."""
    alone = all(len(row.frames) == 1 for row in task.recipe.rows if name in row.frames)
    return _title_side(task) if alone else "l"


def _title_side(task: Task) -> str:
    """Return the side of the title on a cover or a section's head; elsewhere it leads nothing below it."""
    title = task.native.title
    parts = title is not None and kind(task.native, task.book) in {"cover", "section"}
    return title.style.align if title is not None and parts else "l"


def _numbered(task: Task, seats: Mapping[str, Seat]) -> Iterator[tuple[str, Seat]]:
    """Number the seats in reading order, as their shapes are known while a slide is filled."""
    for number, name in enumerate(name for name in task.layout.frames if name in seats):
        seat = seats[name]
        index = {"title": 0, "region": -1}.get(seat.frame.type, (LOOSE if seat.slot is None else _SEATED) + number)
        yield name, replace(seat, frame=seat.frame.model_copy(update={"index": index}))


def _room(task: Task, slots: Mapping[str, Slot], title: Box) -> tuple[Box, bool]:
    """Return the room of the seats and that it is theirs, or the free room if they have none, or too little."""
    seats = [slots[name] for name in task.recipe.seats if name in slots]
    if task.recipe.inside and not task.rung.loose:
        seats = sorted(task.native.content, key=lambda slot: -size(slot.box))[:1]
    if seats:
        text = task.recipe.inside or is_text(task, task.recipe.seats[0])
        room = bounding_box([slot.inner if text else slot.box for slot in seats])
        if task.recipe.high:
            outer = bounding_box([slot.box for slot in seats])
            room = replace(room, top=outer.top, bottom=outer.bottom)
        room = _beyond(title, room, task)
        whole, least = task.native.backdrop.whole, task.recipe.least / task.design.slide.height
        if room.height >= least * whole.height and room.width >= task.book.narrowest * whole.width:
            found = spared(room, task)
            return found, found == room
    found = free(task.native, title, task.book)
    if _over(found, title):  # what stands over a title stands near it
        lines = sum(_height(task, row) + task.book.gap for row in _present(task, {}, over=True) if row.lines)
        high = lines + (bounding_box([slot.box for slot in seats]).height if seats else task.recipe.least)
        found = replace(found, top=max(found.top, found.bottom - high))
    return found, False


def _over(room: Box, title: Box) -> bool:
    """Say whether a room lies over the title."""
    return room.bottom <= title.top


def _beyond(title: Box, room: Box, task: Task) -> Box:
    """Leave the room of the seats what a title that has grown does not need of it."""
    if task.rung.lines == 1 or not room.nears(title):
        return room
    if title.top <= room.top:
        return replace(room, top=min(title.bottom + task.book.below, room.bottom))
    return replace(room, bottom=max(title.top - task.book.below, room.top))


def _present(task: Task, heads: Mapping[str, Slot], *, over: bool) -> Iterator[Row]:
    """Yield the rows of the frames that the slide has, but for heads that have placeholders of their own."""
    recipe = task.recipe
    rows = (*([recipe.above] if recipe.above is not None else []), *recipe.rows)
    if over and recipe.over:
        rows = recipe.over
    for row in rows:
        kept = {name: part for name, part in row.frames.items() if name in task.present and name not in heads}
        if kept:
            # One of two columns stays on its side, and a tab is no wider where nothing stands beside it.
            paired = len(row.frames) > 1 and (len(task.recipe.seats) > 1 or row.lines)
            yield row.model_copy(update={"frames": row.frames if paired else kept})


def _boxes(task: Task, rows: list[Row], room: Box, slots: Mapping[str, Slot]) -> Iterator[tuple[str, Box]]:
    """Share a room out: rows of lines take their leading, the others what is left."""
    if all(row.lines for row in rows):
        # A drawing takes what is left, where the text that would is not there.
        drawn = next((row for row in rows if not any(is_text(task, name) for name in row.frames)), None)
        rows = [row.model_copy(update={"lines": 0}) if row is drawn else row for row in rows]
    heights = [_height(task, row) for row in rows]
    rest = room.height - sum(heights) - task.book.gap * (len(rows) - 1)
    open_rows = max(1, sum(not row.lines for row in rows))
    top = room.top
    for row, height in zip(rows, heights, strict=True):
        bottom = top + (height if row.lines else rest / open_rows)
        for name, box in _beside(task, row, Box(room.left, top, room.right, bottom), slots):
            if name in task.present:
                yield name, spared(box, task)
        top = bottom + task.book.gap


def _below_units(task: Task, places: Iterator[tuple[str, Box]]) -> Iterator[tuple[str, Box]]:
    """Let a chart leave the first line of its place to the unit of its numbers."""
    for name, box in places:
        above, start = unit_frame(name), box.top
        if above in task.present - {name}:
            end = start + task.frame(above).levels[0].leading / 72
            yield above, replace(box, bottom=end)
            start = end + task.book.gap
        yield name, replace(box, top=start)


def _height(task: Task, row: Row) -> float:
    levels = task.frame(next(iter(row.frames))).levels
    lines = 1.0 if task.brief >= set(row.frames) else row.lines
    return lines * levels[0].leading / 72 if levels else 0.0


def _beside(task: Task, row: Row, room: Box, slots: Mapping[str, Slot]) -> Iterator[tuple[str, Box]]:
    """Share a row out: what is equally wide stands as the two columns of the template do, if there are two."""
    pair = [slots[name].inner for name in task.recipe.seats if name in slots]
    if len(row.frames) == len(pair) > 1 and len(set(row.frames.values())) == 1:
        for name, column in zip(row.frames, pair, strict=True):
            yield name, replace(room, left=column.left, right=column.right)
        return
    total, left = sum(row.frames.values()), room.left
    width = room.width - task.book.between * (len(row.frames) - 1)
    widths = [width * part / total for part in row.frames.values()]
    if len(widths) > 1 and not slots and _title_side(task) == "ctr":
        # A tab ends in the middle of the title over it, and what is beside it begins there; alone it stands on it.
        beside = len(task.present & set(row.frames)) > 1
        moved = room.width / 2 - (widths[0] + task.book.between / 2 if beside else widths[0] / 2)
        left, widths[-1] = left + moved, widths[-1] - moved
    for name, wide in zip(row.frames, widths, strict=True):
        yield name, replace(room, left=left, right=left + wide)
        left += wide + task.book.between
