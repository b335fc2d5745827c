"""Gives parts and sections ids of their own: a heading like “Exercises” may stand in every unit."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from coursepack.course import UnitFront
from coursepack.validate.references import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.course import Part


def distinct(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with other ids for what has one that is taken: what nobody wrote gives way to all else.

    A section may have the id of a unit or of a block, which are other things than a section, and a unit that is named
    after its file that of a block; then they have their kind before their id (`anchored`).
    """
    blocks = {block.id for part in parts for block in part.blocks() if block.id}
    parts = tuple(_named(parts, {*RESERVED, *blocks}))
    others = {*RESERVED, *blocks, *(part.front.id for part in parts)}
    taken = others | {section.id for part in parts for section in part.sections if section.given}
    for part in parts:
        sections = []
        for section in part.sections:
            name = section.id
            if section.title and not section.given:
                name = next(one for one in _names(section.id, part.front.id) if one not in taken)
                taken.add(name)
            elif section.title and name in others:
                name = f"section:{name}"
            sections.append(replace(section, id=name))
        yield replace(part, sections=tuple(sections))


def _named(parts: Sequence[Part], others: set[str]) -> Iterator[Part]:
    """Yield the parts with other ids for those that are named after a file, where it is a block's or a part's."""
    taken = {part.front.id for part in parts if part.is_named}
    for part in parts:
        kind, name = "unit" if isinstance(part.front, UnitFront) else "page", part.front.id
        if not part.is_named:
            first = f"{kind}:{name}" if name in others else name
            further = (f"{name}-{number}" for number in count(2))
            name = next(one for one in chain([first], further) if one not in taken)
            taken.add(name)
        yield replace(part, front=part.front.model_copy(update={"id": name}))


def _names(heading: str, part: str) -> Iterator[str]:
    """Yield what a section may be called: as its heading is, with the part's id before it, with a number."""
    yield from ([heading, f"{part}-{heading}"] if heading else [])
    yield from (f"{part}-{heading or 'section'}-{number}" for number in count(2))
