"""What a slide shows in a form of its own: a line of time, columns that are compared, steps, works shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.oxml.ns import qn
from pptx.util import Inches

from casefile import COURSE
from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.pack import Copy
from coursepack.problem import ContentError
from lecture import named, notes, on, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck


TIMELINE = """\
```{timeline}
id: line
title: Two kinds of water
lanes: [Rivers, Lakes]
events:
  - {date: 1900, lane: 1, text: The first, slide: First}
  - {date: 1950, lane: 2, text: The second, slide: Second}
source: Seen by us.
slide: {notes: Look.}
```
"""


def test_a_timeline_says_what_stands_above_and_below_its_axis(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(TIMELINE)), None, "a4").data), "Timeline")
    assert named(slide)["source"] == "Rivers above the axis, Lakes below. Seen by us."


@pytest.mark.parametrize("ahead", [True, False])
def test_a_summary_has_a_band_below_a_next_step_alone_and_air_above_it(unit: Callable[..., Path], ahead: bool) -> None:  # noqa: FBT001 a row
    root = unit("A river begins at a spring.\n")
    file = root / "units/01-water.md"
    points = "\n".join(f"  - {'A sentence that takes two lines, because it goes on and on. ' * 2}" for _ in range(3))
    words = f"summary:\n points:\n{points}\n" + (" next: Bring a map.\n" if ahead else "")
    file.write_text(file.read_text().replace("objectives:", f"{words}objectives:"))
    (slide,) = on(opened(slides.make(ready(root), None, "a4").data), "Summary" if ahead else "Summary alone")
    bands = [shape for shape in slide.slide_layout.shapes if not shape.is_placeholder and shape.top > Inches(1)]
    body = next(shape for shape in slide.shapes if shape.name == "body")
    assert len(bands) == ahead
    if ahead:
        (band,), step = bands, next(shape for shape in slide.shapes if shape.name == "next")
        assert band.top - body.top - body.height >= Inches(0.3)
        assert band.top < step.top - Inches(0.1)
        assert step.top + step.height < band.top + band.height - Inches(0.1)


@pytest.mark.parametrize("wanted", ["unit", "end"])
@pytest.mark.parametrize(("works", "counts"), [(6, [6]), (13, [6, 7]), (40, [10, 10, 10, 10])])
def test_references_are_shared_out_evenly(
    unit: Callable[..., Path], works: int, counts: list[int], wanted: str
) -> None:
    deck = cited(unit, works, f"deck: {{references: {wanted}}}\n")
    assert [len(named(slide)["body"].split("\n")) for slide in on(deck, "References")] == counts


def cited(unit: Callable[..., Path], works: int, more: str = "") -> Deck:
    """Make a deck whose slides cite works, seven each."""
    listed = "\n".join(f"- {{id: w-{n}, type: book, title: Work {n}}}" for n in range(works))
    points = ", ".join(f'"[@w-{n}]"' for n in range(works))
    tables = [points.split(", ")[start : start + 7] for start in range(0, works, 7)]
    body = "\n".join(
        f"```{{slide}}\ntitle: Slide {number}\npoints: [{', '.join(part)}]\nnotes: Say it.\n```\n"
        for number, part in enumerate(tables)
    )
    root = unit(body, {"references.yaml": listed, "course.yaml": COURSE["course.yaml"] + more})
    return opened(slides.make(ready(root, Copy("teacher")), None, "a4").data)


def test_without_a_word_there_are_no_lists_and_works_are_in_the_notes(unit: Callable[..., Path]) -> None:
    deck = cited(unit, 7)
    assert on(deck, "References") == []
    assert [f"Work {n}." in notes(on(deck, "Content")[0]) for n in range(7)] == [True] * 7


def test_what_only_the_notes_cite_stands_at_the_foot(unit: Callable[..., Path]) -> None:
    body = """
```{slide}
title: Deltas
points: ["They grow [@w-0]", They sink]
notes: "Say why [@w-1]."
```
"""
    listed = "\n".join(f"- {{id: w-{n}, type: book, title: Work {n}}}" for n in range(2))
    made = slides.make(ready(unit(body, {"references.yaml": listed}), Copy("teacher")), None, "a4")
    (slide,) = on(opened(made.data), "Content")
    assert named(slide)["source"] == "Work 1"


def test_a_picture_higher_than_wide_takes_the_height_beside_points(unit: Callable[..., Path]) -> None:
    words = """
