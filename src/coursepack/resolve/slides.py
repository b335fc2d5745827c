"""Slides of a section whose author wrote none: each heading is a title, what is listed or drawn below it is shown.

The prose is what a lecturer says: it goes to the notes, where the copy has notes, and so does in its place what `_TOLD`
names, if it is not shown. `slides: written` in course.yaml turns this off.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol, get_args

from markdown_it.token import Token

from coursepack.block import SlideForm
from coursepack.blocks.callout import Callout
from coursepack.blocks.code import Code
from coursepack.blocks.columns import Columns
from coursepack.blocks.math import Math
from coursepack.blocks.slide import Point, Slide
from coursepack.blocks.table import Table
from coursepack.blocks.text import TextBlock
from coursepack.blocks.timeline import Timeline
from coursepack.callouts import CALLOUTS
from coursepack.pack import Item
from coursepack.resolve import formulas, passages
from coursepack.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.block import Block
    from coursepack.course import Part
    from coursepack.pack import PackSection
    from coursepack.problem import Span
    from coursepack.text import Rich

# Kinds that are told in the notes; a question is shown only if its author says so, of callouts those that state or ask
# something. What has no other words shows the first of these rather than nothing.
_TOLD = frozenset({"callout", "quote", "video", "question", "source"})
_RATHER = frozenset({"callout", "quote", "video"})
# Kinds that are shown as they are.
_SHOWN = frozenset({"chart", "code", "diagram", "figure", "map", "math", "table", "timeline"})
# Columns of code that half a slide holds at a size that can be read, and its lines.
_COLUMNS, _LINES = 40, 12
# Kinds that may have no title, and then stand beside a list.
_BARE = frozenset({"code", "figure", "table"})


class Free(Protocol):
    """Returns a title that no other slide has."""

    def __call__(self, title: Rich, within: Rich | None = None) -> Rich:
        """Return it; it may say what the title stands within."""


@dataclass
class _Group:
    """What stands below one heading: what is said, listed and shown, each with the item that it stands in."""

    title: Rich
    at: Span
    place: int
    level: int = 0
    said: list[tuple[Rich, Token]] = field(default_factory=list)
    listed: list[tuple[Rich, Token]] = field(default_factory=list)
    shown: list[tuple[int, Item]] = field(default_factory=list)
    # Formulas of the text, each with the words that introduce it, under the place of its item in `shown`.
    led: dict[int, list[tuple[Rich, Token]]] = field(default_factory=dict)
    points: tuple[Rich, ...] = ()
    # What a tab stands below: its title says both.
    of: Rich | None = None
    short: Rich | None = None
    # The title of what a heading stands in.
    above: Rich | None = None
    # What the titles of its further slides begin with.
    named: Rich | None = None

    def beside(self) -> list[tuple[int, Item]]:
        """Return the one figure that says nothing of its own, so that it goes beside the list."""
        bare = [
            one
            for one in self.shown
            if one[1].kind in _BARE and not getattr(one[1].block, "title", None) and not _is_broad(one[1].block)
        ]
        return bare if self.listed and len(self.shown) == 1 else []

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.listed or self.shown)

    def heading(self, free: Free) -> Rich:
        """Return a title for its next slide."""
        if self.named:
            return free(self.named)
        first = free(self.title, self.above)
        self.named = self.title if first.plain().startswith(self.title.plain()) else first
        return first

    def unfold(self) -> None:
        """Show what would be told, if there is nothing else."""
        if not self.is_silent or self.points or self.is_prose:
            return
        told = [token.meta["block"] for _, token in self.said]
        shown = [block for block in told if block.kind_name() in _RATHER and block.audience != "teacher"]
        self.said = [one for one in self.said if one[1].meta["block"] not in shown]
        for block in shown:
            made = block.model_copy(update={"on": "slides"})
            made.placed_as(block)
            self.shown.append((self.place, Item(made, made.kind_name(), None)))

    @property
    def is_prose(self) -> bool:
        """Whether it says something beside what stands in callouts and quotations."""
        return any(token.type != "told" for _, token in self.said)


def _is_shown(block: Block) -> bool:
    """Tell whether it is shown as it is; of a table of pictures that nobody put into words there are only rules."""
    return block.kind_name() in _SHOWN and not (isinstance(block, Table) and _is_wordless(block))


def _is_wordless(table: Table) -> bool:
    cells = chain(table.columns, *table.rows)
    return not (table.data or table.body or any(cell.plain().strip() for cell in cells))


def _is_broad(block: Block) -> bool:
    """Tell whether it is code that half a slide does not hold."""
    lines = block.code.splitlines() if isinstance(block, Code) else []
    return len(lines) > _LINES or any(len(line) > _COLUMNS for line in lines)


def filled(part: Part, sections: Sequence[PackSection], free: Free, *, notes: bool) -> tuple[PackSection, ...]:
    """Give slides to the sections of a unit that have none in any copy; with what is said, if wanted.

    What is listed or shown before the first heading stands under the unit's title; prose alone is said at its opening.
    `free` returns a title that no other slide has.
    """
    return tuple(
        made
        if any(block.goes_to("slides") for block in written.blocks)
        else _filled(made, part.front.title, free, notes=notes)
        for written, made in zip(part.sections, sections, strict=True)
    )


def opening(part: Part, sections: Sequence[PackSection]) -> Rich | None:
    """Return what a unit says before its first heading, where nothing there has a slide."""
    if not sections or any(block.goes_to("slides") for block in part.sections[0].blocks):
        return None
    groups = _groups(sections[0], part.front.title)
    return passages.joined(groups[0].said) if _is_opening(sections[0], groups) else None


def _is_opening(section: PackSection, groups: Sequence[_Group]) -> bool:
    """Tell whether a section is words before the first heading, and nothing else."""
    return section.title is None and len(groups) == 1 and groups[0].is_silent


def _filled(section: PackSection, unit: Rich, free: Free, *, notes: bool) -> PackSection:
    first, *below = groups = _groups(section, section.title or unit)
    if _is_opening(section, groups):
        return section
    # One heading is no list: the section is shown by its words. What stands below others is told under theirs.
    highest = [group for group in below if group.level == min(one.level for one in below)]
    listed = highest if len(highest) > 1 else below
    if len(listed) > 1 and (first.is_prose or any(group.is_silent for group in below)):
        first.points = tuple(group.short or group.title for group in listed)
    for group in below:
        first.said += group.said if group.is_silent else []
    before, changed = defaultdict[int, list[Item]](list), dict(enumerate(section.items))
    if not below:
        first.unfold()
    for group in _shared(first, [group for group in below if not group.is_silent]):
        said = passages.joined(group.said) if notes else None
        for number, item in _noted(_slides(group, free), said or plain("")):
            if item.block.on == "slides":
                before[number].append(item)
            else:
                changed[number] = item
    items = (item for number in range(len(changed) or 1) for item in (*before[number], changed.get(number)) if item)
    return replace(section, items=tuple(items))


def _shared(first: _Group, below: list[_Group]) -> list[_Group]:
    """Return what has slides: a heading with callouts alone has none, and the one below it says them."""
    if first.points or first.is_prose or not first.is_silent or not below:
        return [first, *below]
    below[0].said[:0] = first.said
    return below


def _groups(section: PackSection, title: Rich) -> list[_Group]:
    """Take a section to pieces at its sub-headings."""
    groups = [_Group(title, section.span, 0)]
    lead: list[tuple[Rich, Token]] = []
    for number, item in enumerate(section.items):
        before, lead = lead, []
        if item.block.on == "handout":
            continue
        if isinstance(item.block, TextBlock):
            lead = _read(item.block.body, number, groups)
        elif isinstance(item.block, Columns):
            _part(item.block, number, groups)
        elif _is_shown(item.block) or item.task is not None or _states(item):
            groups[-1].led |= {len(groups[-1].shown): words} if (words := _led(item, before)) else {}
            groups[-1].shown.append((number, item))
        elif item.kind in _TOLD and _is_said_aloud(item.block):
            groups[-1].said.append((groups[-1].title, passages.telling(item.block)))
    return groups


def _part(block: Columns, number: int, groups: list[_Group]) -> None:
    """Show two columns side by side without what is said in them; others, and what leaves one empty, in their order."""
    parts = [list(passages.of(column.body)) if column.body else [] for column in block.columns]
    kept = [[one for one in part if one.kind != "said" or one.is_line] for part in parts]
    seen = [[one for one in part if passages.parted(one.words)[0]] for part in kept]
    if not block.pair or any(_is_said(part, left) for part, left in zip(parts, seen, strict=True)):
        for column in block.columns:
            _read(column.body or plain(""), number, groups)
        return
    said = [one for part in parts for one in part if one.kind == "said" and not one.is_line]
    groups[-1].said += [word for one in said for word in one.words]
    halves = [passages.parted([word for one in part for word in one.words]) for part in kept]
    groups[-1].said += [word for _, told in halves for word in told]
    bodies = [passages.joined(shown) for shown, _ in halves]
    columns = [one.model_copy(update={"body": body}) for one, body in zip(block.columns, bodies, strict=True)]
    _show(block.model_copy(update={"columns": tuple(columns), "on": "slides"}), number, groups[-1])


def _is_said(part: Sequence[passages.Passage], left: Sequence[passages.Passage]) -> bool:
    """Tell whether a column shows nothing without what is said in it, but a head or a line that led to that."""
    return len(left) < len(part) and all(one.is_line for one in left)


def _led(item: Item, lead: list[tuple[Rich, Token]]) -> list[tuple[Rich, Token]]:
    """Return an equation with the words that introduce it, if it has nothing else to show."""
    block = item.block
    if not (lead and isinstance(block, Math)) or block.alt or block.where:
        return []
    return [*lead, (lead[0][0], Token("math_block", "", 0, content=block.latex))]


def _is_said_aloud(block: Block) -> bool:
    """Tell whether notes tell a block: what is for everybody, and what is written to be said."""
    return block.audience != "teacher" or (isinstance(block, Callout) and block.type_ == "notes")


def _states(item: Item) -> bool:
    """Tell whether an item is a callout of a kind that is shown."""
    return isinstance(item.block, Callout) and CALLOUTS[item.block.type_].shown and item.block.audience != "teacher"


def _read(text: Rich, number: int, groups: list[_Group]) -> list[tuple[Rich, Token]]:
    """Share a text out: what is listed or drawn is shown, the rest is said. Return the line that it ends with."""
    lead: list[tuple[Rich, Token]] = []
    for passage in passages.of(text):
        group = groups[-1]
        if passage.kind == "math_block":
            group.led[len(group.shown)] = [*lead, *passage.words]
        lead = passage.words if passage.is_line else []
        match passage.kind:
            case "heading":
                title, level = replace(text, tokens=passage.tokens[1:2]), int(passage.tokens[0].tag[1])
                tab = passage.tokens[0].meta.get("tab")
                above = next((one.of or one.title for one in reversed(groups)), None) if tab else None
                full = passages.within(above, title) if above else title
                outer = next((one.title for one in reversed(groups) if one.level < level), None)
                groups.append(_Group(full, passage.at, number, level, of=above, short=title, above=outer))
            case "list":
                seen, told = passages.parted(passage.words)
                group.listed += [] if passages.is_blank(seen) else seen
                group.said += told
            case "said":
                group.said += passage.words
            case _ if (block := passages.block(passage)) and _is_shown(block):
                _show(block, number, group)
            case "block" if block and block.kind_name() in _TOLD and _is_said_aloud(block):
                group.said.append((text, passages.telling(block)))
    return lead


def _show(block: Block, number: int, group: _Group) -> None:
    """Show a block: a few lines of code with those before them."""
    last = group.shown[-1] if group.shown else None
    both = passages.continued(last[1].block, block) if last else None
    if last and both:
        group.shown[-1] = (last[0], replace(last[1], block=both))
    else:
        group.shown.append((number, Item(block, block.kind_name(), None)))


def _slides(group: _Group, free: Free) -> Iterator[tuple[int, Item]]:
    beside = group.beside()
    if group.listed or group.points or not group.shown:
        points = () if group.listed else tuple(Point.model_construct(text=one) for one in group.points)
        words = [*group.listed, *((group.title, passages.standing(item.block)) for _, item in beside)]
        shown: dict[str, Any] = {"points": points, "body": passages.joined(words)}
        if not (points or words):
            shown["statement"] = passages.sentence(group.said)
        opening = Slide.model_construct(title=group.heading(free), **shown)
        opening.placed_at(group.at)
        yield group.place, Item(opening, "slide", None, made=True)
    led = formulas.together(group.led)
    for place, (number, item) in enumerate(() if beside else group.shown):
        if place not in led:
            yield number, _shown(item, group, free)
        elif led[place]:
            made = Slide.model_construct(title=group.heading(free), body=passages.joined(led[place]))
            made.placed_as(item.block)
            yield number, Item(made, "slide", None, made=True)


def _shown(item: Item, group: _Group, free: Free) -> Item:
    """Return an item with a short form."""
    block, named = item.block, plain(item.target.name) if item.target and item.target.number else None
    own = getattr(block, "title", None)
    if item.task is not None:
        own = named or own
    elif item.kind == "callout":
        own = own or named
    title = free(own, group.title) if own else group.heading(free)
    form = next((one for one in get_args(type(block).model_fields["slide"].annotation) if _is_form(one)), SlideForm)
    change: dict[str, Any] = {"slide": form.model_construct(title=title, notes=plain(""))}
    if isinstance(block, Timeline) and not any(event.slide for event in block.events):
        change["events"] = tuple(event.model_copy(update={"slide": event.text}) for event in block.events)
    made = block.model_copy(update=change)
    made.placed_as(block)
    return replace(item, block=made, made=True)


def _is_form(one: Any) -> bool:  # noqa: ANN401 a type, or none
    return isinstance(one, type) and issubclass(one, SlideForm)


def _noted(slides: Iterator[tuple[int, Item]], said: Rich) -> Iterator[tuple[int, Item]]:
    """Put what is said into the notes of the first slide."""
    for number, (place, item) in enumerate(slides):
        yield place, item if number else _with_notes(item, said)


def _with_notes(item: Item, said: Rich) -> Item:
    block = item.block
    form = block.slide.model_copy(update={"notes": said}) if block.slide else None
    made = block.model_copy(update={"slide": form} if form else {"notes": said})
    made.placed_as(block)
    return replace(item, block=made)
