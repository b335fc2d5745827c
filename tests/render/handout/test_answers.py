"""An answer that goes beyond its room leaves it, and a word stays that says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from weasyprint import CSS, HTML

from coursepack.build import ready
from coursepack.outputs import teacher
from coursepack.outputs.companion import paper_of
from coursepack.render.handout.answers import drop_outside
from coursepack.render.handout.walk import find
from pdf_checks import stray_text
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coursepack.build import Ready

CSS_ = (
    "@page{size:400px 400px;margin:0} body{margin:0} .room{position:relative;height:60px;width:200px}"
    " .answer,.elsewhere{position:absolute;top:0;left:0;width:200px}"
)


def page(*heights: int) -> Any:  # noqa: ANN401 WeasyPrint's boxes
    """Lay out a room of 60 px for each answer that is so high; return the page's box."""
    rooms = "".join(
        f'<div class="room"><div class="answer" style="height:{height}px">answer</div>'
        '<p class="elsewhere">back</p></div>'
        for height in heights
    )
    return HTML(string=rooms).render(stylesheets=[CSS(string=CSS_)]).pages[0]._page_box  # noqa: SLF001 no public name


def words(box: Any) -> Iterator[str]:  # noqa: ANN401 WeasyPrint's boxes
    box = getattr(box, "_box", box)
    text = getattr(box, "text", None)
    if text:
        yield text
    for child in getattr(box, "children", ()) or ():
        yield from words(child)


@pytest.mark.parametrize(("height", "left"), [(40, "answer"), (60, "answer"), (61, "back"), (300, "back")])
def test_one_of_the_two_stays(height: int, left: str) -> None:
    laid = page(height)
    assert list(words(laid)) == ["answer", "back"]
    drop_outside(laid)
    assert list(words(laid)) == [left]


def test_each_room_is_looked_at_by_itself() -> None:
    laid = page(40, 300, 20)
    drop_outside(laid)
    assert list(words(laid)) == ["answer", "back", "answer"]


def test_boxes_are_found_by_the_class_of_their_element_the_outermost_alone() -> None:
    laid = page(10, 10)
    assert len(list(find(laid, "room"))) == 2
    assert len(list(find(laid, "answer"))) == 2
    assert list(find(laid, "roo")) == []


# Rooms of two lines on several pages, some of which end at a page's foot: of every three answers one has room.
ROOM = "```{{short-answer}}\nid: ex-{number}\ntext: Where?\nspace: {{lines: 2, keep: true}}\nmodel: {model}\n```\n"
MODELS = ("In a spring.", *["Overlong " * 60] * 2)


THRIFTY = pytest.param("thrifty", marks=pytest.mark.thorough)
FURTHER = [pytest.param(paper, marks=pytest.mark.thorough) for paper in ("a5", "a4-easy-full", "a4-large-full")]


def taught(unit: Callable[..., Path], paper: str) -> tuple[Ready, Reading]:
    """Print the teacher's pages of eighteen rooms."""
    made = ready(
        unit("\n".join(ROOM.format(number=number, model=MODELS[number % 3]) for number in range(18))), None, paper
    )
    return made, Reading(teacher.make(made, None, paper).data)


@pytest.mark.parametrize("paper", ["a4", THRIFTY, *FURTHER])
def test_what_has_no_room_does_not_go_on_at_the_head_of_the_next_page(unit: Callable[..., Path], paper: str) -> None:
    _, reading = taught(unit, paper)
    students = min(page for name, (page, _) in reading.places.items() if name.startswith("back.")) - 1
    found = " ".join(page.text for page in reading.pages[:students])
    assert students > 2
    assert found.count("Overlong") == 0
    assert found.count("In a spring.") == 6
    assert found.count("The model answer stands in the notes at the back.") == 12


@pytest.mark.parametrize("paper", ["a4", THRIFTY])
def test_no_answer_leaves_the_type_area(unit: Callable[..., Path], paper: str) -> None:
    made, reading = taught(unit, paper)
    assert stray_text(reading, paper_of(made, paper)) == []
