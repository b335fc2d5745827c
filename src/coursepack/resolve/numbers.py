"""Numbers: units, sections, figures, tables and sources, as literals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coursepack.blocks.callout import Callout
from coursepack.pack import Item, PackSection, Target
from coursepack.resolve import pools, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.block import Block
    from coursepack.course import Part
    from coursepack.coursefile import CourseFile
    from coursepack.languages.labels import Labels
    from coursepack.pack import Copy
    from coursepack.text import Rich


def sections(part: Part, number: int | str, copy: Copy, labels: Labels, file: CourseFile) -> tuple[PackSection, ...]:
    """Number the sections and blocks of a unit or an appendix (a letter); those of a page have no number."""
    counters: Counter[str] = Counter()
    out = pools.left_out(part, copy, file, labels)
    made, position = [], 0
    for section in part.sections:
        counts = section.title and not section.unnumbered
        position += 1 if counts else 0
        name = f"{number}.{position}" if number and counts else ""
        items: list[Item] = []
        inside: list[Target] = []
        for block in (one for one in section.blocks if one.id not in out):
            target = _target(block, number, counters, labels, open_=block.goes_to("handout"))
            inner = _inside(block, number, counters, labels)
            if copy.shows(block.audience):
                items.append(_item(_copied(block, copy), target, copy, file, labels))
                held = {one.anchor for one in items[-1].block.inside()}
                inside += [one for one in inner if one.id in held]
        made.append(
            PackSection(
                section.id,
                name,
                section.title,
                tuple(items),
                section.span,
                section.new_page,
                tuple(inside),
                section.unlisted,
            )
        )
    return tuple(made)


def _inside(block: Block, unit: int | str, counters: Counter[str], labels: Labels) -> list[Target]:
    """Number the blocks inside the texts of one, in all copies alike, without those in what is secret."""
    inner = list(block.inside())
    told = {one.span for one in block.told().on_paper()} if inner and block.audience != "teacher" else set()
    targets = [_target(one, unit, counters, labels, open_=one.span in told) for one in inner]
    return [target for target in targets if target]


def _copied(block: Block, copy: Copy) -> Block:
    """Return a block with the blocks inside its texts as a copy has them."""

    def kept(one: Block) -> Block | None:
        if not copy.shows(one.audience):
            return None
        return one if copy.answers else one.told()

    return block.holding(kept)


def _item(block: Block, target: Target | None, copy: Copy, file: CourseFile, labels: Labels) -> Item:
    made = tasks.dealt(block, copy, file, labels)
    place = tasks.place(block, copy, file, labels) if made.task else 0
    return Item(made.block, block.kind_name(), target, made.task, place, made.further)


def _target(block: Block, unit: int | str, counters: Counter[str], labels: Labels, *, open_: bool) -> Target | None:
    kind, title, counter = block.kind_name(), getattr(block, "title", None), block.counted
    if block.id is None and counter is None:
        return None
    # What only the teacher or only a slide has takes no number: the others have the same in every copy, and no gaps.
    if not (counter and unit) or block.audience == "teacher" or not open_:
        name = block.named(labels) if isinstance(block, Callout) else block.anchor
        return Target(kind, title.plain() if title else name, "", title, block.anchor)
    counters[counter] += 1
    count = counters[counter]
    number = f"{unit}.{labels.lettered(count - 1).upper() if counter == 'source' else count}"
    return Target(kind, f"{block.named(labels)} {number}", number, title, block.anchor)


def targets(
    part: Part, number: int | str, made: tuple[PackSection, ...], labels: Labels
) -> Iterator[tuple[str, Target]]:
    """Yield what references may lead to: the unit or page, its sections, and its blocks."""
    title = part.front.title
    label = "appendix" if isinstance(number, str) else "unit"
    name = f"{labels[label]} {number}" if number else title.plain()
    yield part.front.id, Target(label if number else "page", name, str(number or ""), title, part.front.id)
    for section, written in zip(made, part.sections, strict=True):
        if section.title:
            yield section.id, _section(section, section.title, labels)
            yield from ((name, _section(section, section.title, labels)) for name in written.names)
        for target in (*(item.target for item in section.items), *section.inside):
            if target:
                yield target.id, target


def _section(section: PackSection, title: Rich, labels: Labels) -> Target:
    name = f"{labels['section']} {section.number}" if section.number else title.plain()
    return Target("section", name, section.number, title, section.id)
