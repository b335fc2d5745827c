from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.render.look.measure import measure
from coursepack.render.words.handoutwords import HandoutWords
from coursepack.render.words.slidewords import SlideWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.render.look.measure import Measure


def paper(made: Ready) -> Measure:
    """Return the measures of A4 under the course's theme."""
    return measure(made.design.theme, made.design.theme.papers["a4"])


def first(made: Ready) -> tuple[HandoutWords, list[str]]:
    """Set every block of text of the only unit."""
    words = HandoutWords(made.pack, paper(made))
    return words, [str(words.prose(block.body)) for block in made.course.units[0].blocks()]  # type: ignore[attr-defined]


def test_nothing_is_set_for_a_text_that_is_left_out(golden_course: Ready) -> None:
    words = SlideWords(golden_course.pack)
    assert words.prose(None) == words.line(None) == ""


@pytest.mark.parametrize("text", ["a <b & c", "{ x }"])
def test_what_is_written_is_what_is_read(unit: Callable[..., Path], text: str) -> None:
    _, (made,) = first(ready(unit(f"## S\n\n{text}\n")))
    assert made == f"<p>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>"


def test_what_is_bound_is_bound_before_marks_and_over_lines_as_they_are_written(unit: Callable[..., Path]) -> None:
    polish = {"course.yaml": "title: Rzeki\nlanguage: pl\nunits: [units/01-water.md]\n"}
    made = ready(unit("## S\n\nByli w\nlesie, w *lesie* i\n`x`, a 5\nkm\ndalej.\n", polish))
    _, (text,) = first(made)
    marked = "Byli w~lesie, w~<em>lesie</em> i~<code>x</code>, a~5~km\ndalej."
    assert text == f"<p>{marked}</p>".replace("~", "\u00a0")


def test_a_blank_parts_the_number_of_a_reference_from_a_chinese_letter(unit: Callable[..., Path]) -> None:
    """But not the page that is said of one that is far."""
    chinese = {"course.yaml": "title: 水\nlanguage: zh\nunits: [units/01-water.md]\n"}
    made = ready(unit("## S {#s}\n\n见@section:s和\uff0c见@section:s\u3002\n", chinese))
    _, (text,) = first(made)
    assert ' data-near=" ">\uff08第' in text.split("和")[0]
    assert text.endswith("1.1</a>\u3002</p>")
    (block,) = made.course.units[0].blocks()
    assert "1.1 和\uff0c" in SlideWords(made.pack).prose(block.body)  # type: ignore[attr-defined]


def test_lines_of_chinese_are_joined_without_a_blank_on_paper_and_on_slides(unit: Callable[..., Path]) -> None:
    chinese = {"course.yaml": "title: 水\nlanguage: zh\nunits: [units/01-water.md]\n"}
    made = ready(unit("## S\n\n水在\n**河**\n里\uff0c\nabc\n", chinese))
    words, (text,) = first(made)
    assert text == "<p>水在<strong>河</strong>里\uff0c\nabc</p>"
    (block,) = made.course.units[0].blocks()
    assert SlideWords(made.pack).prose(block.body) == words.prose(block.body)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("[@hall, p. 2; @hall, p. 9]", "(Hall 2001, p. 2, p. 9)"),
        ("[@hall; @hall]", "(Hall 2001)"),
        ("[@hall, p. 2; @hall; @hall, p. 2]", "(Hall 2001, p. 2)"),
        ("[@hall; @lee; @hall]", "(Hall 2001; Lee 1999; Hall 2001)"),
    ],
)
def test_a_work_that_is_cited_twice_in_a_row_is_named_once(unit: Callable[..., Path], cited: str, said: str) -> None:
    work = "- {{id: {}, type: book, title: {}, author: [{{family: {}}}], issued: {{date-parts: [[{}]]}}}}\n"
    works = work.format("hall", "Rivers", "Hall", 2001) + work.format("lee", "Lakes", "Lee", 1999)
    made = ready(unit(f"## S\n\nRain {cited}.\n", {"references.yaml": works}))
    words = SlideWords(made.pack)
    (text,) = [words.prose(block.body) for block in made.course.units[0].blocks()]  # type: ignore[attr-defined]
    assert text.striptags().replace("\u00a0", " ") == f"Rain {said}."
