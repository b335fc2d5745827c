"""What a bench lays out and draws. Pages are 200 by 100 pt, with their number below the text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coursepack.render.handout.bench import Wanted
from coursepack.render.handout.join import joined
from coursepack.render.handout.piece import Piece, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

TWO = '<p id="one">One</p><p id="two" style="break-before:page">Two <a href="#far">there</a></p>'
NUMBERS = (
    "@page{@bottom-left{content:counter(page)}} @page:left{@top-left{content:string(s)}} p{string-set:s content()}"
)


def words(own: Laying, piece: Piece) -> list[str]:
    read = PdfReader(BytesIO(joined(own.bench().css and "<html><head></head>", [piece], own.files)))
    return [" ".join(page.extract_text().split()) for page in read.pages]


@pytest.mark.parametrize(("odd", "side"), [(True, "recto"), (False, "verso")])
def test_a_piece_begins_on_its_side(odd: bool, side: str) -> None:  # noqa: FBT001 a value of the table
    wanted = Wanted("<body></body>", odd)
    assert f"html{{break-before:{side}}}" in wanted.rules(9)
    assert wanted.rules(9).endswith("counter-reset:page 9}")
    assert wanted.first % 2 == odd


@pytest.mark.parametrize("first", [1, 12, 345])
def test_numbers_and_heads_are_those_of_the_page_that_a_piece_begins_on(laying: Lay, page: Page, first: int) -> None:
    own, wanted = laying(NUMBERS), Wanted(page(TWO), odd=bool(first % 2))
    bench = own.bench()
    bench.lay("x", wanted, keep=True)
    data = bench.draw("x", wanted, first)
    heads = ["One", "Two there"]
    expected = [
        {f"{number}", *heads[at].split(), *(heads[at].split() if number % 2 == 0 else [])}
        for at, number in enumerate((first, first + 1))
    ]
    assert [set(one.split()) for one in words(own, unpacked(data))] == expected
    assert bench.held == {}
    # The same as where its number is known from the beginning, or nothing was laid out before.
    assert own.bench().draw("x", wanted, first) == data


def test_a_text_that_says_its_own_page_is_laid_out_with_it(laying: Lay, page: Page) -> None:
    own, wanted = laying("p::after{content:' on ' counter(page)}"), Wanted(page(TWO))
    bench = own.bench()
    bench.lay("x", wanted, keep=True)
    assert words(own, unpacked(bench.draw("x", wanted, 7))) == ["One on 7", "Two there on 8"]


def test_of_a_short_piece_the_last_page_is_left_out(laying: Lay, page: Page) -> None:
    bench, wanted = laying().bench(), Wanted(page(TWO), short=True)
    for data in (bench.lay("x", wanted, keep=True), bench.draw("x", wanted, 1)):
        assert (unpacked(data).pages, unpacked(data).anchors) == (1, {"before.one": -1, "one": 0})


def test_a_blank_page_is_one_and_has_nothing_of_what_follows_it_but_a_number(laying: Lay, page: Page) -> None:
    own, wanted = laying(NUMBERS), Wanted(page(TWO), blank=True)
    found = unpacked(own.bench().draw("x", wanted, 3))
    assert (found.pages, found.anchors, words(own, found)) == (1, {}, ["4"])


def test_pictures_and_what_is_said_are_those_of_the_piece(laying: Lay, page: Page) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9z"/></svg>'
    bench = laying("b{color:nothing}", media={"a.svg": svg, "b.svg": svg}).bench()
    one, two = Wanted(page('<img src="a.svg" alt="x">')), Wanted(page('<img src="b.svg" alt="x"><p id="a"><p id="a">'))
    for name, wanted in (("one", one), ("two", two)):
        bench.lay(name, wanted, keep=True)
    found = [unpacked(bench.draw(name, wanted, 1)) for name, wanted in (("one", one), ("two", two))]
    assert [list(piece.media) for piece in found] == [["a.svg"], ["b.svg"]]
    assert [len(piece.said) for piece in found] == [1, 2]
