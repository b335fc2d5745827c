from __future__ import annotations

from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.text import prose


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
