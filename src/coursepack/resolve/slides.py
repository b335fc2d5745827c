"""Slides of a section whose author wrote none: its heading is the title, what is listed or drawn is shown.

The prose is what a lecturer says: it goes to the notes, where the copy has notes. `slides: written` in course.yaml
turns this off.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from coursepack.block import SlideForm
from coursepack.blocks.slide import Slide
from coursepack.blocks.text import TextBlock
from coursepack.pack import Item
from coursepack.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from coursepack.block import Block
    from coursepack.course import Part
    from coursepack.pack import PackSection
    from coursepack.text import Rich

# Kinds that are shown as they are; a callout, a quotation or a question is shown only if its author says so.
_SHOWN = frozenset({"chart", "code", "diagram", "figure", "math", "table", "timeline"})


def filled(part: Part, sections: Sequence[PackSection], *, notes: bool) -> tuple[PackSection, ...]:
    """Give slides to the sections of a unit that have none in any copy; with what is said, if wanted."""
    return tuple(
        made if any(block.goes_to("slides") for block in written.blocks) else _filled(made, notes=notes)
        for written, made in zip(part.sections, sections, strict=True)
    )


def _filled(section: PackSection, *, notes: bool) -> PackSection:
    if section.title is None:
        return section
    said = (_outside(section) if notes else None) or plain("")
    listed = [tokens for text in _texts(section) for tokens in _lists(text)]
    titles = _titles(section, 1 if listed else 0)
    if not listed and any(map(_is_shown, section.items)):
        first = next(item for item in section.items if _is_shown(item))
        items = (_shown(item, next(titles), said if item is first else plain("")) for item in section.items)
        return replace(section, items=tuple(items))
    opening = Slide.model_construct(title=section.title, body=_joined(section, listed), notes=said)
    opening.placed_at(section.span)
    shown = (_shown(item, next(titles), plain("")) for item in section.items)
    return replace(section, items=(Item(opening, "slide", None), *shown))


def _titles(section: PackSection, used: int) -> Iterator[Rich]:
    """Yield for each item the title of a slide that has none of its own: the section's, from the second on numbered."""
    heading = section.title or plain("")
    for item in section.items:
        bare = _is_shown(item) and item.task is None and not getattr(item.block, "title", None)
        used += bare
        yield plain(f"{heading.plain()} ({used})") if bare and used > 1 else heading


def _is_shown(item: Item) -> bool:
    return item.block.on != "handout" and (item.kind in _SHOWN or item.task is not None)


def _shown(item: Item, title: Rich, notes: Rich) -> Item:
    """Return an item with a short form, if its kind is one that is shown."""
    block = item.block
    if not _is_shown(item):
        return item
    named = None if getattr(block, "title", None) else title
    if item.task is not None:
        named = plain(item.target.name) if item.target else title
    form = next((one for one in get_args(type(block).model_fields["slide"].annotation) if _is_form(one)), SlideForm)
    return replace(item, block=_with(block, form.model_construct(title=named, notes=notes)))


def _is_form(one: Any) -> bool:  # noqa: ANN401 a type, or none
    return isinstance(one, type) and issubclass(one, SlideForm)


def _with(block: Block, form: SlideForm) -> Block:
    made = block.model_copy(update={"slide": form})
    made.placed_as(block)
    return made


def _texts(section: PackSection) -> Iterator[Rich]:
    for item in section.items:
        if isinstance(item.block, TextBlock) and item.block.on != "handout":
            yield item.block.body


def _lists(text: Rich) -> Iterator[tuple[Token, ...]]:
    """Yield the lists and tables of a text that stand in no other block."""
    start = 0
    for position, token in enumerate(text.tokens):
        if token.level == 0 and token.type in {"bullet_list_open", "ordered_list_open", "table_open"}:
            start = position
        if token.level == 0 and token.type in {"bullet_list_close", "ordered_list_close", "table_close"}:
            yield text.tokens[start : position + 1]


def _joined(section: PackSection, parts: Sequence[tuple[Token, ...]]) -> Rich | None:
    """Make one text of parts of a section's texts: all of them are cut from the same file."""
    text = next(_texts(section), None)
    return replace(text, tokens=tuple(token for part in parts for token in part)) if text and parts else None


def _outside(section: PackSection) -> Rich | None:
    """Return the prose of a section without its lists and sub-headings."""
    listed = {id(token) for text in _texts(section) for tokens in _lists(text) for token in tokens}
    kept: list[Token] = []
    heading = False
    for text in _texts(section):
        for token in text.tokens:
            heading = heading or token.type == "heading_open"
            if not heading and id(token) not in listed and token.type not in {"fence", "code_block", "hr"}:
                kept.append(token)
            heading = heading and token.type != "heading_close"
    return _joined(section, [tuple(kept)]) if kept else None
