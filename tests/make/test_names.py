"""Names of units, courses, rosters and clones reach no shell: whatever signs they have, make finds them."""

from __future__ import annotations

import pytest

from makefolder import HANDOUT, SLIDES, TOLD, Project

HOSTILE = [
    "03-$(touch x)",
    "03-`touch x`",
    "03-'; touch x; '",
    '03-"; touch x; "',
    "03-a & touch x",
    "03-$$(shell touch x)",
    "03-\u00dcber % und #",
    "-o 03 -exec touch x ;",
]


def test_nothing_in_the_names_of_units_is_run(project: Project) -> None:
    for name in HOSTILE:
        project.write(f"content/my course/units/{name}.md")
    project.write("content/my course/course.yaml")
    made = project.make("units", "COURSE=my course")[1:]
    targets = {name: f"build/my course/units/{name}" for name in HOSTILE}
    pages = [f"pdf content/my course --unit={name} --paper=a4 -o {targets[name]}.pdf" for name in HOSTILE]
    told = {name: TOLD.replace("build/demo/handout", targets[name]) for name in HOSTILE}
    decks = [f"slides content/my course --unit={name} {told[name]} -o {targets[name]}.pptx" for name in HOSTILE]
    assert sorted(made) == sorted(pages + decks)
    assert project.make("units", "COURSE=my course") == []
    assert not list(project.folder.rglob("x"))


# Names of folders and files, each with a sign that a shell, make or a program may read as something else.
NAMES = [
    "Zo\u00eb's courses, new",
    "rivers (1)",
    '"a": 100 % & #1; x=[y]* ~',
    "$(touch x)",
    "`touch x` $HOME $(shell touch x)",
    "-o",
    "--help",
    "a\\b | ?!",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_clone_may_have_any_name(project: Project, name: str) -> None:
    project.folder = project.folder.rename(project.folder.with_name(name))
    assert project.make("pdf", "slides") == ["venv", HANDOUT, SLIDES]
    assert project.make("pdf", "slides") == []
    assert not list(project.folder.rglob("x"))


def test_a_course_and_its_units_may_have_any_name(built: Project) -> None:
    for name in NAMES:
        built.write(f"content/{name}/units/01-{name}.md")
        built.write(f"content/{name}/course.yaml")
        course = f"COURSE={name}"
        assert built.make("pdf", course) == [f"pdf content/{name} --paper=a4 -o build/{name}/handout.pdf"]
        assert built.make("pdf", course) == []
        target = f"build/{name}/units/01-{name}.pdf"
        assert built.make("pdf", course, "UNIT=1") == [f"pdf content/{name} --unit=01-{name} --paper=a4 -o {target}"]
        assert f"COURSE={name}  UNIT=" in built.run("help", course).stdout
        assert not list(built.folder.rglob("x"))


def test_a_roster_may_have_any_name(built: Project) -> None:
    for name in NAMES:
        made = built.make("packs", f"ROSTER={name}")
        assert made == [f"packs content/demo --paper=a4 --roster={name} --variants=4 -o build/demo/packs"]
        assert not list(built.folder.rglob("x"))
