from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2.sandbox import SandboxedEnvironment, SecurityError

from coursepack.problem import ContentError, Problem
from coursepack.render.look.templates import OWN, environment, reporting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def mistake(tmp_path: Path) -> Callable[[str], Problem]:
    """Return a function that renders a template with a mistake, and gives the problem."""

    def render(text: str) -> Problem:
        (tmp_path / "a.html.j2").write_text(text)
        (tmp_path / "b.html.j2").write_text("one\n{{ nothing }}\n")
        templates = environment([tmp_path])
        with pytest.raises(ContentError) as caught, reporting(templates):
            templates.get_template("a.html.j2").render()
        (problem,) = caught.value.problems
        return problem

    return render


def test_a_courses_own_file_wins_and_the_rest_stay(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "cover.html.j2").write_text("mine")
    templates = environment([tmp_path])
    assert templates.get_template("parts/cover.html.j2").render() == "mine"
    assert templates.get_template("handout.html.j2").filename == str(OWN / "handout.html.j2")


@pytest.mark.parametrize(
    ("text", "file", "line"),
    [
        ("one\n{% if %}", "a", 2),
        ("one\n\n{{ nothing }}", "a", 3),
        ("one\n{% include 'b.html.j2' %}", "b", 2),
        ("one\n{% include 'c.html.j2' %}", "a", 2),
        ("{{ 'x'|nothing }}", "a", 1),
        ("one\n{{ 'x' + 1 }}", "a", 2),
        ("one\n{{ 1 / 0 }}", "a", 2),
        ("one\n{{ [1].nothing }}", "a", 2),
        ("one\n{% for x in 3 %}{% endfor %}", "a", 2),
    ],
)
def test_a_mistake_is_a_problem_at_its_line(
    mistake: Callable[[str], Problem], tmp_path: Path, text: str, file: str, line: int
) -> None:
    problem = mistake(text)
    assert (problem.code, problem.span.file, problem.span.line) == ("template", str(tmp_path / f"{file}.html.j2"), line)


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ x.__init__.__globals__ }}"])
def test_a_template_cannot_reach_python(text: str) -> None:
    with pytest.raises(SecurityError):
        environment().from_string(text).render(x=environment)


@pytest.mark.parametrize("path", ["../secret", "/etc/hostname", "parts/../../secret"])
def test_a_template_outside_the_folders_is_not_there(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "templates").mkdir()
    with pytest.raises(ContentError), reporting(environment([tmp_path / "templates"])):
        environment([tmp_path / "templates"]).get_template(path)


def test_values_are_escaped_in_html_and_not_in_style_sheets(tmp_path: Path) -> None:
    for name in ("a.html.j2", "a.css.j2", "a.svg.j2", "a.xml.j2"):
        (tmp_path / name).write_text("{{ x }}")
    templates = environment([tmp_path])
    made = [templates.get_template(f"a.{kind}.j2").render(x="<&>") for kind in ("html", "svg", "xml", "css")]
    assert made == ["&lt;&amp;&gt;"] * 3 + ["<&>"]


def test_a_bug_of_ours_is_not_taken_for_a_mistake_in_a_template() -> None:
    with pytest.raises(KeyError), reporting(environment()):
        raise KeyError


def test_what_is_compiled_once_knows_no_filter_of_another_output(tmp_path: Path) -> None:
    """Not even where a filter is given a constant, which Jinja2 would work out while it compiles."""
    text = "{{ 'x'|mine }}{{ ('y'|mine)|upper }}{% if 'z'|mine == '1z' %} first{% endif %}"
    (tmp_path / "a.html.j2").write_text(text)
    said = []
    for number in "12":
        page = environment([tmp_path]).overlay()
        page.filters = {**page.filters, "mine": lambda text, number=number: f"{number}{text}"}
        said.append(page.get_template("a.html.j2").render())
    assert said == ["1x1Y first", "2x2Y"]


def test_a_template_that_changes_is_compiled_anew(tmp_path: Path) -> None:
    for text in ("one", "two"):
        (tmp_path / "a.html.j2").write_text(text)
        assert environment([tmp_path]).get_template("a.html.j2").render() == text


def test_a_template_is_compiled_once_for_all_environments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html.j2").write_text("text")
    environment([tmp_path]).get_template("a.html.j2")
    monkeypatch.setattr(SandboxedEnvironment, "compile", lambda *_: pytest.fail("compiled again"))
    assert environment([tmp_path]).overlay().get_template("a.html.j2").render() == "text"
