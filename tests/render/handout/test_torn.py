"""What was parted without need. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.gaps import flow
from coursepack.render.handout.steps import BEGINS
from coursepack.render.handout.torn import going, is_no_worse, is_whole_inside, torn

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from coursepack.render.handout.laying import Laying

CSS = "p, td {line-height: 10pt; padding: 0} table {border-spacing: 0} [data-parted] {break-inside: auto !important}"
CSS += " .table, .whole, [data-over=''] {break-inside: avoid}"
LINE = "<p>A line</p>"


def table(rows: int) -> str:
    return f'<div class="table"><table><tbody>{"<tr><td>A row</td></tr>" * rows}</tbody></table></div>'


@pytest.fixture
def laid(laying: Callable[..., Laying], page: Callable[[str], str]) -> Callable[[str], Document]:
    """Return a function that lays a source out to which nothing is done."""

    def lay(source: str) -> Document:
        bench = laying(CSS).bench()
        document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
        return document

    return lay


@pytest.mark.parametrize(
    ("lines", "rows", "white", "is_torn"),
    [
        (7, 4, 0, True),
        # A quarter of the page is no little.
        (6, 4, 0, False),
        # More than two fifths of the page would stay white.
        (4, 2, 30, False),
        (5, 2, 20, True),
        # It is all on one page.
        (4, 4, 0, False),
    ],
)
def test_what_has_little_on_its_first_page_and_would_leave_no_gap(
    laid: Callable[[str], Document], lines: int, rows: int, white: int, *, is_torn: bool
) -> None:
    rest = f'<div style="break-inside:avoid;height:{white + 1}pt"></div>' if white else ""
    asked = f'<div class="exercise" data-parted="">{LINE}{rest or LINE * (rows - 1)}</div>'
    document = laid(LINE * lines + asked)
    pages = [one._page_box.children[0] for one in document.pages]  # noqa: SLF001 the boxes have no public name
    parted = {box.element for page in pages for box in flow(page) if box.element.get("data-parted") is not None}
    assert [one.get("class") for one in torn(document, parted)] == ["exercise"] * is_torn


@pytest.mark.parametrize(
    ("rows", "pages", "done"),
    [
        (3, [7, 3], ["parted", "whole"]),
        # It is higher than a page: whole it would take one more.
        (9, [8, 8], ["parted", "whole", "apart"]),
    ],
)
def test_it_is_whole_again_where_that_costs_nothing(
    laying: Callable[..., Laying], page: Callable[[str], str], rows: int, pages: list[int], done: list[str]
) -> None:
    source, bench = page(LINE * 7 + table(rows)), laying(CSS).bench()
    elements = bench._source(source).etree_element.iter()  # noqa: SLF001 where the number comes from
    (number,) = (number for number, one in enumerate(elements) if one.get("class") == "table")
    document, _, mended = bench.layout(source, "", 1, [(number, "parted")])
    assert mended[: len(done)] == tuple((number, name) for name in done)
    assert {name for _, name in mended[len(done) :]} == {BEGINS}
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == pages


@pytest.mark.parametrize(
    ("source", "is_fine"),
    [
        (LINE * 5 + table(4), True),
        # A page more, a gap more, a last page with a line alone.
        (LINE * 5 + table(4) + LINE * 8, False),
        (LINE * 4 + table(5), False),
        (LINE * 9, False),
        # An exercise that goes on.
        (f'{LINE * 6}<div class="exercise">{LINE * 4}</div>', False),
    ],
)
def test_pages_are_no_worse_that_are_no_more_and_no_emptier(
    laid: Callable[[str], Document], source: str, *, is_fine: bool
) -> None:
    assert is_no_worse(laid(source), laid(LINE * 5 + table(6))) is is_fine


ASKED = f'<div class="exercise">{LINE * 2}{{}}</div>'


@pytest.mark.parametrize(
    ("again", "before", "is_fine"),
    [
        # A right page's end is a leaf's, and that of the left one beside it is none.
        (LINE * 7 + ASKED.format("") + LINE * 10, LINE * 15 + ASKED.format("") + LINE * 2, False),
        (LINE * 15 + ASKED.format("") + LINE * 2, LINE * 7 + ASKED.format("") + LINE * 10, True),
        # A question that goes on is worse than what goes on between two.
        (LINE * 5 + ASKED.format(f'<div class="ask">{LINE * 3}</div>'), LINE * 7 + ASKED.format(LINE), False),
    ],
)
def test_pages_are_worse_where_exercises_are_torn_worse(
    laid: Callable[[str], Document], again: str, before: str, *, is_fine: bool
) -> None:
    assert is_no_worse(laid(again), laid(before)) is is_fine


@pytest.mark.parametrize(
    ("after", "pages", "done"),
    [
        ("", [6, 3], ["over"]),
        # The page after it is full: it is not tried.
        (LINE * 7, [8, 8], []),
        # It has room there, and what follows has none.
        (f'<div class="whole">{LINE * 7}</div>{LINE * 3}', [8, 8, 3], ["over", "here"]),
    ],
)
def test_an_exercise_torn_over_a_leaf_goes_over_whole_where_that_costs_nothing(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, pages: list[int], done: list[str]
) -> None:
    source = page(LINE * 6 + ASKED.format(LINE) + after)
    document, _, mended = laying(CSS).bench().layout(source, "", 1)
    assert [name for _, name in mended if name != BEGINS] == done
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == pages


@pytest.mark.parametrize(
    ("leading", "begun", "pages"),
    [
        ("10pt", 0, [5, 8, 8]),
        # Where pages hold many lines, white costs more; on an opening nothing is gained.
        ("normal", 0, [8, 8, 5]),
        ("10pt", 1, [1, 8, 8, 5]),
    ],
)
def test_on_pages_of_few_lines_what_is_longer_than_one_begins_on_an_opening(
    laying: Callable[..., Laying], page: Callable[[str], str], leading: str, begun: int, pages: list[int]
) -> None:
    css = f"{CSS} html {{line-height: {leading}}}"
    asked = f'<div class="exercise">{LINE * 2}<div class="ask">{LINE * 6}</div>{LINE * 2}</div>'
    source = page(f'<div style="break-after:page">{LINE}</div>' * begun + LINE * 5 + asked + LINE * 6)
    document, *_ = laying(css).bench().layout(source, "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == pages


@pytest.mark.parametrize(
    ("before", "asked", "pages"),
    [
        ("", "exercise", [8]),
        ("", "question", [8]),
        # Closer it is no lower, or lacks too much.
        ("", "exercise stiff", [7, 1]),
        (LINE, "exercise", [7, 2]),
        # The second page lies beside the third.
        (f'<div style="break-after:page">{LINE}</div>', "exercise", [1, 7, 1]),
    ],
)
def test_an_exercise_torn_over_a_leaf_is_closer_where_it_is_whole_then(
    laying: Callable[..., Laying], page: Callable[[str], str], before: str, asked: str, pages: list[int]
) -> None:
    css = f"{CSS} [data-closer] p {{line-height: 8pt}} .stiff p {{line-height: 10pt !important}}"
    source = page(f'{before}{LINE * 3}<div class="{asked}" style="padding-top:4pt">{LINE * 5}</div>')
    document, _, mended = laying(css).bench().layout(source, "", 1)
    assert ("pressed" in dict(mended).values()) is (pages == [8])
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == pages


@pytest.mark.parametrize(("kind", "more", "pages"), [("ask", 4, [8, 4]), ("", 4, [7, 5]), ("ask", 8, [8, 8])])
def test_a_question_that_is_torn_is_closer_where_it_is_whole_without_what_it_is_judged_by(
    laying: Callable[..., Laying], page: Callable[[str], str], kind: str, more: int, pages: list[int]
) -> None:
    css = f"{CSS} [data-closer] p {{line-height: 8pt}} .rubric p {{line-height: 10pt !important}}"
    asked = f'<div class="{kind}">{LINE * 5}</div><div class="rubric">{LINE * more}</div>'
    source = page(f'{LINE * 3}<div class="exercise" style="padding-top:4pt">{asked}</div>')
    document, *_ = laying(css).bench().layout(source, "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == pages


@pytest.mark.parametrize(("kind", "pages"), [("match-sides", 8), ("things-to-order", 8), ("options", 8), ("", 7)])
def test_what_is_chosen_from_is_closer_where_it_is_whole_then(
    laying: Callable[..., Laying], page: Callable[[str], str], kind: str, pages: int
) -> None:
    """On an opening too, as a question is: whoever draws lines between two sides sees both of them."""
    css = f"{CSS} [data-closer] p {{line-height: 8pt}}"
    asked = f'<div class="exercise" style="padding-top:4pt"><div class="{kind}">{LINE * 5}</div></div>'
    document, *_ = (
        laying(css).bench().layout(page(f'<div style="break-after:page">{LINE}</div>{LINE * 3}{asked}'), "", 1)
    )
    second = document.pages[1]._page_box.descendants()  # noqa: SLF001 the boxes have no public name
    assert sum(type(box).__name__ == "LineBox" for box in second) == pages


def test_an_exercise_is_torn_on_an_opening_rather_than_leaving_much_white(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    """The second page of a document is a left one: its leaf has been turned, and the next page lies beside it."""
    source = page(
        f'<div style="break-after:page">{LINE}</div>{LINE * 5}<div style="height:2pt"></div>{ASKED.format(LINE * 4)}'
    )
    _, _, mended = laying(CSS).bench().layout(source, "", 1)
    assert [name for _, name in mended if name != BEGINS] == ["over", "here"]


QUESTIONS = f'<div class="ask">{LINE * 3}</div><div class="ask">{LINE * 4}</div>'
UNASKED = f'<div class="exercise">{LINE * 3}{{}}{QUESTIONS}</div>'


@pytest.mark.parametrize(
    ("source", "goes"),
    [
        # All questions stand on the back of what they ask about.
        (LINE * 5 + UNASKED.format(""), True),
        # They are opposite; or one stands on the front.
        (LINE * 13 + UNASKED.format(""), False),
        (LINE * 4 + UNASKED.format(f'<div class="ask">{LINE}</div>'), False),
        # The front would be empty.
        (LINE * 4 + UNASKED.format(LINE), False),
    ],
)
def test_what_a_leaf_parts_from_all_its_questions_goes_over(
    laid: Callable[[str], Document], source: str, *, goes: bool
) -> None:
    assert [one.get("class") for one in going(laid(source))] == ["exercise"] * goes


SHEET = '<section class="worksheet">{}<div class="rest-room"></div></section>'
TORN = f'<div class="exercise"><div class="ask">{LINE * 6}</div></div>'
APART = f'<div class="exercise"><div class="ask">{LINE * 4}</div><div class="ask">{LINE * 2}</div></div>'


@pytest.mark.parametrize(
    ("source", "goes"),
    [
        (SHEET.format(LINE * 4 + TORN), True),
        # Its page would stay white; or more of it than is ruled for notes.
        (LINE * 4 + TORN, False),
        (SHEET.format(LINE * 3 + TORN), False),
        # The rest is opposite; or it is another question.
        (SHEET.format(LINE * 12 + TORN), False),
        (SHEET.format(LINE * 4 + APART), False),
    ],
)
def test_a_question_that_a_leaf_tears_goes_over_where_its_page_is_ruled_for_notes(
    laid: Callable[[str], Document], source: str, *, goes: bool
) -> None:
    assert [one.get("class") for one in going(laid(source))] == ["exercise"] * goes


def test_a_page_that_is_ruled_for_notes_is_no_worse_for_a_question_that_went_over(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    _, _, mended = laying(CSS).bench().layout(page(SHEET.format(LINE * 4 + TORN)), "", 1)
    assert [name for _, name in mended if name != BEGINS] == ["over"]


def test_a_question_that_goes_on_across_an_opening_is_better_than_over_a_leaf(
    laid: Callable[[str], Document],
) -> None:
    asked = f'<div class="exercise"><div class="ask">{LINE * 6}</div></div>'
    leaf, opening = (laid(LINE * lines + asked + LINE * (17 - lines)) for lines in (4, 12))
    assert is_whole_inside(opening, leaf)
    assert not is_whole_inside(leaf, opening)
