"""Gives sections ids of their own: a heading like “Exercises” may stand in every unit."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from coursepack.validate.references import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.course import Part


def distinct(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with other ids for the sections whose ids nobody wrote, where they are taken."""
    blocks = (block.id for part in parts for block in part.blocks())
    given = (section.id for part in parts for section in part.sections if section.given)
    taken = {*RESERVED, *(part.front.id for part in parts), *blocks, *given}
    for part in parts:
        sections = []
        for section in part.sections:
            name = section.id
            if section.title and not section.given:
                name = next(one for one in _names(section.id, part.front.id) if one not in taken)
                taken.add(name)
            sections.append(replace(section, id=name))
        yield replace(part, sections=tuple(sections))


def _names(heading: str, part: str) -> Iterator[str]:
    """Yield what a section may be called: as its heading is, with the part's id before it, with a number."""
    yield from ([heading, f"{part}-{heading}"] if heading else [])
    yield from (f"{part}-{heading or 'section'}-{number}" for number in count(2))
