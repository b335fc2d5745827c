"""The wheel, installed apart: with nothing beside it but what it asks for, it makes outputs from any folder."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING
from venv import EnvBuilder
from zipfile import ZipFile

import pypdfium2
import pytest
from packaging.metadata import Metadata
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the project's builder makes of this checkout, as pip has it do."""
    folder = tmp_path_factory.mktemp("wheel")
    run(ROOT, "hatchling", "build", "-t", "wheel", "-d", folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in an environment of its own that sees no package but those that the wheel asks for."""
    folder = tmp_path_factory.mktemp("apart")
    EnvBuilder().create(folder / "venv")
    python = folder / "venv" / "bin" / "python"
    run(folder, "pip", "--python", python, "install", "--no-deps", "--no-index", "--no-compile", wheel)
    with ZipFile(wheel) as packed:
        (about,) = (packed.read(name) for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
    (folder / "needed").mkdir()
    for name, path in needed(Metadata.from_email(about, validate=False).requires_dist or []).items():
        (folder / "needed" / name).symlink_to(path)
    (site,) = (folder / "venv" / "lib").glob("*/site-packages")
    (site / "needed.pth").write_text(f"{folder / 'needed'}\n")
    return folder / "venv" / "bin" / "coursepack"


def run(at: Path, *words: str | Path) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=at, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def needed(wanted: Iterable[Requirement]) -> dict[str, Path]:
    """Find the files and folders of what is asked for, and of what that asks for, by their names."""
    todo, seen, found = list(wanted), set[str](), dict[str, Path]()
    while todo:
        need = todo.pop()
        extras = need.extras or {""}
        if str(need) in seen or (need.marker and not any(need.marker.evaluate({"extra": one}) for one in extras)):
            continue
        seen.add(str(need))
        package = distribution(need.name)
        names = {file.parts[0] for file in package.files or ()} - {".."}
        found |= {name: Path(str(package.locate_file(name))) for name in names}
        todo += [type(need)(text) for text in package.requires or ()]
    return found


def made(program: Path, *words: str | Path, at: Path) -> str:
    done = subprocess.run([program, *words], cwd=at, env={}, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.thorough  # what a release brings: only what is packed, and asked for, can be missing there
def test_it_makes_a_handout_and_a_deck_from_another_folder(
    program: Path, course: Callable[..., Path], tmp_path: Path
) -> None:
    assert made(program, "build", course(), at=tmp_path).count(", 0 warnings\n") == 2
    out = tmp_path / "build" / "course"
    assert len(pypdfium2.PdfDocument(out / "handout.pdf")) > 3
    assert "Water" in [slide.shapes.title.text_frame.text for slide in Presentation(out / "slides.pptx").slides]


def test_it_brings_the_fonts_and_outlines_that_no_package_can(wheel: Path) -> None:
    names = {name.rpartition("/")[2] for name in ZipFile(wheel).namelist() if name.startswith("coursepack/fonts/")}
    assert {"Carlito-Regular.ttf", "texgyretermes-regular.otf", "rinoh_typeface_carlito-LICENSE"} <= names
    assert {"coursepack/outlines/naturalearth_lowres.shp", "coursepack/outlines/geopandas-LICENSE.txt"} <= {
        *ZipFile(wheel).namelist()
    }
    assert ZipFile(wheel).read("coursepack/fonts/fonts.lock") == (ROOT / "setup" / "fonts.lock").read_bytes()
