from __future__ import annotations

from typing import TYPE_CHECKING

from casefile import lay
from conftest import COURSE
from coursepack.build import read

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.problem import Problem


def found(root: Path, abbreviations: str) -> list[Problem]:
    said = f"title: Rivers\nlanguage: en\nunits: [units/01-water.md]\nabbreviations:\n{abbreviations}"
    unit = f"{COURSE['units/01-water.md']}\nThe WHO and the UN met; a UN/1 did not.\n"
    return list(read(lay(root, COURSE, {"course.yaml": said, "units/01-water.md": unit})).problems)


def test_an_abbreviation_that_no_text_has_is_noted_at_its_line(tmp_path: Path) -> None:
    said = found(tmp_path, "  WHO: World Health Organization\n  HO: House\n  EU: European Union\n")
    noted = [one for one in said if one.code == "unused-abbreviation"]
    assert [(one.span.line, "`HO`" in one.message, one.severity.name) for one in noted] == [
        (6, True, "NOTE"),
        (7, False, "NOTE"),
    ]


def test_an_abbreviation_stands_for_words(tmp_path: Path) -> None:
    for wrong in ("  UN: ''\n", "  UN:\n", "  UN: [a]\n"):
        (mistake,) = (one for one in found(tmp_path, wrong) if one.severity.name == "ERROR")
        assert (mistake.span.line, mistake.span.file.endswith("course.yaml")) == (5, True)
