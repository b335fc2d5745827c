"""What stands behind a layout's text: layers from the ground up. Inches, and colours as RRGGBB."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schoolparts
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.render.geometry import Box
from coursepack.render.slides.school.backdrop import Backdrop, Layer
from coursepack.render.slides.school.survey import survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from pptx.presentation import Presentation as Deck

WHOLE = Box(0, 0, 10, 5)
INSIDE = Box(2, 2, 3, 3)


def stack(*layers: tuple[Box, str]) -> Backdrop:
    return Backdrop((Layer(WHOLE, ("FFFFFF",)), *(Layer(box, (colour,)) for box, colour in layers)))


@pytest.mark.parametrize(
    ("layer", "colour", "seen"),
    [
        (Box(0, 0, 1, 1), "000000", ("FFFFFF",)),  # elsewhere
        (Box(1, 1, 4, 4), "112233", ("112233",)),  # it covers all of the box
        (Box(2.5, 1, 4, 4), "112233", ("112233", "FFFFFF")),  # it covers a half
        (Box(2.01, 2.01, 2.99, 2.99), "112233", ("112233",)),  # all but a hair of it
        (Box(1, 1, 4, 4), "00000080", ("7F7F7F",)),  # 128 of 255 is black: 127 are left of white
        (Box(3, 2, 4, 3), "000000", ("FFFFFF",)),  # it only touches
    ],
)
def test_what_is_seen_behind_a_box_is_what_lies_on_top_of_it(layer: Box, colour: str, seen: tuple[str, ...]) -> None:
    assert stack((layer, colour)).behind(INSIDE) == seen


def test_a_plate_hides_all_that_is_below_it() -> None:
    given = stack((Box(2.5, 1, 4, 4), "112233"))
    assert given.with_plate(Box(1, 1, 4, 4), "FF0000").behind(INSIDE) == ("FF0000",)
    assert given.behind(INSIDE) == ("112233", "FFFFFF")


def test_slides_are_compared_by_the_sides_of_squares_of_their_areas() -> None:
    assert stack().scale(10, 5) == 1
    assert stack().scale(5, 2.5) == 2
    assert stack().scale(20, 10) == 0.5
    assert stack().whole == WHOLE


def test_what_covers_half_of_a_slide_is_a_ground_and_nothing_that_is_drawn_on_it() -> None:
    logo, half, less = Box(9, 0, 10, 1), Box(0, 0, 5, 5), Box(0, 0, 4.9, 5)
    assert stack((logo, "000000"), (half, "000000"), (less, "000000")).drawn == [logo, less]


def shape(fill: str, at: tuple[float, float, float, float], inner: str = "") -> str:
    x, y, width, height = (Inches(one) for one in at)
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/>'
        f"<p:nvPr>{inner}</p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def layers(change: Callable[[Deck], None]) -> tuple[Layer, ...]:
    """Return the layers of the blank layout of a deck with a change, rounded to hundredths of an inch."""
    deck = Presentation()
    change(deck)
    (natives,) = survey(deck)
    found = next(native for native in natives if native.name == "Blank").backdrop.layers
    return tuple(
        Layer(
            Box(*(round(side, 2) for side in (one.box.left, one.box.top, one.box.right, one.box.bottom))), one.colours
        )
        for one in found
    )


def test_a_shape_of_the_master_stands_on_the_ground_where_it_is_drawn() -> None:
    def change(deck: Deck) -> None:
        deck.slide_master.shapes._spTree.append(parse_xml(shape(solid("7A0019"), (1, 2, 3, 0.5))))  # noqa: SLF001 python-pptx has no other way to its XML

    ground, bar = layers(change)
    assert ground == Layer(Box(0, 0, 10, 7.5), ("FFFFFF",))
    assert bar == Layer(Box(1, 2, 4, 2.5), ("7A0019",))


def test_a_layout_may_hide_what_its_master_draws_and_have_a_ground_of_its_own() -> None:
    def change(deck: Deck) -> None:
        deck.slide_master.shapes._spTree.append(parse_xml(shape(solid("7A0019"), (1, 2, 3, 0.5))))  # noqa: SLF001 python-pptx has no other way to its XML
        layout = next(one for one in deck.slide_layouts if one.name == "Blank")
        layout.element.set("showMasterSp", "0")
        ground = f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{solid('003366')}<a:effectLst/></p:bgPr></p:bg>"
        layout.element.find(qn("p:cSld")).insert(0, parse_xml(ground))

    assert layers(change) == (Layer(Box(0, 0, 10, 7.5), ("003366",)),)


def test_a_ground_by_number_is_the_themes_fill_with_a_colour_in_the_place_of_its_own() -> None:
    """Black, made lighter by half of all light, is the grey in the middle."""

    def change(deck: Deck) -> None:
        part = deck.slide_master.part.part_related_by(RT.THEME)
        theme = parse_xml(part.blob)
        second = next(theme.iter(qn("a:bgFillStyleLst")))[1]
        lighter = '<a:schemeClr val="phClr"><a:lumOff val="50000"/></a:schemeClr>'
        fill = parse_xml(f"<a:solidFill {nsdecls('a')}>{lighter}</a:solidFill>")
        second.getparent().replace(second, fill)
        part._blob = etree.tostring(theme)  # noqa: SLF001 python-pptx has no other way to a part
        page = deck.slide_master.element.find(qn("p:cSld"))
        for old in page.findall(qn("p:bg")):
            page.remove(old)
        ground = '<p:bgRef idx="1002"><a:srgbClr val="000000"/></p:bgRef>'
        page.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}>{ground}</p:bg>"))

    assert layers(change) == (Layer(Box(0, 0, 10, 7.5), ("808080",)),)


def test_a_group_is_opened_and_what_stands_in_it_moved_and_scaled() -> None:
    """The group's own room is 4 by 4, and it is drawn 2 by 1 at (5, 1): a bar at its middle is half as broad."""
    frame = "".join(
        f'<a:{tag} {one}="{Inches(x)}" {other}="{Inches(y)}"/>'
        for tag, one, other, x, y in (
            ("off", "x", "y", 5, 1),
            ("ext", "cx", "cy", 2, 1),
            ("chOff", "x", "y", 0, 0),
            ("chExt", "cx", "cy", 4, 4),
        )
    )
    group = (
        f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="80" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{shape(solid('7A0019'), (2, 2, 2, 2))}</p:grpSp>"
    )
    _, bar = layers(lambda deck: deck.slide_master.shapes._spTree.append(parse_xml(group)))  # noqa: SLF001 python-pptx has no other way to its XML
    assert bar == Layer(Box(6, 1.5, 7, 2), ("7A0019",))


def test_a_gradient_has_its_stops_a_picture_its_pixels_and_a_placeholder_is_no_shape() -> None:
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{one}"/></a:gs>' for at, one in ((0, "111111"), (100000, "EEEEEE"))
    )

    def change(deck: Deck) -> None:
        tree = deck.slide_master.shapes._spTree  # noqa: SLF001 python-pptx has no other way to its XML
        tree.append(parse_xml(shape(f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>", (0, 0, 1, 1))))
        tree.append(parse_xml(shape(solid("7A0019"), (0, 0, 1, 1), '<p:ph type="dt" idx="77"/>')))
        _, inside = deck.slide_master.part.get_or_add_image_part(BytesIO(schoolparts.png("7A0019")))
        tree.add_pic(91, "Logo", "", inside, Inches(1), 0, Inches(1), Inches(1))

    _, gradient, picture = layers(change)
    assert gradient.colours == ("111111", "EEEEEE")
    assert picture == Layer(Box(1, 0, 2, 1), ("7A0019",))
