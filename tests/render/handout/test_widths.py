"""What widths words take, seen on the pages that they are asked for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.load.markdown import parser
from coursepack.merge import merged
from coursepack.outputs import pdf
from coursepack.problem import Span
from coursepack.render.handout.widths import breadths, crowding
from coursepack.render.look.measure import measure
from coursepack.render.words.binding import binding
from coursepack.render.words.equation import Room, widest
from coursepack.render.words.tablecells import Grid
from coursepack.task import Match
from coursepack.text import line
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONG = "which is said in so many words that a line of this column has no room for all of them"
LINE = 14  # pt


def test_sides_of_a_matching_are_as_high_as_each_other(unit: Callable[..., Path]) -> None:
    pairs = "".join(f"  - {{left: Short {one}, right: Tail {one} {LONG}}}\n" for one in ("one", "two", "three", "four"))
    made = pdf.make(ready(unit(f"## S\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{pairs}```\n")), None, "a4")
    page = next(page for page in Reading(made.data).pages if page.find("Short four"))
    tops = [box.top for one in ("one", "two", "three", "four") if (box := page.find(f"Short {one}"))]
    rights = [box for one in ("one", "two", "three", "four") if (box := page.find(f"Tail {one} {LONG}"))]
    assert min(box.bottom for box in rights) < tops[-1] < min(box.top for box in rights) + LINE
    steps = [before - after for before, after in pairwise(tops)]
    assert max(steps) - min(steps) < 1


def test_a_side_is_no_narrower_than_is_of_use(unit: Callable[..., Path]) -> None:
    pairs = {
        "Korea, 1950": "a mandate of the Council, UN command",
        "Suez, 1956": "a vote of the Assembly, UN command",
        "Bosnia, 1992\u201395": "no authority, NATO command",
        "Bosnia, from 1996": "leave of the Council, NATO command",
        "Kosovo, March 1999": "advice of the Council, American command",
    }
    listed = "".join(f'  - {{left: "{left}", right: "{right}"}}\n' for left, right in pairs.items())
    made = pdf.make(ready(unit(f"## S\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{listed}```\n")), None, "a4")
    assert any(page.find("Bosnia, 1992\u201395") for page in Reading(made.data).pages)


def test_a_side_has_room_for_its_formulas(unit: Callable[..., Path]) -> None:
    """One alone is drawn whole: in a column as broad as words it reached over the letters of the other side."""
    formula = "$\\forall x \\forall y \\exists z\\, (x < z < y \\vee y < z < x)$"
    pairs = "".join(f"  - {{left: '{left}', right: {right}}}\n" for left, right in ((formula, "P"), ("Q", "R")))
    made = ready(unit(f"## S\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{pairs}```\n"))
    task = next(item.task for part in made.pack.parts() for item in part.items() if item.task)
    assert isinstance(task, Match)
    theme = made.design.theme
    size = measure(theme, theme.papers["a4"])
    asked = breadths(theme, size, binding(made.pack.labels, made.pack.course.file.bind))
    drawn = widest(formula.strip("$"), Room(), alone=True) * size.steps["aside"].size / 72 * 25.4
    assert asked["sides"](task.left, task.right, 100) >= drawn > asked["sides"](task.right, task.left, 100)


def test_gaps_of_a_table_take_room_in_large_letters(course: Callable[..., Path]) -> None:
    """They reached over the columns beside them, and words were broken."""
    made = ready(course({"course.yaml": "title: Rivers\ntheme: large\nunits: [units/01-water.md]\n"}))
    theme = made.design.theme

    def crowded(cell: str) -> bool:
        one = line(cell, Span("unit.md"), 0, parser())
        return crowding(theme, theme.papers["a4"])(Grid([one] * 5, merged([[one] * 5]), ()), 400)

    assert crowded("[it]{.gap}")
    assert not crowded("it")
