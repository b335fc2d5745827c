"""What authors answer to findings is not said again; what answers nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.cli import main
from coursepack.outputs import check
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLIDE = """```{{slide}}
title: Rivers
points: [One]
{allow}
notes: It is made of of rain.
```
"""


@pytest.fixture
def codes(unit: Callable[..., Path]) -> Callable[..., list[tuple[str, int]]]:
    def found(body: str, allow: str = "") -> list[tuple[str, int]]:
        course = {"course.yaml": f"title: Rivers\nunits: [units/01-water.md]\n{allow}"}
        notices = check.make(ready(unit(f"## One\n\n{body}", course), Copy("teacher")), None, "a4").notices
        return [(one.code, one.span.line) for one in notices if one.code in {"repeated-word", "unused-answer"}]

    return found


def test_a_block_answers_for_itself(codes: Callable[..., list[tuple[str, int]]]) -> None:
    slide, allow = SLIDE.format(allow="level: 1").replace("level: 1\n", ""), "allow: {repeated-word: It is a poem.}"
    assert codes(slide) == [("repeated-word", 14)]
    assert codes(SLIDE.format(allow=allow)) == []
    assert codes(f"{SLIDE.format(allow=allow)}\nA spring, by by.\nIt is of of rain.\n") == [("repeated-word", 19)]


def test_a_comment_answers_for_the_prose_around_it(codes: Callable[..., list[tuple[str, int]]]) -> None:
    comment = "<!-- allow repeated-word: it is a poem -->"
    assert codes(f"{comment}\n\nIt is of of rain.") == []
    assert codes(f"It is of of rain. {comment}") == []
    assert codes(f"{comment}\n\n{SLIDE.format(allow='build: true')}\nIt is of of rain.") == [("repeated-word", 20)]
    assert codes("<!-- allow repeated-word: -->\n\nIt is of of rain.") == [("repeated-word", 13)]


def test_a_course_answers_for_all_of_it(codes: Callable[..., list[tuple[str, int]]]) -> None:
    assert codes("It is of of rain.", "allow: {repeated-word: It is a course of poems.}\n") == []


def test_an_answer_to_nothing_is_said(codes: Callable[..., list[tuple[str, int]]]) -> None:
    assert codes("It is rain.\n\n<!-- allow repeated-word: it was a poem -->\n\nMore.") == [("unused-answer", 13)]
    allow = "allow: {repeated-word: It is a poem., repeated-wrod: A slip.}"
    assert codes(SLIDE.format(allow=allow)) == [("unused-answer", 14)]


def test_a_warning_that_is_answered_is_printed_by_no_output(
    unit: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choice = """## One

```{multiple-choice}
id: ex
text: Where is it?
options: [{text: here, right: true}, {text: there}, {text: nowhere}]
feedback: The first answer.%s
slides: x
```
""".replace("slides: x\n", "")
    assert main(["slides", str(unit(choice % "")), "-o", str(tmp_path / "a.pptx")]) == 0
    assert "placed-words" in capsys.readouterr().err
    answered = choice % "\nallow: {placed-words: It stands first in every copy.}"
    assert main(["slides", str(unit(answered)), "-o", str(tmp_path / "b.pptx")]) == 0
    assert "placed-words" not in capsys.readouterr().err


def test_an_answer_needs_a_reason(unit: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(unit(f"## One\n\n{SLIDE.format(allow='allow: {repeated-word: }')}"))]) == 1
    assert "allow" in capsys.readouterr().err
