from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BODY = """## One

{prose}

```{{slide}}
title: Rivers
points: ["{point}"]
notes: "{notes}"
```
"""
DO = "[Ask for a vote.]{.do}"


def test_a_stage_direction_is_for_notes(unit: Callable[..., Path]) -> None:
    def lines(prose: str = "Rain.", point: str = "One", notes: str = "Said.") -> list[tuple[int, int]]:
        found = read(unit(BODY.format(prose=prose, point=point, notes=notes))).problems
        return [(one.span.line, one.span.column) for one in found if one.code == "open-direction"]

    assert lines(notes=DO) == []
    assert lines(prose=f"Rain. {DO}") == [(11, 24)]
    assert lines(point=DO) == [(15, 28)]
