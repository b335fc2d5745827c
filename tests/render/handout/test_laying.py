"""Pieces, each laid out once. Pages are 200 by 100 pt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack import store
from coursepack.render.handout.laying import Laying, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

TWO = '<p id="one">One</p><p id="two" style="break-before:page">Two <a href="#far">there</a></p>'


@pytest.mark.parametrize(
    ("start", "blank", "first", "side"),
    [(1, "", 1, "recto"), (4, "", 4, "verso"), (5, "recto", 4, "verso"), (4, "verso", 3, "recto")],
)
def test_a_piece_begins_on_the_side_of_its_number(start: int, blank: str, first: int, side: str) -> None:
    """Before one that has to begin on another side a blank page is laid out, with the number before its own."""
    wanted = Wanted("<body></body>", start, blank=blank)
    assert wanted.first == first
    assert f"html{{break-before:{side}}}" in wanted.rules
    assert wanted.rules.endswith(f"counter-reset:page {first}}}")


def test_pages_and_anchors_are_told(laying: Lay, page: Page) -> None:
    found = laying().piece(Wanted(page(TWO), 1))
    assert (found.pages, found.anchors, found.leads) == (2, {"one": 0, "two": 1}, ("far",))
    assert len(found.leaves) == 2


def test_of_a_short_piece_the_last_page_is_left_out(laying: Lay, page: Page) -> None:
    found = laying().piece(Wanted(page(TWO), 1, short=True))
    assert (found.pages, found.anchors) == (1, {"one": 0})


def test_a_blank_page_is_one_and_has_nothing_of_what_follows_it(laying: Lay, page: Page) -> None:
    found = laying().piece(Wanted(page(TWO), 5, blank="recto"))
    assert (found.pages, found.anchors) == (1, {})


def test_what_is_not_known_is_not_drawn(laying: Lay, page: Page) -> None:
    found = laying().piece(Wanted(page(TWO), 1, known=False))
    assert (found.pages, found.anchors) == (2, {"one": 0, "two": 1})
    assert (found.objects, found.leaves, found.said) == ((), (), ())


def test_a_piece_is_laid_out_once_and_taken_from_the_store_by_another_run(
    laying: Lay, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Wanted(page(TWO), 1)
    with store.within(tmp_path):
        first = laying()
        made = first.piece(wanted)
        assert first.piece(wanted) is made
        later = laying()
        monkeypatch.setattr(Laying, "layout", None)  # it is not called
        assert later.piece(wanted) == made


def test_a_piece_comes_of_its_text_its_place_its_style_and_the_words_of_its_links(laying: Lay, page: Page) -> None:
    wanted = Wanted(page(TWO), 1)
    own = laying()
    others = [
        own.key(replace(wanted, html=page(TWO + "."))),
        own.key(replace(wanted, start=3)),
        own.key(replace(wanted, known=False)),
        own.key(replace(wanted, short=True)),
        laying("p{color:red}").key(wanted),
        laying(names={"far": "Figure 9"}).key(wanted),
    ]
    assert len({own.key(wanted), *others}) == 7
    # Words of what it does not link to are none of its own.
    assert laying(names={"near": "Figure 8"}).key(wanted) == own.key(wanted)


def test_a_picture_that_was_changed_is_laid_out_anew(laying: Lay, page: Page, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"><path d="M0 0H9V9z"/></svg>'
    wanted = Wanted(page('<img src="a.svg" alt="x">'), 1)
    with store.within(tmp_path):
        found = [laying(media={"a.svg": svg.format(width).encode()}).piece(wanted) for width in (9, 18)]
    assert [list(one.media) for one in found] == [["a.svg"], ["a.svg"]]
    assert found[0].media != found[1].media
    assert found[0].objects != found[1].objects


def test_breaks_are_what_the_style_sheet_says_of_probes(laying: Lay, page: Page) -> None:
    body = '<section data-probe="0"><header data-probe="1">x</header></section><div data-probe="2">x</div>'
    found = laying("section{break-before:right} header{break-after:page}").styles(page(body))
    assert found == {0: ("right", "auto"), 1: ("auto", "page"), 2: ("auto", "auto")}
