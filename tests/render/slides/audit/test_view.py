"""What the rules see of a finished slide, on decks that python-pptx makes: 10 by 7.5 inches, white."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.render.geometry import Box
from coursepack.render.slides.audit.view import View, mark_of, views

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

TITLED, TWO = 1, 3  # "Title and Content" and "Two Content" of python-pptx's own file


@pytest.fixture
def deck() -> Deck:
    return Presentation()


def slide(deck: Deck, title: str = "Rivers", layout: int = TITLED) -> Slide:
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    made.shapes.title.text = title
    return made


def seen(deck: Deck, *titles: str) -> View:
    return next(views(deck, titles or ("Rivers",)))


def test_slides_with_a_title_that_is_not_the_next_go_on_from_the_last(deck: Deck) -> None:
    for title in ("Rivers", "Rivers (2/2)", "Lakes", "Seas", "Seas (2/2)"):
        slide(deck, title)
    found = list(views(deck, ["Rivers", "Lakes", "Seas"]))
    assert [view.source for view in found] == [0, 0, 1, 2, 2]
    assert [view.number for view in found] == [1, 2, 3, 4, 5]
    assert found[1].title == "Rivers (2/2)"


def test_a_first_slide_is_the_first_whatever_its_title(deck: Deck) -> None:
    """A title may be set otherwise than it was written."""
    slide(deck, "RIVERS")
    slide(deck, "Lakes")
    assert [view.source for view in views(deck, ["Rivers", "Lakes"])] == [0, 1]


def test_a_placeholder_stands_where_it_says_or_else_its_layout_or_the_master(deck: Deck) -> None:
    made = slide(deck)
    body = made.placeholders[1]
    view = seen(deck)
    layout = next(one for one in made.slide_layout.placeholders if one.placeholder_format.idx == 1)
    layout.left, layout.top, layout.width, layout.height = map(Inches, (1, 2, 3, 4))
    assert view.box(body.element) == Box(1, 2, 4, 6)
    body.left, body.top, body.width, body.height = map(Inches, (2, 3, 1, 1))
    assert view.box(body.element) == Box(2, 3, 3, 4)
    title = made.slide_layout.slide_master.placeholders[0]
    title.left, title.top, title.width, title.height = map(Inches, (1, 0, 8, 1))
    assert view.box(made.shapes.title.element) == Box(1, 0, 9, 1)


def test_a_shape_without_any_place_is_taken_for_the_whole_slide(deck: Deck) -> None:
    made = slide(deck)
    box = made.shapes.add_textbox(*map(Inches, (1, 1, 2, 1)))
    box.element.spPr.remove(box.element.spPr.find(qn("a:xfrm")))
    assert seen(deck).box(box.element) == Box(0, 0, 10, 7.5)


def test_a_placeholder_inherits_from_the_layouts_of_its_number_and_the_masters_of_its_kind(deck: Deck) -> None:
    made = slide(deck, layout=TWO)
    right = next(one for one in made.placeholders if one.placeholder_format.idx == 2)
    view = seen(deck)
    near, far = view.chain(mark_of(right.element))
    assert next(near.iter(qn("p:ph"))).get("idx") == "2"
    assert next(far.iter(qn("p:ph"))).get("type") == "body"
    near, far = view.chain(mark_of(made.shapes.title.element))
    assert [next(one.iter(qn("p:ph"))).get("type") for one in (near, far)] == ["title", "title"]
    assert view.chain(None) == []


def test_a_group_is_no_placeholder_and_of_two_forms_both_are_seen(deck: Deck) -> None:
    made = slide(deck)
    group = made.shapes.add_group_shape([made.shapes.add_textbox(0, 0, 1, 1)])
    assert mark_of(group.element) is None
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="{n}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
        for n in (8, 9)
    )
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    first, second = shapes.split("</p:sp>")[:2]
    choice = f'<mc:AlternateContent xmlns:mc="{mc}" {nsdecls("p")}><mc:Choice Requires="p">{first}</p:sp></mc:Choice>'
    made.shapes._spTree.append(  # noqa: SLF001 python-pptx has no other way to its XML
        parse_xml(f"{choice}<mc:Fallback>{second}</p:sp></mc:Fallback></mc:AlternateContent>")
    )
    names = [next(one.iter(qn("p:cNvPr"))).get("name") for one in seen(deck).shapes()]
    assert names[-2:] == ["8", "9"]
    assert len(names) == 2 + 1 + 2  # title, body, the group once, and two forms


def test_a_decorative_plate_is_a_ground_and_any_other_shape_is_none(deck: Deck) -> None:
    made = slide(deck)
    plate = made.shapes.add_shape(1, *map(Inches, (1, 1, 4, 2)))
    plate.fill.solid()
    plate.fill.fore_color.rgb = RGBColor(0, 0x20, 0x5B)
    inside = Box(2, 1.5, 3, 2)
    assert seen(deck).backdrop.behind(inside) == ("FFFFFF",)
    name = next(plate.element.iter(qn("p:cNvPr")))
    uri = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    name.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            f'<d:decorative xmlns:d="{uri}" val="1"/></a:ext></a:extLst>'
        )
    )
    assert seen(deck).backdrop.behind(inside) == ("00205B",)
    assert seen(deck).backdrop.behind(Box(6, 5, 7, 6)) == ("FFFFFF",)


def test_a_slide_that_maps_its_colours_itself_is_read_so(deck: Deck) -> None:
    made = slide(deck)
    usual = seen(deck).palette
    names = {name: "dk1" if name == "bg1" else "lt1" for name in ("bg1", "tx1", "bg2", "tx2")}
    names |= {f"accent{n}": f"accent{n}" for n in range(1, 7)} | {"hlink": "hlink", "folHlink": "folHlink"}
    mapping = "".join(f' {name}="{value}"' for name, value in names.items())
    override = made.element.find(qn("p:clrMapOvr"))
    override.clear()
    override.append(parse_xml(f"<a:overrideClrMapping {nsdecls('a')}{mapping}/>"))
    assert usual.colours["tx1"] == seen(deck).palette.colours["bg1"] == "000000"


def test_how_large_a_slide_is_goes_by_its_area(deck: Deck) -> None:
    slide(deck)
    deck.slide_width, deck.slide_height = Inches(13.333 * 2), Inches(7.5 * 2)
    assert seen(deck).scale == pytest.approx(2)
