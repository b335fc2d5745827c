"""Raw parts become typed ones: sections with their blocks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from coursepack.blocks.text import TextBlock
from coursepack.course import PageFront, Part, Section, UnitFront
from coursepack.load import episode
from coursepack.load import part as raw
from coursepack.load.block import Box, Fence
from coursepack.problem import Problem, Severity
from coursepack.validate.blocks import Maker
from coursepack.validate.schema import model, remainder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt

    from coursepack.block import Block
    from coursepack.problem import Span
    from coursepack.values import Values


def part(
    source: raw.RawPart, path: str, kind: type[UnitFront | PageFront], markdown: MarkdownIt, problems: list[Problem]
) -> Part | None:
    """Check a unit or page; return `None` if its front matter is bad."""
    source = _completed(source, kind, problems)
    front = _front(kind, source.front, markdown, problems) if source.front else None
    sections = tuple(_sections(source.items, source.span, markdown, problems))
    if source.front and not any(isinstance(item, raw.Prose | Fence) for item in source.items):
        message, advice = "there is nothing in this file but front matter", "Write a section: `## Heading` and its text"
        problems.append(Problem(source.span, "empty-unit", message, advice))
    for before, after in pairwise((*source.items, None)):
        if isinstance(before, raw.Heading) and not isinstance(after, raw.Prose | Fence):
            advice = "Write its text, or leave the heading out"
            problems.append(Problem(before.span, "empty-section", "this section is empty", advice))
    for section in sections:
        if section.title and section.blocks and all(block.audience == "teacher" for block in section.blocks):
            message, advice = "this section is empty in the students' pack", "Write a text for them, or move its blocks"
            problems.append(Problem(section.span, "empty-section", message, advice, Severity.WARNING))
    if front is None or source.front is None:
        return None
    return Part(front, sections, source.span, PurePosixPath(path).stem, source.front, source.footnotes)


def _completed(source: raw.RawPart, kind: type[UnitFront | PageFront], problems: list[Problem]) -> raw.RawPart:
    """Put the boxes of a unit into its front matter, as far as that does not say the same itself."""
    boxes = [item.box for item in source.items if isinstance(item, Box)] if kind is UnitFront else []
    written = source.front.value if source.front else None
    first = {box.field: box for box in reversed(boxes)}
    taken = [box for box in first.values() if isinstance(written, dict) and box.field not in written]
    front = source.front
    if front and kind is UnitFront:
        front = episode.completed(front, taken, kind.model_fields, problems)
    kept = [
        item.block if isinstance(item, Box) else item
        for item in source.items
        if not (isinstance(item, Box) and item.box in taken)
    ]
    return replace(source, front=front, items=tuple(kept))


def _front(
    kind: type[UnitFront | PageFront], values: Values, markdown: MarkdownIt, problems: list[Problem]
) -> UnitFront | PageFront | None:
    """Read front matter; what it has wrong is left out, so that the blocks below it are judged all the same."""
    maker = Maker(markdown, problems)
    return model(kind, values, markdown, problems, maker.filled) or remainder(kind, values, markdown, maker.quietly)


def unread(source: raw.RawPart, made: Part | None) -> set[str]:
    """Return the ids of what has mistakes, so that references to it are not reported as well."""
    good = {made.front.id, *(block.id for block in made.blocks())} if made else set()
    fields = [source.front, *(item.values for item in source.items if isinstance(item, Fence))]
    values = [one.value for one in fields if one]
    ids = {str(value["id"]) for value in values if isinstance(value, dict) and "id" in value}
    heads = set() if made else {item.id for item in source.items if isinstance(item, raw.Heading)}
    return (ids - good) | heads


@dataclass
class _Open:
    """A section that is being read: its heading if it has one, its blocks, and the names that are set in it."""

    head: raw.Heading | None = None
    blocks: list[Block] = field(default_factory=list)
    names: tuple[str, ...] = ()

    def closed(self, start: Span) -> Section:
        head, blocks = self.head, tuple(self.blocks)
        if not head:
            return Section("", None, blocks, start)
        own = (head.given, head.new_page, self.names, head.unnumbered, head.unlisted)
        return Section(head.id, head.title, blocks, head.span, *own)


def _sections(
    items: Sequence[raw.Item],
    start: Span,
    markdown: MarkdownIt,
    problems: list[Problem],
) -> list[Section]:
    found, maker = [_Open()], Maker(markdown, problems)
    for item in items:
        match item:
            case raw.Heading():
                found.append(_Open(item, names=item.names))
            case raw.Prose():
                found[-1].blocks.append(_prose(item, maker))
                found[-1].names += item.names
            case Fence():
                if block := maker.block(item):
                    found[-1].blocks.append(block)
                    found[-1].names += tuple(_named(block))
    return [one.closed(start) for one in found if one.head or one.blocks]


def _prose(item: raw.Prose, maker: Maker) -> TextBlock:
    text = TextBlock.model_construct(body=maker.made(item.text))
    text.placed_at(item.text.row(item.text.tokens[0]))
    return text


def _named(block: Block) -> Iterator[str]:
    """Yield the names that are set inside a block's texts."""
    tokens = (token for text in block.texts() for token in text.tokens)
    return (name for token in tokens for name in token.meta.get("targets", ()))
