from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full, line, page

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_page_that_ends_early_though_the_text_goes_on_is_a_gap(said: Callable[..., list[tuple[str, int]]]) -> None:
    short, table = page(1, line(0), line(200)), {"lengths": (2, 0.0)}
    message = "page 2 begins with what did not fit before: 69% of the page before are empty"
    assert said("page-gap", short, full(2), anchors=table) == [(message, 13)]
    assert said("page-gap", full(1), full(2), anchors=table) == []


def test_a_gap_on_a_small_page_is_one_too(said: Callable[..., list[tuple[str, int]]]) -> None:
    """Of 114 mm of text 54 are empty."""
    assert len(said("page-gap", page(1, line(350), line(509)), full(2), top=150)) == 1


def test_a_page_may_end_where_something_begins(said: Callable[..., list[tuple[str, int]]]) -> None:
    short = page(1, line(0), line(200))
    assert said("page-gap", short, page(2, line(0, role="H1"))) == []
    # After the opener of its unit its first section begins.
    assert said("page-gap", short, full(2), anchors={"water": (1, 0.0), "springs": (2, 0.0)}) == []


def test_two_pages_that_end_a_text_may_share_what_is_whole(said: Callable[..., list[tuple[str, int]]]) -> None:
    short, as_short = page(1, line(0), line(330)), page(2, line(0), line(340))
    assert said("page-gap", short, as_short) == []
    assert len(said("page-gap", short, as_short, page(3, line(0)))) == 2
    assert len(said("page-gap", short, full(2))) == 1


def test_notes_at_the_foot_fill_no_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    noted = page(1, line(0), line(200), line(640, role="Note", element=2))
    assert said("page-gap", noted, full(2)) == []
    assert said("page-gap", noted, full(2), outer=0) == [
        ("page 2 begins with what did not fit before: 62% of the page before are empty", 1)
    ]


def test_words_of_a_picture_that_are_printed_fill_a_page(said: Callable[..., list[tuple[str, int]]]) -> None:
    """They are heard with the picture, and so are of no element; a running foot is of none either."""
    worded = page(1, line(0), line(200), line(640, role=""), line(760, role=""))
    assert said("page-gap", worded, full(2)) == []


def test_a_figure_stays_with_its_exercise(said: Callable[..., list[tuple[str, int]]]) -> None:
    short, table = page(1, line(0), line(200)), page(2, line(0, "Table\u00a01.1 Lengths"), line(600))
    assert said("page-gap", short, table, anchors={"ex-lengths": (2, 300.0)}) == []
    assert len(said("page-gap", short, table, anchors={"ex-lengths": (3, 300.0)})) == 1
    assert len(said("page-gap", short, full(2), anchors={"ex-lengths": (2, 300.0)})) == 1
    # What asks for points may be painted before it.
    painted = page(2, line(200, "/ 2 Exercise 1.1", "H2", 8), *table.lines)
    assert said("page-gap", short, painted, anchors={"ex-lengths": (2, 300.0)}) == []
    # No head stands alone on a page for it.
    assert len(said("page-gap", page(1, line(0)), table, page(3, line(0)), anchors={"ex-lengths": (2, 300.0)})) == 1


def test_in_large_print_what_is_answered_as_a_whole_stands_on_the_next_page(
    said: Callable[..., list[tuple[str, int]]],
) -> None:
    short, after = page(1, line(0), line(300)), page(2, line(0), line(360), line(640, element=2))
    whole = {"ex-lengths": (2, 0.0)}
    assert len(said("page-gap", short, after, anchors=whole)) == 1
    assert said("page-gap", short, after, anchors=whole, leading=24) == []
    # It is a gap if that is a text, or a low one.
    assert len(said("page-gap", short, after, anchors={"springs": (2, 0.0)}, leading=24)) == 1
    assert len(said("page-gap", short, after, anchors={**whole, "mouths": (2, 200.0)}, leading=24)) == 1
    # What is discussed is answered too.
    assert said("page-gap", short, after, anchors={"q-longest": (2, 0.0)}, leading=24) == []
