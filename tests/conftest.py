"""What all tests share: a small course, and `--golden`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casefile import COURSE, lay
from coursepack import store
from coursepack.build import Ready, ready
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.render.look import theme
from coursepack.render.look.design import Design, design
from coursepack.validate.labels import labels
from kept import Kept, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casefile import File

GOLDEN = Path(__file__).parent / "golden" / "course"
EXERCISES = Path(__file__).parent / "golden" / "exercises"
FLAGSHIP = Path(__file__).parents[1] / "content" / "un-alliances"


# Pages and decks are many small objects, of which few stand in rings: to look for those less often saves a twentieth.
gc.set_threshold(50_000, 20, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="accept what the case files give now")


@pytest.fixture(scope="session", autouse=True)
def _stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lay out what several tests print once for all files and workers: it is found by all that it comes of."""
    with store.within(shared(tmp_path_factory, "store"), most=sys.maxsize):
        yield


@pytest.fixture
def anew() -> Iterator[None]:
    """Make everything: for tests that ask whether the same bytes come again, or that change what lays pages out."""
    with store.within(None):
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether what a case gives is to be accepted."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the smallest course with these files over it, and gives its folder."""

    def write(files: dict[str, File | str] | None = None) -> Path:
        return lay(tmp_path / "course", COURSE, files or {})

    return write


@pytest.fixture
def unit(course: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes the smallest course with a text of this body, and gives its folder."""

    def write(body: str, files: dict[str, File | str] | None = None) -> Path:
        head = COURSE["units/01-water.md"].partition("\n\n")[0]
        return course({"units/01-water.md": f"{head}\n\n{body}", **(files or {})})

    return write


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that hides an installed package of faces."""
    real = theme._folder  # noqa: SLF001 what is installed is asked for once

    def hide(package: str) -> None:
        monkeypatch.setattr(theme, "_folder", lambda name: None if name == package else real(name))

    return hide


@pytest.fixture(scope="session")
def own_design() -> Design:
    """Coursepack's own templates, theme and words."""
    made = design([], labels([OWN], "en", Span("course.yaml"), []), [])
    assert made
    return made


@pytest.fixture(scope="session")
def exercises() -> Ready:
    """A course with every kind of exercise, read and checked."""
    return ready(EXERCISES)


@pytest.fixture(scope="session")
def golden_course() -> Ready:
    """The golden course, read and checked."""
    return ready(GOLDEN)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """What outputs make, once for all files and workers."""
    return Kept(tmp_path_factory)
