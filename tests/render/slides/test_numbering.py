"""Numbers of items by the names of ECMA-376 part 1, 20.1.10.61."""

from __future__ import annotations

import pytest

from coursepack.render.slides.numbering import written


@pytest.mark.parametrize(
    ("number", "way", "sign"),
    [
        (1, "arabicPlain", "1"),
        (12, "arabicPeriod", "12."),
        (3, "arabicParenBoth", "(3)"),
        (1, "alphaLcPeriod", "a."),
        (26, "alphaLcPeriod", "z."),
        (2, "alphaUcParenBoth", "(B)"),
        (4, "romanLcPeriod", "iv."),
        (9, "romanUcParenBoth", "(IX)"),
        (48, "romanLcPeriod", "xlviii."),
        (94, "romanUcPeriod", "XCIV."),
    ],
)
def test_a_number_is_written_in_each_way(number: int, way: str, sign: str) -> None:
    assert written(number, way) == sign
