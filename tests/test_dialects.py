"""Every construct of the dialects that teachers write is set or reported at its line: none is printed as letters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursepack.build import ready
from coursepack.problem import ContentError
from coursepack.render.handout.markup import handout

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "dialects.yaml").read_text("utf-8"))
SET = [case for case in CASES if "gives" in case]
REPORTED = [case for case in CASES if "says" in case]
HEAD = "---\nid: water\ntitle: Water\nquestion: Where?\nminutes: 45\nobjectives: [say it]\n---\n"


def name(case: dict[str, Any]) -> str:
    return f"{case['dialect']}: {case['name']}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of each construct that is set, from one handout in which each is a section."""
    body = "".join(f"\n## S{number}E {{#s{number}}}\n\n{case['source']}\n" for number, case in enumerate(SET))
    folder = tmp_path_factory.mktemp("set")
    lay(folder, body)
    course = ready(folder)
    theme = course.design.theme
    html = handout(course.pack, theme, theme.papers["a4"], course.design.templates).html
    # A sign that stands heavier on paper is a sign.
    html = re.sub(r'<span class="frail">([^<]*)</span>', r"\1", html)
    cut = [html.rpartition(f"S{number}E")[2].partition("<h2")[0] for number, _ in enumerate(SET)]
    return dict(zip(map(name, SET), cut, strict=True))


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is said of each construct that is reported, from one course that has them all."""
    folder = tmp_path_factory.mktemp("reported")
    body, starts = "", []
    for number, case in enumerate(REPORTED):
        starts.append((HEAD + body).count("\n") + 1)
        body += f"\n## S{number} {{#s{number}}}\n\n{case['source']}\n"
    # What has no end would swallow the rest: it stands last.
    lay(folder, body)
    with pytest.raises(ContentError) as caught:
        ready(folder)
    ends = [*starts[1:], 10**6]
    return {
        name(case): [one.message for one in caught.value.problems if start <= one.span.line < end]
        for case, start, end in zip(REPORTED, starts, ends, strict=True)
    }


def lay(folder: Path, body: str) -> None:
    (folder / "units").mkdir()
    (folder / "course.yaml").write_text("title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n")
    (folder / "units" / "01-water.md").write_text(HEAD + body)
    (folder / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )


@pytest.mark.parametrize("case", SET, ids=name)
def test_it_is_set(case: dict[str, Any], pages: dict[str, str]) -> None:
    assert case["gives"] in pages[name(case)]


@pytest.mark.parametrize("case", REPORTED, ids=name)
def test_it_is_reported(case: dict[str, Any], problems: dict[str, list[str]]) -> None:
    assert any(case["says"] in message for message in problems[name(case)])


def test_there_are_120_of_them_from_four_dialects_and_more(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()  # noqa: T201 the table is for whoever reads the run
        for case in CASES:
            print(f"{case['dialect']:<11} {case['name']:<34} {'set' if 'gives' in case else 'reported'}")  # noqa: T201 the table is for whoever reads the run
    assert len(CASES) >= 120
    assert {"CommonMark", "GitHub", "Pandoc", "Quarto", "MyST"} <= {case["dialect"] for case in CASES}
