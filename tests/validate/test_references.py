from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "glossary.yaml": "- term: spring\n  definition: a place, see @chart:x\n",
    "references.yaml": "- {id: murray, type: book, title: The Murray}\n",
}


def codes(root: Path) -> list[str]:
    try:
        ready(root)
    except ContentError as error:
        return [problem.code for problem in error.problems]
    return []


def test_marks_are_checked_wherever_there_is_text(unit: Callable[..., Path]) -> None:
    """In a heading, a cell, a short form, a point, a side, a note, and in the glossary."""
    root = unit(
        """## See @chart:a {#springs}

```{table}
id: t
columns: [x, y]
rows:
  - [a, "@chart:b"]
slide: {title: T, notes: "@chart:c"}
```

```{slide}
title: S
points: [{text: a, points: ["@chart:d"]}]
notes: x
```

```{callout}
kind: debate
title: D
sides:
  - {title: a, body: "@chart:e"}
  - {title: b, body: "@chart:f"}
```
""",
        FILES,
    )
    assert codes(root) == ["unknown-reference"] * 7


@pytest.mark.parametrize(
    "mark", ["@section:springs", "@unit:water", "@question:q", "[spring]{.term}", "[@murray, p. 3]"]
)
def test_a_mark_that_leads_somewhere_is_good(unit: Callable[..., Path], mark: str) -> None:
    files = {**FILES, "glossary.yaml": "- term: Spring\n  definition: a place\n"}
    assert codes(unit(f"## S {{#springs}}\n\nSee {mark}.\n\n```{{question}}\nid: q\ntext: x\n```\n", files)) == []


def test_a_reference_to_what_is_on_slides_alone_or_for_the_teacher_alone_is_reported(unit: Callable[..., Path]) -> None:
    """On paper it would be a link that leads nowhere."""
    body = "See @question:q.\n\n```{question}\nid: q\non: slides\ntext: x\nslide: {notes: y}\n```\n"
    assert codes(unit(f"## S {{#springs}}\n\n{body}")) == ["unprinted-reference"]
    teacher = body.replace("on: slides\n", "for: teacher\n")
    assert codes(unit(f"## S {{#springs}}\n\n{teacher}")) == ["unprinted-reference"]
