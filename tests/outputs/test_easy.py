"""The edition that is easy to read, over whatever theme a course has."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from casefile import COURSE
from coursepack.build import Ready, ready
from coursepack.judge.book import MM
from coursepack.outputs import pdf
from coursepack.outputs.easy import OUTPUT
from coursepack.press import laid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "templates/theme.yaml": "type: {size: 9}\n",
    "course.yaml": f"{COURSE['course.yaml']}theme: compact\npaper: thrifty\n",
}

SHARED = """## Ovens

```{table}
title: Four ways to share an oven
columns: [Model, Who commands, Who pays and supplies, Case, Weak point]
widths: [2, 3, 3, 3, 3]
width: wide
rows:
  - - Re-heating
    - the bakery first, then the mill
    - guests first, then dues
    - "Melford: MILLBAKE to RYEBAKE, July 2013"
    - same bakers, new tasks and rules
  - [Hybrid, "one joint head, two bakers", dues, "Durham: OVENID, 2007 to 2020", two bakers who object]
  - [Support, the village, "dues for supplies; guests for pay", "Selsey: OVENA 2009", pay can stop]
  - [Parallel, each its own, for itself, "Luton: OVENIL and RYEMOG; Kirkby: OVENK", gaps between two commands]
```
"""

ASKED = """## Bread

A loaf of 1907 rises.

```{matching}
id: rules
text: Match each rule with what it says.
pairs:
  - {left: Article 25, right: A baker needs leave to sell at night.}
  - {left: Article 41, right: The guild may close an oven by force.}
extra: [The council is told of every new oven in the valley.]
```

