"""What is counted of pages that are written here, with a tool that is not ours."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from coursepack.press.sides import Sides, sides

SAID = b"/P <</MCID 0>> BDC BT ET EMC "


def printed(*contents: bytes, shared: bool = True) -> bytes:
    """Write pages that share resources: a form with colour, one without, a picture and a shading with colour."""
    file = pikepdf.new()
    forms = {
        name: file.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for name, data in (("/Red", b"1 0 0 rg 0 0 9 9 re f"), ("/Grey", b".5 g 0 0 9 9 re f"))
    }
    picture = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceRGB}
    forms["/Photo"] = file.make_stream(bytes(3), Type=Name.XObject, Subtype=Name.Image, **picture)
    blend = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 9, 9]))
    resources = file.make_indirect(Dictionary(XObject=Dictionary(forms), Shading=Dictionary({"/Blend": blend})))
    for content in contents:
        file.add_blank_page()
        file.pages[-1].Resources = resources if shared else Dictionary()
        file.pages[-1].Contents = file.make_stream(content)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "coloured"),
    [
        (b"0 0 0 rg 0 0 9 9 re f", False),
        (b"0.1 0.1 0.1 RG 0 0 9 9 re S", False),
        (b"0.08 0.27 0.42 rg 0 0 9 9 re f", True),
        (b"0 0 0 1 k 0 0 9 9 re f", False),
        (b"0 0.2 0 0 K 0 0 9 9 re S", True),
        (b"/Red Do", True),
        (b"/Grey Do", False),
        (b"/Photo Do", True),
        (b"/Blend sh", True),
        (b"", False),
    ],
)
def test_a_page_has_colour_if_it_sets_one_or_draws_what_has_one(content: bytes, *, coloured: bool) -> None:
    assert sides(printed(SAID + content)) == Sides(1, int(coloured), 0)


def test_what_the_pages_share_counts_where_it_is_drawn() -> None:
    assert sides(printed(SAID, SAID + b"/Red Do", SAID + b"/Red Do")) == Sides(3, 2, 0)


def test_a_side_that_nothing_is_heard_of_is_silent() -> None:
    assert sides(printed(SAID, b"/Artifact BMC 0 0 9 9 re f EMC", b"", shared=False)) == Sides(3, 0, 2)
