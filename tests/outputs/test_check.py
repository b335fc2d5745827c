from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.judge.printed import page_stub
from coursepack.outputs import check, key, pdf
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

TEXT = "Water runs downhill, and makes a river of what was a brook before it met others.\n\n" * 19
PAPER = {"course.yaml": "title: Rivers\nnotes-page: false\nfront: []\nback: []\n"}


def codes(root: Path, *, pages: bool) -> list[str]:
    made = check.make(ready(root, Copy("teacher")), None, "a4", pages=pdf.OUTPUT if pages else None)
    return [one.code for one in made.notices if one.code in {"page-stub", "unused-answer"}]


def test_finished_pages_are_looked_at_if_that_is_asked_for(course: Callable[..., Path]) -> None:
    root = course({**PAPER, "units/01-water.md": f"# Water\n\n## Springs\n\n{TEXT}"})
    assert (codes(root, pages=False), codes(root, pages=True)) == ([], ["page-stub"])


def test_pages_of_the_key_are_looked_at_if_they_are_named(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A key is drawn in, and its rows part low: what is left of one is never as little as a stub of other pages.
    monkeypatch.setattr(page_stub, "_LEAST", 0.3)
    asked = f"id: ex-dry\ntext: Why?\nmarking: [{{text: W, points: 1}}]\nmodel: {'A spring runs dry. ' * 245}"
    body = f"```{{short-answer}}\n{asked}\nspace: {{lines: 2}}\n```\n"
    root = course({**PAPER, "units/01-water.md": f"# Water\n\n{body}"})
    made = check.make(ready(root, Copy("teacher")), None, "a4", pages=key.OUTPUT)
    assert [(one.code, one.span.line) for one in made.notices if one.code == "page-stub"] == [("page-stub", 3)]


def test_what_is_found_on_paper_is_answered_and_an_answer_is_not_unused_where_nothing_was_looked_for(
    course: Callable[..., Path],
) -> None:
    unit = f"---\nallow: {{page-stub: So it is.}}\n---\n# Water\n\n## Springs\n\n{TEXT}"
    root = course({**PAPER, "units/01-water.md": unit})
    assert codes(root, pages=False) == codes(root, pages=True) == []


def test_what_is_not_on_a_drawing_is_said_of_paper_and_of_slides(course: Callable[..., Path]) -> None:
    far = "view: {west: 0, south: 40, east: 20, north: 55}\nplaces: [{at: 33.9 S 151.2 E, name: Sydney}]"
    block = f"```{{map}}\ntitle: Far\n{far}\nalt: A\nslide: {{title: Far, notes: Look.}}\n```\n"
    made = check.make(
        ready(course({"units/01-water.md": f"# Water\n\n## Springs\n\n{block}"}), Copy("teacher")), None, "a4"
    )
    said = [one.message.partition(" the map")[0] for one in made.notices if one.code == "map-outside"]
    assert said == ["on the slide", "on paper"]
