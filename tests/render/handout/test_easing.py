"""What came closer without need. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout import bench as made
from coursepack.render.handout import parting
from coursepack.render.handout.easing import Stand, begins, needless, overfull, standing

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from weasyprint import Document

    from coursepack.render.handout.laying import Laying

CSS = """p, td {line-height: 10pt; padding: 0} table {border-spacing: 0} .table, .choose {break-inside: avoid}
[data-parted] {break-inside: auto !important}
:is([data-closer], .choose:has(+ [data-closer])):not([data-eased]) td {line-height: 8pt}"""
LINE = "<p>A line</p>"
# It has no room on the page of a whole table, and a lot on that of two rows that go over.
PRESSED = '<div class="exercise choose" style="padding-top:2pt">{}</div>'
ROW = "<tr><td>A row</td></tr>"


def rows(count: int) -> str:
    return f"<table><tbody>{ROW * count}</tbody></table>"


SOURCE = LINE * 4 + f'<div class="table">{rows(6)}</div>' + PRESSED.format(rows(2))


def heights(document: Document) -> dict[str, dict[int, float]]:
    """Return how high what has a class is on its pages, in pt."""
    found = {one.get("class") or "": stand.pages for one, stand in standing(document).items()}
    return {
        name: {page: round((end - begin) * 0.75, 1) for page, (begin, end) in pages.items()}
        for name, pages in found.items()
        if name
    }


def test_what_came_closer_is_as_it_was_where_its_page_has_room(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    document, _, mended = laying(CSS).bench().layout(page(SOURCE), "", 1)
    assert [name for _, name in mended] == ["parted", "closer", "eased"]
    assert heights(document) == {"table": {0: 40, 1: 20}, "exercise choose": {1: 20}}


def test_what_was_eased_comes_closer_again_where_other_numbers_leave_it_no_room(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    source = page(LINE * 4 + PRESSED.format(rows(4)))
    bench = laying(CSS).bench()
    _, _, (first,) = bench.layout(source, "", 1)
    document, _, mended = bench.layout(source, "", 1, [first, (first[0], "eased")])
    assert [name for _, name in mended] == ["closer", "eased", "closer"]
    assert heights(document) == {"exercise choose": {0: 32}}


def test_what_has_no_room_as_it_was_stays_close(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    document, _, mended = laying(CSS).bench().layout(page(LINE * 4 + PRESSED.format(rows(4))), "", 1)
    assert [name for _, name in mended] == ["closer"]
    assert heights(document) == {"exercise choose": {0: 32}}


@pytest.mark.parametrize(
    ("tries", "eased", "first"),
    [
        # One has room and the other has not.
        (2, ["eased"], 20),
        # It was not found out which: all stays as it is.
        (1, [], 16),
    ],
)
def test_what_would_begin_other_pages_is_not_eased(  # noqa: PLR0913, PLR0917 what is tried and what comes of it
    laying: Callable[..., Laying],
    page: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
    tries: int,
    eased: list[str],
    first: int,
) -> None:
    asked = "exercise choose"
    monkeypatch.setattr(parting, "needless", lambda *given: [one for one in given[-1] if asked in one.get("class", "")])
    monkeypatch.setattr(made, "_EASES", tries)
    source = page(SOURCE + LINE * 2 + PRESSED.format(rows(4)).replace("choose", "choose last") + LINE * 5)
    bench = laying(CSS).bench()
    document, _, mended = bench.layout(source, "", 1)
    assert [name for _, name in mended] == ["parted", "closer", "closer", *eased]
    assert heights(document) == {
        "table": {0: 40, 1: 20},
        "exercise choose": {1: first},
        "exercise choose last": {2: 32},
    }
    # It can be done again to the same source.
    monkeypatch.undo()
    again, *_ = bench.layout(source, "", 1, mended)
    assert heights(again) == heights(document)


def once(source: str, laying: Callable[..., Laying], page: Callable[[str], str]) -> tuple[Document, list[Element]]:
    """Lay pages out once; return them with the elements that have a class."""
    bench = laying(CSS).bench()
    html = bench._source(page(source))  # noqa: SLF001 pages that nothing is done to
    return bench._layout(html, "", 1)[0], [one for one in html.etree_element.iter() if one.get("class")]  # noqa: SLF001 one step of it alone


def stand(*heights: float) -> Stand:
    """Return where something stood that was so high (pt) on its pages."""
    return Stand({page: (0, high / 0.75) for page, high in enumerate(heights)}, {"top": 0, "bottom": 0})


TORN = f'<div class="a">{LINE}<div class="b" style="break-before:page">{LINE}</div></div>'


@pytest.mark.parametrize(
    ("source", "before", "eased"),
    [
        (f'<div class="a">{LINE}</div>', {"a": stand(20)}, "a"),
        # The page has 70 pt left, of which 12 stay free.
        (f'<div class="a">{LINE}</div>', {"a": stand(66)}, "a"),
        (f'<div class="a">{LINE}</div>', {"a": stand(69)}, ""),
        # It is no higher than it was.
        (f'<div class="a">{LINE}</div>', {"a": stand(10)}, ""),
        # What goes on to another page wants on each what its parts there want.
        (TORN, {"a": stand(90), "b": stand(60)}, "a"),
        (TORN, {"a": stand(90), "b": stand(70)}, ""),
        # So does what went on before: its parts stood apart.
        (f'<div class="a"><div class="b">{LINE}</div></div>', {"a": stand(80, 20), "b": stand(20)}, "ab"),
        # Of two that have no room together one is as it was, that which wants less.
        (f'<div class="a">{LINE}</div><div class="b">{LINE}</div>', {"a": stand(60), "b": stand(40)}, "b"),
        (f'<div class="a">{LINE}</div><div class="b">{LINE}</div>', {"a": stand(36), "b": stand(30)}, "ba"),
    ],
)
def test_how_much_room_is_wanted(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, before: dict[str, Stand], eased: str
) -> None:
    document, elements = once(source, laying, page)
    known = {one: before[one.get("class") or ""] for one in elements if one.get("class") in before}
    assert "".join(one.get("class") or "" for one in needless(document, known, elements)) == eased


def test_what_is_around_it_is_wanted_too(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    document, (element,) = once(f'<div class="a" style="margin-top:2pt;padding-top:1pt">{LINE}</div>', laying, page)
    assert standing(document)[element].around == {"top": 4, "bottom": 0}
    for wanted, eased in ((54, [element]), (56, [])):
        known = {element: Stand({0: (0, 10 / 0.75)}, {"top": (3 + wanted) / 0.75, "bottom": 0})}
        assert list(needless(document, known, [element])) == eased


def test_pages_begin_with_what_is_seen_first(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    paragraphs = "".join(f'<p class="{name}">A line</p>' for name in "abcdefghi")
    document, elements = once(f"<div>{paragraphs}</div>", laying, page)
    assert begins(document) == [elements[0], elements[8]]


def test_the_page_that_has_no_room_is_that_before_the_first_that_begins_with_something_else(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    bench = laying(CSS).bench()
    html = bench._source(page("".join(f'<p class="{number}">A line</p>' for number in range(18))))  # noqa: SLF001 as above
    document, _ = bench._layout(html, "", 1)  # noqa: SLF001 pages that nothing is done to
    assert overfull(document, document) == set()
    next(one for one in html.etree_element.iter() if one.get("class") == "9").set("style", "line-height: 20pt")
    again, _ = bench._layout(html, "", 1)  # noqa: SLF001 as above
    names = {one.get("class") for one in overfull(document, again)}
    assert names - {None} == {str(number) for number in range(8, 16)}


@pytest.mark.parametrize(("high", "eased"), [(30, 2), (90, 0)])
def test_what_came_closer_inside_another_thing_is_as_it_was_with_it(
    laying: Callable[..., Laying], page: Callable[[str], str], high: float, eased: int
) -> None:
    bench = laying(CSS).bench()
    source = f'<div class="exercise" data-closer=""><div class="ask" data-closer="">{LINE}</div></div>'
    html = bench._source(page(source))  # noqa: SLF001 pages that nothing is done to
    document, _ = bench._layout(html, "", 1)  # noqa: SLF001 as above
    mending = parting.Mending(html.etree_element)
    exercise, ask = (one for one in html.etree_element.iter() if one.get("class"))
    mending._before = {exercise: stand(high), ask: stand(20)}  # noqa: SLF001 as if it had come closer since
    assert mending.eased(document) == eased
    assert [one.get("data-eased") for one in (exercise, ask)] == ([""] * 2 if eased else [None] * 2)