```{multiple-choice}
id: share
text: Up to what part of the flour may the guild pay?
options: [{text: 25 per cent}, {text: 50 per cent}, {text: 75 per cent, right: true}, {text: 100 per cent}]
columns: 4
```
"""


@pytest.fixture
def bread(unit: Callable[..., Path]) -> Callable[[str], Ready]:
    """Return a function that reads a course, in a small type of its own, for a paper."""
    root = unit("## Flour\n\nThe *oldest* loaf is of [rye]{.mark}.\n", FILES)
    return lambda paper: ready(root, paper=OUTPUT.paper(paper))


def test_it_is_laid_over_what_the_course_says_of_its_type(bread: Callable[[str], Ready]) -> None:
    theme = bread("letter").design.theme
    assert (theme.type.size, theme.type.leading, theme.type.smallest, theme.fills) == (13, 19.5, 12, True)


def test_no_letter_is_slanted_or_small_and_none_is_underlined(bread: Callable[[str], Ready]) -> None:
    data = pdf.make(bread("a4"), None, "a4").data
    with pikepdf.open(BytesIO(data)) as file:
        fonts = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
    assert any("Text" in name for name in fonts)
    assert not [name for name in fonts if "Italic" in name]
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    assert "oldest loaf" in " ".join(text.get_text_range() for text in texts)


@pytest.mark.parametrize(("paper", "ground"), [("a4", (255, 255, 255)), ("cream", (255, 248, 229))])
def test_a_ground_of_cream_is_asked_for(bread: Callable[[str], Ready], paper: str, ground: tuple[int, ...]) -> None:
    for page in pypdfium2.PdfDocument(pdf.make(bread(paper), None, paper).data):
        assert page.render(scale=0.2).to_pil().getpixel((2, 2)) == ground


def test_on_a_small_page_the_words_of_five_columns_are_whole_and_a_head_stays_on_it(unit: Callable[..., Path]) -> None:
    title = "Ovens: the mill in the valley, the bakery union in Selsey, at work"
    root = unit(SHARED)
    part = root / "units/01-water.md"
    part.write_text(re.sub("(?m)^title: .*", f'title: "{title}"', part.read_text("utf-8")), "utf-8")
    pages = laid.read(pdf.make(ready(root, paper=OUTPUT.paper("a5")), None, "a5").data).pages
    runs = [(run, page) for page in pages for line in page.lines for run in line.runs]
    said = {word.strip(".,;:") for run, _ in runs for word in run.words.split()}
    assert said >= {"Re-heating", "commands", "supplies", "Hybrid", "OVENIL", "RYEMOG", "MILLBAKE", "between"}
    heads = [(run, page) for run, page in runs if " ".join(run.words.split()).startswith("Unit 1 · Ovens: the mill in")]
    assert heads
    assert all(run.box.right <= page.width - 4 * MM for run, page in heads)


def test_questions_of_a_small_page_have_one_size_whether_it_is_crowded_or_not(unit: Callable[..., Path]) -> None:
    asked = "".join(f"```{{question}}\nid: q{n}\ntext: Why does loaf {n} rise?\nlines: 6\n```\n\n" for n in range(3))
    own = ready(unit(f"## Bread\n\n{asked}"), paper=OUTPUT.paper("a5"))
    pages = laid.read(pdf.make(own, None, "a5").data).pages
    found = [run.box for page in pages for line in page.lines for run in line.runs if run.words.startswith("Why does")]
    heights = {round(box.top - box.bottom, 1) for box in found}
    assert len(found) == 3
    assert len(heights) == 1


def test_bars_that_lie_for_its_letters_are_no_finding(unit: Callable[..., Path]) -> None:
    drawn = "kind: bar\nx: when\ny: force\nunit: persons\ntitle: T\nalt: A\nsource: S"
    chart = f"```{{{{chart}}}}\nid: {{0}}\ndata: data/{{0}}.csv\n{drawn}\n```\n"
    data = {
        f"data/{name}.csv": "when,force\n" + "".join(f"May {2010 + number},{number}2345\n" for number in range(count))
        for name, count in {"few": 7, "many": 25}.items()
    }
    root = unit("\n".join(map(chart.format, ("few", "many"))), data)
    (usual,) = pdf.make(ready(root), None, "a4").notices
    # What has no room on the usual pages either is said by both.
    (easy,) = OUTPUT.make(ready(root, paper=OUTPUT.paper("a4")), None, "a4").notices
    assert (easy.code, easy.span) == ("chart-form", usual.span)


def test_what_is_asked_has_room_with_the_white_between_its_letters(unit: Callable[..., Path]) -> None:
    """The words beside each other are measured as they are set: one ran over the edge, and a number was cut in two."""
    pages = laid.read(pdf.make(ready(unit(ASKED), paper=OUTPUT.paper("a4")), None, "a4").data).pages
    runs = [(" ".join(run.words.split()), run.box, page) for page in pages for line in page.lines for run in line.runs]
    assert {words for words, _, _ in runs} >= {"Article 25", "Article 41"}
    last = [(box, page) for words, box, page in runs if words == "100 per cent"]
    assert last
    assert all(box.right <= page.width - 25 * MM for box, page in last)


def test_figures_are_as_high_as_capitals(unit: Callable[..., Path]) -> None:
    document = pypdfium2.PdfDocument(pdf.make(ready(unit(ASKED), paper=OUTPUT.paper("a4")), None, "a4").data)
    (text,) = (found for page in document if "loaf of" in (found := page.get_textpage()).get_text_range())
    at = text.get_text_range().index("A loaf of 1907")
    letter, *figures = (text.get_charbox(at + place) for place in (0, 10, 11, 12, 13))
    assert all(top - bottom == pytest.approx(letter[3] - letter[1], rel=0.1) for _, bottom, _, top in figures)


def test_on_a_small_page_the_numbers_of_exercises_are_whole_in_the_table_of_points(unit: Callable[..., Path]) -> None:
    asked = "".join(f"```{{true-false}}\nid: e{n}\ntext: Loaf {n} is risen.\nanswer: true\n```\n\n" for n in range(18))
    pages = laid.read(pdf.make(ready(unit(f"## Bread\n\n{asked}"), paper=OUTPUT.paper("a5")), None, "a5").data).pages
    # The tables of points may go on over a page's end, each whole.
    own = [page for page in pages if any("Reached" in run.words for line in page.lines for run in line.runs)]
    runs = [(run, page.number) for page in own for line in page.lines for run in line.runs]
    boxes = {" ".join(run.words.split()): run.box for run, _ in runs}
    rows = {" ".join(run.words.split()): (page, round(run.box.bottom)) for run, page in runs}
    names = [f"1.{number}" for number in range(1, 19)]
    beside = [(boxes[one], boxes[other]) for one, other in pairwise(names) if rows[one] == rows[other]]
    assert len(beside) >= len(names) - 4
    assert all(other.left - one.right > 2 * MM for one, other in beside)
    assert boxes["Total"].right < own[-1].width - 14 * MM


def test_what_is_set_row_by_row_has_the_white_between_its_letters(unit: Callable[..., Path]) -> None:
    essay = "```{essay}\nid: loaf\ntext: Tell of an illness.\nwords: [40, 60]\nspace: {lines: 4}\nrubric:\n"
    row = "  - {name: Baking, levels: [an illness, a loaf, none], points: 4}\nmodel: A loaf.\n```\n"
    document = pypdfium2.PdfDocument(pdf.make(ready(unit(essay + row), paper=OUTPUT.paper("a5")), None, "a5").data)
    white = []
    for text in (page.get_textpage() for page in document):
        for found in re.finditer("an illness", text.get_text_range()):
            first, second = (text.get_charbox(found.start() + at) for at in (4, 5))
            white.append((second[0] - first[2]) / (first[3] - first[1]))
    assert len(white) == 2
    assert white[1] == pytest.approx(white[0], rel=0.15)
