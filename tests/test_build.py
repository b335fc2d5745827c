from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready, stop
from coursepack.cli import main
from coursepack.problem import ContentError, Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


@pytest.mark.parametrize("name", ["2", "02", "02-law", "law"])
def test_a_unit_is_found_by_number_file_or_id(golden_course: Ready, name: str) -> None:
    assert golden_course.unit(name).front.id == "law"


@pytest.mark.parametrize("name", ["3", "0", "", "02-", "laws"])
def test_an_unknown_unit_is_a_problem_that_names_the_known_ones(golden_course: Ready, name: str) -> None:
    with pytest.raises(ContentError) as caught:
        golden_course.unit(name)
    assert caught.value.problems[0].code == "unknown-unit"
    assert "01-water, 02-law" in caught.value.problems[0].help


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        ready(tmp_path / "none")
    assert [problem.code for problem in caught.value.problems] == ["missing-file"]


def test_warnings_alone_stop_nothing() -> None:
    warning = Problem(Span("a"), "b", "c", severity=Severity.WARNING)
    stop([warning])
    with pytest.raises(ContentError) as caught:
        stop([warning, Problem(Span("a"), "b", "c")])
    assert len(caught.value.problems) == 2


# A mistake in the content and one in a template.
CONTENT = {"units/01-water.md": "---\nid: a\n---\n"}
TEMPLATE = {"templates/handout.html.j2": "{{ nothing }}", "templates/deck.html.j2": "{{ nothing }}"}


@pytest.mark.parametrize(
    ("output", "mistake"),
    [
        ("slides", TEMPLATE),
        ("pdf", CONTENT),
        pytest.param("slides", CONTENT, marks=pytest.mark.thorough),
        pytest.param("pdf", TEMPLATE, marks=pytest.mark.thorough),
    ],
)
def test_the_last_good_output_stays_when_a_build_fails(
    course: Callable[..., Path], tmp_path: Path, output: str, mistake: dict[str, str]
) -> None:
    path = tmp_path / "build" / "out"
    assert main([output, str(course()), "-o", str(path)]) == 0
    good = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert path in good
    assert main([output, str(course(mistake)), "-o", str(path)]) == 1
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == good
