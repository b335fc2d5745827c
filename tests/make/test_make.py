"""What the Makefile starts, and when: with stand-ins for python, pip and coursepack that keep a log."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from coursepack.outputs.registry import OUTPUTS
from coursepack.outputs.rules import rules
from makefolder import HANDOUT, ROOT, SLIDES, STUDENTS, TOLD, Project


def test_two_targets_make_the_environment_once_and_both_outputs(project: Project) -> None:
    assert project.make("pdf", "slides") == ["venv", HANDOUT, SLIDES]


def test_without_a_target_it_makes_both_and_says_where_they_lie(project: Project) -> None:
    assert "The handout is build/demo/handout.pdf, the deck build/demo/slides.pptx." in project.run().stdout


def test_a_check_looks_at_the_pages_that_are_named(built: Project) -> None:
    for wish, asked in (("", ""), ("1", " --print"), ("key", " --print key")):
        assert built.make("check", f"PRINT={wish}") == [f"check content/demo --paper=a4{asked}"]


@pytest.mark.parametrize("unit", ["3", "03", "03-from-then-to-now"])
def test_one_unit(project: Project, unit: str) -> None:
    name, stem = "03-from-then-to-now", "build/demo/units/03-from-then-to-now"
    assert project.make("pdf", "slides", f"UNIT={unit}")[1:] == [
        "pdf content/demo --unit=03-from-then-to-now --paper=a4 -o build/demo/units/03-from-then-to-now.pdf",
        f"slides content/demo --unit={name} --paper=a4 --edition=teacher --pages={stem}.pages.json -o {stem}.pptx",
    ]


def test_every_unit(project: Project) -> None:
    assert len(project.make("units")) == 1 + 2 * 2
    assert project.make("units") == []


def test_a_unit_that_is_not_there(project: Project) -> None:
    assert "no unit 7 among 03-from-then-to-now 12-what-next" in project.run("pdf", "UNIT=7").stderr


def test_a_course_that_is_not_there(project: Project) -> None:
    assert "no course in content/dmeo; there are: demo" in project.run("pdf", "COURSE=dmeo").stdout
    assert not (project.folder / "build/dmeo").exists()


def test_both_papers_side_by_side(built: Project) -> None:
    letter = "pdf content/demo --paper=letter -o build/demo/handout-letter.pdf"
    assert built.make("pdf", "PAPER=letter") == [letter]
    assert built.make("pdf", "PAPER=letter") == []
    assert built.make("pdf") == []


def test_the_students_deck_beside_the_lecturer_s(built: Project) -> None:
    made = f"slides content/demo {STUDENTS} -o build/demo/slides-student.pptx"
    assert built.make("slides", "EDITION=student") == [made]
    assert built.make("slides", "EDITION=student") == []
    assert built.make("slides") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["slides-pdf"], f"slides-pdf content/demo {TOLD} -o build/demo/deck-slides.pdf"),
        (["notes"], f"notes content/demo {STUDENTS} -o build/demo/deck-student-notes.pdf"),
        (["notes", "PER=6"], f"notes content/demo {STUDENTS} --per=6 -o build/demo/deck-student-notes-6.pdf"),
        (["notes", "EDITION=teacher"], f"notes content/demo {TOLD} -o build/demo/deck-notes.pdf"),
        (["speaker"], f"speaker content/demo {TOLD} -o build/demo/deck-speaker.pdf"),
    ],
)
def test_the_deck_on_paper(built: Project, words: list[str], expected: str) -> None:
    assert built.make(*words) == [expected]
    assert built.make(*words) == []


def test_packs_for_a_roster(project: Project) -> None:
    packs = "packs content/demo {}--paper=a4 --roster=my class.csv --variants={} {}-o build/demo/packs"
    assert project.make("packs", "ROSTER=my class.csv")[1:] == [packs.format("", 4, "")]
    words = ["packs", "ROSTER=my class.csv", "UNIT=3", "N=2", "EACH=1"]
    assert project.make(*words) == [packs.format("--unit=03-from-then-to-now ", 2, "--each ")]
    assert "make packs wants ROSTER=…" in project.run("packs").stderr


def test_the_browser_s_deck_gets_reveal_js_once(built: Project) -> None:
    built.write("setup/reveal.sh", "#!/bin/sh\necho reveal >> log\nmkdir -p $1\ntouch $1/LICENSE\n")
    show = f"present content/demo {TOLD} --reveal=.venv/reveal.js -o build/demo/present"
    assert built.make("present") == ["reveal", show]
    (built.folder / "content/demo/course.yaml").touch()
    assert built.make("present") == [show]


def test_without_npm_it_says_what_is_missing(built: Project) -> None:
    folders = [Path(folder) for folder in os.environ["PATH"].split(":")]
    found = {one.name: one for folder in folders if folder.is_dir() for one in folder.iterdir() if one.name != "npm"}
    (built.folder / "all").mkdir()
    for name, program in found.items():
        (built.folder / "all" / name).symlink_to(program)
    done = built.run("present", f"PATH={built.folder / 'all'}")
    assert done.returncode
    assert "there is no npm here" in done.stdout + done.stderr


def test_clean_leaves_the_folder_itself(built: Project) -> None:
    built.write("build/.gitkeep")
    built.make("clean")
    assert [path.name for path in (built.folder / "build").iterdir()] == [".gitkeep"]


def test_help_lists_every_target(project: Project) -> None:
    targets = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    own = [name for name in targets[0].split() if name != "inputs"]
    assert re.findall(r"^make ([\w-]+)", project.run("help").stdout, re.MULTILINE) == [*OUTPUTS, *own]


def test_the_rules_are_what_the_outputs_say() -> None:
    """Else `make rules` was forgotten."""
    assert (ROOT / "setup/outputs.mk").read_text() == rules()


def test_variants_and_packs_are_made_each_time(built: Project) -> None:
    """How many there are does not show in the names of files."""
    command = "variants content/demo --paper=a4 --variants={} -o build/demo/variants"
    assert built.make("variants") == [command.format(4)]
    assert built.make("variants", "N=2") == [command.format(2)]


@pytest.mark.parametrize("name", ["teacher", "key", "worksheets", "cards"])
def test_what_is_for_teaching_is_made_of_the_course_or_of_a_unit(project: Project, name: str) -> None:
    project.make()
    assert project.make(name) == [f"{name} content/demo --paper=a4 -o build/demo/{name}.pdf"]
    assert project.make(name) == []
    unit = "build/demo/units/03-from-then-to-now"
    assert project.make(name, "UNIT=3", "PAPER=letter") == [
        f"{name} content/demo --unit=03-from-then-to-now --paper=letter -o {unit}-{name}-letter.pdf"
    ]


PIP = r"""#!/bin/sh
echo "what is made"
echo "WARNING: Location 'file:///nowhere/simple/a/' is ignored: it is neither a file nor a directory." >&2
echo "WARNING: Location '/nowhere' is ignored: it is either a non-existing path or lacks a specific scheme." >&2
echo "WARNING: Retrying, for the index does not answer" >&2
echo "ERROR: No matching distribution found for a" >&2
exit $1
"""


@pytest.mark.parametrize("status", [0, 3])
def test_of_what_pip_says_only_the_noise_is_left_out(tmp_path: Path, status: int) -> None:
    (tmp_path / "pip").write_text(PIP)
    (tmp_path / "pip").chmod(0o755)
    command = [ROOT / "setup" / "pip.sh", tmp_path / "pip", str(status)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (status, "what is made\n")
    assert [line.split()[1] for line in done.stderr.splitlines()] == ["Retrying,", "No"]
