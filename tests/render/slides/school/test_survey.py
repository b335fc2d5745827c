"""What a template has: its layouts and their placeholders. Inches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.render.geometry import Box
from coursepack.render.slides.school.survey import Native, faces_of, survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck


def natives(change: Callable[[Deck], object] = lambda _: None) -> dict[str, Native]:
    deck = Presentation()
    change(deck)
    return {one.name: one for master in survey(deck) for one in master}


@pytest.fixture(scope="module")
def stock() -> dict[str, Native]:
    return natives()


def test_each_layout_has_its_placeholders_by_what_they_are_for(stock: dict[str, Native]) -> None:
    kinds = {name: sorted(slot.kind for slot in native.slots) for name, native in stock.items()}
    feet = ["footer", "page"]
    assert kinds["Title and Content"] == sorted([*feet, "title", "any"])
    assert kinds["Title Slide"] == sorted([*feet, "title", "text"])
    assert kinds["Picture with Caption"] == sorted([*feet, "title", "picture", "text"])
    assert len(stock["Two Content"].content) == 2


def test_a_layout_without_a_title_has_the_masters(stock: dict[str, Native]) -> None:
    title = stock["Blank"].title
    assert title
    assert title.mark is None
    own = stock["Title Only"].title
    assert own
    assert own.mark is not None
    assert title.box == own.box


def test_text_that_is_turned_is_no_place_for_anything(stock: dict[str, Native]) -> None:
    assert stock["Title and Vertical Text"].content == []
    vertical = stock["Vertical Title and Text"]
    assert vertical.content == []
    assert vertical.title
    assert vertical.title.mark is None  # the master's: its own is turned


def test_placeholders_are_listed_from_the_top_and_from_the_left() -> None:
    def change(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == "Comparison")
        for shape, at in zip(list(layout.placeholders)[1:5], ((6, 4), (1, 2), (6, 2), (1, 4)), strict=True):
            shape.left, shape.top, shape.width, shape.height = map(Inches, (*at, 3, 1))

    found = natives(change)["Comparison"].content
    assert [(round(slot.box.left), round(slot.box.top)) for slot in found] == [(1, 2), (6, 2), (1, 4), (6, 4)]


def test_text_stands_inside_the_insets() -> None:
    def change(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == "Title and Content")
        shape = layout.placeholders[1]
        shape.left, shape.top, shape.width, shape.height = map(Inches, (1, 2, 6, 3))
        body = next(shape.element.iter(qn("a:bodyPr")))
        for name, inset in (("lIns", 0.5), ("tIns", 0.25), ("rIns", 1), ("bIns", 0.75)):
            body.set(name, str(Inches(inset)))

    (slot,) = natives(change)["Title and Content"].content
    assert slot.box == Box(1, 2, 7, 5)
    assert slot.inner == Box(1.5, 2.25, 6, 4.25)


def test_a_placeholder_without_a_place_of_its_own_stands_where_the_masters_does() -> None:
    def change(deck: Deck) -> None:
        title = deck.slide_master.placeholders[0]
        title.left, title.top, title.width, title.height = map(Inches, (0.5, 0.25, 9, 1))

    title = natives(change)["Title Only"].title
    assert title
    assert title.box == Box(0.5, 0.25, 9.5, 1.25)


def test_a_layout_may_map_the_colours_of_its_master_anew() -> None:
    names = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    turned = {"tx1": "lt1", "bg1": "dk1", "tx2": "lt2", "bg2": "dk2"}

    def change(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == "Blank")
        mapping = " ".join(f'{name}="{turned.get(name, name)}"' for name in names)
        own = layout.element.find(qn("p:clrMapOvr"))
        own.clear()
        own.append(parse_xml(f"<a:overrideClrMapping {nsdecls('a')} {mapping}/>"))

    found = natives(change)
    assert (found["Blank"].palette.colours["tx1"], found["Title Only"].palette.colours["tx1"]) == ("FFFFFF", "000000")
    assert found["Blank"].backdrop.behind(Box(1, 1, 2, 2)) == ("000000",)


def test_faces_are_those_of_the_masters_titles_and_text() -> None:
    deck = Presentation()
    assert faces_of(deck.slide_master, ("Usual head", "Usual text")) == ("+mj-lt", "+mn-lt")
    next(deck.slide_master.element.iter(qn("p:bodyStyle"))).find(f".//{qn('a:latin')}").set("typeface", "Georgia")
    assert faces_of(deck.slide_master, ("Usual head", "Usual text")) == ("+mj-lt", "Georgia")
