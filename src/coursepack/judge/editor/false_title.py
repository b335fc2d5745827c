"""A slide whose title says what is false: what a class sees largest is what it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.exercises.true_false import TrueFalse
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.pack import Pack


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the false statements that are the title of their slide."""
    for part in pack.course.parts():
        for block in part.blocks():
            if isinstance(block, TrueFalse) and block.answer is False and block.goes_to("slides"):
                title, at = block.slide_title()
                if title and _bare(title.plain()) == _bare(block.text.plain()):
                    message = "the slide's title is a false statement"
                    advice = "Give the slide a `title` that asks"
                    yield Problem(at, "false-title", message, advice, Severity.NOTE)


def _bare(words: str) -> str:
    return words.strip(" .!?").casefold()
