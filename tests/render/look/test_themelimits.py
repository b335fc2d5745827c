from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.languages.labels import Labels
from coursepack.render.look.design import design
from coursepack.render.look.templates import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.problem import Problem

A4 = "papers:\n  a4: {width: 210, height: 297, inner: 24, text: 120, gap: 6, outer: 42, top: 27, bottom: 32.9}\n"


def found(folder: Path, text: str) -> list[Problem]:
    (folder / "theme.yaml").write_text(text)
    problems: list[Problem] = []
    design([folder], Labels({}, "en"), problems)
    return problems


def said(folder: Path, old: str, new: str) -> list[tuple[str, int, int]]:
    text = A4.replace(old, new)
    return [(problem.code, problem.span.line, problem.span.column) for problem in found(folder, text)]


def test_what_a_theme_leaves_out_it_has_from_ours(tmp_path: Path) -> None:
    assert found(tmp_path, A4) == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("text: 120", "text: 70", "text"),  # too narrow for a table
        ("text: 120", "text: 60", "text"),  # for code too
        ("text: 120", "text: 140", "text"),  # beyond the paper
        ("outer: 42", "outer: 15", "outer"),
        ("top: 27", "top: 10", "top"),
        ("bottom: 32.9", "bottom: 12", "bottom"),
    ],
)
def test_what_cannot_hold_is_a_problem_at_its_line(tmp_path: Path, old: str, new: str, field: str) -> None:
    line = A4.split("\n")[1].replace(old, new)
    # The place is that of the value.
    assert said(tmp_path, old, new) == [("narrow-theme", 2, line.index(f"{field}: ") + len(field) + 3)]


def test_a_page_has_some_lines(tmp_path: Path) -> None:
    assert [code for code, _, _ in said(tmp_path, "height: 297", "height: 120")] == ["narrow-theme"]


def test_a_size_too_large_for_its_measure_is_a_problem_of_every_paper(tmp_path: Path) -> None:
    problems = found(tmp_path, "type: {size: 22, leading: 28}\n")
    assert {problem.code for problem in problems} == {"narrow-theme"}
    assert {problem.span.file for problem in problems} == {str(OWN / "theme.yaml")}


def test_a_paper_of_ours_too_small_for_a_type_names_those_for_it(tmp_path: Path) -> None:
    """Nobody can change our measures of A5: the type is what its author named, or it is an edition's."""
    wide = "{inner: 20, text: 174, gap: 0, outer: 0}"
    said = f"type:\n  size: 18\n  leading: 24\npapers:\n  a4: {wide}\n  letter: {wide}\n"
    (tmp_path / "theme.yaml").write_text(said)
    problems: list[Problem] = []
    design([tmp_path, OWN / "papers" / "a5"], Labels({}, "en"), problems)
    (problem,) = problems
    assert (problem.code, problem.span.file, problem.span.line) == ("narrow-theme", str(tmp_path / "theme.yaml"), 2)
    assert (problem.message, problem.help) == (
        "type of 18 pt is too large for the paper `a5`",
        "Print it on a4 or letter",
    )


def test_lines_do_not_run_into_each_other(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "type: {size: 10, leading: 8}\n")
    assert (problem.code, problem.span.line, problem.help) == ("narrow-theme", 1, "Write a greater leading")


def test_text_is_not_smaller_than_the_smallest(tmp_path: Path) -> None:
    """Nothing is set so small, so it would not be the size that the theme says."""
    (problem,) = found(tmp_path, "type: {size: 6}\n")
    assert (problem.code, problem.span.line) == ("narrow-theme", 1)
    assert problem.message == "text of 6 pt is below the `smallest`, 8 pt"


def test_a_voice_that_its_face_cannot_speak_is_a_problem_at_its_line(tmp_path: Path) -> None:
    """The upright text of our own theme has an optical size, which this face has not."""
    face = "fontpkg_source_sans_3:files/SourceSans3[wght].ttf"
    said = found(tmp_path, f"voices: {{text_bold: '\"opsz\" 11'}}\nfaces: [{{family: Text, file: '{face}'}}]\n")
    assert {problem.code for problem in said} == {"unknown-axis"}
    (own,) = [problem for problem in said if problem.span.file == str(tmp_path / "theme.yaml")]
    assert (own.span.line, own.help) == (1, "Write `text_bold` with wght alone")
    assert own.message == "`text_bold` names opsz, which SourceSans3[wght].ttf has not"


def test_a_missing_face_is_a_problem_at_its_line(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, 'faces:\n  - {family: Text, style: normal, file: "no_such_package:A.ttf"}\n')
    assert (problem.code, problem.span.file, problem.span.line) == ("missing-face", str(tmp_path / "theme.yaml"), 2)
