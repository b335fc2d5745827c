"""Numbers of items by the names of ECMA-376 part 1, 20.1.10.61."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.numbering import widest, written

if TYPE_CHECKING:
    from coursepack.render.slides.measure.faces import Faces


@pytest.mark.parametrize(
    ("number", "way", "sign"),
    [
        (1, "arabicPlain", "1"),
        (12, "arabicPeriod", "12."),
        (3, "arabicParenBoth", "(3)"),
        (1, "alphaLcPeriod", "a."),
        (26, "alphaLcPeriod", "z."),
        (27, "alphaLcPeriod", "a."),
        (2, "alphaUcParenBoth", "(B)"),
        (4, "romanLcPeriod", "iv."),
        (9, "romanUcParenBoth", "(IX)"),
        (48, "romanLcPeriod", "xlviii."),
        (94, "romanUcPeriod", "XCIV."),
    ],
)
def test_a_number_is_written_in_each_way(number: int, way: str, sign: str) -> None:
    assert written(number, way) == sign


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ((10, "arabicPlain"), (9, "arabicPlain")),
        ((9, "arabicParenBoth"), (9, "arabicPeriod")),
        ((3, "alphaUcPeriod"), (3, "alphaLcPeriod")),
        ((8, "romanLcPeriod"), (7, "romanLcPeriod")),
    ],
)
def test_a_list_is_as_wide_as_its_widest_number(wide: tuple[int, str], narrow: tuple[int, str]) -> None:
    assert widest(*wide) > widest(*narrow)


def test_the_widest_number_is_not_always_the_last() -> None:
    assert widest(10, "romanLcPeriod") == widest(8, "romanLcPeriod")  # viii. and x.


@pytest.mark.parametrize("way", ["arabicParenBoth", "alphaUcParenBoth", "alphaLcPeriod", "romanLcPeriod"])
def test_numbers_are_thought_to_be_as_wide_as_calibri_s_and_arial_s_are(way: str, twins: Faces) -> None:
    last = 12  # before the m, which is the widest of letters
    signs = [written(number, way) for number in range(1, last + 1)]
    assert max(twins.shape(sign, "body", bold=False, italic=False).width for sign in signs) <= widest(last, way)
