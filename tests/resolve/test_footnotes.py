"""Footnotes have the same number in every copy: those of students come first, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.footnotes import kept, numbered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.course import Part


def part(unit: Callable[..., Path], body: str) -> Part:
    return ready(unit(f"## S\n\n{body}"), Copy("teacher")).pack.units[0].part


def test_numbers_follow_the_text_and_a_name_keeps_its_own(unit: Callable[..., Path]) -> None:
    found = numbered(part(unit, "A[^x] b^[two] c[^x].\n\n[^x]: One.\n"))
    assert list(found.values()) == [1, 2, 1]


def test_those_that_only_the_teacher_reads_come_after_the_students(unit: Callable[..., Path]) -> None:
    own = "```{text}\nfor: teacher\nbody: 'Told^[A].'\n```\n"
    (made,) = ready(unit(f"## S\n\n{own}\nRead^[B] by all^[C].\n")).course.units
    assert [(span.line, number) for span, number in numbered(made).items()] == [(16, 1), (16, 2), (13, 3)]


def test_of_the_notes_of_a_unit_a_text_keeps_those_that_it_names(unit: Callable[..., Path]) -> None:
    made = part(unit, "A[^x].\n\nB[^y].\n\n[^x]: One.\n[^y]: Two.\n")
    texts = [text for block in made.blocks() for text in block.texts()]
    named = [text for text in texts if any(token.meta["label"] == "y" for token, _ in text.marks("footnote"))]
    assert [note.plain() for note in kept(made, named).values()][-1:] == ["Two."]
    assert kept(made, []) == {}
