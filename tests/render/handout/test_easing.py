"""What came closer without need. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout import bench as made
from coursepack.render.handout.easing import begins, needless, standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from weasyprint import Document

    from coursepack.render.handout.laying import Laying

CSS = """p, td {line-height: 10pt; padding: 0} table {border-spacing: 0} .table, .choose {break-inside: avoid}
[data-parted] {break-inside: auto !important} [data-closer] td {line-height: 8pt}"""
LINE = "<p>A line</p>"
# It has no room on the page of a whole table, and a lot on that of two rows that go over.
PRESSED = '<div class="exercise choose" style="padding-top:2pt">{}</div>'
ROW = "<tr><td>A row</td></tr>"


def rows(count: int) -> str:
    return f"<table><tbody>{ROW * count}</tbody></table>"


SOURCE = LINE * 4 + f'<div class="table">{rows(6)}</div>' + PRESSED.format(rows(2))


def heights(document: Document) -> dict[str, dict[int, float]]:
    """Return how high what has a class is on its pages, in pt."""
    found = {one.get("class") or "": places for one, places in standing(document).items()}
    return {
        name: {page: round(high * 0.75, 1) for page, high in places.items()} for name, places in found.items() if name
    }


def test_what_came_closer_is_as_it_was_where_its_page_has_room(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    document, _, mended = laying(CSS).bench().layout(page(SOURCE), "", 1)
    assert [name for _, name in mended] == ["parted", "closer", "eased"]
    assert heights(document) == {"table": {0: 40, 1: 20}, "exercise choose": {1: 22}}


def test_what_was_eased_comes_closer_again_where_other_numbers_leave_it_no_room(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    source = page(LINE * 4 + PRESSED.format(rows(4)))
    bench = laying(CSS).bench()
    _, _, (first,) = bench.layout(source, "", 1)
    document, _, mended = bench.layout(source, "", 1, [first, (first[0], "eased")])
    assert [name for _, name in mended] == ["closer", "eased", "closer"]
    assert heights(document) == {"exercise choose": {0: 34}}


def test_what_has_no_room_as_it_was_stays_close(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    document, _, mended = laying(CSS).bench().layout(page(LINE * 4 + PRESSED.format(rows(4))), "", 1)
    assert [name for _, name in mended] == ["closer"]
    assert heights(document) == {"exercise choose": {0: 34}}


def test_what_would_begin_other_pages_is_not_eased(
    laying: Callable[..., Laying], page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = iter(["one", "another"])
    monkeypatch.setattr(made, "begins", lambda _: next(heads))
    bench = laying(CSS).bench()
    document, _, mended = bench.layout(page(SOURCE), "", 1)
    assert [name for _, name in mended] == ["parted", "closer"]
    assert heights(document)["exercise choose"] == {1: 18}
    # It can be done again to the same source.
    again, *_ = bench.layout(page(SOURCE), "", 1, mended)
    assert heights(again) == heights(document)


def once(source: str, laying: Callable[..., Laying], page: Callable[[str], str]) -> tuple[Document, list[Element]]:
    """Lay pages out once; return them with the elements that have a class."""
    bench = laying(CSS).bench()
    html = bench._source(page(source))  # noqa: SLF001 pages that nothing is done to
    return bench._layout(html, "", 1)[0], [one for one in html.etree_element.iter() if one.get("class")]  # noqa: SLF001 one step of it alone


@pytest.mark.parametrize(
    ("source", "before", "eased"),
    [
        ('<div class="a">{}</div>', {0: 20.0}, True),
        # The page has 70 pt left, of which 24 stay free.
        ('<div class="a">{}</div>', {0: 70.0}, False),
        # It is no higher than it was.
        ('<div class="a">{}</div>', {0: 10.0}, False),
        # Nobody knows which page that is on would have to have the room.
        ('<div class="a">{}<div style="break-before:page">{}</div></div>', {0: 60.0, 1: 60.0}, False),
    ],
)
def test_how_much_room_is_wanted(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, before: dict[int, float], *, eased: bool
) -> None:
    document, (element,) = once(source.format(LINE, LINE), laying, page)
    known = {element: {number: high / 0.75 for number, high in before.items()}}
    assert list(needless(document, known, {element: []})) == [element] * eased


def test_what_neighbours_want_is_wanted_too(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    two = "".join(f'<div class="{name}">{LINE}</div>' for name in "ab")
    document, (first, second) = once(two, laying, page)
    known = {first: {0: 40 / 0.75}, second: {0: 20 / 0.75}}
    assert list(needless(document, known, {second: [first]})) == []
    assert list(needless(document, known, {second: []})) == [second]


def test_pages_begin_with_what_is_seen_first(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    paragraphs = "".join(f'<p class="{name}">A line</p>' for name in "abcdefghi")
    document, elements = once(f"<div>{paragraphs}</div>", laying, page)
    assert begins(document) == [elements[0], elements[8]]
