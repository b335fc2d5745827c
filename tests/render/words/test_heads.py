"""Points by what stands before their colon: dates that make a line of time, and names of steps."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from coursepack.blocks.slide import Point
from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.render.words.heads import headed, moments
from coursepack.text import Rich


def points(*texts: str) -> list[Point]:
    return [Point.model_construct(text=line(text)) for text in texts]


def line(text: str) -> Rich:
    return Rich(text, Span("a.md"), 0, tuple(parser().parseInline(text)))


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("Date: day, year", ("Date", "day, year")),
        ("Date\u00a0: day: year", ("Date", "day: year")),  # French has a blank before it; the first colon counts
        ("\u65e5\u671f\uff1a\u5e74", ("\u65e5\u671f", "\u5e74")),  # Chinese has none after it
        ("See https://school.example", ("", "See https://school.example")),
        ("<b>A: b</b>", ("", "<b>A: b</b>")),
        ("No head", ("", "No head")),
    ],
)
def test_a_line_is_parted_at_its_first_colon_outside_of_marks(given: str, parts: tuple[str, str]) -> None:
    assert headed(Markup(given)) == parts  # noqa: S704 a test's own


def test_dates_that_follow_one_another_are_years_with_fractions() -> None:
    """1992 has 366 days, and 1 March is the 61st of them."""
    assert moments(points("1945: a", "March 1992: b", "1 March 1992: c"), "en") == ()
    assert moments(points("1945: a", "1992: b", "2 March 1992: c"), "en") == (1945, 1992, 1992 + 61 / 366)
    assert moments(points("1945: a", "1950: b", "März 1951: c"), "de") == (1945, 1950, 1951 + 59 / 365)


@pytest.mark.parametrize(
    "texts",
    [
        ("1945: a", "1946: b"),  # too few to say how far apart they lie
        tuple(f"{year}: a" for year in range(1945, 1951)),  # too many for a line
        ("1945: a", "1947: b", "1946: c"),
        ("1945: a", "1946: b", "1946: c"),
        ("1945: a", "1946: b", "Then: c"),
        ("1945: a", "1946: b", "1947"),
        ("1945: a", "1946: b", "1947, 1949: c"),
        ("1945: a", "1946: b", "31 June 1947: c"),
        ("1945: a", "1946: b", "30 1947: c"),
        ("1945: a", "1946: b", "1947: *c*"),
    ],
)
def test_what_is_no_row_of_dates_is_none(texts: tuple[str, ...]) -> None:
    assert moments(points(*texts), "en") == ()


def test_points_below_a_date_have_no_room_on_a_line() -> None:
    below = Point.model_construct(text=line("1947: c"), points=(line("d"),))
    assert moments([*points("1945: a", "1946: b"), below], "en") == ()
