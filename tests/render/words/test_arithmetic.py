from __future__ import annotations

import re

import pytest

from coursepack.coursefile import BindFile
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.render.words.binding import Binding, binding
from coursepack.validate.labels import labels


def made() -> Binding:
    return binding(labels([OWN], "en-GB", Span("course.yaml"), []), BindFile())


def bound(text: str) -> str:
    return made().bind(text).replace("\u00a0", "~")


def test_a_relation_stays_with_its_quantity_and_with_a_number() -> None:
    assert bound("With n = 9 and p < 0.05 it is.") == "With n~=~9 and p~<~0.05 it is."
    assert bound(" = 13.5 minutes") == "~=~13.5~minutes"  # after a formula
    assert bound("error = what is missed") == "error~= what is missed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is 12 / 40 = 0.3 and 2 · 1.5 = 3", "is 12~/~40~= 0.3 and 2~·~1.5~= 3"),
        ("12.5 / √50 = 1.77 minutes", "12.5~/~√50~= 1.77~minutes"),
        ("66.4 \u2212 45.5 = 20.9 lost", "66.4~\u2212~45.5~= 20.9 lost"),
        ("1 + 2 \u2212 3 + 4 = 4", "1~+ 2~\u2212 3~+ 4~= 4"),
        ("2 \u00d7 3 + 4 \u00d7 5", "2~\u00d7~3~+ 4~\u00d7~5"),
        ("a + b, time \u00d7 speed", "a~+ b, time~\u00d7 speed"),
        ("the UN / the AU, yes / no, 1990 - 1995", "the UN / the AU, yes / no, 1990 - 1995"),
    ],
)
def test_what_is_worked_out_is_parted_at_its_relation_and_behind_signs_alone(text: str, expected: str) -> None:
    assert bound(text) == expected


def test_a_short_share_is_whole_with_marks_in_it_too() -> None:
    kept = made().unbroken("at 90 km/h, 3/n and/or a share/part of un.org/en")
    assert re.findall(r'<span class="nb words">(.*?)</span>', kept) == ["km/h", "3/n", "and/or"]
    assert made().unbroken("about 3/") == "about 3/\u2060"
    assert made().unbroken("/\u221a") == "/\u2060\u221a"
    assert made().unbroken("/") == "/"
