"""What is said of a slide's texts: which of several findings counts, how bad it is, and in which words."""

from __future__ import annotations

import pytest

from coursepack.problem import Severity, Span
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.findings import OVER, drawn, large, of_text, split
from coursepack.render.slides.measure.fit import Fit, Measured

AT = Span("units/01-water.md", 7, 3)


def fit(size: float = 24, *, fits: bool = True, wide: str = "", missing: str = "") -> Fit:
    return Fit((Level(size=size, leading=size * 1.2),), Measured(100, wide, missing), shrunk=True, fits=fits)


def said(found: Fit, name: str = "body", sizes: tuple[float, float] = (24, 18)) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in of_text(AT, name, "Rivers", found, sizes)]


@pytest.mark.parametrize(
    ("name", "found", "code", "severity"),
    [
        ("body", fit(fits=False), "slide-overflow", Severity.ERROR),
        ("title", fit(fits=False), "title-too-long", Severity.ERROR),
        ("body", fit(fits=False, wide="Donaudampfschiff"), "word-too-wide", Severity.ERROR),
        ("title", fit(fits=False, wide="Donaudampfschiff"), "word-too-wide", Severity.ERROR),
        ("body", fit(size=20), "slide-shrunk", Severity.NOTE),
    ],
)
def test_the_worst_is_said_alone(name: str, found: Fit, code: str, severity: Severity) -> None:
    assert said(found, name) == [(code, severity)]


def test_a_text_near_its_usual_size_is_passed_over_and_a_letter_without_a_glyph_never() -> None:
    assert said(fit(size=24)) == []
    assert said(fit(size=21)) == []
    assert said(fit(missing="ꦏ")) == [("no-glyph", Severity.ERROR)]
    assert [code for code, _ in said(fit(fits=False, missing="ꦏ"))] == ["no-glyph", "slide-overflow"]


def test_the_words_name_the_text_its_slide_and_both_sizes() -> None:
    (problem,) = of_text(AT, "source", "Rivers", fit(size=20.5), (24, 18))
    assert problem.message == "the source of the slide “Rivers” is set at 20.5 pt instead of 24 pt"
    assert problem.span == AT
    (title,) = of_text(AT, "title", "Rivers", fit(size=30, fits=False), (36, 28))
    assert title.message == "the title of this slide does not fit, even at 30 pt"
    (glyph,) = of_text(AT, "body", "Rivers", fit(missing="ꦏ"), (24, 18))
    assert "ꦏ (U+A98F)" in glyph.message


@pytest.mark.parametrize(
    ("size", "fits", "turned", "codes"),
    [
        (20, True, False, []),
        (18, True, False, []),
        (20, True, True, ["slide-turned"]),
        (14, True, False, ["slide-shrunk"]),
        (14, True, True, ["slide-turned", "slide-shrunk"]),
        (14, False, True, ["slide-overflow"]),
    ],
)
def test_a_diagram_is_turned_small_or_not_drawn_at_all(
    size: int,
    fits: bool,  # noqa: FBT001 a case
    turned: bool,  # noqa: FBT001 a case
    codes: list[str],
) -> None:
    assert [one.code for one in drawn(AT, size, 18, fits=fits, turned=turned)] == codes


def test_what_does_not_fit_is_an_error_and_what_goes_on_is_a_note() -> None:
    assert (split(AT, 3).severity, "3 slides" in split(AT, 3).message) == (Severity.NOTE, True)
    assert (large(AT, 18).severity, large(AT, 18).code in OVER) == (Severity.ERROR, True)
    assert "slide-split" not in OVER
