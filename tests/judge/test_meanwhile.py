"""A course is judged by another process while something is made of it, with the same end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from casefile import COURSE, lay
from coursepack.judge import verdict as module
from coursepack.judge.verdict import meanwhile
from coursepack.problem import ContentError, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


MEANWHILE = """\
import os, sys
from pathlib import Path
from coursepack.run import store
from coursepack.run.hands import hired
from coursepack.judge import verdict
from coursepack.problem import ContentError, Problem, Severity, Span

def say(word):
    os.write(1, f"{severity} {word}\\n".encode())

def stage(ready):
    say(f"judged {os.getpid() == HERE}")
    yield Problem(Span("here"), "bad", "this is bad", "", Severity[severity])

HERE, verdict.STAGES = os.getpid(), (stage,)
for severity in ("ERROR", "WARNING"):
    with hired("colorsys", 2), store.within(Path(sys.argv[2]) / severity):
        for block in ("say('made')", "1 / 0"):
            try:
                with verdict.meanwhile(Path(sys.argv[1])) as ready:
                    exec(block)
                say("sound")
            except (ContentError, ZeroDivisionError) as error:
                say(type(error).__name__)
"""

JUDGED = {
    "ERROR": ["judged False", "made", "ContentError", "judged False", "ContentError"],
    # What is known to be sound is not judged again.
    "WARNING": ["judged False", "made", "sound", "ZeroDivisionError"],
}

LOOP = """\
import sys
from contextlib import nullcontext
from pathlib import Path
from coursepack.run.hands import hired
from coursepack.judge import verdict
from coursepack.problem import ContentError

def stage(ready):
    exec(compile("\\n\\nraise MemoryError", ready.root / "templates" / "view.j2", "exec"))

verdict.STAGES = (stage,)
for judge in (nullcontext(), hired("colorsys", 2)):
    with judge:
        try:
            with verdict.meanwhile(Path(sys.argv[1])):
                pass
        except ContentError as error:
            print(*[f"{Path(one.span.file).name}:{one.span.line} {one.code}" for one in error.problems])
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one process says that does both: to start it takes longer than all of this."""
    root = lay(tmp_path_factory.mktemp("meanwhile") / "course", COURSE)
    command = [sys.executable, "-c", MEANWHILE + LOOP, str(root), str(root.parent / "store")]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def test_a_course_is_judged_by_another_process_while_something_is_made_of_it(said: list[str]) -> None:
    expected = [f"{severity} {word}" for severity, words in JUDGED.items() for word in words]
    assert sorted(line for line in said if "view.j2" not in line) == sorted(expected)


def test_what_takes_too_much_is_said_at_its_line_whoever_judges(said: list[str]) -> None:
    assert [line for line in said if "view.j2" in line] == ["view.j2:3 too-much"] * 2


def test_of_a_course_that_is_read_with_mistakes_nothing_is_made(course: Callable[..., Path]) -> None:
    root = course({"units/01-water.md": "---\nid: a\n---\n"})
    with pytest.raises(ContentError), meanwhile(root):
        pytest.fail("it was given away")


@pytest.mark.usefixtures("anew")
def test_where_nobody_else_can_it_is_judged_first(course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STAGES", (lambda _: [Problem(Span("here"), "bad", "this is bad", "Mend it")],))
    with pytest.raises(ContentError), meanwhile(course()):
        pytest.fail("it was given away")
