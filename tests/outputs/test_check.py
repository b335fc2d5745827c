from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.outputs import check
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Water runs downhill, and makes a river of what was a brook before it met others.\n\n" * 19
PAPER = {"course.yaml": "title: Rivers\nnotes-page: false\nfront: []\nback: []\n"}


def codes(root: Path, *, pages: bool) -> list[str]:
    made = check.make(ready(root, Copy("teacher")), None, "a4", pages=pages)
    return [one.code for one in made.notices if one.code in {"page-stub", "unused-answer"}]


def test_finished_pages_are_looked_at_if_that_is_asked_for(course: Callable[..., Path]) -> None:
    root = course({**PAPER, "units/01-water.md": f"# Water\n\n## Springs\n\n{TEXT}"})
    assert (codes(root, pages=False), codes(root, pages=True)) == ([], ["page-stub"])


def test_what_is_found_on_paper_is_answered_and_an_answer_is_not_unused_where_nothing_was_looked_for(
    course: Callable[..., Path],
) -> None:
    unit = f"---\nallow: {{page-stub: So it is.}}\n---\n# Water\n\n## Springs\n\n{TEXT}"
    root = course({**PAPER, "units/01-water.md": unit})
    assert codes(root, pages=False) == codes(root, pages=True) == []
