"""Boxes of what is to be chosen as shapes, read back from a deck: places, letters, answers and their clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml.etree import tostring
from pptx.oxml.ns import qn
from pptx.util import Inches

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem

ASKED = (
    '<section data-layout="asked"><h2 data-ph="title">Where?</h2>'
    '<ol class="choices" data-ph="options"{more}><li{first}>Here</li><li{second}>There</li></ol>{reason}</section>'
)
REASON = '<div data-ph="reason" data-answer="true"><p>It ends there.</p></div>'


@pytest.fixture
def asked(slides: Callable[..., tuple[Deck, list[Problem]]]) -> Callable[..., Slide]:
    def make(first: str = "", second: str = "", more: str = "", reason: str = "") -> Slide:
        deck, problems = slides(ASKED.format(first=first, second=second, more=more, reason=reason))
        assert problems == []
        return deck.slides[0]

    return make


def clicks(slide: Slide) -> list[list[str]]:
    """Return the names of the shapes that each click shows."""
    names = {str(shape.shape_id): shape.name for shape in slide.shapes}
    timing = slide.element.find(qn("p:timing"))
    if timing is None:
        return []
    steps = timing.find(f".//{qn('p:seq')}/{qn('p:cTn')}/{qn('p:childTnLst')}")
    return [[names[target.get("spid")] for target in step.iter(qn("p:spTgt"))] for step in steps]


def test_boxes_stand_side_by_side_and_have_letters(asked: Callable[..., Slide]) -> None:
    one, other = (shape for shape in asked().shapes if shape.name.startswith("Option"))
    assert (one.text_frame.text, other.text_frame.text) == ("Here", "There")
    assert one.top == other.top
    assert one.left == Inches(0.8)
    assert one.left + one.width < other.left
    assert [shape.element.find(f".//{qn('a:buAutoNum')}").get("startAt") for shape in (one, other)] == [None, "2"]


def test_the_lines_of_a_box_with_a_high_formula_are_as_high_as_that(
    slides: Callable[..., tuple[Deck, list[Problem]]],
) -> None:
    """At an exact distance of baselines PowerPoint draws it over the edge of its box."""
    high = r'<span data-latex="\frac{1}{\frac{2}{3}}">1/(2/3)</span>'
    deck, problems = slides(ASKED.format(first="", second="", more="", reason="").replace("Here", high))
    assert problems == []
    options = [one for one in deck.slides[0].element.iter(qn("p:sp")) if b"Option" in tostring(one)]
    spaces = [one[0].tag for shape in options for one in shape.iter(qn("a:lnSpc"))]
    assert spaces == [qn("a:spcPct"), qn("a:spcPct"), qn("a:spcPts")]  # the second is for programs without formulas


def test_without_answers_nothing_moves(asked: Callable[..., Slide]) -> None:
    assert clicks(asked()) == []


def test_tick_frame_and_reason_come_at_one_click(asked: Callable[..., Slide]) -> None:
    slide = asked(second=' data-mark="\u2713"', more=' data-said="Answer"', reason=REASON)
    assert clicks(slide) == [["Answer b", "Answer b", "Answer reason"]]
    tick = next(shape for shape in slide.shapes if shape.element.find(f".//{qn('a:custGeom')}") is not None)
    assert tick.element.find(f".//{qn('p:cNvPr')}").get("descr") == "b: Answer"


def test_verdicts_come_a_click_each_and_then_the_reason(asked: Callable[..., Slide]) -> None:
    slide = asked(' data-mark="True"', ' data-mark="False"', ' data-apart="true"', REASON)
    assert clicks(slide) == [["Answer a"], ["Answer b"], ["Answer reason"]]


def test_a_tick_without_a_reason_comes_at_a_click_too(asked: Callable[..., Slide]) -> None:
    assert clicks(asked(second=' data-mark="\u2713"')) == [["Answer b", "Answer b"]]
