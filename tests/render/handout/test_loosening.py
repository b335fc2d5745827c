"""What came closer and has room after all. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.gaps import empty, flow
from coursepack.render.handout.loosening import loosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from coursepack.render.handout.laying import Laying

CSS = """p, td, li {line-height: 10pt; padding: 0} table {border-spacing: 0} div {break-inside: avoid}
.above {--above: 12pt} .below {--below: 6pt} .own {height: 10pt}
.framed {border-bottom: 4pt solid; padding-bottom: 6pt} .grid {display: grid} .many {columns: 2}
.lines {--lines: 4pt} .sides {display: table} ol {display: table-cell; list-style: none; margin: 0; padding: 0}"""
LINE = "<p>A line</p>"


@pytest.fixture
def laid(laying: Callable[..., Laying], page: Callable[[str], str]) -> Callable[[str], Document]:
    """Return a function that lays a source out, to which nothing is done, and sets it apart."""

    def lay(source: str) -> Document:
        bench = laying(CSS).bench()
        document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
        loosen(document)
        return document

    return lay


def tops(document: Document, tag: str = "p") -> list[list[float]]:
    """Return how far down (pt) boxes of a tag stand on each page, without its margin."""
    pages = [one._page_box for one in document.pages]  # noqa: SLF001 the boxes have no public name
    boxes = [
        [box for box in flow(page) if box.element_tag == tag and type(box).__name__ != "LineBox"] for page in pages
    ]
    return [[round(box.position_y * 0.75 - 10, 1) for box in each] for each in boxes]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f'{LINE}<p class="above">A</p>{LINE}', [0, 22, 32]),
        (f'<p class="below">A</p>{LINE}', [0, 16]),
        # What heads its page lacks nothing above it, and what ends it nothing below.
        ('<p class="above">A</p><p class="below">A</p>', [0, 10]),
        # Between two things the more of what they lack is white, as margins are.
        (f'<p class="below">A</p><p class="above">A</p>{LINE}', [0, 22, 32]),
        # What is in it does not lack it again.
        (f'{LINE}<div class="above">{LINE}{LINE}</div>{LINE}', [0, 22, 32, 42]),
        # Of 36 pt they have the 20 that are left, but for a pixel: each has a third.
        (LINE * 3 + '<p class="above">A</p>' * 3, [0, 10, 20, 36.4, 52.8, 69.2]),
        # A frame's lower side and the room inside it stay above the page's foot: two lines and a pixel less are left.
        (f'{LINE * 4}<div class="framed">{LINE}<p class="above">A</p></div>', [0, 10, 20, 30, 40, 59.2]),
        # A page that is full has none.
        (LINE * 7 + '<p class="above">A</p>', [0, 10, 20, 30, 40, 50, 60, 70]),
        # What stands side by side stays as it is.
        (f'{LINE}<div class="grid"><p class="above">A</p>{LINE}</div>', [0, 10, 20]),
        (f'{LINE}<div class="many"><p class="above">A</p>{LINE}</div>', [0, 10, 10]),
    ],
)
def test_it_is_set_apart_as_far_as_its_page_has_room(
    laid: Callable[[str], Document], source: str, found: list[float]
) -> None:
    assert tops(laid(source)) == [found]


def test_each_line_of_a_text_is_set_apart_from_the_one_before_it(laid: Callable[[str], Document]) -> None:
    document = laid(f'{LINE}<div class="lines"><p>A<br>B<br>C</p></div>{LINE}')
    lines = [box for box in flow(document.pages[0]._page_box) if type(box).__name__ == "LineBox"]  # noqa: SLF001 as above
    assert [round(box.position_y * 0.75 - 10, 1) for box in lines] == [0, 14, 28, 42, 52]


@pytest.mark.parametrize(
    ("left", "right", "found", "after"),
    [
        # The lower side of a matching is set apart, and what follows it is below that; the other side is spread later.
        (2, 3, [[10, 20], [10, 26, 42]], 58),
        (3, 2, [[10, 26, 42], [10, 20]], 58),
        # Of its four gaps of 6 pt there is room for 20 pt, but for a pixel: each has as much.
        (1, 4, [[10], [10, 24.8, 39.6, 54.4]], 69.2),
    ],
)
def test_the_lower_side_of_a_matching_is_set_apart(
    laid: Callable[[str], Document], left: int, right: int, found: list[list[float]], after: float
) -> None:
    def items(count: int) -> str:
        return '<li class="below">A</li>' * count

    sides = f'<ol class="match-left">{items(left)}</ol><ol class="match-right">{items(right)}</ol>'
    document = laid(f'{LINE}<div class="sides">{sides}</div>{LINE}')
    all_of_them = tops(document, "li")[0]
    assert [all_of_them[:left], all_of_them[left:]] == found
    assert tops(document) == [[0, after]]


def test_what_holds_it_is_higher_with_what_is_behind_it(laid: Callable[[str], Document]) -> None:
    rows = '<tr><td>A</td></tr><tr class="above"><td>A</td></tr>'
    document = laid(f'<div style="background:red">{LINE}<table><tbody>{rows}</tbody></table></div>{LINE}')
    assert tops(document, "tr") == [[10, 32]]
    assert tops(document) == [[0, 42]]
    (box,) = (one for one in flow(document.pages[0]._page_box) if one.element_tag == "div")  # noqa: SLF001 as above
    (layer,) = box.background.layers
    assert (box.height * 0.75, layer.painting_area[3] * 0.75) == (42, 42)


def test_what_is_absolute_stays_at_the_head_of_what_holds_it(laid: Callable[[str], Document]) -> None:
    note = '<i style="position:absolute;top:0">A</i>'
    document = laid(f'<div style="position:relative">{LINE}<p class="above">A</p>{note}</div>')
    found = document.pages[0]._page_box.descendants(placeholders=True)  # noqa: SLF001 as above
    assert {round(one.position_y * 0.75, 1) for one in found if one.element_tag == "i"} == {10}


TORN = '<div style="border-left: 1pt solid; break-inside: auto">'
OVER = '<p style="break-before: page">A</p></div>'


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f'{TORN}{LINE * 4}<p class="above">A</p>{OVER}', [0, 10, 20, 30, 52]),
        # What stands behind it goes down whole.
        (f'{LINE * 3}<p class="above">A</p>{TORN}{LINE}{OVER}', [0, 10, 20, 42, 52]),
    ],
)
def test_what_goes_on_overleaf_ends_with_its_page(
    laid: Callable[[str], Document], source: str, found: list[float]
) -> None:
    document = laid(source)
    assert tops(document) == [found, [0]]
    (box,) = (one for one in flow(document.pages[0]._page_box) if one.element_tag == "div")  # noqa: SLF001 as above
    assert (box.border_box_y() + box.border_height()) * 0.75 <= 90


def test_it_stands_off_notes_at_the_page_s_foot(laid: Callable[[str], Document]) -> None:
    note = '<span style="float: footnote">Note</span>'
    document = laid(f'{LINE * 3}<p class="above">A{note}</p>')
    assert empty(page := document.pages[0]._page_box) * page.height == pytest.approx(15, abs=0.1)  # noqa: SLF001 as above
