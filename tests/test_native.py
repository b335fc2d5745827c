"""Formulas, code, charts of every kind: one course with all of them, its outputs read back with tools of others."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from page import validate_pdf_bytes
from pptx import Presentation

import office
from coursepack.build import Ready, ready
from coursepack.outputs import pdf, slides
from coursepack.render.slides.native.omml import omml
from coursepack.render.words.equation import mistake
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

NATIVE = Path(__file__).parent / "golden" / "native"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def course() -> Ready:
    return ready(NATIVE)


@pytest.fixture(scope="module")
def printed(course: Ready) -> bytes:
    made = pdf.make(course, None, "a4")
    assert made.notices == ()
    return made.data


@pytest.fixture(scope="module")
def reading(printed: bytes) -> Reading:
    return Reading(printed)


@pytest.fixture(scope="module")
def deck(course: Ready) -> bytes:
    made = slides.make(course, None, "a4")
    assert {problem.code for problem in made.notices} <= {"slide-shrunk"}
    return made.data


@pytest.fixture(scope="module")
def drawn(deck: bytes, tmp_path_factory: pytest.TempPathFactory) -> pypdfium2.PdfDocument:
    """The deck as LibreOffice draws it."""
    return pypdfium2.PdfDocument(office.draw(deck, tmp_path_factory.mktemp("native")))


def trees(deck: bytes) -> Iterator[etree._Element]:
    """Yield the slides' XML in order."""
    with zipfile.ZipFile(BytesIO(deck)) as package:
        names = [name for name in package.namelist() if name.startswith("ppt/slides/slide")]
        for number in range(1, len(names) + 1):
            yield etree.fromstring(package.read(f"ppt/slides/slide{number}.xml"))


def slide(deck: bytes, title: str) -> tuple[int, etree._Element]:
    """Find a slide by its title: its number and its XML."""
    for number, tree in enumerate(trees(deck), 1):
        text = "".join(tree.find(f".//{P}sp").itertext()).strip()
        if text == title:
            return number, tree
    raise AssertionError(title)


def alternatives(reading: Reading) -> set[str]:
    return {str(item.Alt) for item in reading.file.objects if hasattr(item, "keys") and "/Alt" in item}


def test_the_handout_is_pdf_ua_1(printed: bytes) -> None:
    report = validate_pdf_bytes(printed, profile="ua1")
    assert report.is_compliant, report.failures


def test_a_validator_finds_no_error_in_the_deck(deck: bytes, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck)
    result = OpenXmlValidator().validate(tmp_path / "deck.pptx")
    assert [error.description for error in result.errors] == []


@pytest.mark.usefixtures("anew")
def test_the_deck_has_the_same_bytes_again(course: Ready, deck: bytes) -> None:
    assert slides.make(course, None, "a4").data == deck


def test_formulas_on_paper_are_paths_with_words_behind_them(reading: Reading) -> None:
    said = alternatives(reading)
    assert "x bar equals 1 over n the sum from i equals 1 to n of x sub i" in said
    assert "p hat plus or minus 1.96 times the root of p hat times one minus p hat over n" in said
    assert "x sub 1 squared" in said
    assert not [name for name, _ in reading.fonts() if "STIX" in name]


def test_prices_and_escaped_dollars_are_no_formulas(reading: Reading) -> None:
    text = " ".join(reading.text.split())
    assert "a ticket costs $5 and a book $6" in text
    assert "A dollar is written $x$." in text


def test_equations_are_numbered_and_referred_to(reading: Reading) -> None:
    text = " ".join(reading.text.replace("\u00a0", " ").split())
    assert "(1.1)" in text
    assert "(1.2)" in text
    assert "1.2 and Equation 1.1" in text


def test_a_formula_in_the_deck_is_native_with_a_fallback(deck: bytes) -> None:
    _, tree = slide(deck, "The mean is a sum shared out")
    both = next(one for one in tree.iter(f"{MC}AlternateContent") if one.find(f".//{M}oMathPara") is not None)
    choice, fallback = both.find(f"{MC}Choice"), both.find(f"{MC}Fallback")
    assert choice.nsmap[choice.get("Requires")] == "http://schemas.microsoft.com/office/drawing/2010/main"
    assert choice.find(f".//{M}nary/{M}naryPr/{M}chr").get(f"{M}val") == "∑"
    picture = fallback.find(f"{P}pic")
    assert picture.find(f".//{A}blip") is not None
    assert picture.find(f".//{P}cNvPr").get("descr") == "x bar equals 1 over n the sum from i equals 1 to n of x sub i"


