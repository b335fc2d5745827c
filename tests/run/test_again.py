"""A run that has been before has nothing to do, as long as all is there: whatever changes, it is made anew."""

from __future__ import annotations

import json
import os
from contextlib import chdir
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from typing import TYPE_CHECKING, Any

import pytest

from casefile import COURSE, lay
from coursepack.cli import main
from coursepack.command import destination, doing
from coursepack.run import again, inputs, store

if TYPE_CHECKING:
    from collections.abc import Callable

UNIT, DECK, CACHE = Path("course/units/01-water.md"), Path("build/course/slides.pptx"), Path("build/course/.cache")
PAGES = DECK.with_name("handout.pages.json")
RIGHT = "Nothing has changed.\n"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with a course and its deck, at the usual places, and another with copies of both."""
    here, aside = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("aside")
    lay(here / "course", COURSE)
    with chdir(here):
        assert main(["slides", "course"]) == 0
    return here, copytree(here, aside, dirs_exist_ok=True)


@pytest.fixture
def built(once: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The course and its deck as they were made."""
    here, aside = once
    rmtree(here)
    copytree(aside, here)
    monkeypatch.chdir(here)


@pytest.fixture
def known(capsys: pytest.CaptureFixture[str]) -> Callable[..., bool]:
    """Return what runs a command, and tells whether it had nothing to do."""

    def run(*words: str) -> bool:
        capsys.readouterr()
        assert main(words or ("slides", "course")) == 0
        return capsys.readouterr().err.startswith(RIGHT)

    return run


@pytest.mark.usefixtures("built")
def test_a_run_like_the_last_one_says_the_same_and_makes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    DECK.unlink()
    capsys.readouterr()
    assert main(["slides", "course"]) == 0
    first, before = capsys.readouterr().out, DECK.read_bytes()
    # Nor is what would make it loaded.
    monkeypatch.setattr(doing, "_loaded", None)
    os.utime(DECK, (1, 1))
    assert main(["slides", "course"]) == 0
    assert capsys.readouterr() == (first, RIGHT)
    assert DECK.read_bytes() == before
    assert DECK.stat().st_mtime > UNIT.stat().st_mtime


@pytest.mark.usefixtures("built")
def test_what_check_says_is_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    draft = UNIT.read_text("utf-8").replace("id: water", "id: rain\ndraft: true").replace("springs", "clouds")
    Path("course/units/02-rain.md").write_text(draft, "utf-8")
    Path("course/course.yaml").write_text("title: Rivers\nlanguage: en\n", "utf-8")
    capsys.readouterr()
    assert main(["check", "course"]) == 0
    first = capsys.readouterr()
    assert main(["check", "course"]) == 0
    assert capsys.readouterr() == (first.out, RIGHT + first.err)
    assert first.err


def edited(path: Path) -> Callable[[pytest.MonkeyPatch], None]:
    def edit(_: pytest.MonkeyPatch) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((path.read_bytes() if path.exists() else b"") + b"\n")

    return edit


