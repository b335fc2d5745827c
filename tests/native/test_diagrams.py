"""Diagrams, tables with merged cells and cropped pictures, on both sides."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pptx import Presentation

from slidexml import A, P, alternatives, slide

if TYPE_CHECKING:
    from lxml import etree

    from reading import Reading


def test_merged_cells_are_native_and_their_edges_are_told(deck: bytes) -> None:
    made = Presentation(BytesIO(deck))
    tables = [shape.table for one in made.slides for shape in one.placeholders if getattr(shape, "has_table", False)]
    table = next(table for table in tables if table.cell(0, 0).text == "Sea")
    assert (table.cell(1, 0).span_height, table.cell(1, 0).text) == (3, "North Sea")
    assert table.cell(2, 0).is_spanned
    assert table.cell(3, 2).span_width == 2
    assert (table.cell(5, 1).span_height, table.cell(5, 2).span_height, table.cell(5, 2).span_width) == (2, 2, 2)
    assert not any(cell.is_merge_origin for cell in table.rows[0].cells)


def test_merged_cells_on_paper_say_how_far_they_reach(reading: Reading) -> None:
    cells = [item for item in reading.file.objects if hasattr(item, "keys") and item.get("/S") in {"/TH", "/TD"}]
    spans = [(cell.S, cell.A.get("/RowSpan"), cell.A.get("/ColSpan")) for cell in cells if "/A" in cell]
    assert ("/TH", 3) in {(str(kind), rows) for kind, rows, _ in spans}
    assert 2 in {columns for _, _, columns in spans}
    assert " ^ is a sign" in " ".join(reading.text.split())


@pytest.mark.parametrize(
    ("title", "size", "aspect"),
    [("A part of a field", (800, 1000), 16 / 9), ("The right one of two targets", (300, 100), 1)],
)
def test_a_cropped_picture_is_not_stretched_on_a_slide(
    title: str, size: tuple[int, int], aspect: float, deck: bytes
) -> None:
    made = Presentation(BytesIO(deck))
    one = next(one for one in made.slides if one.shapes.title and one.shapes.title.text == title)
    picture = next(shape for shape in one.placeholders if hasattr(shape, "crop_left"))
    shown = (1 - picture.crop_left - picture.crop_right, 1 - picture.crop_top - picture.crop_bottom)
    assert picture.width / picture.height == pytest.approx(aspect, rel=0.001)
    assert size[0] * shown[0] / (size[1] * shown[1]) == pytest.approx(aspect, rel=0.001)


def test_a_cropped_picture_is_not_stretched_on_paper(reading: Reading) -> None:
    pages = [page.pdfium for page in reading.pages if "A part of a field" in page.text]
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    boxes = [one.get_bounds() for page in pages for one in page.get_objects(kinds, max_depth=4)]
    assert boxes
    assert (boxes[0][2] - boxes[0][0]) / (boxes[0][3] - boxes[0][1]) == pytest.approx(800 / 1000, rel=0.01)


def test_a_diagram_is_one_group_of_boxes_with_connectors_glued_to_them(deck: bytes) -> None:
    _, tree = slide(deck, "Nine votes and no veto")
    group = tree.find(f".//{P}grpSp")
    assert group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr").startswith("A draft goes to the vote")
    boxes = {one.find(f".//{P}cNvPr").get("id"): one.find(f".//{P}cNvPr").get("name") for one in group.iter(f"{P}sp")}
    glued = [
        (boxes[one.find(f".//{A}stCxn").get("id")], boxes[one.find(f".//{A}endCxn").get("id")])
        for one in group.iter(f"{P}cxnSp")
    ]
    assert glued == [
        ("A draft resolution", "Council votes"),
        ("Council votes", "A resolution, which states carry out"),
        ("Council votes", "No resolution"),
        ("No resolution", "General Assembly"),
    ]
    assert min(int(run.get("sz")) for run in group.iter(f"{A}rPr")) >= 1800


def test_connectors_begin_and_end_at_the_sides_that_they_are_glued_to(deck: bytes) -> None:
    for title in ("Nine votes and no veto", "Water goes round"):
        group = slide(deck, title)[1].find(f".//{P}grpSp")
        places = {one.find(f".//{P}cNvPr").get("id"): box(one) for one in group.iter(f"{P}sp")}
        for one in group.iter(f"{P}cxnSp"):
            if one.find(f".//{A}xfrm").get("rot"):
                continue
            left, top, right, bottom = box(one)
            flip = one.find(f".//{A}xfrm")
            xs = (right, left) if flip.get("flipH") else (left, right)
            ys = (bottom, top) if flip.get("flipV") else (top, bottom)
            for end, x, y in (("stCxn", xs[0], ys[0]), ("endCxn", xs[1], ys[1])):
                glue = one.find(f".//{A}{end}")
                assert (x, y) == pytest.approx(side(places[glue.get("id")], int(glue.get("idx"))), abs=2)


def box(shape: etree._Element) -> tuple[int, int, int, int]:
    off, ext = shape.find(f".//{A}off"), shape.find(f".//{A}ext[@cx]")
    left, top = int(off.get("x")), int(off.get("y"))
    return left, top, left + int(ext.get("cx")), top + int(ext.get("cy"))


def side(at: tuple[int, int, int, int], number: int) -> tuple[float, float]:
    left, top, right, bottom = at
    middle = ((left + right) / 2, (top + bottom) / 2)
    return ((middle[0], top), (left, middle[1]), (middle[0], bottom), (right, middle[1]))[number]


def test_the_words_of_a_diagram_are_on_both_sides(reading: Reading, deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, _ = slide(deck, "Nine votes and no veto")
    text = " ".join(drawn[number - 1].get_textpage().get_text_bounded().split())
    for words in ("Security Council", "nine votes", "a veto", "General Assembly"):
        assert words in text
        assert words in " ".join(reading.text.split())
    assert "Sea, cloud, rain, river, sea" in alternatives(reading)
