from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.margin import APART, LIFT, MM, Slot, arrange, settle

if TYPE_CHECKING:
    from weasyprint.document import Document

    from coursepack.render.look.design import Design
    from coursepack.render.look.theme import Paper

TOP, BOTTOM = 100.0, 1000.0


def slots(*stretches: tuple[float, float]) -> list[Slot]:
    return [Slot(top, bottom) for top, bottom in stretches]


def test_a_note_that_is_alone_stays_at_its_line() -> None:
    assert arrange(slots((300, 350)), [], TOP, BOTTOM) == [300]


def test_a_note_makes_room_for_the_one_before() -> None:
    assert arrange(slots((300, 350), (310, 340)), [], TOP, BOTTOM) == [300, 350 + APART]


def test_a_note_goes_below_what_is_wide() -> None:
    assert arrange(slots((300, 350)), slots((320, 500)), TOP, BOTTOM) == [500 + APART]


def test_notes_at_the_foot_are_pushed_up() -> None:
    assert arrange(slots((900, 960), (950, 990)), [], TOP, BOTTOM) == [BOTTOM - 40 - APART - 60, BOTTOM - 40]


def test_a_note_at_the_foot_goes_above_what_is_wide() -> None:
    assert arrange(slots((950, 1030)), slots((900, 960)), TOP, BOTTOM) == [900 - APART - 80]


def test_a_note_stands_closer_to_what_is_near_rather_than_below_what_follows_its_line() -> None:
    wide = slots((395, 600))
    assert arrange(slots((300, 350), (310, 342)), wide, TOP, BOTTOM) == [300, 350 + APART / 2]


@pytest.mark.parametrize(("lacking", "place"), [(LIFT, 300 - LIFT), (2 * LIFT, 500 + APART)])
def test_a_note_stands_a_little_above_its_line_rather_than_below_what_is_wide(lacking: float, place: float) -> None:
    assert arrange(slots((300, 350)), slots((350 + APART - lacking, 500)), TOP, BOTTOM) == [place]


def test_two_wide_blocks_with_too_little_between_them_are_passed() -> None:
    assert arrange(slots((300, 400)), slots((300, 500), (550, 600)), TOP, BOTTOM) == [600 + APART]


@pytest.mark.parametrize("seed", range(60))
def test_notes_that_fit_never_touch_or_leave_the_page(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    heights = [random.uniform(20, 70) for _ in range(random.randint(1, 6))]
    starts = sorted(random.uniform(TOP, BOTTOM - 20) for _ in heights)
    wide_top = random.uniform(TOP, BOTTOM - 150)
    wide = slots((wide_top, wide_top + random.uniform(50, 150)))
    wanted = slots(*((start, start + height) for start, height in zip(starts, heights, strict=True)))
    tops = arrange(wanted, wide, TOP, BOTTOM)
    placed = slots(*((top, top + height) for top, height in zip(tops, heights, strict=True)))
    for before, after in pairwise(placed):
        assert after.top >= before.bottom
    for slot in placed:
        assert slot.bottom <= BOTTOM + 0.01
        assert slot.bottom <= wide[0].top or slot.top >= wide[0].bottom


@pytest.fixture
def paper(own_design: Design) -> Paper:
    return own_design.theme.papers["a4"]


def laid(paper: Paper, body: str) -> Document:
    """Lay out pages with notes as the style sheet has them: on the right of the text, wherever the margin is."""
    page = f"@page{{size:{paper.width}mm {paper.height}mm;margin:{paper.top}mm 20mm {paper.bottom}mm {paper.inner}mm}}"
    css = (
        "p{margin:0} "
        f"{page} body{{margin:0;width:{paper.text}mm}} .unit{{position:relative}} .next{{break-before:page}}"
        f" .note-at{{position:absolute;left:{paper.text + paper.gap}mm}}"
        f" .note{{display:inline-block;width:{paper.outer}mm}}"
        f" .wide{{width:{paper.text + paper.gap + paper.outer}mm;height:30mm}}"
    )
    fonts = FontConfiguration()
    style = CSS(string=css, font_config=fonts)
    return HTML(string=f'<div class="unit">{body}</div>').render(stylesheets=[style], font_config=fonts)


NOTE = '<p>x<span class="note-at"><span class="note"><a href="https://example.org/">y</a></span></span></p>'


def left_of(document: Document, page: int) -> float:
    """Return how far from the left edge, in mm, the link of a page's note stands."""
    return document.pages[page].links[0][2][0] / MM  # type: ignore[no-any-return]


def test_notes_stand_right_on_odd_pages_and_left_on_even_ones(paper: Paper) -> None:
    document = settle(laid(paper, f'{NOTE}<div class="next">{NOTE}</div>'), paper)
    right = paper.inner + paper.text + paper.gap
    assert left_of(document, 0) == pytest.approx(right, abs=0.1)
    assert left_of(document, 1) == pytest.approx(paper.inner - paper.gap - paper.outer, abs=0.1)


def test_the_first_page_may_be_an_even_one(paper: Paper) -> None:
    document = settle(laid(paper, NOTE), paper, first=2)
    assert left_of(document, 0) == pytest.approx(paper.inner - paper.gap - paper.outer, abs=0.1)


def test_a_note_beside_a_wide_block_goes_below_it(paper: Paper) -> None:
    document = settle(laid(paper, f'{NOTE}<div class="wide"></div>'), paper)
    line, note = paper.top * MM, document.pages[0].links[0][2][1]
    assert note >= line + 30 * MM + APART


def test_notes_that_are_too_many_stand_closer() -> None:
    wanted = slots(*((120, 120 + 215) for _ in range(4)))
    tops = arrange(wanted, [], TOP, TOP + 4 * 215 + 3 * APART / 2)
    assert tops[0] >= TOP
    assert [after - before for before, after in pairwise(tops)] == [215 + APART / 2] * 3
