"""Small courses in further languages: both outputs are made, checked by other tools and read back."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from page import validate_pdf_bytes
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from coursepack.build import Ready, ready
from coursepack.outputs import pdf, slides, speaker
from coursepack.press.laid import read

SAMPLES = Path(__file__).parent / "golden" / "samples"
TAGS = sorted(folder.name for folder in SAMPLES.iterdir())


@cache
def _course(tag: str) -> Ready:
    return ready(SAMPLES / tag)


@cache
def _pages(tag: str) -> bytes:
    made = pdf.make(_course(tag), None, "a4")
    assert made.notices == ()
    return made.data


def _folio(page: pypdfium2.PdfPage, number: int) -> float:
    """Return the place of a page's number, as a share of the paper's width."""
    text = page.get_textpage()
    found = text.search(str(number))
    spots = iter(found.get_next, None)
    boxes = [text.get_charbox(index) for index, _ in spots]
    left, *_ = max(boxes, key=lambda box: box[1])
    return float(left / page.get_width())


# A script of letters that join, from the right; of others a short text is printed in `test_copied.py`.
SCRIPTS = ["ar"]
# Letters that have a face of their own, and those of ours in another language.
SPOKEN = ["ar", "fr"]


@pytest.mark.parametrize(
    "tag", [pytest.param(tag, marks=() if tag in SCRIPTS else pytest.mark.thorough) for tag in TAGS]
)
def test_the_handout_is_for_everybody_and_says_its_language(tag: str) -> None:
    assert validate_pdf_bytes(_pages(tag), profile="ua1").is_compliant
    with pikepdf.open(BytesIO(_pages(tag))) as made:
        assert made.Root.Lang == tag


@pytest.mark.parametrize(
    "tag", [pytest.param(tag, marks=() if tag in SPOKEN else pytest.mark.thorough) for tag in TAGS]
)
def test_every_run_of_the_deck_says_its_language(tag: str) -> None:
    deck = Presentation(BytesIO(slides.make(_course(tag), None, "a4").data))
    runs = [one for slide in deck.slides for one in slide.element.iter("{*}rPr")]
    assert {run.get("lang").partition("-")[0] for run in runs} == {tag}


def test_figures_of_an_arabic_deck_begin_at_the_right_in_the_face_that_was_measured() -> None:
    deck = Presentation(BytesIO(slides.make(_course("ar"), None, "a4").data))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    (chart,) = [shape.chart.part._element for shape in shapes if shape.has_chart]  # noqa: SLF001 what was written
    assert [one.get("val") for one in chart.iterfind(".//{*}catAx/{*}scaling/{*}orientation")] == ["maxMin"]
    assert [one.get("val") for one in chart.iterfind(".//{*}valAx/{*}axPos")] == ["r"]
    assert {one.get("typeface") for one in chart.iterfind(".//{*}catAx//{*}cs")} == {"Amiri"}
    (time,) = [shape.element for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    said = [one for one in time.iter("{*}p") if one.find("{*}r") is not None]
    assert {one.find("{*}pPr").get("rtl") for one in said} == {"1"}
    arabic = [one for one in time.iter("{*}r") if not one.findtext("{*}t").isascii()]
    assert {one.find("{*}rPr/{*}cs").get("typeface") for one in arabic} == {"Amiri"}


def test_numbers_of_pages_stand_at_the_outer_edge_of_a_book_from_the_right() -> None:
    pages = pypdfium2.PdfDocument(_pages("ar"))
    assert _folio(pages[2], 3) < 0.2
    assert _folio(pages[3], 4) > 0.8


def test_text_of_an_arabic_page_begins_at_the_right() -> None:
    page = pypdfium2.PdfDocument(_pages("ar"))[3]
    box = page.get_textpage().get_charbox(page.get_textpage().get_text_range().index("ق"))
    assert box[2] > page.get_width() / 2


def test_a_long_head_of_the_total_of_points_stands_off_the_lines_of_its_column() -> None:
    page = pypdfium2.PdfDocument(_pages("ar"))[9]
    text = page.get_textpage()
    first, count = text.search("المجموع").get_next()
    boxes = [text.get_charbox(at) for at in range(first, first + count)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    paths = (one.get_bounds() for one in page.get_objects() if one.type == FPDF_PAGEOBJ_PATH)
    # The lines across are in pieces that are as wide as cells.
    cells = [(start, end) for start, low, end, high in paths if start < left < end and high - low < 3]
    start, end = min(cells, key=lambda cell: cell[1] - cell[0])
    assert min(left - start, end - right) > 3


def test_points_at_the_end_of_a_line_are_on_the_page_of_a_book_from_the_right() -> None:
    made = ready(SAMPLES / "ar", None, "a5")
    pages = read(pdf.make(made, made.unit("2"), "a5").data).pages
    runs = [run for page in pages for line in page.lines for run in line.runs]
    assert min(run.box.left for run in runs) > 0
    assert sum("/ 1" in run.words for run in runs) > 1


def test_the_foot_of_a_printed_deck_has_a_face_for_its_script() -> None:
    """Its words stand at the right, and the page's number at the left."""
    course = _course("ar")
    data = speaker.make(course, course.unit("1"), "a4").data
    assert "مياه القرية: المطر 1" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
