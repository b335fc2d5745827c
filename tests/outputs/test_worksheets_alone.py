"""Worksheets stand alone: what an exercise asks about is printed beside it, once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import read, ready
from coursepack.outputs import worksheets
from coursepack.render.handout.markup import companion
from listening import Listening
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = """## One {#one}

```{table}
id: lengths
title: Rivers and lengths
columns: [River, km]
rows: [[Rhine, 1233], [Elbe, 1094]]
```

```{code}
id: sum
title: A sum
language: python
code: print(1233 + 1094)
```

```{short-answer}
id: ex-a
text: Which is longer in @table:lengths?
parts: [{text: What does @code:sum print?}, {text: "And in @table:lengths?"}]
```

```{true-false}
id: ex-b
text: By @table:lengths the Elbe is shorter, and @exercise:ex-a says so.
answer: true
```
"""


def test_what_exercises_refer_to_is_printed_before_the_first_of_them_and_once(unit: Callable[..., Path]) -> None:
    made = ready(unit(BODY))
    paper = made.design.theme.papers["a4"]
    html = companion(made.pack, made.design.theme, paper, made.design.templates, name="worksheets").html
    places = [html.index(one) for one in ("Rivers and lengths", "A sum", 'id="ex-a"', 'id="ex-b"')]
    assert places == sorted(places)
    assert len(re.findall("Rivers and lengths", html)) == len(re.findall(">A sum", html)) == 1


def test_what_stands_on_another_opening_has_its_page(unit: Callable[..., Path]) -> None:
    between = "```{short-answer}\nid: long\ntext: Why?\nspace: {lines: 26}\nmodel: So.\n```\n\n"
    made = ready(unit(BODY.replace("```{true", f"{between}```{{true")))
    pages = [page.text for page in Reading(worksheets.OUTPUT.make(made, None, "a4").data).pages]
    (first,) = [page for page in pages if "Which is longer" in page]
    (second,) = [page for page in pages if "the Elbe is shorter" in page]
    assert first != second
    assert "longer in Table 1.1?" in " ".join(first.split())
    assert "By Table 1.1 (p. 1) the" in " ".join(second.split())


def test_what_exercises_refer_to_is_heard_under_headings_of_its_own(unit: Callable[..., Path]) -> None:
    """Else it is heard as a part of the exercise before it."""
    formula = "```{math}\nid: sum-of\nlatex: a + b\n```\n\n"
    asked = BODY.replace("## One {#one}\n\n", f"## One {{#one}}\n\n{formula}").replace(
        "the Elbe is", "@math:sum-of, it is"
    )
    heard = Listening(worksheets.make(ready(unit(asked)), None, "a4").data)
    said = [heard.heard(one) for one in heard.elements("H2")]
    assert [re.match(r"\w+ [\d.]+", one.replace("\u00a0", " "))[0] for one in said[:5]] == [
        "Table 1.1",
        "Listing 1.1",
        "Exercise 1.1",
        "Equation 1.1",
        "Exercise 1.2",
    ]


def test_a_reference_to_a_section_is_said(unit: Callable[..., Path]) -> None:
    problems = read(unit(BODY.replace("the Elbe is", "in @section:one the Elbe is"))).problems
    assert [one.code for one in problems if one.code == "not-on-worksheet"] == ["not-on-worksheet"]


MORE = [("thrifty", ""), ("letter", "theme: compact\n")]
SHEETS = [("a4", ""), *(pytest.param(*one, marks=pytest.mark.thorough) for one in MORE)]


@pytest.mark.parametrize(("paper", "theme"), SHEETS)
def test_each_unit_is_stapled_by_itself(course: Callable[..., Path], paper: str, theme: str) -> None:
    """A unit of one page leaves the back of its leaf to nobody else; what is to be stapled is said."""
    units = {
        f"units/0{number}-u.md": f"# U{number}\n\n```{{true-false}}\nid: ex-{number}\ntext: So?\nanswer: true\n```\n"
        for number in (1, 2, 3)
    }
    made = worksheets.make(ready(course({**units, "course.yaml": f"title: T\n{theme}"}), None, paper), None, paper)
    begins = [page for page, one in enumerate(Reading(made.data).pages, 1) if "Worksheet for Unit" in one.text]
    assert begins == [1, 3, 5]
    assert made.size.endswith("to staple, unit by unit: pages 1 to 2, 3 to 4, 5 to 5")
