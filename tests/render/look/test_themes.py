from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack import values
from coursepack.languages.labels import Labels
from coursepack.problem import Problem, Span
from coursepack.render.look import themes
from coursepack.render.look.design import design
from coursepack.render.look.foot import MM, foot
from coursepack.render.look.measure import scale
from coursepack.render.look.templates import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.render.look.design import Design

AT = Span("course.yaml", 3, 8)


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def search(root: Path, name: str) -> tuple[list[Path], list[Problem]]:
    problems: list[Problem] = []
    return themes.search([root], name, AT, problems), problems


def look(root: Path, name: str) -> tuple[Design | None, list[Problem]]:
    folders, problems = search(root, name)
    return design(folders, Labels({}, "en"), problems), problems


def read(text: str, file: str = "theme.yaml") -> values.Values:
    found = values.read(text, file, 1, [])
    assert found
    return found


def test_a_theme_stands_between_the_courses_templates_and_ours(tmp_path: Path) -> None:
    put(tmp_path, "templates/themes/large/theme.yaml", "colours: {}\n")
    own = tmp_path / "templates"
    assert search(tmp_path, "")[0] == [own]
    assert search(tmp_path, "large")[0] == [own, own / "themes" / "large", OWN / "themes" / "large"]


def test_an_unknown_theme_is_a_problem_where_it_is_named(tmp_path: Path) -> None:
    _, (problem,) = search(tmp_path, "larg")
    assert (problem.span, problem.code, problem.help) == (AT, "unknown-theme", "did you mean `large`?")
    _, (problem,) = search(tmp_path, "fjord")
    assert problem.help == "Use one of compact, easy, harbour, large, plain"


@pytest.mark.parametrize("name", ["..", "../../templates", "/etc", "themes/large", "."])
def test_a_theme_is_no_path(tmp_path: Path, name: str) -> None:
    folders, (problem,) = search(tmp_path, name)
    assert (folders, problem.code) == ([tmp_path / "templates"], "unknown-theme")


def test_a_theme_that_lies_elsewhere_is_not_the_courses_own(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/theme.yaml", "colours: {}\n")
    (tmp_path / "course/templates/themes").mkdir(parents=True)
    (tmp_path / "course/templates/themes/mine").symlink_to(tmp_path / "elsewhere")
    assert search(tmp_path / "course", "mine")[1]


def test_a_theme_need_only_say_what_differs(tmp_path: Path) -> None:
    put(tmp_path, "templates/themes/red/theme.yaml", 'colours: {accent: "#AA0000"}\n')
    made, problems = look(tmp_path, "red")
    ours, _ = look(tmp_path, "")
    assert made
    assert ours
    assert problems == []
    assert made.theme.colours == {**ours.theme.colours, "accent": "#AA0000"}
    assert (made.theme.papers, made.theme.faces) == (ours.theme.papers, ours.theme.faces)


def test_the_courses_own_file_wins_over_the_themes(tmp_path: Path) -> None:
    put(tmp_path, "templates/themes/red/theme.yaml", 'colours: {accent: "#AA0000", write: "#552222"}\n')
    put(tmp_path, "templates/theme.yaml", 'colours: {accent: "#0000AA"}\n')
    put(tmp_path, "templates/themes/red/parts/cover.html.j2", "of the theme")
    put(tmp_path, "templates/themes/red/parts/page.html.j2", "of the theme")
    put(tmp_path, "templates/parts/cover.html.j2", "of the course")
    made, _ = look(tmp_path, "red")
    assert made
    assert (made.theme.colours["accent"], made.theme.colours["write"]) == ("#0000AA", "#552222")
    files = [made.templates.get_template(f"parts/{name}.html.j2").render() for name in ("cover", "page")]
    assert files == ["of the course", "of the theme"]


def test_a_mistake_is_reported_in_the_file_that_makes_it(tmp_path: Path) -> None:
    put(tmp_path, "templates/themes/red/theme.yaml", "type:\n  size: 11\n  steps: {noot: [8, 11]}\n")
    _, (problem,) = look(tmp_path, "red")
    assert problem.span == Span(str(tmp_path / "templates/themes/red/theme.yaml"), 3, 11, 4)
    assert problem.help == "did you mean `note`?"


def test_a_face_takes_the_place_of_its_like() -> None:
    under = read("faces: [{family: A, file: a}, {family: A, style: italic, file: b}]\n", "under")
    upper = read("\n\nfaces: [{family: A, style: italic, file: c}, {family: B, file: d}]\n", "upper")
    made = themes.over(under, upper)
    assert [face["file"] for face in made.value["faces"]] == ["a", "c", "d"]
    places = [made.at(("faces", number, "file")) for number in range(3)]
    assert [(place.file, place.line) for place in places] == [("under", 1), ("upper", 3), ("upper", 3)]


def test_a_list_that_is_none_replaces_and_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "templates/theme.yaml", "faces: 3\n")
    _, (problem,) = look(tmp_path, "")
    assert (problem.code, problem.span.line) == ("wrong-type", 1)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("../secret.svg", "outside-course"),
        ("none.svg", "missing-file"),
        ("text.svg", "bad-picture"),
        ("far.svg", "bad-picture"),
    ],
)
def test_a_logo_is_a_picture_beside_the_theme(tmp_path: Path, file: str, code: str) -> None:
    folder = tmp_path / "templates" / "themes" / "red"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{}</svg>'
    put(folder, "text.svg", "no picture")
    put(folder, "far.svg", svg.format('<image href="https://example.org/a.png"/>'))
    put(folder, "../secret.svg", svg.format(""))
    put(folder, "theme.yaml", f"\nlogo: {{file: {file}, alt: Ours}}\n")
    made, (problem,) = look(tmp_path, "red")
    assert (problem.code, problem.span.line, made.theme.logo if made else 0) == (code, 2, None)


@pytest.mark.parametrize("name", ["", "compact", "harbour", "large", "plain"])
def test_a_students_line_and_code_have_room_under_the_pages_foot(tmp_path: Path, name: str) -> None:
    made, _ = look(tmp_path, name)
    assert made
    own = foot(made, [])
    assert own
    for paper in made.theme.papers.values():
        lowest = paper.bottom - paper.foot - scale(made.theme.type)["foot"].leading / MM
        assert own.line.bottom + own.line.height < lowest
        # The code stands beside the foot, in the outer column, or under it.
        assert own.code.bottom + own.code.side < (paper.bottom if paper.outer else lowest)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2.2 defines it."""
    lights = sorted(map(light, (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def light(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["", "compact", "harbour", "large", "plain"])
def test_our_themes_hold_and_their_colours_can_be_read(tmp_path: Path, name: str) -> None:
    made, problems = look(tmp_path, name)
    assert made
    assert problems == []
    for colour in ("ink", "accent", "soft"):
        assert contrast(made.theme.colours[colour], made.theme.colours["paper"]) >= 7
