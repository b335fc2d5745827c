"""What is kept whole is parted where a page would stay half empty. Pages are small, as `smallpages` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.parting import early
from coursepack.render.handout.steps import BEGINS
from smallpages import CSS, LINE, TABLE, lines, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying


@pytest.mark.parametrize(
    ("before", "laid"),
    [
        # Half of the page would be empty.
        ("<p>A line</p>" * 4, [8, 2]),
        # A heading that goes with it is no other thing.
        ("<p>A line</p>" * 3 + "<h2>Head</h2>", [8, 2]),
        # A third of it may be.
        ("<p>A line</p>" * 5, [5, 6]),
        # So may what ends before a page that is begun on purpose.
        ('<p>A line</p><p style="break-after:page">A line</p>', [2, 6]),
        # What follows is not what was kept whole.
        ('<p style="break-after:page">A line</p><p>A line</p>', [1, 7]),
    ],
)
def test_a_table_goes_on_over_the_end_of_a_page_that_would_be_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], before: str, laid: list[int]
) -> None:
    assert lines(before + TABLE, laying, page) == laid


@pytest.mark.parametrize(("high", "laid"), [(20, [4 + 2, 4]), (30, [4 + 1, 5])])
def test_a_table_goes_on_after_its_first_row_where_two_are_too_high(
    laying: Callable[..., Laying], page: Callable[[str], str], high: int, laid: list[int]
) -> None:
    rows = "".join(f'<tr><td style="height:{tall}pt">A row</td></tr>' for tall in (20, high, 10, 10, 10, 10))
    table = f'<div class="table high"><table><tbody>{rows}</tbody></table></div>'
    assert lines("<p>A line</p>" * 4 + table, laying, page) == laid


@pytest.mark.parametrize(("count", "laid"), [(8, [6, 8]), (12, [8, 8, 2])])
def test_a_rubric_that_is_longer_than_a_page_begins_where_there_is_room(
    laying: Callable[..., Laying], page: Callable[[str], str], count: int, laid: list[int]
) -> None:
    rubric = f'<table class="rubric"><tbody>{"<tr><td>A row</td></tr>" * count}</tbody></table>'
    assert lines(LINE * 6 + rubric, laying, page) == laid


def test_points_of_several_tables_are_parted_between_them(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    points = f'<div class="grading">{LINE}{rows(3)}{rows(3)}</div>'
    assert lines(LINE * 4 + points, laying, page) == [8, 3]


def test_what_has_no_rows_is_kept_whole(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    choice = TABLE.replace('class="table"', 'class="choose"')
    assert lines("<p>A line</p>" * 4 + choice, laying, page) == [4, 6]


def test_one_page_after_another_is_mended(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    assert lines("<p>A line</p>" * 4 + TABLE + "<p>A line</p>" + TABLE, laying, page) == [8, 8, 1]


def test_nothing_is_done_to_what_follows_a_page_that_ends_on_purpose(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    *_, mended = laying(CSS).bench().layout(page(f'<p style="break-after:page">A line</p>{TABLE}'), "", 1)
    assert early(mended) == []


def test_the_last_row_of_a_table_stands_alone_where_what_follows_has_room_below_it_then(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    rows = "".join(f'<tr><td style="height:{tall}pt">A row</td></tr>' for tall in (10, 10, 10, 10, 30))
    asked = f'<div class="exercise"><div style="break-inside:avoid">{LINE * 5}</div></div>'
    source = f'{LINE * 4}<div class="table low"><table><tbody>{rows}</tbody></table></div>{asked}'
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name != BEGINS][-1] == "rows"
    assert lines(source, laying, page) == [4 + 4, 1 + 5]


@pytest.mark.parametrize(
    ("before", "leading", "laid"),
    [
        (5, "", [5, 7]),
        # Half of the page would be empty; where pages hold few lines, that is no more than a question is worth.
        (4, "", [7, 4]),
        (4, "html {line-height: 10pt}", [4, 7]),
        (2, "html {line-height: 10pt}", [5, 4]),
    ],
)
def test_a_wording_goes_on_between_its_paragraphs_only_where_whole_it_leaves_a_page_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, leading: str, laid: list[int]
) -> None:
    words = f'<div class="stem">{"<p>A line<br>A line<br>A line</p>" * 2}</div>'
    kept = ".stem {break-inside: avoid; break-after: avoid} [data-parted=freely] .stem {break-inside: auto}"
    source = page(f'{LINE * before}<div class="exercise write">{words}{LINE}</div>')
    document, *_ = laying(f"{CSS} {kept} {leading}").bench().layout(source, "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == laid


@pytest.mark.parametrize(
    ("begun", "before", "words", "laid"),
    [
        (1, 4, 2, [1, 4 + 4, 4]),
        # Over a leaf the lines have the last paragraph above them.
        (0, 4, 2, [4 + 2, 2 + 4]),
        # Its second paragraph has no room: that goes over with the lines.
        (1, 4, 3, [1, 4 + 3, 3 + 4]),
        # It leaves little of a page white.
        (1, 5, 1, [1, 5, 2 + 4]),
    ],
)
def test_a_wording_stands_whole_where_the_lines_opposite_alone_have_no_room(  # noqa: PLR0913, PLR0917 pages, before and after
    laying: Callable[..., Laying], page: Callable[[str], str], begun: int, before: int, words: int, laid: list[int]
) -> None:
    paragraph = f"<p>{'<br>'.join(['A line'] * words)}</p>"
    stem = f'<div class="stem">{paragraph * 2}</div>'
    asked = f'<div class="asks" style="break-inside: avoid">{LINE * 4}</div>'
    kept = ".stem {break-inside: avoid; break-after: avoid} [data-parted=freely] .stem {break-inside: auto}"
    kept += " [data-parted=stated] .stem {break-after: auto}"
    opening = f'<div style="break-after:page">{LINE}</div>' * begun
    source = page(f'{opening}{LINE * before}<div class="exercise write">{stem}{asked}</div>')
    document, *_ = laying(f"{CSS} {kept}").bench().layout(source, "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == laid


@pytest.mark.parametrize("leads", ["", '<p style="break-after: avoid">b:</p>'])
@pytest.mark.parametrize("kind", ["code", "rules plain"])
def test_code_and_a_table_among_words_go_on_over_the_end_of_a_page_that_would_be_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], leads: str, kind: str
) -> None:
    code = f'<div class="{kind}" style="break-inside: avoid">{"<p>a</p>" * 7}</div>'
    assert lines("<p>A line</p>" * 3 + leads + code, laying, page)[0] == 8
