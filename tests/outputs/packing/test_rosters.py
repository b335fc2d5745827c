"""Rosters of packs: nothing of a class is kept or told, and a bad one is reported."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from socket import gethostname
from typing import TYPE_CHECKING

import pytest

from casefile import lay
from classes import NAMES, made, roster
from conftest import COURSE
from coursepack.cli import main
from coursepack.command import doing
from coursepack.outputs import packing
from coursepack.run import store
from coursepack.run.jobs import here

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("keyless", "unjudged")
def test_nothing_of_a_roster_is_kept(wish: packing.Wish, tmp_path: Path) -> None:
    others, cache = tmp_path / "others.csv", tmp_path / "cache"
    others.write_bytes(roster([name.lower() for name in NAMES]))
    with store.within(cache):
        made(wish)
        kept = set(cache.iterdir())
        made(replace(wish, roster=others))
        # Faces that are cut to the letters of all names together tell none of them.
        new = [store.get(path.name) or b"" for path in set(cache.iterdir()) - kept]
    assert not [data for data in new if data.startswith(b"{")]


@pytest.mark.usefixtures("keyless", "unjudged")
def test_who_leaves_the_class_leaves_no_file_behind(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doing, "crew", lambda _scheduler: nullcontext(here))
    for names in (NAMES[:4], NAMES[:3]):
        (tmp_path / "class.csv").write_bytes(roster(names))
        arguments = ["packs", str(root), "--roster", str(tmp_path / "class.csv"), "--unit", "1", "--variants", "1"]
        assert main([*arguments, "-o", str(tmp_path / "out"), "--each"]) == 0
    assert sorted(path.name for path in (tmp_path / "out" / "each").iterdir()) == ["0002.pdf", "0003.pdf", "0004.pdf"]


@pytest.mark.usefixtures("unjudged")
def test_a_bad_roster_is_reported_without_its_rows(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("name,id\nAmara Okafor,QX-07Z\nZoë Müller,QX-07Z\n,QX-17Z\n", "utf-8")
    assert main(["packs", str(root), "--roster", str(file), "-o", str(tmp_path / "out")]) == 1
    said = capfd.readouterr().err
    assert f"--> {file}:3:12" in said
    assert f"--> {file}:4:1" in said
    assert said.endswith("2 errors: nothing was written\n")
    assert not [word for word in ("Amara", "Zoë", "QX") if word in said]
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("unjudged")
def test_a_roster_that_is_not_there(root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", str(root), "--roster", str(tmp_path / "none.csv"), "-o", str(tmp_path / "out")]) == 1
    assert "error[missing-file]" in capfd.readouterr().err


@pytest.mark.usefixtures("unjudged")
@pytest.mark.parametrize("name", ["large.csv", "large.xlsx"])
def test_a_roster_that_is_too_large_is_not_read(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(10**11)
    assert main(["packs", str(root), "--roster", str(tmp_path / name), "-o", str(tmp_path / "out")]) == 1
    said = capfd.readouterr().err
    assert "error[large-file]: the roster has more than 100 MB" in said
    assert f"--> {tmp_path / name}:1:1" in said


@pytest.mark.usefixtures("keyless", "unjudged")
def test_a_roster_a_course_and_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = '-o Zo\u00eb\'s $(touch x) "a" 100 % #1?.csv'
    monkeypatch.setattr(doing, "crew", lambda _scheduler: nullcontext(here))
    monkeypatch.chdir(tmp_path)
    course = {"course.yaml": f"title: Rivers\nlanguage: en\nunits: ['units/{name.replace(chr(39), chr(39) * 2)}.md']\n"}
    root = lay(tmp_path / name / "course", course, {f"units/{name}.md": COURSE["units/01-water.md"]})
    (tmp_path / name / name).write_text("name,id\nAda,1\n", "utf-8")
    assert main(["packs", f"./{name}/course", f"--roster={name}/{name}", f"--unit={name}", f"-o{name}/{name}.d"]) == 0
    assert {path.name for path in (root.parent / f"{name}.d").iterdir()} == {"print.pdf", "list.pdf"}
    assert not list(tmp_path.rglob("x"))


def test_a_worker_with_another_state_of_the_course_is_told(wish: packing.Wish) -> None:
    with pytest.raises(packing.ContentError) as caught:
        packing.printed(packing.PrintJob(wish.root, "something else", "water", 0, "a4"))
    assert caught.value.problems[0].code == "other-course"
    assert gethostname() in caught.value.problems[0].message


def test_a_worker_without_the_course_says_which_machine_it_is(wish: packing.Wish) -> None:
    with pytest.raises(packing.ContentError) as caught:
        packing.printed(packing.PrintJob(wish.root / "nowhere", "", "water", 0, "a4"))
    assert caught.value.problems[0].code == "no-course"
    assert gethostname() in caught.value.problems[0].message
