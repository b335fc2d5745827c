"""Slides that nobody wrote: a course never stops for one, and what is left out is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.problem import Severity
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.cutting import _broken

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem

    Build = Callable[[str], tuple[Deck, list[Problem]]]

HEADING = "A heading that says in a whole sentence what a title says in four words, and then goes on, "


def slide(title: str, inside: str, *, made: bool) -> str:
    section = (
        f'<section data-layout="content" data-at="u.md:4:1"><h2 data-ph="title">{title}</h2>{inside}'
        '<aside class="notes"><p>Say it.</p></aside></section>'
    )
    return f'<div data-made="true">{section}</div>' if made else section


def errors(problems: list[Problem]) -> list[str]:
    return [one.code for one in problems if one.severity is Severity.ERROR]


def test_a_title_is_cut_after_a_word_and_stands_whole_in_the_notes(slides: Build) -> None:
    markup = slide(f"{HEADING * 3}(2)", "<ul data-ph='body'><li>a</li></ul>", made=True)
    made, problems = slides(markup)
    (one,) = made.slides
    title = one.shapes.title.text_frame.text
    assert title.endswith("… (2)")
    assert (HEADING * 3).startswith(title.removesuffix("… (2)"))
    assert one.notes_slide.notes_text_frame.text == f"{HEADING * 3}(2)\nSay it."
    assert not problems
    assert errors(slides(markup.replace(' data-made="true"', ""))[1]) == ["title-too-long"]


def test_a_long_word_breaks(slides: Build) -> None:
    inside = f"<ul data-ph='body'><li>{'abcdefgh' * 20}</li></ul>"
    made, problems = slides(slide("T", inside, made=True))
    body = next(shape for shape in made.slides[0].placeholders if shape.name == "body")
    assert body.text_frame.text == "\u200b".join(["abcdefgh"] * 20)
    assert not problems
    assert errors(slides(slide("T", inside, made=False))[1]) == ["word-too-wide"]


def test_a_long_line_of_code_breaks_at_its_blanks_alone() -> None:
    line = Paragraph((Run("\u00a0\u00a0let\u00a0it\u00a0", code=True), Run("be\u00a0\u00a0so", code=True)))
    assert _broken(line).text == "\u00a0\u00a0let\u00a0\u200bit\u00a0be\u00a0\u00a0\u200bso"


def test_what_does_not_fit_is_left_out_with_a_note(slides: Build) -> None:
    high = f"<p data-ph='source'>{'A long source. ' * 60}</p>"
    made, problems = slides(slide("T", f"<ul data-ph='body'><li>a</li></ul>{high}", made=True))
    assert [shape.name for shape in made.slides[0].placeholders if "A long" in shape.text_frame.text] == []
    (note,) = problems
    assert (note.code, note.severity, str(note.span)) == ("slide-left-out", Severity.NOTE, "u.md:4:1")


def test_a_spare_part_of_a_written_slide_is_left_out(slides: Build) -> None:
    high = f"<p data-ph='source' data-spare='true'>{'A long source. ' * 60}</p>"
    made, problems = slides(slide("T", f"<ul data-ph='body'><li>a</li></ul>{high}", made=False))
    assert "A long" not in "".join(shape.text_frame.text for shape in made.slides[0].placeholders)
    assert not problems


def formula(latex: str, *, made: bool) -> str:
    inside = f'<h2 data-ph="title">T</h2><div data-ph="equation" data-latex="{latex}" data-alt="x"></div>'
    section = f'<section data-layout="equation" data-at="u.md:4:1">{inside}</section>'
    return f'<div data-made="true">{section}</div>' if made else section


def has_formula(page: Slide) -> bool:
    return bool(page.element.xpath("//*[local-name()='oMath']"))


def test_a_formula_that_fits_stays_on_a_slide_that_nobody_wrote(slides: Build) -> None:
    made, problems = slides(formula("x = 1", made=True))
    assert [has_formula(one) for one in made.slides] == [True]
    assert not problems


def test_a_formula_that_fits_at_no_size_is_left_out_only_where_nobody_wrote_the_slide(slides: Build) -> None:
    wide = "+".join(["abc"] * 60)
    made, problems = slides(formula(wide, made=True))
    assert not any(map(has_formula, made.slides))
    assert [(one.code, one.severity) for one in problems] == [("slide-left-out", Severity.NOTE)]
    assert errors(slides(formula(wide, made=False))[1]) == ["slide-overflow"]


def test_where_a_slide_would_lack_what_it_is_made_of_those_after_it_stand_in_its_place(slides: Build) -> None:
    def section(layout: str, inside: str, more: str = "") -> str:
        title, notes = '<h2 data-ph="title">Exercise 1</h2>', '<aside class="notes"><p>Wait.</p></aside>'
        return f'<section data-layout="{layout}" data-at="u.md:4:1"{more}>{title}{inside}{notes}</section>'

    def asked(count: int) -> str:
        stem = f"<p>{'It rains on the hills for a whole day. ' * 5}</p>" * count
        options = "<li>Because the hills are higher than the clouds that come from the sea</li>" * 4
        whole = f'<div data-ph="body">{stem}</div><ol class="choices options" data-ph="options">{options}</ol>'
        parted = f'<div data-ph="body">{stem}<ol class="options">{options}</ol></div>'
        first = section("asked", whole, ' data-whole="true"')
        return f'<div data-made="true"><div>{first}{section("question", parted)}</div></div>'

    def words(markup: str) -> list[bool]:
        return [
            any("It rains" in one.text_frame.text for one in page.placeholders) for page in slides(markup)[0].slides
        ]

    assert words(asked(1)) == [True]
    assert words(asked(6))[:2] == [True, True]
    assert not slides(asked(6))[1]
