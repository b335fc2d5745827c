"""The foot of a page that belongs to somebody: a name lies on nothing."""

from __future__ import annotations

import pytest

from conftest import GOLDEN
from coursepack.build import ready
from coursepack.outputs.companion import paper_of
from coursepack.render.look.foot import MM, foot

# What printers leave white at the edge (mm).
WHITE = 4.0


@pytest.mark.parametrize("paper", ["a4", "letter", "thrifty", "letter-thrifty"])
def test_a_name_stands_below_the_running_foot_and_on_the_paper(paper: str) -> None:
    course = ready(GOLDEN, None, paper)
    size, own = paper_of(course, paper), foot(course.design, [])
    assert own
    placed = own.on(size, course.design.theme, left=False)
    bottom = placed.line[1]
    # A line of the running foot is set in 8 pt or less, a third higher: 3.9 mm.
    assert bottom / MM >= WHITE
    assert bottom / MM + own.line.height <= size.bottom - size.foot - 3.7
    # A code is read if four of its modules around it are white; its side has 25 or more of them.
    assert WHITE <= placed.code[1] / MM <= size.bottom - own.code.side * (1 + 4 / 25)


def test_where_there_is_room_it_stands_where_the_file_says() -> None:
    course = ready(GOLDEN)
    own = foot(course.design, [])
    assert own
    assert own.on(paper_of(course, "a4"), course.design.theme, left=True).line[1] == pytest.approx(own.line.bottom * MM)
