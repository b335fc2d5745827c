"""A section without slides gets some by itself; one with slides is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Item

BODY = """\
## Where

Prose that is said. [^n]

- one
- two
  - within

More prose.

[^n]: A note.

## How fast

Speed is read off.

```{code}
id: speed
title: Speed
code: v = 1
```

```{multiple-choice}
id: ex-one
text: Which?
points: 1
options: [{text: a, right: true}, {text: b}]
```

## Only words

Nothing else.

## Written

```{slide}
title: By hand
points: [a]
```

## Parts

Begin here.

### Near

$$ a = b $$

### Far

A table.

| a | b |
|---|---|
| 1 | 2 |

### Quiet

Nothing drawn.

## By hand

```{math}
latex: x
```

```{math}
latex: y
```

## Both

- one

~~~text
x = 1
~~~

## Alone

Water runs down. It is seen.

### Here

- here
"""


@pytest.fixture
def made(unit: Callable[..., Path]) -> Callable[..., list[list[Item]]]:
    def one(edition: str = "teacher", more: str = "") -> list[list[Item]]:
        files = {"course.yaml": f"title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n{more}"}
        pack = ready(unit(BODY, files), Copy(edition)).pack  # type: ignore[arg-type]
        return [list(section.on("slides")) for section in pack.units[0].sections if section.title]

    return one


def test_lists_are_shown_under_the_heading_and_the_prose_is_said(made: Callable[..., list[list[Item]]]) -> None:
    (slide,) = made()[0]
    block = slide.block
    assert (block.title.plain(), block.notes.plain()) == ("Where", "Prose that is said. More prose.")  # type: ignore[attr-defined]
    assert block.body.plain() == "onetwowithin"  # type: ignore[attr-defined]


def test_what_is_drawn_or_asked_is_shown_and_the_first_has_the_notes(made: Callable[..., list[list[Item]]]) -> None:
    code, question = made()[1]
    assert (code.kind, code.block.slide and code.block.slide.notes.plain()) == ("code", "Speed is read off.")  # type: ignore[union-attr]
    assert (question.kind, question.block.slide and question.block.slide.title.plain()) == (
        "multiple-choice",
        "Exercise 1.1",
    )  # type: ignore[union-attr]


def test_a_section_lists_its_own_headings_and_none_that_stand_below_them(unit: Callable[..., Path]) -> None:
    parts = "".join(f"### {name}\n\n#### In {name}\n\na\n\n#### Out {name}\n\nb\n\n" for name in "AB")
    (section,) = ready(unit(f"## Parts\n\n{parts}")).pack.units[0].sections
    first, *_ = section.on("slides")
    assert [one.text.plain() for one in first.block.points] == ["A", "B"]  # type: ignore[attr-defined]


def test_words_alone_are_their_first_sentence_with_notes(made: Callable[..., list[list[Item]]]) -> None:
    (slide,) = made()[2]
    assert slide.block.body is None  # type: ignore[attr-defined]
    assert slide.block.statement.plain() == "Nothing else."  # type: ignore[attr-defined]
    assert slide.block.notes.plain() == "Nothing else."  # type: ignore[attr-defined]


def test_slides_that_are_written_stay_alone(made: Callable[..., list[list[Item]]]) -> None:
    (slide,) = made()[3]
    assert slide.block.title.plain() == "By hand"  # type: ignore[attr-defined]


def test_a_student_s_copy_has_no_notes(made: Callable[..., list[list[Item]]]) -> None:
    assert all(not item.block.notes for item in made("student")[0])  # type: ignore[attr-defined]


def test_it_can_be_turned_off(made: Callable[..., list[list[Item]]]) -> None:
    assert [len(items) for items in made(more="slides: written\n")] == [0, 0, 0, 1, 0, 0, 0, 0]


def test_a_sub_heading_has_its_own_slide_and_the_section_lists_them(made: Callable[..., list[list[Item]]]) -> None:
    contents, formula, table = made()[4]
    assert [point.text.plain() for point in contents.block.points] == ["Near", "Far", "Quiet"]  # type: ignore[attr-defined]
    assert contents.block.notes.plain() == "Begin here.Nothing drawn."  # type: ignore[attr-defined]
    assert (formula.kind, formula.block.slide.title.plain()) == ("math", "Near")  # type: ignore[union-attr]
    assert (table.kind, table.block.slide.title.plain()) == ("table", "Far")  # type: ignore[union-attr]
    assert [cell.plain() for cell in table.block.columns] == ["a", "b"]  # type: ignore[attr-defined]
    assert table.block.slide.notes.plain() == "A table."  # type: ignore[union-attr]


def test_one_sub_heading_is_no_list(made: Callable[..., list[list[Item]]]) -> None:
    said, listed = made()[7]
    assert (said.block.points, said.block.statement.plain()) == ((), "Water runs down.")  # type: ignore[attr-defined]
    assert listed.block.title.plain() == "Here"  # type: ignore[attr-defined]


def test_a_figure_without_a_title_stands_beside_the_list(made: Callable[..., list[list[Item]]]) -> None:
    (slide,) = made()[6]
    body = slide.block.body  # type: ignore[attr-defined]
    assert body.plain() == "one"
    assert [block.code for block in body.blocks()] == ["x = 1\n"]


def test_titles_differ_in_the_whole_deck(made: Callable[..., list[list[Item]]]) -> None:
    first, second = made()[5]
    titles = [item.block.slide.title.plain().replace("\u00a0", " ") for item in (first, second)]  # type: ignore[union-attr]
    assert titles == ["By hand (2)", "By hand (3)"]


def test_on_paper_nothing_changes(unit: Callable[..., Path]) -> None:
    def kinds(more: str) -> list[str]:
        made = ready(unit(BODY, {"course.yaml": f"title: R\n{more}"})).pack
        return [item.kind for item in made.units[0].items()]

    assert kinds("") == kinds("slides: written\n")


def test_a_callout_that_states_or_asks_something_is_shown(unit: Callable[..., Path]) -> None:
    body = (
        "## Sums\n\n```{definition}\nid: even\nbody: It is even.\n```\n\n```{note}\nOn paper.\n```\n\n"
        "```{task} Two of them\nAdd them.\n```\n\n```{solution}\nFour.\n```\n"
    )
    items = [item for item in ready(unit(body)).pack.units[0].sections[0].items if item.block.slide]
    assert [item.block.slide.title.plain() for item in items if item.block.slide] == ["Definition 1.1", "Two of them"]


def test_an_equation_has_the_line_that_introduces_it(unit: Callable[..., Path]) -> None:
    math = "```{{math}}\nlatex: {latex}\n```\n\n"
    body = f"## Power\n\nThe power\n\n{math.format(latex='P = Fv')}of light\n\n{math.format(latex='E = hf')}"
    files = {"course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n"}
    (section,) = ready(unit(body, files), Copy("teacher")).pack.units[0].sections
    (slide,) = section.on("slides")
    assert [one.content for one in slide.block.body.tokens if one.content] == [
        "The power",
        "P = Fv",
        "of light",
        "E = hf",
    ]  # type: ignore[attr-defined]
    assert [item.kind for item in section.on("handout")] == ["text", "math", "text", "math"]


def test_code_that_half_a_slide_does_not_hold_has_one_to_itself(unit: Callable[..., Path]) -> None:
    files = {"course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n"}
    body = f"## Rain\n\n- one\n- two\n\n~~~text\n{'x' * 41}\n~~~\n"
    (section,) = ready(unit(body, files), Copy("teacher")).pack.units[0].sections
    assert [item.kind for item in section.on("slides")] == ["slide", "code"]


@pytest.mark.parametrize(("alt", "kinds"), [("An oak leaf", ["table"]), ("", ["slide"])])
def test_a_table_of_pictures_without_words_is_no_slide(unit: Callable[..., Path], alt: str, kinds: list[str]) -> None:
    """A slide has a picture's words in its place: without any it had the rules of a table, and nothing in them."""
    body = f"## Leaves\n\n| | |\n|---|---|\n| ![{alt}](../media/oak.svg) | |\n"
    leaf = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>'
    own = ready(unit(body, {"media/oak.svg": leaf})).pack
    assert [item.kind for section in own.units[0].sections if section.title for item in section.on("slides")] == kinds


