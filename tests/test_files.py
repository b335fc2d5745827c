"""The build hook: what of packages it keeps, and when it asks for one."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

FILE = Path(__file__).parents[1] / "setup" / "files.py"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Any, list[list[Any]]]:
    """The hook of a folder with lock files, and what it asks of pip, which gives it a package."""
    spec = spec_from_file_location("files_hook", FILE)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    asked: list[list[Any]] = []

    def run(words: list[Any], *, check: bool) -> None:
        asked.append(words)
        assert check
        with ZipFile(Path(words[-1]) / "a_face-1.0-py3-none-any.whl", "w") as wheel:
            shapes = ("a_face/naturalearth_lowres.shp", "a_face/naturalearth_lowres.dbf", "a_face/others.shp")
            for name in ("a_face/A-Bold.ttf", "a_face/LICENSE", "a_face/__init__.py", "../../evil.otf", *shapes):
                wheel.writestr(name, name)

    monkeypatch.setattr(module.subprocess, "run", run)
    (tmp_path / "setup").mkdir()
    (tmp_path / "setup" / "fonts.lock").write_text("a-face==1.0")
    (tmp_path / "setup" / "outlines.lock").write_text("an-atlas==1.0")
    (tmp_path / "src" / "coursepack").mkdir(parents=True)
    return module.FilesHook(str(tmp_path), {}, None, None, "", "wheel"), asked


def test_fonts_outlines_and_licences_are_kept_by_their_names_and_nothing_else(
    asked: tuple[Any, list[list[Any]]], tmp_path: Path
) -> None:
    asked[0].initialize("standard", {})
    kept = {str(path.relative_to(tmp_path / "src/coursepack")) for path in tmp_path.rglob("src/**/*") if path.is_file()}
    fonts = {"fonts/A-Bold.ttf", "fonts/a_face-LICENSE", "fonts/evil.otf", "fonts/fonts.lock"}
    shapes = {f"outlines/naturalearth_lowres.{kind}" for kind in ("shp", "dbf")}
    assert kept == fonts | shapes | {"outlines/a_face-LICENSE", "outlines/outlines.lock"}


def test_pip_checks_hashes_and_takes_no_other_package(asked: tuple[Any, list[list[Any]]]) -> None:
    asked[0].initialize("standard", {})
    assert {"--require-hashes", "--no-deps"} <= set(asked[1][0])


def test_it_asks_again_only_if_the_lock_file_changed(asked: tuple[Any, list[list[Any]]], tmp_path: Path) -> None:
    for count, text in ((2, "a-face==1.0"), (2, "a-face==1.0"), (3, "a-face==2.0")):
        (tmp_path / "setup" / "fonts.lock").write_text(text)
        asked[0].initialize("editable", {})
        assert len(asked[1]) == count
