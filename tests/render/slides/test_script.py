"""A pack as slide markup: a section a slide, the author's place on each, and the figures beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from coursepack.build import ready
from coursepack.chart import Chart
from coursepack.pack import Copy
from coursepack.render.figures.graph import Graph
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lxml.html import HtmlElement

    from coursepack.build import Ready

BODY = """\
## One {#one}

```{quote}
id: said
text: So.
by: "A, @m1"
slide: {title: A quotation, notes: Said aloud., minutes: 4}
```

```{callout}
kind: task
title: Swap
minutes: 5
body: Do it.
slide: {}
```

```{chart}
id: rain
kind: bar
data: data/rain.csv
x: month
y: mm
unit: mm
title: Rain
alt: A
```

```{callout}
kind: note
body: |
  Here.

  ```{diagram}
  id: way
  title: Way
  alt: A
  nodes: {a: A, b: B}
  edges: [a -> b]
  ```
```
"""
FILES = {
    "course.yaml": "title: Rivers\nlanguage: en\nslides: written\nunits: [units/01-water.md]\n",
    "data/rain.csv": "month,mm\nMay,5\n",
    "references.yaml": "- {id: m1, type: book, title: Floods}\n- {id: m2, type: book, title: Droughts}\n",
}


@pytest.fixture
def rivers(unit: Callable[..., Path]) -> Ready:
    return ready(unit(BODY, FILES))


def slides(course: Ready, edition: str = "teacher", pages: Mapping[str, int] | None = None) -> list[HtmlElement]:
    made = script(course.copy(edition), course.design.templates, None, pages)  # type: ignore[arg-type]
    return list(html.document_fromstring(made.markup).iter("section"))


def of(sections: list[HtmlElement], layout: str) -> HtmlElement:
    return next(one for one in sections if one.get("data-layout") == layout)


def words(section: HtmlElement, name: str) -> str:
    """What stands in a placeholder, or in the notes."""
    path = ".//aside" if name == "notes" else f".//*[@data-ph='{name}']"
    return " ".join(" ".join(one.itertext()) for one in section.findall(path)).replace("\u00a0", " ").strip()


def test_a_slide_knows_where_its_author_wrote_it_and_its_unit(rivers: Ready) -> None:
    quote = of(slides(rivers), "quote")
    assert quote.get("data-at", "").endswith("units/01-water.md:11:1")
    assert quote.get("data-section") == "Unit 1: Water"
    assert words(quote, "title") == "A quotation"


def test_notes_and_minutes_are_the_teachers_and_no_students(rivers: Ready) -> None:
    notes = words(of(slides(rivers), "quote"), "notes")
    assert "Said aloud." in notes
    assert "4" in notes
    students = words(of(slides(rivers, "student"), "quote"), "notes")
    assert "Said aloud." not in students
    assert "4" not in students


def test_a_slide_says_its_page_where_that_is_known(rivers: Ready) -> None:
    pages = {"said": 7, "water": 2, "end.water": 5}
    assert words(of(slides(rivers), "quote"), "footer") == "Rivers · Unit 1"
    assert words(of(slides(rivers, pages=pages), "quote"), "footer").startswith("Rivers · Unit 1 · ")
    assert "7" in words(of(slides(rivers, pages=pages), "quote"), "footer")


def test_what_says_its_time_in_a_line_of_its_own_has_it_there(rivers: Ready) -> None:
    task = next(one for one in slides(rivers) if "Swap" in " ".join(one.itertext()))
    every = " ".join(" ".join(task.itertext()).replace("\u00a0", " ").split())
    assert "5 min" in every
    assert words(task, "footer") == "Rivers · Unit 1"


def test_figures_are_values_by_the_ids_of_their_blocks_those_inside_texts_too(rivers: Ready) -> None:
    found = script(rivers.pack, rivers.design.templates).figures
    assert {name: type(one) for name, one in found.items()} == {"rain": Chart, "way": Graph}
    rain = found["rain"]
    assert isinstance(rain, Chart)
    assert (rain.categories, rain.series[0].values) == (("May",), (5,))


def test_works_are_those_that_slides_name(rivers: Ready) -> None:
    said = " ".join(" ".join(one.itertext()) for one in slides(rivers))
    assert "Floods" in said
    assert "Droughts" not in said


def test_one_unit_alone_has_no_agenda_and_says_itself_under_the_title(rivers: Ready) -> None:
    whole = [one.get("data-layout") for one in slides(rivers)]
    made = script(rivers.copy("teacher"), rivers.design.templates, rivers.unit("1"))
    alone = list(html.document_fromstring(made.markup).iter("section"))
    assert "agenda" in whole
    assert "agenda" not in [one.get("data-layout") for one in alone]
    assert words(alone[0], "subtitle") == "Unit 1: Water"


def test_what_was_made_of_paper_says_so(unit: Callable[..., Path]) -> None:
    course = ready(unit("## One\n\n- a\n- b\n"), Copy("teacher"))
    made = html.document_fromstring(script(course.pack, course.design.templates).markup)
    assert [one.get("data-layout") for one in made.findall(".//*[@data-made='true']/section")] == ["content"]


def test_what_no_slide_shows_is_said_with_its_label(unit: Callable[..., Path]) -> None:
    head = {"course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n"}
    body = 'Before.\n\n!!! note\n    Salt.\n\n## Sea\n\n- a\n\n!!! tip "Tide"\n    It turns.\n'
    course = ready(unit(body, head))
    opening, sea = (of(slides(course), layout) for layout in ("unit", "content"))
    assert " ".join(words(opening, "notes").split()).endswith("Before. Note: Salt.")
    assert " ".join(words(sea, "notes").split()) == "Tip: Tide It turns."
    assert not any(words(of(slides(course, "student"), layout), "notes") for layout in ("unit", "content"))


def test_a_list_that_is_said_with_an_answer_has_no_letters_of_options(unit: Callable[..., Path]) -> None:
    asked = "```{multiple-choice}\nid: m\ntext: Which?\noptions: [{text: a, right: true}, {text: b, reason: No.}]\n"
    said = "feedback: |\n  So:\n\n  1. first\n  2. then\nslide: {}\n```\n"
    sections = slides(ready(unit(asked + said)))
    lists = [one for section in sections for one in section.iter("ol") if "first" in one.text_content()]
    assert lists
    assert {one.get("type") for one in lists} == {"1"}
