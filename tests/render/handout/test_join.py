"""Pieces become one file, read with a tool that did not write it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from coursepack.render.handout.bench import Wanted
from coursepack.render.handout.join import joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying
    from coursepack.render.handout.piece import Piece

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

ONE = '<h1 id="one">One</h1><p style="break-before:page">Two, see <a href="#three">there</a></p>'
THREE = '<h2 id="three">Three</h2><p data-pdf="Note">A note</p>'
FOUR = '<h1 id="four">Four</h1><p data-pdf="Note">A note</p>'


def drawn(own: Laying, html: str, first: int = 1) -> Piece:
    """Return a piece that begins on a page."""
    found = own.drawn(Wanted(html, odd=first % 2 == 1), first)
    assert found
    return found


@pytest.fixture(scope="module")
def data(laying: Lay, page: Page) -> bytes:
    own = laying(names={"three": "Section 3"})
    pieces = [drawn(own, page(body), start) for body, start in ((ONE, 1), (THREE, 3), (FOUR, 4))]
    return joined("<title>Rivers</title>", pieces, own.files)


def dests(file: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    listed = list(file.Root.Names.Dests.Names)
    return dict(zip(map(str, listed[::2]), listed[1::2], strict=True))


def test_pages_stand_in_the_order_of_the_pieces(data: bytes) -> None:
    texts = [one.get_textpage().get_text_range().split() for one in pypdfium2.PdfDocument(data)]
    assert [words[0] for words in texts] == ["One", "Two,", "Three", "Four"]
    assert not pikepdf.open(BytesIO(data)).check_pdf_syntax()


def test_every_anchor_leads_to_its_own_page_and_they_are_listed_in_order(data: bytes) -> None:
    file = pikepdf.open(BytesIO(data))
    found = dests(file)
    assert list(found) == ["four", "one", "three"]
    pages = [one.obj.objgen for one in file.pages]
    assert [pages.index(found[name][0].objgen) for name in ("one", "three", "four")] == [0, 2, 3]


def test_bookmarks_are_nested_over_the_pieces(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)).open_outline() as outline:
        assert [(one.title, [under.title for under in one.children]) for one in outline.root] == [
            ("One", ["Three"]),
            ("Four", []),
        ]


def test_there_is_one_tree_of_structure_in_the_order_of_the_pages(data: bytes) -> None:
    file = pikepdf.open(BytesIO(data))
    (document,) = file.Root.StructTreeRoot.K
    heads = [one for top in document.K for one in walked(top) if str(one.S) in {"/H1", "/H2"}]
    assert [str(one.S) for one in heads] == ["/H1", "/H2", "/H1"]


def walked(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = [element]
    inside = element.get("/K", [])
    for one in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found += walked(one)
    return found


def test_keys_of_the_parent_tree_are_counted_on_and_lead_back_to_the_page(data: bytes) -> None:
    file = pikepdf.open(BytesIO(data))
    nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in nums[::2]]
    assert keys == list(range(len(keys)))
    for page in file.pages:
        entry = nums[2 * int(page.StructParents) + 1]
        assert {one.Pg.objgen for one in entry if "/Pg" in one} == {page.obj.objgen}


def test_notes_of_two_pieces_have_names_of_their_own(data: bytes) -> None:
    file = pikepdf.open(BytesIO(data))
    elements = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    names = [str(one.ID) for one in elements if one.get("/S") == "/Note"]
    assert len(names) == len(set(names)) == 2


def test_a_face_is_in_the_file_once(data: bytes) -> None:
    file = pikepdf.open(BytesIO(data))
    fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]
    assert len(fonts) == 1


def test_a_drawing_that_two_pieces_have_is_written_once(laying: Lay, page: Page) -> None:
    own = laying()
    same = drawn(own, page("<p>x</p>"))
    one, two = (pikepdf.open(BytesIO(joined("", [same] * count, own.files))) for count in (1, 2))
    assert len(two.pages) == 2
    streams = [sum(isinstance(item, pikepdf.Stream) for item in file.objects) for file in (one, two)]
    assert streams[0] == streams[1]


def test_a_link_to_nowhere_is_said(laying: Lay, page: Page, caplog: pytest.LogCaptureFixture) -> None:
    own = laying()
    piece = drawn(own, page('<p><a href="#nowhere">x</a></p>'))
    joined("", [piece], own.files)
    assert ["nowhere" in record.getMessage() for record in caplog.records].count(True) == 1


@pytest.mark.parametrize(("css", "upright"), [("", False), ("@page{size:100pt 200pt}", True)])
def test_upright_pages_are_not_scaled_and_slides_are_and_their_leaves_turn_at_other_edges(
    laying: Lay, page: Page, css: str, *, upright: bool
) -> None:
    own = laying(css)
    made = joined("<title>Rivers</title>", [drawn(own, page(ONE))], own.files)
    with pikepdf.open(BytesIO(made)) as file:
        said = {name: str(value) for name, value in file.Root.ViewerPreferences.items()}
    assert ("/PrintScaling" in said, "/Direction" in said) == (upright, False)
    assert said["/Duplex"] == ("/DuplexFlipLongEdge" if upright else "/DuplexFlipShortEdge")


def test_what_is_read_from_right_to_left_says_so(laying: Lay, page: Page) -> None:
    own = laying()
    made = joined('<html dir="rtl"><title>Rivers</title>', [drawn(own, page(ONE))], own.files)
    with pikepdf.open(BytesIO(made)) as file:
        assert file.Root.ViewerPreferences.Direction == "/R2L"


def test_bookmarks_that_stand_apart_are_one_branch_that_is_closed(laying: Lay, page: Page) -> None:
    own = laying(".at{bookmark-level:9;bookmark-label:attr(id)}")
    bodies = ('<h1>One</h1><p><span class="at" id="a"></span>Words</p><h2>Below</h2>', '<h1 class="at" id="b">Two</h1>')
    pieces = [drawn(own, page(body), start) for start, body in enumerate(bodies, 1)]
    with pikepdf.open(BytesIO(joined("<title>T</title>", pieces, own.files, beside="Beside"))) as file:
        one, apart = file.open_outline().root
        assert [(item.title, [kid.title for kid in item.children]) for item in (one, apart)] == [
            ("One", ["Below"]),
            ("Beside", ["a", "b"]),
        ]
        pages = [kid.destination[0].objgen for kid in apart.children]
        assert (pages, apart.is_closed) == ([one.objgen for one in file.pages], True)
