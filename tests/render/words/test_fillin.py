r"""Blanks in a formula: one sign with room to write, wherever it stands and however it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.render.words.equation import draw, mistake, said, tree
from coursepack.render.words.linear import linear
from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from coursepack.render.look.design import Design


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"3 + \_\_ = 8", "3+____=8"),
        (r"3 + \_ = 8", "3+____=8"),
        ("3 + ____ = 8", "3+____=8"),
        (r"3 + \underline{\hspace{1cm}} = 8", "3+____=8"),
        (r"3 + \underline{\qquad} = 8", "3+____=8"),
        (r"3 + \underline{\hphantom{00}} = 8", "3+____=8"),
        (r"3 + \boxed{\phantom{00}} = 8", "3+____=8"),
        (r"3 + \text{____} = 8", "3+____=8"),
        (r"\frac{\_\_}{\_\_}", "________"),
        (r"x_1 + a\_b", "x1+a_b"),
        (r"\underline{x} + \boxed{5}", "x―+5"),
        (r"\text{a\_b}", "a_b"),
    ],
)
def test_a_blank_is_one_sign(latex: str, signs: str) -> None:
    assert (mistake(latex), said(tree(latex)).replace("\u2212", "-")) == ("", signs)


def test_a_blank_has_room_above_its_line_and_more_in_a_display() -> None:
    letters, line, display = draw("3 + x", inline=True), *(draw(r"3 + \_\_", inline=inline) for inline in (True, False))
    assert letters.height < line.height < display.height
    assert display.width - draw("3 +", inline=False).width > 2


def test_the_line_of_a_blank_stands_off_the_bar_of_its_fraction() -> None:
    drawn = draw(r"\frac{\_\_}{\_\_}", inline=False).svg
    over, bar, under = sorted(float(y) for y in re.findall(r'<rect x="[\d.-]+" y="([\d.-]+)"', drawn))
    assert 8 < bar - over < under - bar


def test_blanks_are_heard_and_written_in_a_row(own_design: Design) -> None:
    latex = r"\frac{3}{4} = \frac{\_\_}{\_\_}"
    assert spoken(latex, own_design.labels["spoken"]) == "3 over 4 equals blank over blank"
    assert linear(latex).replace("\u00a0", " ") == "3/4 = ____/____"
