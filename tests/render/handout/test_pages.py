from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.outputs.companion import handout
from coursepack.problem import ContentError, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
FIGURE = "## S\n\n```{figure}\nid: a\nsrc: media/a.svg\ntitle: T\nalt: x\n```\n"


def test_a_complaint_of_weasyprint_is_a_problem(course: Callable[..., Path]) -> None:
    root = course({"templates/parts/cover.html.j2": '<section><p style="colour: red">x</p></section>'})
    made = pdf.make(ready(root), None, "a4")
    assert [(problem.code, problem.severity) for problem in made.notices] == [("layout", Severity.WARNING)]
    assert "colour" in made.notices[0].message


def test_a_character_that_a_template_brings_and_no_face_has_stops_the_build(course: Callable[..., Path]) -> None:
    root = course({"templates/parts/cover.html.j2": "<section><h1>ꦏ</h1></section>"})
    with pytest.raises(ContentError) as caught:
        pdf.make(ready(root), None, "a4")
    assert [problem.code for problem in caught.value.problems] == ["no-glyph"]


def test_a_face_of_the_machine_stops_the_build_too(course: Callable[..., Path]) -> None:
    root = course(
        {"templates/parts/cover.html.j2": "<section><h1 style=\"font-family: 'Liberation Serif'\">x</h1></section>"}
    )
    with pytest.raises(ContentError) as caught:
        pdf.make(ready(root), None, "a4")
    assert [problem.code for problem in caught.value.problems] == ["no-glyph"]


def test_a_character_in_a_drawing_that_no_face_has_stops_the_build(unit: Callable[..., Path]) -> None:
    """Else a face of the machine would stand in, and every machine would print another page."""
    root = unit(FIGURE, {"media/a.svg": SVG.format('<text x="1" y="8">ꦏ</text>')})
    with pytest.raises(ContentError) as caught:
        pdf.make(ready(root), None, "a4")
    assert {problem.code for problem in caught.value.problems} == {"no-glyph"}


def test_weasyprints_log_is_left_as_it_was(course: Callable[..., Path]) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.level, list(logger.handlers))
    pdf.make(ready(course()), None, "a4")
    assert (logger.level, list(logger.handlers)) == before


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "../secret.png"])
def test_an_address_in_a_template_is_refused_as_a_problem(course: Callable[..., Path], address: str) -> None:
    root = course({"templates/parts/cover.html.j2": f'<section><img src="{address}" alt="x"></section>'})
    with pytest.raises(ContentError) as caught:
        pdf.make(ready(root), None, "a4")
    assert address.rpartition("/")[2] in caught.value.problems[0].message


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/hostname" width="9" height="9"/>',
        '<image href="https://example.org/a.png" width="9" height="9"/>',
        '<style>@import "https://example.org/a.css";</style>',
    ],
)
def test_a_drawing_that_opens_something_is_not_passed_over(unit: Callable[..., Path], inside: str) -> None:
    """The print would lack a part, and nobody would know."""
    root = unit(FIGURE, {"media/a.svg": SVG.format(inside)})
    with pytest.raises(ContentError) as caught:
        pdf.make(ready(root), None, "a4")
    assert caught.value.problems[0].span.file.endswith("01-water.md")


def test_a_last_page_that_is_ruled_for_notes_does_not_begin_where_the_cover_does(unit: Callable[..., Path]) -> None:
    """It has no anchor, and neither has the cover: its bookmark in large print led there."""
    own = {"course.yaml": "title: R\nlanguage: en\nunits: [units/01-water.md]\nnotes_page: true\n"}
    made = handout(ready(unit("## S\n\nx\n\n## T {.new-page}\n\nx\n", own)), None, "a4")
    assert made.pages == 6
    assert [page for page, start in made.starts if not start.anchor] == [1]
