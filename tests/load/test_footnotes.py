from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.text import prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_note_in_place_is_a_text_of_its_own_with_places() -> None:
    text = prose("One.^[Said *here*, [veto]{.term}.] Two.", Span("x.md", 7), 0, parser())
    ((mark, span),) = text.marks("footnote")
    note = text.footnotes[mark.meta["label"]]
    assert (span.line, span.column) == (7, 5)
    assert note.plain() == "Said here, veto."
    assert [place.column for _, place in note.marks("term")] == [20]
    assert text.plain() == "One. Two."


def test_a_definition_is_no_part_of_the_text() -> None:
    text = prose("One.[^a] Two.[^a]\n\n[^a]: The note.\n\nThree.", Span("x.md"), 0, parser())
    assert list(text.footnotes) == ["a"]
    assert "note" not in text.plain()


def test_numbers_follow_the_text_and_a_name_keeps_its_own(unit: Callable[..., Path]) -> None:
    body = "## S\n\nA[^x] b^[two] c[^x].\n\n[^x]: One.\n"
    pack = ready(unit(body)).pack
    assert list(pack.footnotes.values()) == [1, 2, 1]