def columns(unit: Callable[..., Path], *texts: str) -> list[Item]:
    files = {"course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n"}
    inside = "".join(f"::: {{.column width=40%}}\n{one}\n:::\n" for one in texts)
    body = f"## Rain\n\n:::: columns\n{inside}::::\n"
    (section,) = ready(unit(body, files), Copy("teacher")).pack.units[0].sections
    assert [item.kind for item in section.on("handout")] == ["columns"]
    return list(section.on("slides"))


LONG = "It rains where the wind brings water from the sea, and where hills stand in its way so that it has to rise."


def test_two_columns_are_shown_side_by_side_and_what_is_said_in_them_is_not(unit: Callable[..., Path]) -> None:
    (item,) = columns(unit, f"{LONG}\n\n- one\n- two", "| a |\n|---|\n| b |")
    assert item.kind == "columns"
    shown = [one.body.plain() for one in item.block.columns]  # type: ignore[attr-defined]
    assert [LONG in one for one in shown] == [False, False]
    assert "one" in shown[0]
    assert LONG in item.block.slide.notes.plain()  # type: ignore[union-attr]


def test_columns_of_which_one_is_only_said_come_one_after_the_other(unit: Callable[..., Path]) -> None:
    assert [item.kind for item in columns(unit, LONG, "- one\n- two")] == ["slide"]
    assert [item.kind for item in columns(unit, f"## Hills\n\n> {LONG}", "## Sea\n\n- one\n- two")] == ["slide"]
    assert [item.kind for item in columns(unit, "## Hills\n\nRain.", "## Sea\n\n- one\n- two")] == ["columns"]
    assert [item.kind for item in columns(unit, "- one", "- two", "- three")] == ["slide"]
    assert [item.kind for item in columns(unit, LONG, "```python\nx = 1\n```")] == ["code"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It begins.\n\n- one\n- two\n", ["Water (2)"]),
        ("It begins.\n", []),
        (
            "```sh\nls\n```\n\nSo:\n\n::: {.callout-tip}\nT\n:::\n\n::: challenge\n## Try\n\nWhich?\n:::\n",
            ["Water (2)", "Try"],
        ),
    ],
)
def test_before_the_first_heading_what_is_shown_stands_under_the_unit(
    unit: Callable[..., Path], text: str, shown: list[str]
) -> None:
    own = ready(unit(f"{text}\n## Springs\n\n- a\n"), Copy("teacher"))
    (first, _) = own.pack.units[0].sections
    found = [item.block.slide_title()[0] for item in first.items if item.block.goes_to("slides")]
    assert [title.plain() for title in found if title] == shown


def test_a_slide_of_a_tab_is_named_after_what_the_tab_stands_in(unit: Callable[..., Path]) -> None:
    tabs = "::: {.panel-tabset}\n## R\n\n- a\n\n## Python\n\n- b\n:::\n\n### More\n\n- c\n"
    (made,) = ready(unit(f"## Counting *well*\n\n{tabs}")).pack.units
    shown = [item.block for item in made.sections[0].on("slides")]
    assert [block.title.plain() for block in shown] == ["Counting well (R)", "Counting well (Python)", "More"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("more", "titles"), [("", ["S", "Far"]), (" why", ["Near", "Far"])])
def test_a_heading_with_lines_to_write_on_alone_has_no_slide(
    unit: Callable[..., Path], more: str, titles: list[str]
) -> None:
    body = f"## S\n\n### Near\n\n1. ______\n\n2. ______{more}\n\n### Far\n\n- Hills\n"
    own = ready(unit(body)).pack
    shown = [item.block for section in own.units[0].sections if section.title for item in section.on("slides")]
    assert [block.title.plain() for block in shown] == titles  # type: ignore[attr-defined]
