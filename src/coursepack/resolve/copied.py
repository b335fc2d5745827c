"""What of a course a copy holds: what is not for its readers is nowhere in its pack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursepack.resolve import footnotes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coursepack.course import Course, Part
    from coursepack.pack import Copy, PackSection


def part(written: Part, sections: Sequence[PackSection]) -> Part:
    """Return a part with a copy's own blocks, and the footnotes that they name."""
    kept = zip(written.sections, sections, strict=True)
    own = tuple(replace(section, blocks=tuple(item.block for item in made.items)) for section, made in kept)
    held = (text for section in own for block in section.blocks for text in block.texts())
    return replace(written, sections=own, footnotes=footnotes.kept(written, (*held, *written.front.texts())))


def course(written: Course, copy: Copy, parts: Mapping[str, Part], works: Collection[str]) -> Course:
    """Return a course with a copy's own parts, by their ids, and with the terms, works and files that it needs."""
    file = written.file if copy.answers else written.file.told()
    named = {path for own in parts.values() for block in own.blocks() for path, _, _ in block.all_files()} | {file.sign}
    return replace(
        written,
        file=file,
        front=tuple(parts[one.front.id] for one in written.front),
        units=tuple(parts[one.front.id] for one in written.units),
        back=tuple(parts[one.front.id] for one in written.back),
        glossary={name: entry for name, entry in written.glossary.items() if copy.shows(entry.audience)},
        references=tuple(work for work in written.references if work["id"] in works),
        tables={path: table for path, table in written.tables.items() if path in named},
        media={path: data for path, data in written.media.items() if path in named},
    )