def test_libreoffice_shows_the_picture_of_a_formula(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, _ = slide(deck, "How far off a sample is")
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_PATH, pypdfium2.raw.FPDF_PAGEOBJ_FORM]
    boxes = [one.get_bounds() for one in drawn[number - 1].get_objects(kinds, max_depth=1)]
    high = drawn[number - 1].get_height()
    assert any(box[1] > high - 6.3 * 72 and box[3] < high - 1.9 * 72 and box[3] - box[1] > 15 for box in boxes)


def test_a_matrix_with_a_line_is_native_and_a_table_with_lines_across_a_picture(deck: bytes) -> None:
    _, system = slide(deck, "A system as a matrix")
    fences = [one.find(f"{M}dPr/{M}sepChr") for one in system.iter(f"{M}d")]
    assert [one.get(f"{M}val") for one in fences if one is not None] == ["|"]
    _, truth = slide(deck, "Not is the other one")
    assert not list(truth.iter(f"{M}oMath"))
    (picture,) = truth.iter(f"{P}pic")
    assert picture.find(f".//{P}cNvPr").get("descr") == "p not p next row, 0 1 next row, 1 0"


def test_a_formula_in_a_line_is_native_and_a_row_of_signs_elsewhere(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, tree = slide(deck, "The mean x\u0304 is a sum")
    choice = tree.find(f".//{MC}Choice//{P}sp")
    assert [one.tag for one in choice.iter(f"{M}oMath")] == [f"{M}oMath"] * 2
    assert "".join(choice.iter(f"{A}t").__next__().itertext()) == "The mean is "
    text = drawn[number - 1].get_textpage().get_text_bounded()
    assert "costs $5 and $6" in text
    assert "1/n∑" in text


@pytest.mark.parametrize(
    ("latex", "path"),
    [
        (r"\frac{a}{b}", "f/num/r"),
        (r"\sqrt{x}", "rad/radPr/degHide"),
        (r"\sqrt[3]{x}", "rad/deg/r"),
        (r"\hat{p}", "acc/e/r"),
        (r"\bar{x}", "bar/e/r"),
        (r"\left(\frac{a}{b}\right)^2", "sSup/e/d/e/f"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "d/e/m/mr/e/r"),
        (r"\begin{array}{|c|c|}a&b\end{array}", "d/e/m/mr/e/r"),
        (r"\begin{cases}a\\b\end{cases}", "d/e/m/mr"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "m/mr/e/r"),
        (r"\lim_{n\to\infty}a_n", "limLow/lim/r"),
        (r"\int_0^1 x", "nary/sub/r"),
        (r"\underbrace{a+b}_{n}", "limLow/e/groupChr/e/r"),
        (r"\overline{AB}", "bar/e/r"),
        (r"\text{a b}", "r/rPr/nor"),
    ],
)
def test_every_form_has_its_office_element(latex: str, path: str) -> None:
    assert mistake(latex) == ""
    assert omml(latex).find("/".join(f"{M}{name}" for name in path.split("/"))) is not None


def test_code_on_paper_keeps_its_lines_and_numbers(reading: Reading) -> None:
    page = next(page for page in reading.pages if "A sample is drawn" in page.text and "import random" in page.text)
    assert "return random.sample(people, size)" in page.text
    box, below = page.find("import random"), page.find("def sample(")
    assert box
    assert below
    assert box.bottom > below.top
    assert abs(box.left - below.left) < 1


def test_code_is_set_in_its_own_face(reading: Reading) -> None:
    assert any(name.endswith("+Code") for name, _ in reading.fonts())


def test_code_in_the_deck_is_native_text_with_its_blanks(deck: bytes) -> None:
    _, tree = slide(deck, "Twenty out of a hundred")
    lines = ["".join(one.text or "" for one in paragraph.iter(f"{A}t")) for paragraph in tree.iter(f"{A}p")]
    assert "    return random.sample(people, size)  # a comment" in lines
    runs = [run for run in tree.iter(f"{A}rPr") if run.find(f"{A}latin") is not None]
    assert runs
    assert {run.get("noProof") for run in runs} == {"1"}
    assert {run.find(f"{A}latin").get("typeface") for run in runs} == {"Courier New"}
    assert min(int(run.get("sz", "2000")) for run in runs) >= 1400


def test_eighty_columns_stay_on_one_line_each(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, _ = slide(deck, "Eighty columns")
    text = drawn[number - 1].get_textpage().get_text_bounded()
    assert "household_size FROM people WHERE age >= 18 --" in text


def charts(deck: bytes) -> dict[str, Any]:
    made = Presentation(BytesIO(deck))
    shapes = [shape for one in made.slides for shape in one.placeholders if getattr(shape, "has_chart", False)]
    return {shape.part.slide.shapes.title.text: shape.chart for shape in shapes}


def cells(chart: Any) -> list[list[str | float | None]]:  # noqa: ANN401 (python-pptx has no type for it)
    """Read a workbook's rows, as far as the columns go that the chart's data have."""
    with zipfile.ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
    words = ["".join(one.itertext()) for one in shared]
    rows = []
    for row in list(sheet.iter(f"{MAIN}row"))[1:]:
        found = {str(cell.get("r"))[0]: cell for cell in row if cell.find(f"{MAIN}v") is not None}
        rows.append(
            [
                None
                if name not in found
                else words[int(found[name].findtext(f"{MAIN}v"))]
                if found[name].get("t") == "s"
                else float(found[name].findtext(f"{MAIN}v"))
                for name in "ABCDE"
            ]
        )
    return rows


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Wind came on top", "power"),
        ("Every third pupil walks", "way"),
        ("Taller people weigh more", "sizes"),
        ("Three bars", "three"),
        ("Three groups", "three"),
        ("Three stacks", "three"),
        ("Three ranks", "three"),
        ("One line", "power"),
    ],
)
def test_the_workbook_of_every_kind_holds_the_cells_of_the_data_file(title: str, file: str, deck: bytes) -> None:
    with (NATIVE / "data" / f"{file}.csv").open() as data:
        rows = list(csv.reader(data))[1:]
    wanted = [[_value(cell) for cell in row] for row in rows]
    got = [[_value(str(cell)) if isinstance(cell, str) else cell for cell in row] for row in cells(charts(deck)[title])]
    used = {"Three bars": 2, "Three ranks": 2, "One line": 2}.get(title, len(wanted[0]))
    assert [row[:used] for row in got] == [row[:used] for row in wanted]


