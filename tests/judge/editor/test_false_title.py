from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

FALSE = """```{{true-false}}
id: ex
text: A river begins at the sea.
answer: {answer}
slide: {{notes: Vote.{title}}}
```
"""


def test_a_false_statement_is_no_title(said: Callable[..., list[Problem]]) -> None:
    def lines(answer: str, title: str = "") -> list[int]:
        found = said(FALSE.format(answer=answer, title=title))
        return [one.span.line for one in found if one.code == "false-title"]

    assert lines("false") == [13]
    assert lines("false", ", title: Where does it begin?") == []
    assert lines("true") == []
