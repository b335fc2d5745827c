"""What can be read: sizes in points, and WCAG's contrast for text that is large and for text that is not."""

from __future__ import annotations

import pytest

from coursepack.render.slides.audit.words import readable

# On white, by WCAG's formula: 4.54 and 3.03 to 1, and one that is below both.
ENOUGH, LARGE_ENOUGH, PALE = "767676", "949494", "B0B0B0"


def codes(ink: str, size: float, *, bold: bool = False, grounds: tuple[str, ...] = ("FFFFFF",)) -> list[str]:
    return [finding.rule for finding in readable("words", ink, grounds, size, bold=bold)]


@pytest.mark.parametrize(
    ("ink", "size", "bold", "found"),
    [
        (ENOUGH, 14, False, []),
        (LARGE_ENOUGH, 14, False, ["contrast"]),
        (LARGE_ENOUGH, 23.9, False, ["contrast"]),
        (LARGE_ENOUGH, 24, False, []),
        (LARGE_ENOUGH, 17.9, True, ["contrast"]),
        (LARGE_ENOUGH, 18, True, []),
        (PALE, 60, True, ["contrast"]),
    ],
)
def test_large_text_may_be_paler_and_bold_text_counts_as_large_from_18_points(
    ink: str,
    size: float,
    bold: bool,  # noqa: FBT001 a case
    found: list[str],
) -> None:
    assert codes(ink, size, bold=bold) == found


@pytest.mark.parametrize(("size", "found"), [(14, []), (13.9, ["small"])])
def test_text_below_fourteen_points_is_too_small(size: float, found: list[str]) -> None:
    assert codes("000000", size) == found


def test_of_several_grounds_the_worst_counts() -> None:
    assert codes("FFFFFF", 20, grounds=("000000", "F0F0F0")) == ["contrast"]


def test_what_is_not_known_is_not_said() -> None:
    assert codes("", 20) == codes("000000", 20, grounds=("",)) == []
