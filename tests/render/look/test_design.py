from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from coursepack.languages.labels import Labels
from coursepack.render.look.design import Design, design
from coursepack.render.look.templates import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.problem import Problem


def make(folder: Path) -> tuple[Design | None, list[Problem]]:
    problems: list[Problem] = []
    return design([folder], Labels({"figure": "Figure"}, "en"), problems), problems


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def test_our_own_design_has_no_problems(tmp_path: Path) -> None:
    made, problems = make(tmp_path)
    assert made
    assert problems == []
    assert made.labels["figure"] == "Figure"


def test_a_theme_of_the_courses_own_wins(tmp_path: Path) -> None:
    theme = yaml.safe_load((OWN / "theme.yaml").read_text())
    theme["colours"]["accent"] = "#AA0000"
    put(tmp_path, "theme.yaml", yaml.safe_dump(theme))
    made, problems = make(tmp_path)
    assert problems == []
    assert made
    assert made.theme.colours["accent"] == "#AA0000"


def test_a_face_that_is_not_installed_is_a_problem_of_the_theme(tmp_path: Path) -> None:
    text = (
        (OWN / "theme.yaml").read_text().replace("fontpkg_source_sans_3:files/SourceSans3[wght].ttf", "none:none.ttf")
    )
    put(tmp_path, "theme.yaml", text)
    _, problems = make(tmp_path)
    assert [(problem.code, problem.span.file) for problem in problems] == [
        ("missing-face", str(tmp_path / "theme.yaml"))
    ]
    assert "none:none.ttf" in problems[0].message
    assert problems[0].help == "Run `pip install none` in coursepack's environment"


def test_a_file_that_a_package_of_faces_does_not_have(tmp_path: Path) -> None:
    put(
        tmp_path,
        "theme.yaml",
        (OWN / "theme.yaml").read_text().replace("SourceSans3[wght].ttf", "SourceSans[wght].ttf"),
    )
    _, problems = make(tmp_path)
    assert [problem.help for problem in problems] == ["did you mean `files/SourceSans3[wght].ttf`?"]


def test_faces_of_one_package_are_missed_once(tmp_path: Path) -> None:
    put(tmp_path, "theme.yaml", (OWN / "theme.yaml").read_text().replace("font_caladea:", "a_face:"))
    assert [problem.help for problem in make(tmp_path)[1]] == ["Run `pip install a-face` in coursepack's environment"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("theme.yaml", "colours: [\n", "yaml-syntax"),
        ("theme.yaml", "colours: 3\n", "wrong-type"),
        ("theme.yaml", "- a\n", "wrong-type"),
    ],
)
def test_a_mistake_in_a_courses_design_is_reported(tmp_path: Path, name: str, text: str, code: str) -> None:
    put(tmp_path, name, text)
    _, problems = make(tmp_path)
    assert code in {problem.code for problem in problems}
    assert {problem.span.file for problem in problems} == {str(tmp_path / name)}


def test_a_design_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_bytes(b"colours: {ink: \xe9}\n")
    _, problems = make(tmp_path)
    assert [problem.code for problem in problems] == ["not-utf8"]