def _value(cell: str) -> str | float | None:
    try:
        return float(cell)
    except ValueError:
        return cell or None


def test_every_kind_is_of_its_native_type(deck: bytes) -> None:
    kinds = {title: type(chart.plots[0]).__name__ for title, chart in charts(deck).items()}
    assert kinds["Wind came on top"] == "AreaPlot"
    assert kinds["Every third pupil walks"] == "PiePlot"
    assert kinds["Taller people weigh more"] == "XyPlot"


def test_words_under_an_axis_are_on_both_sides(deck: bytes, reading: Reading) -> None:
    assert charts(deck)["Taller people weigh more"].category_axis.axis_title.text_frame.text == "Height in cm"
    assert "Height in cm" in reading.text


def test_labels_stand_at_the_parts_themselves(reading: Reading, deck: bytes) -> None:
    assert "52 (25%)" in " ".join(reading.text.split())
    assert not any(chart.has_legend for chart in charts(deck).values())


def test_bars_of_two_series_are_drawn_and_named_on_both_sides(reading: Reading, deck: bytes) -> None:
    plot = charts(deck)["Three groups"].plots[0]
    assert [series.name for series in plot.series] == ["First lot", "Second lot"]
    labels = [one.text for one in plot._element.iter(f"{A}t")]  # noqa: SLF001 python-pptx has no other way to its XML
    for name in ("First lot", "Second lot"):
        assert name in labels
        assert name in reading.text


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
