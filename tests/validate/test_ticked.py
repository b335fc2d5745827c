from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOXES = "- [ ] the hills\n- [x] the sea\n"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"## Rain\n\nWhere does it end?\n\n{BOXES}", [8]),
        (f"## Rain\n\n1. Where does it *end?*\n   {BOXES}".replace("\n-", "\n   -"), [7]),
        (f"## Question 3\n\nIt ends in:\n\n{BOXES}", [8]),
        (f"## Rain\n\n### Frage 3\n\nEs endet hier:\n\n{BOXES}", [10]),
        ("## Rain\n\nIt ends in:\n\n- A) the hills\n- B) the sea ✓\n", [8]),
        ("## Rain\n\nIt ends in:\n\na) the hills b) the sea ✓ c) a lake\n", [7]),
        ("## Rain\n\nIt ends in:\n\n- a) the hills b) the sea ✓ c) a lake\n", [7]),
        ("## Rain\n\nWhere does it end?\n\n- the hills\n- **the sea ✓**\n", [8]),
        ("## Rain\n\n* Where does it end?\n    - the hills\n    - !the sea\n", [7]),
        ("## Rain\n\n* A map:\n```c\nx\n```\nWhere does it end?\n    - the hills\n    - !the sea\n", [11]),
        ("## Rain\n\nWhere does it end?\na) the hills\n*b) the sea\nc) a lake\n", [7]),
        (f"## Rain\n\nFor today:\n\n{BOXES}", []),
        ("## Rain\n\nWhat is left?\n\n- [ ] the hills\n- [ ] the sea\n", []),
        ("## Rain\n\nWhat is done?\n\n- [x] the hills\n- [x] the sea\n", []),
        ("## Rain\n\nThe hills ✓ and the sea, in two steps: a) look b) write\n", []),
        ("## Rain\n\n- hills ✓\n- sea\n", []),
        ("## Rain\n\nWhich is not a fraction? a) 3/4 b) √2 c) 2√(3)\n\nWhich is?\n\n- 3/4\n- √2\n", []),
        ("## Rain\n\nWhich is right? a) 3/4 b) a half √ c) 2\n", [5]),
        ("## Rain\n\nأين ينتهي؟ أ) الجبال ب) البحر ✓ ج) بحيرة\n", [5]),
        ("## Rain\n\nWhen do you go out?\n\n- ✅ it is dry\n- ❌ it rains\n", []),
        ("## Quiz\n\nWhere does it end?\n\n- ✅ the sea\n- ❌ the hills\n", [7]),
        (f"## Rain\n\n```{{text}}\nfor: teacher\nbody: |\n  Where?\n\n  {BOXES}```\n".replace("\n-", "\n  -"), []),
    ],
)
def test_a_question_whose_right_option_is_ticked_is_said(
    course: Callable[..., Path], body: str, lines: list[int]
) -> None:
    found = read(course({"units/01-water.md": f"# Water\n\n{body}"})).problems
    assert [one.span.line for one in found if one.code == "shown-answer"] == lines
