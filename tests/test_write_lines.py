"""Lines to write on: where they end, what comes after them does not look like one more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.press import laid
from reading import MM, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNIT = """\
---
id: bread
title: Bread
opener: none
---

## One

```{short-answer}
id: why
text: Why does dough rise?
space: {lines: 3}
```

```{essay}
id: how
text: How is it baked?
space: {lines: 3}
rubric:
  - {name: Steps, points: 2, levels: [all, none]}
```
"""


# Where no words stand, in pt from the left of the page, and how finely it is drawn.
AT, SCALE = 400, 8


def rules(folder: Path) -> list[float]:
    """Return how far apart the rules and the lines of the unit's first page are, from its head down (mm)."""
    (page,) = (page for page in Reading(pdf.make(ready(folder), None, "a4").data).pages if "Why does" in page.text)
    drawn = page.pdfium.render(scale=SCALE).to_pil().convert("L")
    dark = [row for row in range(drawn.height) if drawn.getpixel((AT * SCALE, row)) < 160]
    heads = [row for row in dark if row - 1 not in dark]
    return [round((below - above) / SCALE / MM, 1) for above, below in pairwise(heads)]


def test_a_rule_stands_further_off_than_a_line_would_or_nearer(tmp_path: Path) -> None:
    """Three lines to write on of an exercise, the rule of the next, its three lines, and a table of criteria."""
    (tmp_path / "course.yaml").write_text("title: Bread\nunits: [bread.md]\n")
    (tmp_path / "bread.md").write_text(UNIT)
    apart = rules(tmp_path)
    first = apart.index(8.0)
    assert apart[first : first + 2] == [8.0, 8.0]
    assert apart[first + 2] > 9.5
    second = apart.index(8.0, first + 2)
    assert apart[second : second + 2] == [8.0, 8.0]
    assert 4.5 < apart[second + 2] < 6


@pytest.mark.parametrize(("above", "lines", "stay"), [(17, 10, 0), (17, 11, 0), (14, 12, 0), (11, 14, 6), (11, 15, 7)])
def test_more_than_ten_lines_go_on_over_the_end_of_a_page_but_no_few(
    unit: Callable[..., Path], above: int, lines: int, stay: int
) -> None:
    """Below seventeen lines there is room for another question and five lines, so eleven go over whole with theirs.

    So do twelve below fourteen, for which too little of a page is white to tear a question over a leaf.
    """
    asked = "```{{short-answer}}\nid: {}\ntext: Why does dough rise?\nspace: {{lines: {}}}\n```\n"
    root = unit(f"## One\n\n{asked.format('why', above)}\n{asked.format('how', lines)}")
    first = next(page for page in laid.read(pdf.make(ready(root), None, "a4").data).pages if page.rows)
    assert len(first.rows) == above + stay


def test_a_room_that_spares_rows_does_not_take_the_next_question_along(unit: Callable[..., Path]) -> None:
    """Closer, the question with the room fits below thirteen lines; the one after it does not."""
    why = "```{short-answer}\nid: why\ntext: Why does dough rise?\nspace: {lines: 13}\n```\n"
    parts = "parts:\n  - {text: Draw it., points: 1, space: {paper: squared, cm: 7}}\n"
    parts += "  - {text: What is it?, points: 1, space: {lines: 6}}\n"
    read = f"```{{source-analysis}}\nid: read\ntext: Read this.\nsource: |\n  Bread is baked.\n{parts}```\n"
    pages = [page.text for page in Reading(pdf.make(ready(unit(f"## One\n\n{why}\n{read}")), None, "a4").data).pages]
    (first,) = (text for text in pages if "Draw it." in text)
    assert "Why does dough rise?" in first
    assert "What is it?" not in first


def test_the_head_of_a_page_says_whose_lines_go_on_there_and_no_other_does(unit: Callable[..., Path]) -> None:
    exercise = "```{{essay}}\nid: {}\ntext: Why does dough rise?\nspace: {{lines: {}}}\n```\n\n"
    text = "".join(f"Paragraph {n} says more of bread.\n\n" for n in range(60))
    body = f"## One\n\n{exercise.format('a', 40)}{text}## Two\n\n{exercise.format('b', 3)}"
    pages = Reading(pdf.make(ready(unit(body)), None, "a4").data).pages
    said = ["continued" in page.text for page in pages]
    first = next(number for number, page in enumerate(pages) if "Why does dough rise?" in page.text)
    assert [number for number, one in enumerate(said) if one] == [first + 1]
    assert "Exercise 1.1, continued" in pages[first + 1].text


def test_the_head_of_a_page_says_whose_question_it_begins_with(unit: Callable[..., Path]) -> None:
    asks = "".join(f"  - {{text: Question {n} of bread., points: 1, space: {{lines: 9}}}}\n" for n in range(1, 5))
    exercise = f"```{{source-analysis}}\nid: read\ntext: Read this.\nsource: |\n  Bread is baked.\nparts:\n{asks}```\n"
    pages = Reading(
        pdf.make(ready(unit(f"## One\n\n{exercise}\n## Two\n\nSay more of bread.\n")), None, "a4").data
    ).pages
    first = next(number for number, page in enumerate(pages) if "Bread is baked." in page.text)
    said = [number for number, page in enumerate(pages) if "Exercise 1.1, continued" in page.text]
    assert said == [first + 1]
    assert "Question 1 of bread." in pages[first].text
    assert "Question 4 of bread." in pages[first + 1].text


def test_lines_below_a_list_have_two_of_its_items_before_them(unit: Callable[..., Path]) -> None:
    lines = "______\n" * 3
    asked = "Say {0}:\n\n- first {0}.\n- second {0}.\n- third {0}.\n\n" + lines
    body = "\n".join(map(asked.format, range(10, 40)))
    pages = Reading(pdf.make(ready(unit(f"## One\n\n{body}")), None, "a4").data).pages
    for page in pages:
        found = [n for n in range(10, 40) if f"third {n}." in page.text]
        ends = [page.find(f"third {n}.") for n in found]
        assert all(f"second {n}." in page.text for n in found)
        # Three lines have room below it, above the foot.
        assert all(box and box.bottom > 42 * MM for box in ends)
