"""The objects of laid-out pages. Pages are 200 by 100 pt with a margin of 10; places count from the lower left."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from coursepack.render.handout import capture
from coursepack.render.handout.piece import KEY, NOTE, ONCE, OWN, references

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying
    from coursepack.render.handout.piece import Piece

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

TWO = '<h1 id="one">One</h1><p style="break-before:page">Two</p><h2 id="two">Three</h2><p id="one">Four</p>'


def captured(laying: Lay, source: str, **names: str) -> Piece:
    return capture.captured(laying().bench().layout(source, "", 1)[0], names)


def objects(piece: Piece, word: bytes) -> list[bytes]:
    return [one for one in piece.objects if word in one]


def test_an_anchor_is_where_it_stands_first(laying: Lay, page: Page) -> None:
    found = capture.told(laying().bench().layout(page(TWO), "", 1)[0], {"a.svg": "0f"}, ("said",))
    assert (found.pages, found.anchors) == (2, {"before.one": -1, "one": 0, "two": 1})
    assert (found.media, found.said) == ({"a.svg": "0f"}, ("said",))
    assert found.objects == ()


def test_what_stands_before_an_anchor_ends_on_its_page_unless_it_is_at_its_head(laying: Lay, page: Page) -> None:
    """A mark that stands in the outer column is no line of the text; one inside the first line is at its head."""
    aside = '<p id="a"><i style="position:absolute;top:-9px">x</i>One</p><p id="b">Two</p>'
    head = '<p style="break-before:page"><b id="c">T</b>hree</p><h2 id="d" style="break-before:page">Four</h2>'
    found = capture.told(laying().bench().layout(page(aside + head), "", 1)[0], {}, ()).anchors
    assert [(name, number) for name, number in found.items() if name.startswith("before.")] == [
        ("before.a", -1),
        ("before.c", 0),
        ("before.d", 1),
    ]


def test_bookmarks_are_headings_with_their_pages_levels_and_places(laying: Lay, page: Page) -> None:
    marks = captured(laying, page(TWO)).marks
    assert [mark[:3] for mark in marks] == [(0, 1, "One"), (1, 2, "Three")]
    assert [(round(mark[3], 3), mark[5]) for mark in marks] == [(10, "open")] * 2
    assert marks[0][4] == pytest.approx(90)  # at the top of what is inside the margin
    assert 70 < marks[1][4] < 85  # a line below it


def test_bookmarks_are_found_by_what_is_typed(laying: Lay, page: Page) -> None:
    marks = captured(laying, page("<h1>The\u00a0end, 3\u202fkm and\u2060/or</h1>")).marks
    assert [mark[2] for mark in marks] == ["The end, 3 km and/or"]


def test_a_link_within_the_piece_stays_and_one_to_elsewhere_names_its_anchor(laying: Lay, page: Page) -> None:
    body = '<p id="here"><a href="#here">a</a> <a href="#far">b</a> <a href="#far">c</a></p>'
    found = captured(laying, page(body), far="Figure 9")
    assert found.leads == ("far",)
    links = objects(found, b"/Subtype /Link")
    assert len(links) == 3
    assert len([one for one in links if b"/Dest (far)" in one]) == 2
    assert not [one for one in found.objects if b"elsewhere.invalid" in one]
    assert len([one for one in links if b"(Figure 9)" in one]) == 2  # what is read aloud


def test_all_that_is_referred_to_is_in_the_piece_or_in_what_a_document_has_once(laying: Lay, page: Page) -> None:
    found = captured(laying, page(f'{TWO}<p data-pdf="Note">A</p><p data-pdf="Note">B</p>'))
    every = (*found.objects, *found.parents, *(place for _, place in found.dests))
    said = [one for data in every for one in references(data)]
    assert {number for number, kind in said if kind == OWN} <= set(range(len(found.objects)))
    assert {number for number, kind in said if kind == KEY} == set(range(len(found.parents)))
    assert {number for number, kind in said if kind == NOTE} == {0, 1} == set(range(found.notes))
    assert {number for number, kind in said if kind == ONCE} == {0, 1, 2}  # pages, document, faces


def test_leaves_are_the_pages_in_their_order(laying: Lay, page: Page) -> None:
    found = captured(laying, page(TWO))
    assert [b"/Type /Page" in found.objects[leaf] for leaf in found.leaves] == [True, True]
    places = dict(found.dests)
    assert references(places["one"]) == [(found.leaves[0], OWN)]
    assert references(places["two"]) == [(found.leaves[1], OWN)]


def test_faces_are_named_by_their_files_and_no_font_is_in_the_piece(laying: Lay, page: Page) -> None:
    own = laying()
    found = capture.captured(own.bench().layout(page(TWO), "", 1)[0], {})
    assert [face.digest for face in found.faces] == list(own.files)
    assert not objects(found, b"/FontFile")


def test_viewers_leave_pictures_as_they_are(laying: Lay, page: Page) -> None:
    """PDF/A forbids them to be drawn smoother; a grey one with an alpha channel is two."""
    data = BytesIO()
    Image.new("LA", (2, 2), (9, 128)).save(data, "PNG")
    work = laying(media={"a.png": data.getvalue()})
    drawn = capture.captured(work.bench().layout(page('<p><img src="a.png" alt="A"></p>'), "", 1)[0], {})
    found = objects(drawn, b"/Subtype /Image")
    assert len(found) == 2
    assert all(b"/Interpolate false" in one for one in found)
