"""What is on the desk: what was chosen, what changed, and pages as pictures; nothing is printed here."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from coursepack.problem import ContentError, Problem, Severity, Span
from coursepack.watch.desk import Choice, Desk, picture, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pdf(*marks: int) -> bytes:
    """Return pages of 200 by 100 pt, each with a bar of its own length."""
    file, made = pikepdf.new(), BytesIO()
    for mark in marks:
        file.add_blank_page(page_size=(200, 100))
        file.pages[-1].Contents = file.make_stream(b"0 0 %d 50 re f" % mark)
    file.save(made)
    return made.getvalue()


@pytest.fixture
def desk(course: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose work is written down, and comes to nothing."""
    own = Desk(course(), "edit:{file}:{line}:{column}", nullcontext)
    monkeypatch.setattr(own, "_make", lambda _choice: iter([[]]))
    return own


def failing(desk: Desk, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def make(_choice: Choice) -> None:
        raise error

    monkeypatch.setattr(desk, "_make", make)


def test_it_makes_something_once_and_again_after_a_change(desk: Desk) -> None:
    assert [desk.look(), desk.look()] == [True, False]
    (desk.root / "units" / "01-water.md").write_text("---\nid: w\n---\n")
    assert [desk.look(), desk.look()] == [True, False]


def test_another_choice_is_a_change_and_one_that_cannot_be_is_passed_by(desk: Desk) -> None:
    desk.look()
    desk.choose({"pages": "packs", "slides": "nobody's"})
    assert (desk.look(), desk.state.choice) == (False, Choice())
    desk.choose({"pages": "key", "paper": "a5"})
    assert (desk.look(), desk.state.choice) == (True, Choice(pages="key", paper="a5"))


def test_problems_are_told_once_errors_first_with_a_way_to_their_line(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = Span(f"{desk.root}/units/01 water.md", 7, 3)
    late = Problem(replace(at, line=9), "b", "is bad", "Mend it")
    odd = Problem(at, "a", "is odd", "", Severity.WARNING)
    failing(desk, monkeypatch, ContentError([odd, late, late]))
    desk.look()
    assert [(one["severity"], one["message"]) for one in desk.state.problems] == [
        ("error", "is bad"),
        ("warning", "is odd"),
    ]
    assert desk.state.problems[1]["file"] == "units/01 water.md:7:3"
    assert str(desk.state.problems[1]["link"]).endswith("/units/01%20water.md:7:3")


def test_a_fault_of_ours_is_said_and_the_preview_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(desk, monkeypatch, KeyError("spring"))
    assert desk.look()
    assert [one["message"] for one in desk.state.problems] == ["a fault of coursepack's own: KeyError('spring')"]
    assert not desk.state.busy


def test_pages_have_numbers_that_change_with_what_is_on_them() -> None:
    before, after = shown(pdf(20, 60, 100)), shown(pdf(20, 90, 100))
    assert [one == other for one, other in zip(before.pages, after.pages, strict=True)] == [True, False, True]
    assert len(set(before.pages)) == 3


def test_a_page_is_a_picture_of_what_is_printed() -> None:
    document = shown(pdf(20, 60))
    image = Image.open(BytesIO(picture(document, 1))).convert("L")
    assert image.size == (320, 160)  # 1.6 pixels a point
    black = [image.getpixel((x, 150)) < 128 for x in range(320)]  # type: ignore[operator]
    assert black.index(False) == pytest.approx(60 * 1.6, abs=1)


@pytest.mark.parametrize("number", [-1, 2])
def test_a_page_that_is_not_there_is_none(number: int) -> None:
    with pytest.raises(IndexError):
        picture(shown(pdf(20, 60)), number)
