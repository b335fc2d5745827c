from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

VOTE = """```{{true-false}}
id: ex
text: A river begins at a spring.
answer: true
minutes: 2
slide: {{title: Where does it begin?, minutes: {minutes}, notes: Vote.}}
```
"""


def test_a_slide_plans_the_minutes_of_its_block(said: Callable[..., list[Problem]]) -> None:
    (one,) = [one for one in said(VOTE.format(minutes=3)) if one.code == "minutes-differ"]
    assert (one.message, one.span.line) == ("the slide plans 3 minutes, the block 2", 16)
    assert [one for one in said(VOTE.format(minutes=2)) if one.code == "minutes-differ"] == []
