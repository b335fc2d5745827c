"""Questions on a text whose lines are numbered: the lines are there, and short enough to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdfium2 import raw

from coursepack.build import ready
from coursepack.outputs import pdf
from fenced import block, said
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEM = "id: ex\ntext: {}\nsource: |\n  The river\n  is free.\nparts: [{{text: '{}'}}]\n"


def nowhere(stem: str, part: str, *words: str) -> list[tuple[int, str]]:
    made = block("source-analysis", STEM.format(stem, part))
    return [(one.span.line, one.message) for one in made.nowhere(words or ("line", "lines"))]


def test_the_lines_of_a_source_are_those_that_were_written() -> None:
    fields = "id: ex\ntext: Read.\nsource: |\n  One  two\n    three\n\n  four\nparts: [{text: What?}]"
    assert block("source-analysis", fields).lines == ("One  two", "  three", "", "four")


def test_a_line_of_more_than_80_characters_is_said_where_it_stands() -> None:
    fields = f"id: ex\ntext: Read.\nsource: |\n  {'x' * 80}\n  {'x' * 81}\nparts: [{{text: What?}}]"
    assert said("source-analysis", fields) == [("long-line", 5)]


@pytest.mark.parametrize("named", ["line 1", "Lines 1-2", "lines 1 and 2", "lines 1 to 2", "a line", "line two"])
def test_lines_that_are_there_are_taken(named: str) -> None:
    assert nowhere(f"Read {named}.", "What?") == []


@pytest.mark.parametrize("named", ["line 3", "lines 1-3", "lines 2 and 30", "line 0"])
def test_a_line_that_is_not_there_is_said_at_the_text_that_names_it(named: str) -> None:
    message = f"“{named}” is not there: the source ends with line 2"
    # The fence stands in line 9 of its file.
    assert nowhere(f"Read {named}.", "What?") == [(11, message)]
    assert nowhere("Read.", f"What says {named}?") == [(15, message)]


def test_a_language_calls_a_line_what_it_will() -> None:
    assert nowhere("Lies Zeile 3.", "Was?", "Zeile", "Zeilen") == [
        (11, "“Zeile 3” is not there: the source ends with line 2")
    ]
    assert nowhere("Lies Zeile 3.", "Was?") == []


def test_an_empty_line_has_no_frame_where_lines_run_on(unit: Callable[..., Path]) -> None:
    """Each number has a frame there: as much that is small is drawn as without the empty line."""
    line = "The river is as free as it was when the first of its mills was built."

    def drawn(between: str) -> int:
        source = f"source: |\n  {line}\n{between}  {line}"
        asked = "parts: [{text: What?, points: 1, space: {lines: 2}}]"
        body = f"```{{source-analysis}}\nid: ex\ntext: Read.\n{source}\n{asked}\n```\n"
        pages = Reading(pdf.make(ready(unit(f"## One\n\n{body}"), None, "a5"), None, "a5").data).pages
        page = next(one for one in pages if "mills" in one.text)
        paths = page.pdfium.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        return sum(
            right - left < 20 and top - bottom < 20 for left, bottom, right, top in (one.get_bounds() for one in paths)
        )

    assert drawn("\n") == drawn("")
