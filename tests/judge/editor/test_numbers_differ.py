from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

YEARS = "year,rain\n1990,1032\n1993,77651\n"
NAMES = "country,troops\nNepal,5350\nRwanda,5880\n"
CHART = """```{{chart}}
id: rain
kind: {kind}
data: data/x.csv
x: {x}
y: {y}
divide: 1000
unit: thousand
title: Rain
alt: "{alt}"
```

{text}
"""


def told(said: Said, text: str = "", alt: str = "None", kind: str = "line") -> list[str]:
    x, y, data = ("year", "rain", YEARS) if kind == "line" else ("country", "troops", NAMES)
    found = said(CHART.format(kind=kind, x=x, y=y, text=text, alt=alt), x=data)
    return [one.message for one in found if one.code == "numbers-differ"]


@pytest.mark.parametrize("number", ["77,651", "77.7", "about 78,000", "78 thousand", "7", "1,993"])
def test_a_number_that_is_rounded_or_another_quantity_is_right(number: str, said: Said) -> None:
    assert told(said, f"In @chart:rain there were {number} in 1993.") == []


def test_a_number_that_is_not_its_year_s_is_named_where_it_stands(said: Said) -> None:
    assert told(said, "In @chart:rain there were 79,000 drops in 1993.") == [
        "“79,000” stands here for 1993, where the chart has 77651"
    ]
    assert told(said, "There were 79,000 drops in 1993.") == []
    assert told(said, alt="It falls to 1,500 in 1990.") == ["“1,500” stands here for 1990, where the chart has 1032"]


def test_a_number_beside_a_name_is_compared(said: Said) -> None:
    assert told(said, alt="Nepal 5,350, Rwanda 5,700.", kind="ranked") == [
        "“5,700” stands here for Rwanda, where the chart has 5880"
    ]


def test_what_an_exercise_answers_about_a_chart_is_compared(said: Said) -> None:
    body = """```{data-question}
id: ex
chart: rain
text: Read.
parts: [{text: How much in 1990?, model: "It was 1,150 in 1990."}]
```
"""
    assert told(said, body) == ["“1,150” stands here for 1990, where the chart has 1032"]
