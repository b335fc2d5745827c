"""Worksheets stand alone: what an exercise asks about is printed beside it, once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursepack.build import read, ready
from coursepack.render.handout.markup import companion

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


def test_a_reference_to_a_section_is_said(unit: Callable[..., Path]) -> None:
    problems = read(unit(BODY.replace("the Elbe is", "in @section:one the Elbe is"))).problems
    assert [one.code for one in problems if one.code == "not-on-worksheet"] == ["not-on-worksheet"]
