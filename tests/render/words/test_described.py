"""What is heard of charts and diagrams that nobody has put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.render.words.described import described

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BAR = "kind: bar\ndata: data/rain.csv\nx: month\nunit: mm\n"
RAIN = "month,rain,snow\nApril,40,\nMay,1290.5,3\n"
YEARS = "year,n\n" + "".join(f"{year},{(year - 2003) ** 2}\n" for year in range(2000, 2020))
BOXES = "nodes: {a: Rain, b: River, c: Sea, d: Fog}\nedges:\n- a -> b\n- 'b <-> c: slowly'\n- a -- c\n"


@pytest.fixture
def heard(unit: Callable[..., Path]) -> Callable[..., str]:
    def say(kind: str, fields: str, **course: str) -> str:
        files = {"data/rain.csv": RAIN, "data/years.csv": YEARS}
        lines = "".join(f"{name}: {value}\n" for name, value in {"title": "T", **course}.items())
        files["course.yaml"] = f"{lines}units: [units/01-water.md]\n"
        made = ready(unit(f"## One\n\nWords.\n\n```{{{kind}}}\n{fields}```\n", files))
        (block,) = (one for part in made.course.parts() for one in part.blocks() if one.kind_name() == kind)
        return described(block, made.pack)

    return say


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("chart", f"{BAR}y: rain\nalt: Much in May.\n", "Much in May."),
        ("chart", f"{BAR}y: rain\n", "mm; April 40, May 1,290.5"),
        ("chart", f"{BAR}y: rain\ntitle: It *rains*\ndivide: 10\n", "It rains: mm; April 4, May 129.05"),
        (
            "chart",
            f"{BAR}y: [{{column: rain, label: Rain}}, {{column: snow, label: Snow}}]\n",
            "mm; Rain: April 40, May 1,290.5; Snow: May 3",
        ),
        (
            "chart",
            "kind: line\ndata: data/years.csv\nx: year\ny: n\nunit: m\n",
            "m; 2000 9, 2003 0, 2019 256",
        ),
        ("diagram", BOXES, "Fog; Rain → River; River ↔ Sea: slowly; Rain \u2013 Sea"),
        ("diagram", f"title: Water\n{BOXES}", "Water: Fog; Rain → River; River ↔ Sea: slowly; Rain \u2013 Sea"),
    ],
)
def test_numbers_and_arrows_are_heard_in_place_of_words(
    heard: Callable[..., str], kind: str, fields: str, said: str
) -> None:
    assert heard(kind, fields) == said


def test_numbers_are_written_as_the_language_has_them(heard: Callable[..., str]) -> None:
    assert (
        heard("chart", f"{BAR}y: rain\ntitle: Pluie\n", language="fr") == "Pluie\u00a0: mm; April 40, May 1\u202f290,5"
    )
