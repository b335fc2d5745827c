"""The handout's markup is judged without its layout, and so are the views of all other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge import paper
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem

WIDE = "```{table}\ncolumns: [a, b]\nrows: [[c, d]]\n```\n"
COVER = "templates/parts/cover.html.j2"


def said(root: Path) -> list[Problem]:
    """Return what is said, and the problems of what stopped it."""
    found: list[Problem] = []
    try:
        found.extend(paper.judge(ready(root)))
    except ContentError as error:
        found.extend(error.problems)
    return found


def test_a_sound_course_has_nothing_to_say(unit: Callable[..., Path]) -> None:
    assert said(unit(f"## S\n\n{WIDE}")) == []


def test_a_mistake_in_a_view_is_said_at_its_line(course: Callable[..., Path]) -> None:
    root = course({COVER: "<section>\n{{ nothing.there }}\n</section>"})
    (problem,) = said(root)
    assert (problem.span.file, problem.span.line) == (f"{root}/{COVER}", 2)


def test_what_a_view_would_open_is_refused(course: Callable[..., Path]) -> None:
    found = said(course({COVER: '<section><img src="file:///etc/passwd"></section>'}))
    assert [problem.code for problem in found] == ["outside-course"]


def test_other_documents_are_tried_where_a_course_brings_views(course: Callable[..., Path]) -> None:
    """The handout does not use the key's own view: its mistake is found all the same."""
    broken = {"templates/key.html.j2": "<main>\n{{ nothing.there }}\n</main>"}
    assert said(course(broken)) == []
    with pytest.raises(ContentError) as caught:
        list(paper.views(ready(course(broken))))
    assert [problem.span.line for problem in caught.value.problems] == [2]


def test_without_views_of_its_own_nothing_else_is_tried(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "companion", None)  # it is not called
    assert list(paper.views(ready(course()))) == []


def test_the_markup_is_written_once_for_who_judges_and_who_draws(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ready(course())
    assert list(paper.judge(made)) == []
    monkeypatch.setattr(paper, "handout", None)  # it is not called
    assert list(paper.drawn(made)) == []