def other(ending: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Have another file where one that is installed was."""
    real = again.size_and_time

    def install(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(again, "size_and_time", lambda one: "?" if ending in one.name else real(one))

    return install


CHANGES: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "a unit": edited(UNIT),
    "a file that is new": edited(Path("course/media/new.txt")),
    "a hidden file": edited(Path("course/.hidden")),
    "a template": edited(Path("course/templates/unit.html.j2")),
    "the pages of the handout": edited(PAGES),
    "the deck": edited(DECK),
    "no deck": lambda _: DECK.unlink(),
    "an entry that is damaged": lambda _: [path.write_bytes(b"x") for path in CACHE.iterdir()],
    "a version": lambda monkeypatch: monkeypatch.setattr(inputs, "installed", lambda: "another"),
    "a library": other(".so"),
    "a face": other(".ttf"),
    "the environment": lambda monkeypatch: monkeypatch.setenv("SOURCE_DATE_EPOCH", "7"),
}


class Making(BaseException):
    """Raised where making begins."""


def making() -> float:
    raise Making


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_it_is_made_anew(
    change: str, monkeypatch: pytest.MonkeyPatch, known: Callable[..., bool]
) -> None:
    monkeypatch.setattr(doing, "_loaded", making)
    assert known()
    CHANGES[change](monkeypatch)
    with pytest.raises(Making):
        known()


@pytest.mark.usefixtures("built")
def test_what_is_told_otherwise_is_made(known: Callable[..., bool]) -> None:
    assert not known("slides", "course", "--edition=student")
    assert not known("slides", "course", "--unit=1")
    assert known("slides", "course", "--unit=1")
    # Elsewhere nothing is kept.
    assert not known("slides", "course", "-o", "here.pptx")
    assert not known("slides", "course", "-o", "here.pptx")


@pytest.mark.usefixtures("built")
def test_handout_and_deck_that_are_made_in_one_are_known_in_one(known: Callable[..., bool]) -> None:
    assert not known("build", "course")
    assert known("build", "course")
    DECK.unlink()
    assert not known("build", "course")


@pytest.mark.usefixtures("built")
def test_after_any_edits_the_bytes_are_those_from_nothing(known: Callable[..., bool]) -> None:
    chance, text = Random(11), UNIT.read_text("utf-8")  # noqa: S311 the same edits each time
    edits: list[Callable[[], object]] = [
        lambda: None,
        lambda: UNIT.write_text(text, "utf-8"),
        lambda: UNIT.write_text(text.replace(".", ",.", 1), "utf-8"),
        lambda: UNIT.write_text(f"{text}\n\n## More\n\nAnd more.\n", "utf-8"),
        lambda: DECK.write_bytes(b"mended by hand"),
        lambda: DECK.unlink(missing_ok=True),
        lambda: DECK.write_bytes(older),
    ]
    seen, older, fresh = list[bool](), DECK.read_bytes(), dict[str, bytes]()
    # Each of them, some again.
    for edit in chance.sample(edits, counts=[1, 1, 1, 1, 1, 1, 2], k=8):
        edit()
        seen.append(known())
        now, source = DECK.read_bytes(), UNIT.read_text("utf-8")
        if source not in fresh:
            assert not known("slides", "course", "-o", "fresh.pptx")
            fresh[source] = Path("fresh.pptx").read_bytes()
        assert now == fresh[source]
        older = chance.choice([older, now])
    assert {True, False} == set(seen)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("back", [False, True], ids=["changed", "and changed back"])
def test_what_changes_while_it_is_made_is_made_again(
    monkeypatch: pytest.MonkeyPatch, known: Callable[..., bool], *, back: bool
) -> None:
    edited(UNIT)(monkeypatch)
    text, real = UNIT.read_bytes(), destination.written

    def written(*given: Any, **more: Any) -> again.Done:  # noqa: ANN401 whatever it takes
        edited(UNIT)(monkeypatch)
        if back:
            UNIT.write_bytes(text)
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(destination, "written", written)
        assert not known()
    assert not known()
    assert known()


def test_only_what_lies_in_the_build_folder_is_touched(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "build"
    elsewhere.write_bytes(b"x")
    os.utime(elsewhere, (1, 1))
    done = again.Done("", "", {"../elsewhere": again.digest(b"x")})
    with store.within(tmp_path / "cache"):
        store.put("forged", json.dumps(vars(done)).encode())
        assert again.found("forged", folder) is None
    assert elsewhere.stat().st_mtime == 1


def test_where_libraries_are_not_known_or_gone_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.within(tmp_path):
        again.keep("one", again.Done("", ""), tmp_path)
        assert again.found("one", tmp_path)
        maps = tmp_path / "maps"
        monkeypatch.setattr(again, "_LOADED", maps)
        again.keep("two", again.Done("", ""), tmp_path)
        assert again.found("two", tmp_path) is None
        maps.write_text(f"7f-80 r-xp 0 0:1 2 {tmp_path}/lib.so (deleted)\n", "utf-8")
        again.keep("two", again.Done("", ""), tmp_path)
        assert again.found("two", tmp_path) is None
