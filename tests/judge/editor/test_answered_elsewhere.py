from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

ASKED = """```{{multiple-choice}}
id: ex-source
text: Where does the river Rhine have its source?
options:
  - {{text: in the Alps, right: true}}
  - {{text: in the Jura}}
  - {{text: in the Harz}}
```

```{{short-answer}}
id: ex-other
text: {other}
space: {{lines: 2}}
```
"""


def test_a_stem_that_says_what_another_asks_is_named(said: Callable[..., list[Problem]]) -> None:
    def told(other: str) -> list[tuple[str, int]]:
        found = said(ASKED.format(other=other))
        return [(one.message, one.span.line) for one in found if one.code == "answered-elsewhere"]

    assert told("The river Rhine has its source in the Alps. How long is it?") == [
        ("this says the answer of Exercise 1.1: “in the Alps”", 22)
    ]
    assert told("The river Rhine has its source in the Alps or in the Jura. Why is it long?") == []
    assert told("Which animals live in the Alps?") == []


def test_a_sentence_goes_on_behind_what_is_shortened(said: Callable[..., list[Problem]]) -> None:
    other = "The river Rhine has its source in mountains, e.g. in the Alps. How long is it?"
    assert "answered-elsewhere" in {one.code for one in said(ASKED.format(other=other))}
