"""What goes on over several slides, in a deck: titles, notes, numbers and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.problem import Severity
from coursepack.render.look.bidi import visual
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces

    Build = Callable[[str], tuple[Deck, list[Problem]]]


def body(page: Slide) -> _Element:
    return next(shape.element for shape in page.placeholders if shape.name == "body")


def slide(layout: str, inside: str, more: str = "") -> str:
    return (
        f'<section id="here" data-layout="{layout}" data-at="u.md:4:1" {more}><h2 data-ph="title">Ties</h2>{inside}'
        '<p data-ph="footer">F</p><aside class="notes"><p>Say it.</p></aside></section>'
    )


def test_continuations_have_titles_and_notes_of_their_own_and_no_id(slides: Build) -> None:
    points = "<li>A point that takes a good deal more than one line of a slide, as points want to do.</li>" * 24
    made, problems = slides(slide("content", f'<ul data-ph="body">{points}</ul><p data-ph="source">Src</p>'))
    titles = [one.shapes.title.text_frame.text.replace("\u00a0", " ") for one in made.slides]
    assert titles == ["Ties", "Ties (2/3)", "Ties (3/3)"]
    assert [one.notes_slide.notes_text_frame.text for one in made.slides] == ["Say it.", "…", "…"]
    assert all("Src" in {shape.text_frame.text for shape in one.placeholders} for one in made.slides)
    split, shrunk = problems
    assert (split.code, split.severity, str(split.span)) == ("slide-split", Severity.NOTE, "u.md:4:1")
    assert "3 slides" in split.message
    assert shrunk.code == "slide-shrunk"


@pytest.mark.parametrize(
    ("words", "ends"),
    [("({part} \u0645\u0646 {parts})", {"2", "3"}), ("({part} of {parts})", {"(2 of 3)"})],
    ids=["arabic", "english"],
)
def test_the_number_of_a_title_from_right_to_left_keeps_off_a_foreign_word_before_it(
    theme: Theme, templates: Environment, words: str, ends: set[str]
) -> None:
    points = "<li>A point that takes a good deal more than one line of a slide, as points want to do.</li>" * 24
    inside = slide("content", f'<ul data-ph="body">{points}</ul>').replace("Ties", "\u0646\u0647\u0631 Nile")
    markup = f'<div class="slides" dir="rtl" data-continued="{{title}} {words}">{inside}</div>'
    pack, _ = build(Script(markup), Properties("T", language="ar"), theme, templates, lambda _: b"")
    title = Presentation(BytesIO(pack())).slides[1].shapes.title.text_frame.text.replace("\u00a0", " ")
    assert {"Nile", *ends} <= {piece.strip("\u200e") for piece, turned in visual(title, rightward=False) if not turned}


def test_a_head_stands_on_the_slide_of_what_it_heads(slides: Build) -> None:
    side = f"<p><strong>If you say yes</strong></p><p>{'It was so, and it is written. ' * 60}</p>"
    made, _ = slides(slide("debate", f'<div data-ph="body-left">{side}</div><div data-ph="body-right"><p>No</p></div>'))
    texts = [
        [shape.text_frame.text for shape in page.placeholders if shape.name == "body-left"] for page in made.slides
    ]
    assert len(texts) > 1
    assert texts[0][0].startswith("If you say yes\nIt was so")
    assert all("yes" not in text for (text,) in texts[1:])


@pytest.mark.parametrize("roles", [True, False])
def test_the_sides_of_a_debate_have_the_room_of_roles_that_there_are_not(
    slides: Build, design: Design, *, roles: bool
) -> None:
    """The roles stand at the foot of the frame, so the sides may reach as far without them."""
    side = f"<p><strong>Yes</strong></p><p>{'It was so, and it is written. ' * 7}</p>"
    more = '<p data-ph="roles">A judge</p>' if roles else ""
    made, _ = slides(
        slide("debate", f'<div data-ph="body-left">{side}</div><div data-ph="body-right">{side}</div>{more}')
    )
    shape = next(shape for shape in made.slides[0].placeholders if shape.name == "body-left")
    frames = design.layouts["debate"].frames
    below = frames["body-left" if roles else "roles"].at
    assert (shape.top + shape.height) / 914400 == pytest.approx(below[1] + below[3], abs=0.01)
    sizes = {run.font.size.pt for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.font.size}
    assert (max(sizes, default=0) > frames["body-left"].levels[0].size) == (not roles)


def test_that_texts_are_small_is_said_of_a_slide_once(slides: Build) -> None:
    words = "So many words are no text for a slide. " * 12
    sides = f'<div data-ph="body-left"><p>{words}</p></div><div data-ph="body-right"><p>{words}</p></div>'
    _, problems = slides(slide("two-columns", sides))
    assert [problem.code for problem in problems] == ["slide-shrunk"]


def test_a_column_that_has_ended_has_no_head_on_the_next_slide(slides: Build) -> None:
    long = "<li>A point that takes a good deal more than one line of a column, as points want to do.</li>" * 12
    columns = f'<ul data-ph="body-left">{long}</ul><ul data-ph="body-right"><li>Short</li></ul>'
    made, _ = slides(slide("two-columns", f'<p data-ph="head-left">L</p><p data-ph="head-right">R</p>{columns}'))
    names = [{shape.name for shape in page.placeholders} & {"head-left", "head-right"} for page in made.slides]
    assert len(names) > 1
    assert names == [{"head-left", "head-right"}, *[{"head-left"}] * (len(names) - 1)]


def test_a_numbered_list_goes_on_counting(slides: Build) -> None:
    made, _ = slides(slide("agenda", f'<ol data-ph="body">{"<li>Step</li>" * 24}</ol>'))
    starts = [[one.get("startAt") for one in page.element.iter(qn("a:buAutoNum"))] for page in made.slides]
    assert starts[0] == []
    assert set(starts[1]) == {str(24 // len(made.slides) + 1)}


def test_a_bullet_that_goes_on_has_no_second_bullet(slides: Build) -> None:
    made, _ = slides(slide("content", f'<ul data-ph="body"><li>{"A sentence of six words only. " * 60}</li></ul>'))
    marks = [[child.tag for child in body(page).iter(qn("a:buNone"))] for page in made.slides]
    assert [len(mark) for mark in marks] == [0, *[1] * (len(made.slides) - 1)]


def test_what_comes_next_stands_on_the_last_slide_alone(slides: Build) -> None:
    texts = f'<ol data-ph="body">{"<li>A sentence to keep in mind</li>" * 14}</ol><p data-ph="next">Read on.</p>'
    made, _ = slides(slide("summary", texts))
    shown = ["Read on." in {shape.text_frame.text for shape in one.placeholders} for one in made.slides]
    assert shown == [*[False] * (len(shown) - 1), True]
    assert len(shown) > 1


def test_a_word_that_no_line_holds_is_an_error(slides: Build) -> None:
    _, problems = slides(slide("content", f'<ul data-ph="body"><li>{"Donau" * 40}</li></ul>'))
    assert ("word-too-wide", Severity.ERROR) in {(problem.code, problem.severity) for problem in problems}


def test_a_source_line_has_two_lines_and_no_more(slides: Build) -> None:
    _, problems = slides(slide("picture", f'<p data-ph="source">{"word " * 45}</p>'))
    assert [problem.code for problem in problems] == ["slide-shrunk"]
    _, problems = slides(slide("picture", f'<p data-ph="source">{"word " * 90}</p>'))
    assert [(problem.code, problem.severity) for problem in problems] == [("slide-overflow", Severity.ERROR)]


def test_text_from_right_to_left_says_so(slides: Build, twins: Faces) -> None:
    made, problems = slides(slide("content", '<ul data-ph="body"><li>مجلس الأمن</li><li>One</li></ul>'))
    marks = [one.attrib for one in body(made.slides[0]).iter(qn("a:pPr"))]
    assert [(mark.get("rtl"), mark.get("algn")) for mark in marks] == [("1", "r"), (None, None)]
    lacking = [problem.code for problem in problems] == ["no-glyph"]
    assert lacking == ("arabic" not in twins.families)


def test_the_direction_may_be_written(slides: Build) -> None:
    made, _ = slides(slide("content", '<ul data-ph="body"><li>1945</li></ul>', 'dir="rtl"'))
    assert [one.get("rtl") for one in body(made.slides[0]).iter(qn("a:pPr"))] == ["1"]


def test_numbers_and_a_sentence_that_begins_with_a_foreign_name_follow_what_is_around_them(slides: Build) -> None:
    items = "<li>1945</li><li>UN مجلس</li><li>One</li>"
    made, _ = slides(slide("content", f'<ul data-ph="body">{items}</ul>', 'dir="rtl"'))
    assert [one.get("rtl") for one in body(made.slides[0]).iter(qn("a:pPr"))] == ["1", "1", "1"]


def test_a_script_of_its_own_has_its_face(slides: Build, twins: Faces) -> None:
    made, _ = slides(slide("content", '<ul data-ph="body"><li>安全 and مجلس</li></ul>'))
    faces = {one.tag: one.get("typeface") for tag in ("a:ea", "a:cs") for one in made.slides[0].element.iter(qn(tag))}
    expected = {"cjk": qn("a:ea"), "arabic": qn("a:cs")}
    assert faces == {expected[script]: family for script, family in twins.families.items() if script in expected}


def test_a_face_that_is_not_installed_leaves_its_glyphs_missing(twins: Faces) -> None:
    bare = replace(twins, families={})
    assert bare.shape("安全", "body", bold=False, italic=False).missing == "全安"


def equations(made: Deck) -> list[bool]:
    return [bool(one.element.xpath("//*[local-name()='oMath']")) for one in made.slides]


def equation(latex: str, points: str) -> str:
    return slide("equation", f'<div data-ph="equation" data-latex="{latex}" data-alt="x"></div>{points}')


def test_a_formula_without_room_above_its_points_stands_beside_them_or_has_a_slide_before_theirs(slides: Build) -> None:
    points = "<ul data-ph='body'><li>Where it counts</li></ul>"
    made, problems = slides(equation("x = 1", points))
    assert equations(made) == [True]
    rows = r" \\ ".join([rf"{number}, &amp; x > {number}" for number in range(8)])
    made, problems = slides(equation(rf"f(x) = \begin{{cases}}{rows}\end{{cases}}", points))
    assert [(one.slide_layout.name, body(one) is not None) for one in made.slides] == [("Figure and points", True)]
    assert problems == []
    wide = rows.replace("x", "+".join("abcdefghijk"))
    made, problems = slides(equation(rf"f(x) = \begin{{cases}}{wide}\end{{cases}}", points))
    assert equations(made) == [True, False]
    assert [one.slide_layout.name for one in made.slides] == ["Equation", "Content"]
    assert body(made.slides[1]) is not None
    assert [one.code for one in problems] == ["slide-split"]