```{{figure}}
src: media/{name}.svg
alt: A shape.
slide: {{title: The {name} one, points: [One, Two], notes: Look.}}
```
"""
    body = "".join(words.format(name=name) for name in ("high", "wide"))
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9z"/></svg>'
    files = {"media/high.svg": drawn.format(30, 40), "media/wide.svg": drawn.format(40, 30)}
    deck = opened(slides.make(ready(unit(body, files)), None, "a4").data)
    (high,), (wide,) = on(deck, "Picture and points"), on(deck, "Figure and points")
    shown = next(shape for shape in high.shapes if shape.name == "figure")
    assert (shown.top, shown.height) == (0, Inches(7.5))
    assert high.shapes.title.text == "The high one"
    assert wide.shapes.title.text == "The wide one"


COMPARED = """
```{slide}
title: Planned and built
columns: [{head: Planned, points: [troops, a plan]}, {head: Built, points: [none, a pact]}]
compare: true
notes: Row by row.
```
"""


def test_columns_that_answer_each_other_stand_in_rows(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(COMPARED)), None, "a4").data), "Comparison")
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Planned", "Built"],
        ["troops", "none"],
        ["a plan", "a pact"],
    ]


def test_what_is_compared_is_in_italics_and_what_answers_it_bold(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(COMPARED)), None, "a4").data), "Comparison")
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    fonts = [[cell.text_frame.paragraphs[0].runs[0].font for cell in row.cells] for row in table.rows]
    assert [[bool(font.bold) for font in row] for row in fonts] == [[True, True], [False, True], [False, True]]
    assert [[bool(font.italic) for font in row] for row in fonts] == [[False, False], [True, False], [True, False]]
    assert (table.first_row, table.first_col) == (True, False)


def test_what_has_no_answer_is_not_compared(unit: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(COMPARED.replace("[troops, a plan]", "[troops]")))
    (problem,) = caught.value.problems
    assert (
        problem.message
        == "what is compared stands in two `columns` with heads, of as many points, without points below them"
    )


DATED = """
```{{slide}}
title: How pacts came
points: ["1945: the Charter", "1949: {}", "May 1955: Warsaw"]
notes: Say it.
```
"""


def test_points_that_begin_with_dates_stand_on_a_line_of_time_if_they_have_room(unit: Callable[..., Path]) -> None:
    deck = opened(slides.make(ready(unit(DATED.format("NATO"))), None, "a4").data)
    assert not on(deck, "Content")
    (slide,) = on(deck, "Timeline")
    said = [text.text for text in slide.element.iter(qn("a:t"))]
    assert [
        word
        for word in ("1945", "the Charter", "1949", "May 1955", "Warsaw")
        if word not in " ".join(said).replace("\u00a0", " ")
    ] == []
    long = opened(slides.make(ready(unit(DATED.format("a treaty of many words " * 9))), None, "a4").data)
    assert not on(long, "Timeline")
    (slide,) = on(long, "Content")
    assert named(slide)["body"].startswith("1945: the Charter")


STEPS = """
```{{slide}}
title: Check a sentence
steps: true
points: ["Source: find the text", "Date: day and year", {}]
notes: Say it.
```
"""


def test_steps_stand_in_a_row_with_their_numbers_if_they_have_room(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(STEPS.format("Limits"))), None, "a4").data), "Three steps")
    shown = named(slide)
    assert [shown[f"{name}-{at}"] for at in (1, 2) for name in ("number", "head", "text")] == [
        "1", "Source", "find the text", "2", "Date", "day and year",
    ]  # fmt: skip
    assert (shown["head-3"], "text-3" in shown) == ("Limits", False)
    long = STEPS.format('"Limit: ' + "where does it stop being true " * 9 + '"')
    (slide,) = on(opened(slides.make(ready(unit(long)), None, "a4").data), "Content")
    (numbered,) = {bullet.get("type") for bullet in slide.element.iter(qn("a:buAutoNum"))}
    assert numbered == "arabicPlain"


def test_two_points_are_no_row_of_steps(unit: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(STEPS.replace(", {}", "").replace("{{", "{").replace("}}", "}")))
    (problem,) = caught.value.problems
    assert problem.message == "steps are three or four `points`, without points below them"
