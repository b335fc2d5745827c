"""Slides of a lecture say on which pages of the handout things are printed, where that is known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pagenumbers, pdf, slides
from lecture import BODY, DATA, named, on, opened
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from coursepack.build import Ready
    from kept import Kept


def made(course: Ready, side: bytes | None) -> tuple[Deck, str]:
    found = slides.make(course, None, "a4", pages=side)
    return opened(found.data), found.size


def linked(deck: Deck) -> dict[str, str]:
    """Return what slides say of the handout, by their layouts."""
    found = {}
    for slide in deck.slides:
        for words in named(slide).values():
            page = re.search(r"handout p.*", words)
            if page:
                found[slide.slide_layout.name] = page[0]
    return found


def test_slides_name_the_pages_on_which_things_are_printed(folder: Path, kept: Kept) -> None:
    course = ready(folder)
    printed = kept(pdf, course)
    reading = Reading(printed.data)
    deck, said = made(course, printed.beside[pagenumbers.SUFFIX])
    assert pagenumbers.UNKNOWN not in said
    words = {
        "Question and answer": "Which of these rivers",
        "Question beside a column": "Where would you say",
        "Table": "1233",
        "Debate under a band": "Should the rivers of",
    }
    for layout, start in words.items():
        (number,) = [at for at, page in enumerate(reading.pages, 1) if page.find(start)]
        assert linked(deck)[layout] == f"handout p. {number}"
    # It is the last unit, and has no summary: its pages are said all the same.
    first, end = (reading.places[name][0] for name in ("water", "end.water"))
    assert linked(deck)["Unit header"] == f"handout pages {first} to {end}"


def test_a_unit_s_pages_run_to_its_summary(golden_course: Ready, kept: Kept) -> None:
    course = golden_course
    printed = kept(pdf, course)
    reading = Reading(printed.data)
    deck, _ = made(course, printed.beside[pagenumbers.SUFFIX])
    first, end = (reading.places[name][0] for name in ("water", "end.water"))
    assert end > first
    assert named(on(deck, "Unit header")[0])["minutes"] == f"45\u00a0minutes · handout pages {first} to {end}"


@pytest.mark.parametrize("change", ["course", "none", "damaged", "not asked for"])
def test_no_page_is_named_that_might_be_wrong(unit: Callable[..., Path], change: str, kept: Kept) -> None:
    folder = unit(BODY, DATA)
    side = kept(pdf, ready(folder)).beside[pagenumbers.SUFFIX]
    if change == "course":
        with (folder / "units/01-water.md").open("a") as file:
            file.write("\nOne more line.\n")
    side = {"course": side, "none": b"", "damaged": side[:50], "not asked for": None}[change]
    deck, said = made(ready(folder), side)
    assert linked(deck) == {}
    assert pagenumbers.UNKNOWN in said


@pytest.mark.usefixtures("anew")
def test_with_pages_the_bytes_are_the_same_each_time(folder: Path, kept: Kept) -> None:
    course = ready(folder)
    side = kept(pdf, course).beside[pagenumbers.SUFFIX]
    assert json.loads(side)["inputs"] == course.inputs == ready(folder).inputs
    assert slides.make(course, None, "a4", pages=side).data == slides.make(ready(folder), None, "a4", pages=side).data
