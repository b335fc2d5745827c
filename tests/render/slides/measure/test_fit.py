"""Fit: measured lines, smaller sizes, and what is said when nothing helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.files import OWN
from coursepack.problem import Severity, Span
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure.fit import Ruler, fit, spaces
from coursepack.render.slides.measure.formulas import OFFICE
from coursepack.render.slides.measure.lines import Style, gauge, natural, pieces
from coursepack.render.words.equation import draw
from coursepack.validate.labels import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces

PLAIN = Style("body", bold=False, italic=False)
LEVELS = (Level(size=32, leading=39, after=18), Level(size=24, leading=30, after=10, indent=0.5))
FRAME = Frame(type="body", at=(0, 0, 5, 2), levels=LEVELS)  # 360 by 144 pt


def wide(paragraph: Paragraph, size: float, twins: Faces) -> float:
    return natural(gauge(paragraph, PLAIN, twins), size)[0]


def text(*words: str, level: int = 1) -> list[Paragraph]:
    return [Paragraph((Run(word),), level) for word in words]


def test_a_short_text_stays_at_its_size(twins: Faces) -> None:
    found = fit(text("Three words here"), FRAME, 18, twins)
    assert (found.levels, found.fits, found.shrunk) == (LEVELS, True, False)
    assert found.measured.height == 39


def test_a_longer_text_is_set_at_the_largest_size_that_fits(twins: Faces) -> None:
    long = text("one two three four five six seven eight nine ten " * 3)
    found = fit(long, FRAME, 18, twins)
    assert found.fits
    assert found.shrunk
    assert 18 <= found.levels[0].size < 32
    larger = tuple(level.model_copy(update={"size": level.size}) for level in found.levels)
    grown = larger[0].model_copy(update={"size": larger[0].size + 1, "leading": 39 * (larger[0].size + 1) / 32})
    assert Ruler(PLAIN, FRAME.room[0], twins).measure(long, (grown,)).height > FRAME.room[1]


def test_nothing_is_set_below_the_floor(twins: Faces) -> None:
    found = fit(text("word " * 200), FRAME, 18, twins)
    assert not found.fits
    assert [level.size for level in found.levels] == [18, 18]


def test_a_word_wider_than_its_line_is_named(twins: Faces) -> None:
    found = fit(text("Sicherheitsratsresolutionsentwurf"), FRAME, 30, twins)
    assert not found.fits
    assert found.measured.wide == "Sicherheitsratsresolutionsentwurf"
    assert fit(text("Sicherheitsratsresolutionsentwurf"), FRAME, 18, twins).fits


def test_bold_text_is_measured_bold(twins: Faces) -> None:
    plain, bold = Paragraph((Run("Collective security"),)), Paragraph((Run("Collective security", bold=True),))
    assert wide(bold, 32, twins) > wide(plain, 32, twins)


def test_code_is_measured_by_its_characters(twins: Faces) -> None:
    assert wide(Paragraph((Run("iiii", code=True),)), 10, twins) == pytest.approx(24 / 0.98)


@pytest.mark.parametrize(
    ("written", "broken"),
    [
        ("one two", ["one ", "two"]),
        ("peace-keeping", ["peace-", "keeping"]),
        ("0-30 1234-5678", ["0-30 ", "1234-5678"]),
        ("1946\u20131949 x", ["1946\u2013", "1949 ", "x"]),
        ("29\u00a0November", ["29\u00a0November"]),
        ("安全\u3002理", ["安", "全\u3002", "理"]),
        ("a\nb", ["a", "", "b"]),
    ],
)
def test_lines_break_where_they_may(written: str, broken: list[str]) -> None:
    found = pieces(Paragraph((Run(written),)))
    assert ["".join(part for part, _ in piece) for piece in found] == broken


def test_a_piece_may_run_over_several_runs(twins: Faces) -> None:
    whole, parts = Paragraph((Run("security"),)), Paragraph((Run("secu"), Run("rity")))
    assert len(list(pieces(parts))) == 1
    assert wide(parts, 32, twins) == pytest.approx(wide(whole, 32, twins), rel=0.02)


def test_a_blank_at_a_line_s_end_takes_no_room(twins: Faces) -> None:
    width = wide(Paragraph((Run("one"),)), 32, twins)
    assert gauge(Paragraph((Run("one two"),)), PLAIN, twins).lines(32, width + 0.01) == 2
    assert gauge(Paragraph((Run("one "),)), PLAIN, twins).lines(32, width + 0.01) == 1


def test_a_blank_between_two_runs_does(twins: Faces) -> None:
    apart = Paragraph((Run("a "), Run("b", bold=True)))
    assert wide(apart, 32, twins) > wide(Paragraph((Run("a"), Run("b", bold=True))), 32, twins) + 5


def test_a_deeper_list_ends_with_the_outer_list_s_space() -> None:
    assert spaces([*text("a"), *text("b", "c", level=2), *text("d")], LEVELS) == [18, 10, 18, 18]


def test_the_last_paragraph_s_space_does_not_count(twins: Faces) -> None:
    assert Ruler(PLAIN, 360, twins).measure(text("a", "b"), LEVELS).height == 39 + 18 + 39


def test_a_shrunk_text_is_written_with_its_real_sizes(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    points = "<li>A point that takes a good deal more than one line of a slide, as points by nature want to do</li>" * 5
    made, problems = slides(
        f'<section data-layout="content" data-at="a.md:7:1"><h2 data-ph="title">T</h2>'
        f'<ul data-ph="body">{points}</ul></section>'
    )
    (problem,) = problems
    assert (problem.code, problem.severity, problem.span.line) == ("slide-shrunk", Severity.NOTE, 7)
    (body,) = [shape for shape in made.slides[0].placeholders if shape.name == "body"]
    sizes = {run.font.size.pt for paragraph in body.text_frame.paragraphs for run in paragraph.runs}
    assert len(sizes) == 1
    assert f"{sizes.pop():g} pt" in problem.message
    assert all(paragraph.line_spacing.pt < 39 for paragraph in body.text_frame.paragraphs)


def test_a_title_that_does_not_fit_at_all_is_an_error_at_the_author_s_line(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    _, (problem,) = slides(
        f'<section data-layout="content" data-at="a.md:9:2"><h2 data-ph="title">{"word " * 80}</h2></section>'
    )
    assert (problem.code, problem.severity) == ("title-too-long", Severity.ERROR)
    assert str(problem.span) == "a.md:9:2"
    assert problem.help


def test_a_character_that_the_face_lacks_is_an_error(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    _, (problem,) = slides('<section data-layout="content"><h2 data-ph="title">A ᚠᚱ</h2></section>')
    assert (problem.code, problem.severity) == ("no-glyph", Severity.ERROR)
    assert "ᚠ (U+16A0)" in problem.message


@pytest.mark.parametrize("tag", sorted({path.stem for path in (OWN / "labels").glob("*.yaml")} - {"ar", "zh"}))
def test_the_tabs_of_every_language_hold_their_words(twins: Faces, design: Design, tag: str) -> None:
    """A deck would be refused for a word that is ours."""
    words = labels([OWN], tag, Span("course.yaml"), [])
    tab = design.layouts["question"].frames["tab"]
    said = [words[name] for name in ("question", "exercise", "answer")]
    assert [word for word in said if not fit(text(word), tab, 18, twins).fits] == []


def test_a_formula_that_is_higher_than_its_line_takes_its_own_height(twins: Faces) -> None:
    """PowerPoint draws it over the lines around it, where those have no more room than words need."""
    low, high = Run("x", latex="x"), Run("1/2", latex=r"\frac{1}{\frac{2}{3}}", displayed=True)
    ruler = Ruler(PLAIN, FRAME.room[0], twins)
    assert ruler.measure([Paragraph((low,))], LEVELS).height == 39
    drawn = draw(high.latex, inline=False).height * OFFICE * 32
    assert drawn > 39
    assert ruler.measure([Paragraph((high,))], LEVELS).height == pytest.approx(drawn)
    beside = Paragraph((Run("words"), Run("\n"), high, Run("\n"), Run("words")))
    assert ruler.measure([beside], LEVELS).height == pytest.approx(2 * 39 + drawn)
