"""What is drawn for paper is drawn for the measure that it has: that of its column."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout.markup import handout
from coursepack.render.handout.placing import drawings
from pdf_checks import crossing_text, stray_text
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = """\
## Rain

::: columns
::: {.column width="50%"}
```{chart}
kind: line
data: data/rain.csv
x: year
y: rain
unit: mm
alt: It rises.
```
:::
::: column
```{diagram}
nodes: {a: A spring in the hills, b: A river, c: The sea, d: The wide ocean}
direction: right
edges: [a -> b, b -> c, c -> d]
alt: From the spring to the ocean.
```
:::
:::
"""
RAIN = "year,rain\n2001,4\n2002,6\n2003,9\n"


@pytest.fixture
def made(unit: Callable[..., Path]) -> Path:
    return unit(BODY, {"course.yaml": "title: Rivers\nlanguage: en\n", "data/rain.csv": RAIN})


def test_a_drawing_in_a_column_is_no_wider_than_that(made: Path) -> None:
    course = ready(made)
    theme = course.design.theme
    html = handout(course.pack, theme, theme.papers["a4"], course.design.templates).html
    found = [
        b64decode(one).decode() for one in re.findall(r'class="drawing" src="data:image/svg\+xml;base64,([^"]+)"', html)
    ]
    widths = [float(re.search(r'width="([\d.]+)', svg)[1]) for svg in found]
    assert len(widths) == 2
    assert all(150 < width <= 170 for width in widths)


def test_what_does_not_go_into_its_column_is_found_without_the_pages(made: Path) -> None:
    path = made / "units/01-water.md"
    path.write_text(path.read_text().replace('"50%"', '"90%"').replace("A spring in the hills", "Quellwassergebiete"))
    course = ready(made)
    theme = course.design.theme
    found = drawings(course.pack, theme, course.design.templates, theme.papers["a4"])
    assert [problem.code for problem in found] == ["wide-diagram"]


def test_a_picture_of_few_pixels_is_no_wider_than_it_is_unless_its_author_says_so(unit: Callable[..., Path]) -> None:
    body = "## Rain\n\n![Rain](rain.png)\n\n![Rain](wide.png)\n\n![Rain](rain.png){width=80%}\n"
    body += "\n```{figure}\nsrc: wide.png\nalt: Rain\nwidth: 300dpi\n```\n\n![Rain](rain.png){height=40pt}\n"
    root = unit(body, {"course.yaml": "title: Rivers\nlanguage: en\n"})
    for name, pixels in (("rain.png", 120), ("wide.png", 1200)):
        Image.new("RGB", (pixels, 80)).save(root / name)
    course = ready(root)
    theme = course.design.theme
    html = handout(course.pack, theme, theme.papers["a4"], course.design.templates).html
    grown = theme.model_copy(update={"type": theme.type.model_copy(update={"size": theme.type.size * 1.15})})
    bigger = handout(course.pack, grown, theme.papers["a4"], course.design.templates).html
    small, large, given, fine, high = re.findall(r'<img class="drawing" src="[^"]+" alt="Rain"([^>]*)>', html)
    assert (small, large) == (' style="width:90.00pt"', "")
    # Four inches of 1200 pixels.
    assert fine == ' style="width:288.00pt"'
    assert 300 < float(re.findall(r"width:([\d.]+)pt", bigger)[-2]) < 340
    # Of 120 by 80 pixels, and 40 pt high.
    assert high == ' style="width:60.00pt"'
    assert float(re.search(r"width:([\d.]+)pt", given)[1]) > 200


SMALL = """## Doors

```{figure}
id: doors
src: doors.svg
title: Two doors
alt: "Two doors: consent, and <force>."
```

![](doors.svg)
"""
WORDS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 100"><text y="20" font-size="9">consent</text></svg>'


@pytest.mark.parametrize(("look", "said"), [("", 0), ("theme: large\n", 1)])
def test_what_a_drawing_says_in_small_words_is_said_in_large_ones_where_its_author_wrote_it(
    unit: Callable[..., Path], look: str, said: int
) -> None:
    root = unit(SMALL, {"course.yaml": f"title: Rivers\nlanguage: en\n{look}", "doors.svg": WORDS})
    course = ready(root)
    theme = course.design.theme
    html = handout(course.pack, theme, theme.papers["a4"], course.design.templates).html
    told = '<aside class="in-words" aria-hidden="true">Two doors: consent, and &lt;force&gt;.</aside>'
    assert html.count(told) == html.count('class="in-words"') == said


def test_what_each_drawing_of_a_figure_says_has_its_letter(unit: Callable[..., Path]) -> None:
    panels = "".join(f"  - {{src: {name}.svg, alt: {said}}}\n" for name, said in (("doors", "One."), ("plain", "Two.")))
    panels += "  - {src: doors.svg, alt: Three.}\n"
    body = f"## Doors\n\n```{{figure}}\nid: doors\ntitle: Doors\npanels:\n{panels}```\n"
    drawings = {"doors.svg": WORDS, "plain.svg": WORDS.replace("consent", "").replace(' font-size="9"', "")}
    course = ready(unit(body, {"course.yaml": "title: Rivers\nlanguage: en\ntheme: large\n", **drawings}))
    theme = course.design.theme
    html = handout(course.pack, theme, theme.papers["a4"], course.design.templates).html
    told = ">([^<]*)</b> ([^<]*)</aside>"
    assert re.findall(told, html) == [("(a)", "One."), ("(c)", "Three.")]


def test_a_film_in_a_column_stays_in_it(unit: Callable[..., Path]) -> None:
    film = "```{video}\nurl: https://example.org/rain\ntitle: How the rain of one night in May fills a small river\n```"
    column = f"::: column\n{film}\n\nWords.\n:::\n::: column\nWords.\n\n{film}\n:::\n"
    made = ready(unit(f"## Rain\n\n:::: columns\n{column}::::\n", {"course.yaml": "title: Rivers\nlanguage: en\n"}))
    reading = Reading(pdf.make(made, None, "a4").data)
    assert crossing_text(reading) == []
    assert stray_text(reading, made.design.theme.papers["a4"]) == []
