"""The names that options have in a copy, and the texts that say them: `{option:2}`, `{option:id}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coursepack.task import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from coursepack.block import Block
    from coursepack.languages.labels import Labels
    from coursepack.task import Task

B = TypeVar("B", bound="Block")


def says(block: Block) -> bool:
    """Tell whether any text of a block names an option."""
    return any(True for text in block.texts() for _ in text.marks("option"))


def said(block: B, task: Task | None, labels: Labels) -> B:
    """Put the letters that options have in a copy into the texts of their block; `task` is what it asks there."""
    names = dict(_names(block, task, labels))

    def printed(token: Token) -> Token:
        name = names.get(token.meta["name"]) if token.type == "option" else None
        return token.copy(type="text", content=name, meta={}) if name else token

    return block.rewritten(printed)


def _names(block: Block, task: Task | None, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield the author's names of options, each with the letter that is printed."""
    origin = getattr(task, "origin", ()) or tuple(range(len(block.choices())))
    places = {number: place for place, number in enumerate(origin)}
    for name, number in block.named_choices().items():
        letter = labels.lettered(places[number])
        yield name, letter.upper() if isinstance(task, Match) else letter
