"""What is given up because it is not wanted any more."""

from __future__ import annotations

import signal
from contextlib import nullcontext, suppress
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import pytest

from coursepack.outputs import slides_pdf
from coursepack.watch import newer
from coursepack.watch.desk import Desk
from coursepack.watch.newer import StaleError, while_wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from coursepack.outputs.output import Made

# Seconds after which something that should be given up is not: any number that is far more than it takes.
LONG = 60.0


def endless() -> None:
    """Go on for long, whatever is raised that a library would take."""
    until = monotonic() + LONG
    while monotonic() < until:
        with suppress(Exception):
            sleep(0.01)
    pytest.fail("it was not given up")


def test_what_is_not_wanted_any_more_is_given_up_and_the_timer_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(StaleError), while_wanted(lambda: False):
        endless()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_what_is_wanted_is_made_to_its_end() -> None:
    asked = list[bool]()
    with while_wanted(lambda: asked.append(True) or True):  # type: ignore[func-returns-value]
        until = monotonic() + LONG
        while len(asked) < 2 and monotonic() < until:
            sleep(0.01)
    assert len(asked) == 2


def test_where_no_signal_comes_it_is_made_to_its_end() -> None:
    made = list[bool]()

    def work(wanted: Callable[[Callable[[], bool]], AbstractContextManager[None]]) -> None:
        with wanted(lambda: False):
            made.append(True)

    thread = Thread(target=work, args=(while_wanted,))
    thread.start()
    thread.join()
    assert made == [True]


def test_an_edit_does_not_wait_for_the_slides_of_the_one_before(
    course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = course()
    desk = Desk(root, "edit://{file}", nullcontext)
    file = root / "units/01-water.md"
    text, make = file.read_text("utf-8"), slides_pdf.make

    def edit(*_: object) -> None:
        file.write_text(text.replace("spring.", "spring, or two."), "utf-8")
        endless()

    monkeypatch.setattr(slides_pdf, "make", edit)
    file.write_text(f"{text}\n@nothing:here\n", "utf-8")
    assert desk.look()
    assert [one["severity"] for one in desk.state.problems] == ["error"]
    file.write_text(text, "utf-8")
    assert desk.look()
    first = desk.state
    # What was said before is not true of these pages.
    assert (first.busy, first.build, first.slides.pages, first.problems) == (True, 1, (), ())
    assert first.pages.pages
    # Taken back: what was given up is made after all.
    file.write_text(text, "utf-8")
    monkeypatch.setattr(slides_pdf, "make", make)
    assert desk.look()
    assert (desk.state.busy, desk.state.pages.pages) == (False, first.pages.pages)
    assert desk.state.slides.pages
    assert not desk.look()


def test_who_saves_all_the_time_sees_slides_too(course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    root = course()
    desk = Desk(root, "edit://{file}", nullcontext)
    file = root / "units/01-water.md"
    text, make, made = file.read_text("utf-8"), slides_pdf.make, list[bool]()

    def edit(*given: Any) -> Made:  # noqa: ANN401 what slides are made of
        made.append(False)
        file.write_text(f"{text}\n{'And more. ' * len(made)}\n", "utf-8")
        until = monotonic() + 0.5
        while monotonic() < until:
            sleep(0.01)
        made[-1] = True
        return make(*given)

    monkeypatch.setattr(slides_pdf, "make", edit)
    monkeypatch.setattr(newer, "_PAUSE", 0.05)
    while not desk.state.slides.pages and len(made) < 9:
        assert desk.look()
    assert made == [False, False, False, True]
