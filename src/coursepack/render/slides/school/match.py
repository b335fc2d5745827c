"""Which of the template's layouts serves for one of ours: by what its placeholders are, not by any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Problem, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursepack.course import Template
    from coursepack.render.geometry import Box
    from coursepack.render.slides.school.recipe import Book, Recipe
    from coursepack.render.slides.school.survey import Native, Slot

_PAIR = 2
_FOUR = 4
_MIDDLE = 0.3  # of the slide: a title that begins lower heads nothing
_KICKER = 0.06  # of the slide: what a line over a title covers at most
_LEVEL = 0.4  # inches: what stands side by side begins at about the same height
_FIGURE = 0.2  # of the slide's height: a title as large as this is meant for a figure or two


def kind(native: Native, book: Book) -> str:
    """Say what a layout is by its title and its other placeholders; empty if it is none of the known kinds."""
    title, content = native.title, [slot for slot in native.content if not _is_kicker(slot, native)]
    if title is None or title.mark is None or title.box.width < book.narrowest * native.backdrop.whole.width:
        return ""
    if title.mark.get("type") == "ctrTitle" or any(_type(slot) == "subTitle" for slot in content):
        return "cover" if content else "only"
    if not content:  # a title in the middle of the slide parts what comes before from what comes after
        return "section" if title.box.top > _MIDDLE * native.backdrop.whole.height else "only"
    if len(content) == 1:
        return _single(content[0], native, book)
    if _beside(columns(content), native, book):
        return {_PAIR: "two", _FOUR: "four"}.get(len(content), "")
    return ""


def _is_kicker(slot: Slot, native: Native) -> bool:
    """Say whether a placeholder is for a line over the title: nothing of ours stands there."""
    title = native.title
    over = title is not None and slot.box.bottom <= title.box.top + _LEVEL
    return over and slot.kind == "text" and _share(slot, native) < _KICKER


def _single(slot: Slot, native: Native, book: Book) -> str:
    """Say what a layout with one placeholder beside its title is."""
    if _share(slot, native) >= book.large:
        return slot.kind if slot.kind in {"picture", "table", "chart"} else "content"
    return "section" if slot.kind == "text" else ""


def columns(content: Sequence[Slot]) -> list[Slot]:
    """Return the two largest placeholders, the left one first."""
    return sorted(sorted(content, key=lambda slot: -_area(slot.box))[:_PAIR], key=lambda slot: slot.box.left)


def _beside(pair: Sequence[Slot], native: Native, book: Book) -> bool:
    left, right = pair
    apart = left.box.right <= right.box.left + _LEVEL and abs(left.box.top - right.box.top) < _LEVEL
    return apart and all(_share(slot, native) >= book.beside for slot in pair)


def ranked(recipe: Recipe, natives: Sequence[Native], book: Book) -> list[Native]:
    """List the layouts that serve for one of ours, the best first: of the best kind that there is, with most room.

    One whose title is meant for a large number comes after the others of its kind. Last come those of no kind: what has
    a title of its own, then what can take the master's; the fewer placeholders have to go, the better.
    """
    kinds = [(kind(native, book), native) for native in natives if native.title is not None]
    found = [
        native
        for wanted in recipe.wants
        for native in sorted((one for name, one in kinds if name == wanted), key=_roomiest)
    ]
    rest = [native for name, native in kinds if name not in recipe.wants]
    return [*found, *sorted(rest, key=lambda native: (_orphan(native), len(native.content)))]


def named(
    template: Template, known: Iterable[str], masters: Sequence[Sequence[Native]]
) -> tuple[Mapping[str, Native], list[Problem]]:
    """Find the layouts that course.yaml names; a name that one of the two sides lacks is an error at its place."""
    natives = {native.name: native for master in reversed(masters) for native in reversed(master)}
    chosen: dict[str, Native] = {}
    problems = []
    ours = list(known)
    for name, wanted in template.layouts.items():
        at = template.places.get(name, template.at)
        if name not in ours:
            problems.append(_lacking(at, f"coursepack has no layout `{name}`", name, ours))
        elif wanted not in natives:
            problems.append(_lacking(at, f"the template has no layout `{wanted}`", wanted, list(natives)))
        elif natives[wanted].title is None:
            message = f"the layout `{wanted}` has no title, nor has its master"
            problems.append(Problem(at, "template-unfit", message, "Give it one, or choose another"))
        else:
            chosen[name] = natives[wanted]
    return chosen, problems


def _lacking(at: Span, message: str, name: str, known: Sequence[str]) -> Problem:
    help_text = did_you_mean(name, known) or f"Use one of {', '.join(f'`{one}`' for one in known)}"
    return Problem(at, "unknown-layout", message, help_text)


def _type(slot: Slot) -> str:
    return slot.mark.get("type", "obj") if slot.mark is not None else ""


def _orphan(native: Native) -> bool:
    return native.title is None or native.title.mark is None


def _room(native: Native) -> float:
    return sum(_area(slot.box) for slot in native.content)


def _roomiest(native: Native) -> tuple[bool, float]:
    """Order layouts of a kind: those with most room first, last those whose title is as large as a number may be."""
    size = native.title.style.size if native.title is not None else 0.0
    return size > _FIGURE * native.backdrop.whole.height * 72, -_room(native)


def _share(slot: Slot, native: Native) -> float:
    return _area(slot.box) / _area(native.backdrop.whole)


def _area(box: Box) -> float:
    return box.width * box.height
