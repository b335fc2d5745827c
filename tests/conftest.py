"""What all tests share: a small course, `--golden`, and what a run says of the tests that it leaves out."""

from __future__ import annotations

import gc
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol

from casefile import COURSE, lay
from coursepack.build import Ready, ready
from coursepack.load.files import OWN
from coursepack.problem import Span
from coursepack.render.handout import sheet
from coursepack.render.look import theme
from coursepack.render.look.design import Design, design
from coursepack.render.slides.native import master
from coursepack.run import store
from coursepack.run.recent import Recent
from coursepack.validate.labels import labels
from kept import Kept, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from casefile import File

GOLDEN = Path(__file__).parent / "golden" / "course"
EXERCISES = Path(__file__).parent / "golden" / "exercises"
FLAGSHIP = Path(__file__).parents[1] / "content" / "un-alliances"
COURSES = {"un-alliances": FLAGSHIP, "sampling": FLAGSHIP.parent / "sampling"}
# What the flagship says is asked in a thorough run, what the smaller course says in each: that is read sooner.
OF_BOTH = pytest.mark.parametrize("course", [pytest.param("un-alliances", marks=pytest.mark.thorough), "sampling"])


# Pages and decks are many small objects, of which few stand in rings: to look for those less often saves a twentieth.
gc.set_threshold(200_000, 20, 100)
# Nor for what is loaded and collected before the first test: all of it stays.
gc.disable()


@cache
def real(name: str) -> Ready:
    """Return one of the real courses, read and checked once in a process: whole books take a second."""
    return ready(COURSES[name])


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="accept what the case files give now")


# Seconds: what takes less is left out of the list of `--durations`.
LISTED = 0.005
# Whether this is the second worker, the fourth …
_IS_ODD = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 2 == 1
# How many tests that are marked `thorough` a run has left out.
LEFT_OUT = pytest.StashKey[int]()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, pytest.CollectReport, object]:
    """Have every other worker go through folders from their end.

    In a fresh clone no test is compiled yet, and to do so in the way of pytest is half of what collecting takes. From
    the same end each worker would compile all; so they meet in the middle, and read what another has compiled.
    """
    report = yield
    if _IS_ODD and isinstance(collector, pytest.Directory):
        report.result = report.result[::-1]
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests into the one order that all workers must have."""
    items.sort(key=lambda item: item.path)


def pytest_collection_finish() -> None:
    """Keep what was loaded and collected out of every search for rings: it stays to the end."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Have a worker tell of a test what is counted, what failed and what took time, and not that it begins and ends.

    A test is six messages otherwise, of which each takes both processes a tenth of a millisecond.
    """
    if not hasattr(item.config, "workeroutput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed or report.duration >= LISTED:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("thorough"):
            item.config.stash[LEFT_OUT] = item.config.stash.get(LEFT_OUT, 0) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 xdist may be absent
    """Take the number from a worker: each has the same tests before it, and leaves out the same."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left out", 0)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, object, object]:
    """Say the number after all else: nobody should believe that these were run."""
    worker = getattr(session.config, "workeroutput", None)
    if worker is not None:
        worker["left out"] = session.config.stash.get(LEFT_OUT, 0)
    done = yield
    many = session.config.stash.get(LEFT_OUT, 0)
    if many and worker is None:
        session.config.get_terminal_writer().line(f"{many} thorough tests were left out: `make thorough` runs them")
    # What is left goes with the process: nobody need look through all of it at its end.
    gc.freeze()
    return done


@pytest.fixture(scope="session", autouse=True)
def _stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lay out what several tests print once for all files and workers: it is found by all that it comes of."""
    # Tests print by turns what a run prints one after the other: other papers, looks and languages.
    sheet._read.most = 24  # noqa: SLF001 what is read is the same
    with store.within(shared(tmp_path_factory, "store"), most=sys.maxsize):
        yield


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make everything: for tests that ask whether the same bytes come again, or that change what lays pages out."""
    monkeypatch.setattr(master, "_opened", Recent(1))
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
