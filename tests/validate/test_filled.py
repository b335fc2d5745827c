"""What fills the gaps of a text that students have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GAPS = "The river rises in the ______, and flows from there into the ______."
FULL = "The river rises in the hills, and flows from there into the **sea**."
MORE = "Its water comes from ______ that falls in winter."
SNOW = "Its water comes from snow that falls in winter."


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f'=== "Gaps"\n\n    {GAPS}\n\n    {MORE}\n\n=== "Text"\n\n    {FULL}\n\n    {SNOW}\n', [13]),
        (f"- {GAPS}\n\n::: note\n{FULL}\n:::\n\n{MORE}\n\n{SNOW}\n", [8, 13]),
        (f"{GAPS.replace('______', '[hills]{.gap}')}\n\n{FULL}\n", [7]),
        # What is read before it is the lesson, and a solution is the teacher's; so is what says something else.
        (f"{FULL}\n\n{GAPS}\n", []),
        (f"{GAPS}\n\n::: solution\n{FULL}\n:::\n", []),
        (f"{GAPS}\n\n{FULL.replace('rises', 'begins')}\n\n{GAPS.replace('.', '!')}\n", []),
        (f"{GAPS}\n\n{FULL.replace('hills', 'hills ' * 20)}\n", []),
        ("A ____ is a ____.\n\nA pond is a lake.\n", []),
    ],
)
def test_what_fills_the_gaps_of_a_text_is_said_once(course: Callable[..., Path], body: str, lines: list[int]) -> None:
    found = read(course({"units/01-water.md": f"# Water\n\n## Rain\n\n{body}"})).problems
    assert [one.span.line for one in found if one.code == "shown-answer"] == lines
