from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_words_lie_on_no_others_and_stay_on_the_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    lying = page(1, line(0, "One"), line(6, "Two", element=2))
    assert said("collision", lying) == [("page 1 has “One” on “Two”", 1)]
    assert said("collision", page(1, line(0, "┌──┐"), line(6, "│░█│", element=2), line(9, "rain", element=3))) == []
    assert said("collision", page(1, line(0, "│ rain │"), line(3, "│ snow │", element=2))) == []
    assert said("collision", page(1, line(0, "│ rain │"), line(3, "snow", element=2))) != []
    assert said("collision", page(1, line(0, "\u0e35\u0e49"), line(6, "กำรเปร", element=2))) == []
    assert said("collision", page(1, line(0), line(10, element=2))) == []
    assert said("collision", page(1, line(0, "العملي\u0627\u062a"), line(6, "\u064b", element=2))) == []
    assert said("collision", page(1, line(0, "Tall"), line(6, "letters"))) == []
    assert said("collision", page(1, line(0, "Lines"), line(3, "too near"))) == [
        ("page 1 has “Lines” on “too near”", 1)
    ]
    assert said("collision", page(1, line(740, "Foot"))) == []
    assert said("collision", page(1, line(750, "Foot"))) == [("page 1 has “Foot” beyond its edge", 1)]


def test_tails_of_naskh_reach_into_the_line_below(said: Callable[..., list[tuple[str, int]]]) -> None:
    high = line(0).runs[0].box.top - line(0).runs[0].box.bottom
    near, nearer = (high - share * high for share in (0.19, 0.3))
    assert said("collision", page(1, line(0, "مجموع"), line(near, "جمع", element=2))) == []
    assert said("collision", page(1, line(0, "مجموع"), line(nearer, "جمع", element=2))) != []
    assert said("collision", page(1, line(0, "Tail"), line(near, "Tall", element=2))) != []
