"""What the Makefile starts, and when: with stand-ins for python, pip and coursepack that keep a log."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coursepack.outputs.registry import OUTPUTS
from coursepack.outputs.rules import rules

ROOT = Path(__file__).parents[1]

# Makes the stand-in of a virtual environment. Its pip fails as long as there is a file `offline`; its coursepack
# fails on a course with a file `mistake`, and edits a course with a file `editing` while it builds it.
PYTHON = r"""#!/bin/sh
[ "$1 $2" = "-m venv" ] || exit 0
echo "venv" >> log
mkdir -p .venv/bin
printf '#!/bin/sh\ntest ! -e offline\n' > .venv/bin/pip
cat > .venv/bin/coursepack <<'SCRIPT'
#!/bin/sh
printf '%s\n' "$*" >> log
test ! -e "$2"/mistake || exit 1
test ! -e "$2"/editing || { sleep 0.05; touch "$2"/course.yaml; }
for out; do :; done
case $1 in
    present) out=$out/index.html ;;
    packs) out=$out/print.pdf ;;
    variants) out=$out/permutations.pdf ;;
esac
mkdir -p "$(dirname "$out")"
date > "$out"
SCRIPT
chmod +x .venv/bin/*
"""

HANDOUT = "pdf content/demo --paper=a4 -o build/demo/handout.pdf"
TOLD = "--paper=a4 --edition=teacher --pages=build/demo/handout.pages.json"
STUDENTS = TOLD.replace("teacher", "student")
SLIDES = f"slides content/demo {TOLD} -o build/demo/slides.pptx"


class Project:
    """A folder with the real Makefile and a course of four files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("python", PYTHON).chmod(0o755)
        self.write("content/demo/course.yaml")
        self.write("content/demo/units/03-from-then-to-now.md")
        self.write("content/demo/units/12-what-next.md")
        self.write("content/demo/media/old map.png")
        self.write("templates/print.css")
        self.write("src/coursepack/cli.py")
        shutil.copy(ROOT / "Makefile", folder)
        shutil.copytree(ROOT / "setup", folder / "setup")

    def write(self, path: str, text: str = "") -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run make as from a shell, not as from the make that may run these tests."""
        clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
        clean["PATH"] = f"{self.folder / 'bin'}:{clean['PATH']}"
        command = ["make", "PYTHON=./python", *words]
        if not any(word.startswith("COURSE=") for word in words):
            command.append("COURSE=demo")
        return subprocess.run(command, cwd=self.folder, env=clean, capture_output=True, text=True, check=False)

    def started(self) -> list[str]:
        """Return which programs of `bin`, which keep a list, make starts where nothing is to be made."""
        self.write("started")
        assert self.run("pdf").returncode == 0
        return sorted((self.folder / "started").read_text().splitlines())

    def make(self, *words: str) -> list[str]:
        """Run make and return what it started."""
        log = self.write("log")
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return log.read_text().splitlines()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def built(project: Project) -> Project:
    project.make()
    return project


def test_two_targets_make_the_environment_once_and_both_outputs(project: Project) -> None:
    assert project.make("pdf", "slides") == ["venv", HANDOUT, SLIDES]


def test_without_a_target_it_makes_both_and_says_where_they_lie(project: Project) -> None:
    assert "The handout is build/demo/handout.pdf, the deck build/demo/slides.pptx." in project.run().stdout


def test_a_check_looks_at_the_pages_that_are_named(built: Project) -> None:
    for wish, asked in (("", ""), ("1", " --print"), ("key", " --print key")):
        assert built.make("check", f"PRINT={wish}") == [f"check content/demo --paper=a4{asked}"]


def test_nothing_changed_nothing_starts(built: Project) -> None:
    assert built.make("pdf", "slides") == []


def test_a_file_that_changed_makes_both_anew(built: Project) -> None:
    for file in (
        "content/demo/course.yaml",
        "content/demo/units/12-what-next.md",
        "content/demo/media/old map.png",
        "templates/print.css",
        "src/coursepack/cli.py",
    ):
        (built.folder / file).touch()
        assert built.make() == [HANDOUT, SLIDES], file
    assert built.make() == []


def test_a_file_that_was_added_makes_both_anew(built: Project) -> None:
    built.write("content/demo/templates/new cover.html.j2")
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


def test_a_file_that_was_removed_makes_both_anew(built: Project) -> None:
    (built.folder / "content/demo/media/old map.png").unlink()
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


SHARED = [pytest.param("shared: ../my maps", marks=pytest.mark.thorough), "shared:\n  - ../none\n  - ../my maps"]


@pytest.mark.parametrize("written", SHARED)
def test_a_file_that_changed_in_a_shared_folder_makes_both_anew(built: Project, written: str) -> None:
    built.write(".venv/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n').chmod(0o755)
    built.write("content/demo/course.yaml", written)
    built.write("content/my maps/old.svg")
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []
    (built.folder / "content/my maps/old.svg").touch()
    assert built.make() == [HANDOUT, SLIDES]
    assert built.make() == []


def test_a_file_that_an_older_one_took_the_place_of_makes_both_anew(built: Project) -> None:
    older = built.write("map from last year.png")
    os.utime(older, (0, 0))
    older.rename(built.folder / "content/demo/media/old map.png")
    assert built.make() == [HANDOUT, SLIDES]


def test_what_is_edited_while_it_is_built_is_built_again(built: Project) -> None:
    built.write("content/demo/editing")
    assert built.make("pdf") == [HANDOUT]
    assert built.make("pdf") == [HANDOUT]


@pytest.mark.parametrize("file", ["content/demo/.course.yaml.swp", "src/coursepack/__pycache__/cli.cpython-311.pyc"])
def test_what_editors_and_python_leave_is_no_change(built: Project, file: str) -> None:
    built.write(file)
    assert built.make() == []


def test_a_build_that_failed_keeps_the_last_good_output_and_is_tried_again(built: Project) -> None:
    before = (built.folder / "build/demo/handout.pdf").read_bytes()
    mistake = built.write("content/demo/mistake")
    assert built.run().returncode
    assert built.run().returncode
    assert (built.folder / "build/demo/handout.pdf").read_bytes() == before
    mistake.unlink()
    assert built.make() == [HANDOUT, SLIDES]


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


def test_a_deck_is_made_anew_when_the_handout_s_pages_are_known(built: Project) -> None:
    time.sleep(0.02)  # some clocks of files tick slowly
    built.write("build/demo/handout.pages.json")
    time.sleep(0.02)
    assert built.make("slides") == [SLIDES]
    assert built.make("slides") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["slides-pdf"], f"slides-pdf content/demo {TOLD} -o build/demo/deck-slides.pdf"),
        (["notes"], f"notes content/demo {STUDENTS} --per=3 -o build/demo/deck-student-notes-3.pdf"),
        (["notes", "PER=6"], f"notes content/demo {STUDENTS} --per=6 -o build/demo/deck-student-notes-6.pdf"),
        (["notes", "EDITION=teacher"], f"notes content/demo {TOLD} --per=3 -o build/demo/deck-notes-3.pdf"),
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


def test_a_roster_in_the_course_is_none_of_its_inputs(built: Project) -> None:
    built.write("content/demo/rosters/class.csv")
    assert built.make() == []


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


def test_an_environment_that_is_half_made_does_not_count(project: Project) -> None:
    offline = project.write("offline")
    assert project.run("pdf").returncode
    offline.unlink()
    assert project.make("pdf") == ["venv", HANDOUT]


def test_another_lock_file_makes_the_environment_anew(built: Project) -> None:
    (built.folder / "setup/requirements.lock").touch()
    assert built.make() == ["venv", HANDOUT, SLIDES]


def test_an_environment_that_was_moved_is_made_anew(built: Project) -> None:
    moved = built.folder.with_name("moved here")
    built.folder = built.folder.rename(moved)
    assert "venv" in built.make()


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


def test_variants_and_packs_are_made_each_time(built: Project) -> None:
    """How many there are does not show in the names of files."""
    command = "variants content/demo --paper=a4 --variants={} -o build/demo/variants"
    assert built.make("variants") == [command.format(4)]
    assert built.make("variants", "N=2") == [command.format(2)]


def test_it_starts_no_more_programs_for_more_files(built: Project) -> None:
    """How long a look takes on the real courses is measured by `make bench`."""
    for name in ("find", "sort", "cmp", "mkdir", "touch", "rm", "uname"):
        built.write(f"bin/{name}", f'#!/bin/sh\necho {name} >> started\nexec {shutil.which(name)} "$@"\n').chmod(0o755)
    few = built.started()
    for number in range(300):
        built.write(f"content/demo/media/{number}.png")
    built.make("pdf")
    assert built.started() == few
    assert len(few) < 20


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
