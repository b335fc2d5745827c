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


def test_a_page_may_end_where_something_begins(said: Callable[..., list[tuple[str, int]]]) -> None:
    short = page(1, line(0), line(200))
    assert said("page-gap", short, page(2, line(0, role="H1"))) == []
    # After the opener of its unit its first section begins.
    assert said("page-gap", short, full(2), anchors={"water": (1, 0.0), "springs": (2, 0.0)}) == []
