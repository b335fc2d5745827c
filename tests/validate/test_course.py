from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.load.files import Folder
from coursepack.problem import ContentError
from coursepack.validate.course import course as checked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


def test_a_course_without_glossary_references_and_index_is_whole(course: Callable[..., Path]) -> None:
    made = ready(course())
    assert (made.course.glossary, made.course.references, made.course.index) == ({}, (), ())


def test_the_golden_course_is_read_whole(golden_course: Ready) -> None:
    course = golden_course.course
    assert [part.front.id for part in course.parts()] == ["how-to-use", "water", "law", "provenance"]
    assert course.tables.keys() == {"data/rain.csv"}
    assert course.media.keys() == {"media/spring.svg"}


def test_every_file_that_is_read_is_listed(course: Callable[..., Path]) -> None:
    """So that make and watching know what to look at."""
    root = course({"glossary.yaml": "- {term: a, definition: b}\n"})
    folder = Folder(root, [])
    checked(folder)
    assert set(folder.seen) == {"course.yaml", "units/01-water.md", "glossary.yaml"}


def test_a_file_that_two_blocks_name_is_reported_once_when_it_is_bad(unit: Callable[..., Path]) -> None:
    table = "```{{table}}\nid: {}\ndata: data/a.csv\n```\n\n"
    root = unit(f"## S\n\n{table.format('a')}{table.format('b')}", {"data/a.csv": "a,b\n1\n1,2\n"})
    with pytest.raises(ContentError) as caught:
        ready(root)
    assert [problem.code for problem in caught.value.problems] == ["ragged-row"]


def test_mistakes_of_all_stages_are_reported_in_one_run(course: Callable[..., Path]) -> None:
    root = course(
        {"glossary.yaml": "- {term: a}\n", "index.yaml": "- {entry: a, find: []}\n", "references.yaml": "- {id: a}\n"}
    )
    with pytest.raises(ContentError) as caught:
        ready(root)
    assert {problem.span.file.rpartition("/")[2] for problem in caught.value.problems} == {
        "glossary.yaml",
        "index.yaml",
        "references.yaml",
    }


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{0}" height="{0}"/></svg>'


def test_a_picture_may_lie_beside_its_text_and_one_of_the_course_comes_first(unit: Callable[..., Path]) -> None:
    files = {f"units/fig/{name}.svg": DRAWING.format(1) for name in ("brook", "two brooks", "bäche", "both")}
    body = """## S

![A brook](fig/brook.svg)

![Two](<fig/two brooks.svg>) ![Drei](./fig/bäche.svg)

Here ![a brook](../units/fig/brook.svg){width=5mm} runs.

::: tip
![Both](fig/both.svg)
:::
"""
    shown = ready(unit(body, {**files, "fig/both.svg": DRAWING.format(2)})).course.media
    assert set(shown) == {f"units/fig/{name}.svg" for name in ("brook", "two brooks", "bäche")} | {"fig/both.svg"}
    assert b'"2"' in shown["fig/both.svg"]


@pytest.mark.parametrize("path", ["fig/none.svg", "../../secret.svg", "fig/", "https://example.org/a.svg"])
def test_a_picture_that_is_neither_in_the_course_nor_beside_the_text_is_a_problem(
    unit: Callable[..., Path], tmp_path: Path, path: str
) -> None:
    (tmp_path / "secret.svg").write_text(DRAWING.format(1))
    with pytest.raises(ContentError) as caught:
        ready(unit(f"## S\n\n![A brook]({path})\n"))
    (problem,) = caught.value.problems
    assert f"`{path}`" in problem.message
