"""What renderers ask of a pack: whose copy it is, its items, its exercises and their points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.build import ready
from coursepack.pack import Copy, Item, Target
from fenced import block

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Edition, PackPart


@pytest.mark.parametrize(
    ("edition", "shown"),  # what is for all, for teachers, for students, and the answers
    [
        ("student", (True, False, True, False)),
        ("teacher", (True, True, False, True)),
        ("key", (True, True, True, True)),
        ("players", (True, False, True, False)),
    ],
)
def test_an_edition_shows_what_is_for_its_readers(edition: Edition, shown: tuple[bool, ...]) -> None:
    copy = Copy(edition)
    assert (copy.shows(None), copy.shows("teacher"), copy.shows("student"), copy.answers) == shown


def item(kind: str, fields: str, number: str = "", name: str = "") -> Item:
    target = Target("exercise", name, number, None, "ex") if number else None
    return Item(block(kind, fields), kind, target)


def test_a_bonus_comes_on_top_of_the_sum_and_a_text_has_no_points() -> None:
    fields = "id: ex\ntext: T.\nanswer: true\npoints: 2\n"
    plain, bonus = item("true-false", fields), item("true-false", f"{fields}bonus: true")
    assert (plain.counted, plain.bonus) == (2, 0)
    assert (bonus.counted, bonus.bonus) == (0, 2)
    note = item("callout", "kind: note\nbody: B")
    assert (note.counted, note.bonus) == (0, 0)


def test_an_exercise_under_another_number_has_it_in_its_name_too() -> None:
    found = item("true-false", "id: ex\ntext: T.\nanswer: true", "3.10", "Exercise 3.10").numbered(2)
    assert found.target
    assert (found.target.name, found.target.number) == ("Exercise 2", "2")
    bare = item("callout", "kind: note\nbody: B")
    assert bare.numbered(2) is bare


def test_what_is_needed_beside_it_is_what_it_is_about_and_refers_to_each_once() -> None:
    body = "See @fig-rain, again @fig-rain, @table:two and @section:three."
    found = item("callout", f"kind: solution\nanswers: swap\nbody: {body}\nsolution: See @fig-key.")
    assert found.needs() == ("swap", "fig-rain", "two")
    assert found.unnamed() == ("swap",)
    assert item("callout", "kind: solution\nanswers: swap\nbody: To @exercise:swap.\nsolution: S.").unnamed() == ()


BODY = """\
## One {#one}

```{true-false}
id: first
text: Water is wet, @m1.
answer: true
points: 2
objectives: [1]
slide: {title: Wet, minutes: 3}
```

```{break}
title: Tea
minutes: 10
```

```{quote}
id: said
text: So.
by: A
cite: m2
on: slides
slide: {title: Said, minutes: 4}
```

## Two {#two}

```{true-false}
id: second
text: Water is dry.
answer: false
bonus: true
```
"""
WORKS = "- {id: m1, type: book, title: M}\n- {id: m2, type: book, title: N}\n"


@pytest.fixture
def part(unit: Callable[..., Path]) -> PackPart:
    objectives = {"course.yaml": "title: Rivers\nslides: written\nunits: [units/01-water.md]\n"}
    return ready(unit(BODY, {"references.yaml": WORKS, **objectives})).pack.units[0]


def ids(items: Any) -> list[str | None]:  # noqa: ANN401 any items
    return [one.block.id for one in items]


def test_items_go_to_their_outputs_in_order(part: PackPart) -> None:
    assert [name for name in ids(part.items()) if name] == ["first", "second"]
    assert [name for name in ids(part.items("slides")) if name] == ["first", "said"]
    assert part.shown() == {"m1", "m2"}


def test_minutes_are_those_of_slides_and_blocks_without_breaks(part: PackPart) -> None:
    assert part.spent == 7


def test_a_reference_leads_to_the_unit_its_sections_and_its_blocks(part: PackPart) -> None:
    assert part.ids() - {None} == {"water", "one", "two", "first", "said", "second"}


def test_exercises_say_what_they_test_and_what_none_does(part: PackPart) -> None:
    assert ids(part.exercises()) == ["first", "second"]
    assert ids(part.testing(1)) == ["first"]
    assert part.untested() == []
    sections = tuple(replace(one, items=one.items if one.id == "two" else ()) for one in part.sections)
    assert replace(part, sections=sections).untested() == [1]


def test_a_paper_has_them_in_its_own_order_numbered_from_one(part: PackPart) -> None:
    places = {"first": 9, "second": 2}
    sections = tuple(
        replace(one, items=tuple(replace(own, place=places.get(own.block.id or "", 0)) for own in one.items))
        for one in part.sections
    )
    mixed = replace(part, sections=sections).mixed()
    assert [(one.block.id, one.target.number) for one in mixed if one.target] == [("second", "1"), ("first", "2")]


def test_a_pack_is_its_front_its_units_and_its_back(course: Callable[..., Path]) -> None:
    made = ready(course()).pack
    unit = made.units[0]
    both = replace(made, front=(replace(unit, number=0),), back=(replace(unit, number=9),))
    assert [one.number for one in both.parts()] == [0, 1, 9]


def planned(unit: Callable[..., Path], minutes: list[int]) -> PackPart:
    root = unit("## One\n\nRain.\n")
    file = root / "units/01-water.md"
    plan = ", ".join(f"{{do: Do, what: It, minutes: {one}}}" for one in minutes)
    file.write_text(file.read_text().replace("minutes: 45", f"minutes: {sum(minutes)}\nplan: [{plan}]"))
    return ready(root).pack.units[0]


@pytest.mark.parametrize(
    ("minutes", "lesson", "stops"),  # by step: the lesson that ends there, and the minute of the step
    [
        ([20, 20, 20, 20, 10], 45, {2: [(1, 5)]}),
        ([45, 45], 45, {0: [(1, 45)]}),
        ([10, 100, 25], 45, {1: [(1, 35), (2, 80)]}),
        ([45], 45, {}),
        ([30, 10], 45, {}),
    ],
)
def test_lessons_end_inside_a_longer_plan_but_not_where_it_ends(
    unit: Callable[..., Path], minutes: list[int], lesson: int, stops: dict[int, list[tuple[int, int]]]
) -> None:
    assert planned(unit, minutes).stops(lesson) == stops


def test_an_item_stands_below_its_section_and_the_last_sub_heading_before_it(unit: Callable[..., Path]) -> None:
    solution = "::: solution\nRain.\n:::\n"
    found = ready(unit(f"{solution}\n## One\n\n{solution}\n### First\n\nWhy?\n\n#### *Second*\n\nHow?\n\n{solution}"))
    (part,) = found.copy("teacher").units
    above = [part.above(item) for item in part.items() if item.kind == "callout"]
    said = [[text.plain() if text else None for text in (section.title, heading)] for section, heading in above]
    assert said == [[None, None], ["One", None], ["One", "Second"]]
