"""A5, where an exercise soon takes half a page: what is asked comes closer or goes on, and no rule stays alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf, worksheets
from coursepack.press import laid

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.press.laid import Laid

PAPER = "a5"
MEMO = """text: Write a memo to those who build a bridge. Say where it shall stand, why it holds there, and its cost.
space: {lines: 20}
rubric:
  - {name: Place, levels: [a bank that holds and is near both towns, a bank that holds, no bank]}
  - {name: Cost, levels: [a sum with its parts and who pays which, a sum, no sum]}
"""
LONG = (
    "Which of the two banks of the river would you choose, and why is the other one worse for those who come by boat?"
)


LINES = "\n  ".join(f"{n} of these boats went down the river before noon, and none came back." for n in range(16))
READ = f"text: Read it.\nsource: |\n  {LINES}\nparts: [{{text: Which is the last?, points: 1, space: {{lines: 3}}}}]\n"
TALK = "```{{question}}\nid: {}\ntext: Where does a river end, if it does not end in the sea?\nlines: {}\n```\n\n"


def asked(name: str, text: str, space: str, more: str = "") -> str:
    return f"```{{short-answer}}\nid: {name}\ntext: {text}\npoints: 1\nspace: {{{space}}}\n{more}```\n\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Laid]]:
    """Return the pages of each unit's worksheet, and those of the last unit."""
    course: Path = tmp_path_factory.mktemp("rivers")
    units = {
        # The head of the third needs two lines, and there is room for one.
        "heads": asked("draw", "Draw.", "paper: blank, cm: 4.5")
        + asked("write", "Why?", "lines: 3")
        + asked("last", "Why?", "lines: 1", "place: extension\nminutes: 10\n"),
        "closer": asked("a", "Where?", "lines: 10")
        + asked("b", "When?", "lines: 10")
        + asked("c", LONG, "lines: 8")
        + asked("d", "Why?", "lines: 1"),
        "on": asked("full", "Where?", "lines: 10") + f"```{{essay}}\nid: memo\n{MEMO}```\n",
        "source": asked("before", "Where?", "lines: 10") + f"```{{source-analysis}}\nid: read\n{READ}```\n",
        "talk": "Water.\n\n```{pagebreak}\n```\n\n" + TALK.format("first", 9) + TALK.format("second", 10),
    }
    (course / "course.yaml").write_text(f"title: Rivers\nunits: [{', '.join(f'{name}.md' for name in units)}]\n")
    for name, body in units.items():
        (course / f"{name}.md").write_text(f"# {name}\n\n{body}")
    own = ready(course, None, PAPER)
    made = [worksheets.make(own, own.unit(one), PAPER) for one in "1234"] + [pdf.make(own, own.unit("5"), PAPER)]
    return [list(laid.read(each.data).pages) for each in made]


def said(page: Laid) -> str:
    return " ".join(line.words for line in page.said)


def test_a_head_and_its_points_stay_together(pages: list[list[Laid]]) -> None:
    heads = [re.findall(r"Exercise 1\.\d", said(page)) for page in pages[0]]
    points = [re.findall(r"/ 1(?=Exercise)", said(page)) for page in pages[0]]
    assert [len(one) for one in heads] == [len(one) for one in points] == [2, 1]


def test_two_exercises_come_closer_where_one_would_leave_half_a_page_white(pages: list[list[Laid]]) -> None:
    assert [len(page.rows) for page in pages[1]][:2] == [10, 18]


def test_lines_go_on_over_a_pages_end_where_it_would_stay_half_white(pages: list[list[Laid]]) -> None:
    assert [len(page.rows) for page in pages[2]] == [10, 12, 8]


def test_a_source_with_numbered_lines_goes_on_over_a_pages_end(pages: list[list[Laid]]) -> None:
    rows = [len(re.findall("these boats", said(page))) for page in pages[3]]
    assert rows[1] > 2
    assert sum(rows) == 16


def test_two_questions_come_closer_where_one_would_leave_half_a_page_white(pages: list[list[Laid]]) -> None:
    assert 19 in [len(page.rows) for page in pages[4]]
