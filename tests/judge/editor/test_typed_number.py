from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge.editor import findings
from coursepack.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

# Two tables and an exercise below a section of their own.
REST = """

## Two {#two}

```{table}
id: springs
title: Springs
columns: [a]
rows: [[b]]
```

```{essay}
id: ex-why
text: Why?
```
"""


def found(said: Said, words: str, head: str = "") -> list[Problem]:
    return [one for one in said(f"{words}{REST}", head) if one.code == "typed-number"]


@pytest.mark.parametrize(
    ("words", "help_"),
    [
        ("See Section 1.2.", "Write `@section:two`, which prints “Section 1.2”"),
        ("See table 1.1, please.", "Write `@table:springs`, which prints “Table 1.1”"),
        ("(Exercise 1.1)", "Write `@exercise:ex-why`, which prints “Exercise 1.1”"),
        ("As in **Unit 1**, so here.", "Write `@unit:water`, which prints “Unit 1”"),
        ("Sections 1.2 and more.", r"Write `\@ref(two)`, which prints “1.2”"),
    ],
)
def test_a_number_that_is_printed_says_the_reference_to_write(said: Said, words: str, help_: str) -> None:
    (one,) = found(said, words)
    assert one.help == help_
    assert one.severity is Severity.NOTE


def test_it_is_said_where_it_stands(said: Said) -> None:
    one, two = found(said, "See *Section* 1.2.\n\nSee Section 1.2.")
    assert two.span.line == one.span.line + 2
    assert (two.span.column, two.span.length) == (5, 11)
    (one,) = found(said, "See Sections 1.2.")
    assert (one.span.column, one.span.length) == (14, 3)


def test_an_exercise_says_in_words_what_no_worksheet_has(said: Said) -> None:
    asked = "```{essay}\nid: ex-how\ntext: Read Section 1.1 and Table 1.1.\n```\n\nWords."
    assert [one.help for one in found(said, asked)] == [
        "Say in words what is meant: a worksheet has no section",
        "Write `@table:springs`, which prints “Table 1.1”",
    ]


def test_a_number_that_nothing_has_is_wrong(said: Said) -> None:
    (one,) = found(said, "See Section 9.9.")
    assert one.message == "nothing in the course is “Section 9.9”: the number is typed by hand"
    assert one.severity is Severity.WARNING
    # What the course names none of may be another's, and one without a point a name.
    assert found(said, "See Figure 9.9 and Section 9.") == []


@pytest.mark.parametrize(
    "words",
    [
        "See @section:two.",
        "Section 1.2 of the Act is short.",
        "Smith 2001, Section 1.2 says so.",
        "(Smith 2001, p. 4, Table 1.1)",
        "He wrote “see Section 1.2”.",
        "> See Section 1.2.",
        "It takes `Section 1.2`.",
        "Section 1.2.3, Section 1.2%, Section 1.25 and Subsection 1.2",
        "The unit 10 is large.",
        "For candidates of Unit 1 Fieldwork Skills.",
    ],
)
def test_what_is_referred_to_or_is_anothers_is_none(said: Said, words: str) -> None:
    assert [one for one in found(said, words) if one.severity is Severity.NOTE] == []


def test_a_language_has_its_own_forms(said: Said) -> None:
    german = "language: de\n"
    one, two = found(said, "In Abschnitt 1.2 und wegen des Abschnitts 1.2.", german)
    assert one.help == "Write `@section:two`, which prints “Abschnitt 1.2”"
    assert two.help == r"Write `\@ref(two)`, which prints “1.2”"
    assert found(said, "Abschnitt 1.2 des Gesetzes", german) == []


def test_a_number_in_the_title_of_a_unit_is_its_authors_own(unit: Callable[..., Path]) -> None:
    titles = {"a": "Unit 1: Springs", "b": "Unit 3: Wells", "c": "Ponds"}
    parts = {f"{name}.md": f"# {title}\n\nSee Unit 1 and Unit 3.\n" for name, title in titles.items()}
    root = unit("", {**parts, "course.yaml": "title: R\nslides: written\nunits: [a.md, b.md, c.md]\n"})
    typed = [one for one in findings(ready(root).pack) if one.code == "typed-number"]
    # The third is called nothing, and the second not as it is counted: who says “Unit 3” means the second.
    assert [(one.span.file, one.span.line, one.help) for one in typed] == [
        (str(root / f"{name}.md"), 3, "Write `@unit:a`, which prints “Unit 1”") for name in titles
    ]
