"""What a command line names: a course that lies elsewhere is found, and no output is called what another makes."""

from __future__ import annotations

from argparse import Namespace
from errno import EACCES
from pathlib import Path

import pytest

from coursepack.command import asked
from coursepack.problem import ContentError
from coursepack.run.delivery import DeliveryError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that one stands in, with two courses below it, one of them with a space in its name."""
    for name in ("river", "two words"):
        (tmp_path / "content" / name / "units").mkdir(parents=True)
        (tmp_path / "content" / name / "course.yaml").write_text("title: A course\n")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(course: str, output: str | None = None, command: str = "pdf") -> Namespace:
    return Namespace(command=command, course=Path(course), output=output and Path(output))


@pytest.mark.parametrize(
    ("course", "said", "advice"),
    [
        ("content/river/units", "this is no course's folder", "Name the course's folder: `content/river`"),
        ("content/river/course.yaml", "this is no course's folder", "Name the course's folder: `content/river`"),
        ("content", "this is no course's folder", "Name a course: `content/river`, `content/two words`"),
        ("content/rivers", "there is no folder `content/rivers`", "did you mean `content/river`?"),
        ("nowhere", "there is no folder `nowhere`", "Name the folder that holds `course.yaml`"),
    ],
)
def test_a_course_that_lies_elsewhere_is_named(course: str, said: str, advice: str) -> None:
    with pytest.raises(ContentError) as caught:
        asked.check(named(course))
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.span), problem.message, problem.help) == (
        "missing-file",
        f"{course}:1:1",
        said,
        advice,
    )


def test_who_stands_inside_a_course_is_told_where_it_begins(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "content" / "river" / "units")
    with pytest.raises(ContentError) as caught:
        asked.check(named("."))
    assert caught.value.problems[0].help == f"Name the course's folder: `{(here / 'content' / 'river').as_posix()}`"


@pytest.mark.parametrize("course", ["content/river", "content/two words", "empty"])
def test_of_a_course_and_of_a_folder_with_nothing_in_it_there_is_nothing_to_say_yet(course: str) -> None:
    asked.check(named(course))


def test_a_folder_that_may_not_be_read_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(EACCES, "no")

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(ContentError) as caught:
        asked.check(named("content/river"))
    assert (caught.value.problems[0].code, caught.value.problems[0].help) == ("unreadable-file", "Allow reading it")


@pytest.mark.parametrize(
    ("command", "output", "right"), [("slides", "deck.pdf", "deck.pptx"), ("easy", "a.b.pptx", "a.b.pdf")]
)
def test_no_file_is_called_what_another_output_makes(command: str, output: str, right: str) -> None:
    with pytest.raises(DeliveryError, match=f"{output} can't be written: .*: name it {right}"):
        asked.check(named("content/river", output, command))


@pytest.mark.parametrize(
    ("command", "output"), [("slides", "deck.pptx"), ("pdf", "no ending"), ("pdf", "x.2026"), ("packs", "y.pdf")]
)
def test_any_other_name_will_do(command: str, output: str) -> None:
    asked.check(named("content/river", output, command))
