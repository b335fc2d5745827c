"""A picture, or some side by side: how wide it is, and what goes with what."""

from __future__ import annotations

import pytest

from fenced import block, read, said

PICTURE = "src: a.svg\nalt: A\n"
PANELS = "panels: [{src: b.svg, alt: B}, {src: c.svg, alt: C}]\n"


@pytest.mark.parametrize(
    ("width", "points"),
    [("text", 340), ("wide", 476), ("40%", 136), ("25.4mm", 72), ("2.54cm", 72), (" 50 % ", 170)],
)
def test_a_width_is_a_measure_a_share_of_the_text_or_a_length(width: str, points: float) -> None:
    assert block("figure", f"{PICTURE}width: '{width}'").across(340, 476) == pytest.approx(points)


def test_the_files_are_the_picture_or_those_side_by_side() -> None:
    assert [(name, kind) for name, _, kind in block("figure", PICTURE).files()] == [("a.svg", "media")]
    assert [name for name, _, _ in block("figure", PANELS).files()] == ["b.svg", "c.svg"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (PICTURE, []),
        (PANELS, []),
        ("title: T", [("missing-field", 0)]),
        (PICTURE + PANELS, [("two-sources", 0)]),
        ("src: a.svg", [("missing-alt", 1)]),
        (f"{PICTURE}side: left", [("figure-width", 3)]),
        (f"{PICTURE}side: left\nwidth: 750px", [("figure-width", 3)]),
        (f"{PICTURE}side: left\nwidth: 40%", []),
        (f"{PICTURE}focus: [0.5, 0.2]", [("focus-alone", 3)]),
        # A drawing has no pixels.
        (f"{PICTURE}width: 270dpi", [("figure-width", 3)]),
        (f"{PICTURE.replace('svg', 'png')}width: 270 dpi", []),
        (f"{PICTURE.replace('svg', 'png')}width: 270dpi\ncrop: '16:9'", [("figure-width", 3)]),
        (f"{PICTURE}focus: [0.5, 0.2]\ncrop: '16:9'", []),
    ],
)
def test_what_does_not_go_together_is_said(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("figure", fields) == expected


@pytest.mark.parametrize(
    ("width", "good"),
    [
        ("10mm", True),
        ("9mm", False),
        ("120mm", True),
        ("100%", True),
        ("9pt", False),
        ("1in", True),
        ("101%", False),
        ("8%", False),
    ],
)
def test_a_figure_is_ten_millimetres_to_the_whole_measure_wide(width: str, good: bool) -> None:  # noqa: FBT001 a case
    assert said("figure", f"{PICTURE}width: {width}") == ([] if good else [("figure-width", 3)])


@pytest.mark.parametrize(
    ("width", "points"),
    [("96px", 72), ("1.5in", 108), ("2cm", 56.7), ("90pt", 90), ("750px", 340.2), ("300mm", 340.2), ("50%", 170.1)],
)
def test_a_length_in_any_unit_is_no_wider_than_the_measure(width: str, points: float) -> None:
    assert block("figure", f"{PICTURE}width: {width}").across(340.2, 480) == pytest.approx(points, abs=0.05)


@pytest.mark.parametrize("field", ["width: 40", "width: 4em", "crop: 16x9", "crop: '0:9'", "focus: [0.5, 1.5]"])
def test_what_is_no_width_aspect_or_point_is_said_at_its_line(field: str) -> None:
    _, problems = read("figure", f"{PICTURE}{field}")
    assert [one.span.line - 9 for one in problems] == [3]


@pytest.mark.parametrize(
    ("share", "good"), [("30%", True), ("100%", True), ("0%", False), ("101%", False), ("3cm", False)]
)
def test_panels_share_the_width_of_their_figure(share: str, good: bool) -> None:  # noqa: FBT001 a case
    fields = f"panels: [{{src: b.svg, alt: B, width: '{share}'}}, {{src: c.svg, alt: C}}]"
    assert (read("figure", fields)[1] == []) is good
