"""Pieces, each laid out once. Pages are 200 by 100 pt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.bench import Bench, Wanted
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.render.handout.laying import Laying

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

# What is kept is asked for here: nothing of other tests is found.
pytestmark = pytest.mark.usefixtures("anew")

TWO = '<p id="one">One</p><p id="two" style="break-before:page">Two <a href="#far">there</a></p>'
# What stands before an anchor at a page's head is on the page before.
ANCHORS = {"before.one": -1, "one": 0, "before.two": 0, "two": 1}


def test_pages_and_anchors_are_told_before_anything_is_drawn(laying: Lay, page: Page) -> None:
    own, wanted = laying(), Wanted(page(TWO))
    told, drawn = own.told(wanted), own.drawn(wanted, 5)
    assert told
    assert drawn
    assert (told.pages, told.anchors, told.objects, told.said) == (2, ANCHORS, (), ())
    assert (drawn.pages, drawn.anchors, drawn.leads) == (2, ANCHORS, ("far",))
    assert len(drawn.leaves) == 2


def test_a_piece_is_laid_out_once_and_taken_from_the_store_by_another_run(
    laying: Lay, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Wanted(page(TWO))
    with store.within(tmp_path):
        first = laying()
        told, drawn = first.told(wanted), first.drawn(wanted, 1)
        assert first.told(wanted) is told
        assert first.drawn(wanted, 1) is drawn
        later = laying()
        monkeypatch.setattr(Bench, "layout", None)  # it is not called
        assert (later.told(wanted), later.drawn(wanted, 1)) == (told, drawn)


def test_what_is_laid_out_is_not_laid_out_again_to_be_drawn(
    laying: Lay, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, own = Wanted(page(TWO)), laying()
    own.told(wanted)
    monkeypatch.setattr(Bench, "layout", None)  # it is not called
    assert own.drawn(wanted, 9)


def test_a_piece_comes_of_its_text_its_side_its_style_and_the_words_of_its_links(laying: Lay, page: Page) -> None:
    wanted = Wanted(page(TWO))
    own = laying()
    others = [
        own.key(replace(wanted, html=page(TWO + "."))),
        own.key(replace(wanted, odd=False)),
        own.key(replace(wanted, blank=True)),
        own.key(replace(wanted, short=True)),
        laying("p{color:red}").key(wanted),
        laying(names={"far": "Figure 9"}).key(wanted),
    ]
    assert len({own.key(wanted), *others}) == 7
    # Words of what it does not link to are none of its own.
    assert laying(names={"near": "Figure 8"}).key(wanted) == own.key(wanted)


def test_a_picture_that_was_changed_is_laid_out_anew(laying: Lay, page: Page, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"><path d="M0 0H9V9z"/></svg>'
    wanted = Wanted(page('<img src="a.svg" alt="x">'))
    with store.within(tmp_path):
        found = [laying(media={"a.svg": svg.format(width).encode()}).drawn(wanted, 1) for width in (9, 18)]
    one, two = (piece for piece in found if piece)
    assert [list(one.media), list(two.media)] == [["a.svg"], ["a.svg"]]
    assert one.media != two.media
    assert one.objects != two.objects


def test_breaks_are_what_the_style_sheet_says_of_probes(laying: Lay, page: Page) -> None:
    body = '<section data-probe="0"><header data-probe="1">x</header></section><div data-probe="2">x</div>'
    found = laying("section{break-before:right} header{break-after:page}").styles(page(body))
    assert found == {0: ("right", "auto"), 1: ("auto", "page"), 2: ("auto", "auto")}
