"""What a class writes on is still there after two copies: a copier softens what it sees, and drops what is pale."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from PIL import ImageFilter

from coursepack.build import ready
from coursepack.outputs import notes, pdf
from coursepack.outputs.htmldeck import Form, html_deck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PIL.Image import Image
    from pypdfium2 import PdfPage

    from coursepack.build import Ready
    from kept import Kept

    Box = tuple[float, float, float, float]  # left, bottom, right, top (pt)

LINES = 8
DOTS = 200 / 72  # of the copier, in a point
FINE = 300 / 72  # of one that prints black alone, what it spreads (dots), and the grey from which on it prints
SPREAD, PRINTED = 1.2, 128
AROUND = 20  # dots that what is copied reaches into what is beside it, and more
SOFT = 1.0  # how far its lens spreads a dot, in dots
BLACK, WHITE = 60, 190  # what it takes for black and for white, of 255
SEEN = 200  # the palest that is still seen as a line


def copied(page: Image) -> Image:
    soft = page.filter(ImageFilter.GaussianBlur(SOFT))
    return soft.point([min(max((grey - BLACK) * 255 // (WHITE - BLACK), 0), 255) for grey in range(256)])


def test_lines_to_write_on_survive_two_copies(unit: Callable[..., Path]) -> None:
    made = ready(unit(f"## One\n\nText.\n\n```{{question}}\ntext: Why?\nlines: {LINES}\n```\n"))
    own = made.design.theme.papers["a4"]
    data = pdf.make(made, made.unit("1"), "a4").data
    file = pypdfium2.PdfDocument(data)
    twice = copied(copied(file[len(file) - 1].render(scale=DOTS).to_pil().convert("L")))
    left, right = (round(edge * 72 / 25.4 * DOTS) for edge in (own.width - own.inner - own.text, own.width - own.inner))
    # A row of dots that is dark from end to end is a line; the question's own rule is one more, and so are notes.
    rows = [twice.crop((left + 5, y, right - 5, y + 1)).getextrema()[1] <= SEEN for y in range(twice.height)]
    assert sum(here and not above for above, here in pairwise(rows)) > LINES


def black(page: Image) -> Image:
    return page.filter(ImageFilter.GaussianBlur(SPREAD)).point(lambda grey: 255 if grey >= PRINTED else 0)


def remains(page: PdfPage, signs: str) -> list[float]:
    """Return what share of the ink of every one of some signs is there after two copies."""
    text = page.get_textpage()
    here = (at for at in range(text.count_chars()) if text.get_text_range(at, 1) in signs)
    return left_of(page, [text.get_charbox(at) for at in here])


def left_of(page: PdfPage, boxes: Sequence[Box]) -> list[float]:
    """Return what share of the ink in every one of some boxes of a page is there after two copies of that part."""
    if not boxes:
        return []
    whole = page.render(scale=FINE).to_pil().convert("L")
    places = [
        (
            round(left * FINE) - 1,
            whole.height - round(top * FINE) - 1,
            round(right * FINE) + 1,
            whole.height - round(bottom * FINE) + 1,
        )
        for left, bottom, right, top in boxes
    ]
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    at, down = min(lefts) - AROUND, min(tops) - AROUND
    once = whole.crop((at, down, max(rights) + AROUND, max(bottoms) + AROUND))
    twice = black(black(once))
    here = [(left - at, top - down, right - at, bottom - down) for left, top, right, bottom in places]
    return [ink(twice.crop(place)) / ink(once.crop(place)) for place in here]


def ink(part: Image) -> int:
    return sum(part.histogram()[:PRINTED])


def test_strokes_and_dashes_between_numbers_survive_two_copies(unit: Callable[..., Path]) -> None:
    """A year without its stroke, "2003 04", is another, and "/ 6" without it are points that are reached."""
    rows = "year,bill\n2003/04,2\n2005/06,3\n2015\u201316,8\n"
    chart = "kind: bar\ndata: data/bill.csv\nx: year\ny: bill\nunit: francs\ntitle: It grows\nmeasure: Bill by year\n"
    essay = "text: Why?\nwords: [90, 120]\nmodel: So.\nrubric:\n  - {name: Law, levels: [all, some], points: 6}\n"
    blocks = f"```{{chart}}\n{chart}source: Ours\nalt: It grows from 2 to 8\n```\n\n```{{essay}}\nid: why\n{essay}```\n"
    made = ready(unit(f"## One\n\nText.\n\n{blocks}", {"data/bill.csv": rows}))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    left = [share for page in pages for share in remains(page, "/\u2013")]
    assert len(left) == len(["2003/04", "2005/06", "2015\u201316", "_ / 6", "/ 6"])
    assert min(left) > 1 / 3, left


def test_numbers_in_the_contents_survive_two_copies(exercises: Ready, kept: Kept) -> None:
    """In the accent "2.1" was three dots: a copier takes its thin strokes for a grey."""
    data = kept(pdf, exercises).data
    left = remains(pypdfium2.PdfDocument(data)[1], "0123456789")
    assert len(left) > 20
    assert min(left) > 1 / 3, left


def test_words_of_small_slides_survive_two_copies(exercises: Ready) -> None:
    """Three slides a page: their words are of 5 to 8 pt, and nothing but what was bold was left of them."""
    document = pypdfium2.PdfDocument(notes.make(exercises, exercises.unit("1"), "a4", pages=None, per=3).data)
    left = [share for page in document for share in remains(page, "aeiou")]
    assert len(left) > 100
    assert sum(left) / len(left) > 0.85
    assert sum(share < 1 / 2 for share in left) < len(left) / 20


def test_numbers_of_small_slides_survive_two_copies(exercises: Ready) -> None:
    """Who is asked to look at slide 16 found a blot, and of the slide's foot a row of specks."""
    document = pypdfium2.PdfDocument(notes.make(exercises, exercises.unit("1"), "a4", pages=None, per=6).data)
    last = document[2]
    assert last.get_textpage().get_text_range().count(exercises.course.file.title) == 1
    assert min(heights(last, "3")) > 8
    assert min(remains(last, "3")) > 0.7


def heights(page: PdfPage, signs: str) -> list[float]:
    """Return how high (pt) each of some signs of a page is, with the white around it."""
    text = page.get_textpage()
    found = (at for at in range(text.count_chars()) if text.get_text_range(at, 1) in signs)
    return [box[3] - box[1] for box in (text.get_charbox(at, loose=True) for at in found)]


def test_lines_of_drawings_on_small_slides_survive_two_copies(unit: Callable[..., Path]) -> None:
    """Bars without an outline, and an axis that was not there: "67" floated over a bar half as high."""
    chart = "kind: bar\ndata: data/bill.csv\nx: year\ny: bill\nunit: francs\ntitle: It grows\nmeasure: Bill by year\n"
    block = f"```{{chart}}\n{chart}source: Ours\nalt: It grows\n```\n"
    made = ready(unit(f"## One\n\nText.\n\n{block}", {"data/bill.csv": "year,bill\nfirst,2\nsecond,5\nthird,8\n"}))
    document = pypdfium2.PdfDocument(notes.make(made, made.unit("1"), "a4", pages=None, per=6).data)
    lines = [width for page in document for width in drawn(page)]
    assert len(lines) > 3
    assert min(lines) > 0.59, lines


def drawn(page: PdfPage) -> Iterator[float]:
    """Yield how wide (pt) every line of a page is that is drawn along a path."""
    for one in page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH]):
        mode, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        pdfium_c.FPDFPath_GetDrawMode(one, mode, stroked)
        pdfium_c.FPDFPageObj_GetStrokeWidth(one, width)
        if stroked.value:
            yield width.value * abs(one.get_matrix().a)


def test_debates_have_one_look_where_slides_are_small(unit: Callable[..., Path]) -> None:
    """In the deck every other has a band in the accent: paper has no ink for that, and its frame was a hair."""
    sides = "sides:\n  - {title: For, body: It helps.}\n  - {title: Against, body: It costs.}\n"
    debate = f"```{{callout}}\nkind: debate\ntitle: Shall we?\n{sides}```\n"
    made = ready(unit(f"## One\n\nText.\n\n{debate}\n## Two\n\nMore.\n\n{debate}"))
    large, small = (html_deck(made, made.unit("1"), "a4", None, Form(mode)).html for mode in ("slides", "notes"))
    assert small.count("Shall we?") == large.count("Shall we?") >= 2
    assert " surface" in large
    assert " surface" not in small


def test_the_smallest_words_survive_two_copies(unit: Callable[..., Path]) -> None:
    """ "S/RES/84 (1950)" is the name of a resolution in a source line, and "S RES 84" is none."""
    source = "S/RES/84; A/RES/377; a cease-fire, an arms-length"
    chart = "kind: bar\ndata: data/bill.csv\nx: year\ny: bill\nunit: francs\ntitle: It grows\nmeasure: Bill by year\n"
    block = f"```{{chart}}\n{chart}source: {source}\nalt: It grows from 2 to 8\n```\n"
    made = ready(unit(f"## One\n\nText.\n\n{block}", {"data/bill.csv": "year,bill\nfirst,2\nsecond,5\nthird,8\n"}))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    left = [share for page in pages for share in remains(page, "/-")]
    assert len(left) == 6
    assert min(left) > 1 / 3, left


def test_works_cited_survive_two_copies(exercises: Ready, kept: Kept) -> None:
    """In the serif "25%" was two dots, and of italics half of the letters were open."""
    document = pypdfium2.PdfDocument(kept(pdf, exercises).data)
    (works,) = [page for page in document if page.get_textpage().get_text_range().startswith("Works cited")]
    left = remains(works, "aeiour0123456789")
    assert len(left) > 50
    assert sum(left) / len(left) > 0.9, left


def test_signs_of_numbers_and_code_survive_two_copies(unit: Callable[..., Path]) -> None:
    """ "12.5%" ended in two rings, "12,450" was 12.450, "20 °C" had two dots, and of a * a dot was left."""
    made = ready(unit("## One\n\nOf 12,450 it is 12.5% at 20 °C, *and 5% at 6 °C*.\n\n```python\na = b * 4\n```\n"))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    (text,) = [page for page in pages if "12,450" in page.get_textpage().get_text_range()]
    left = {sign: min(remains(text, sign)) for sign in "%°=*,"}
    assert min(left["%"], left["="], left["*"]) > 0.7, left
    assert left[","] > 0.65, left
    assert left["°"] > 0.6, left


def test_signs_in_tables_of_arabic_survive_two_copies(unit: Callable[..., Path]) -> None:
    """Of "25%" the bar was gone: where lines lead right no sign stands in an element of its own."""
    made = ready(
        unit(
            "## س\n\n| زاد 25% | بارد 7° |\n|---|---|\n| زاد 3% هنا | نقص 7° هنا |\n",
            {"course.yaml": "title: س\nlanguage: ar\n"},
        )
    )
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    left = [share for page in pages for share in remains(page, "%°")]
    assert len(left) == 4
    assert min(left) > 0.85, left


def test_signs_of_addresses_survive_two_copies(unit: Callable[..., Path]) -> None:
    """An address without its lines is none: "official texts 16.htm"."""
    works = "- {id: un, type: webpage, title: Texts of the UN-AU, URL: 'https://un.example/a-long_name.htm'}\n"
    made = ready(unit("## One\n\nText [@un].\n", {"references.yaml": works}))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    (listed,) = [page for page in pages if "long_name" in page.get_textpage().get_text_range()]
    left = remains(listed, "_-")
    assert len(left) == len(["UN-AU", "a-long", "long_name"])
    assert min(left) > 0.4, left


def test_numbers_in_the_glossary_survive_two_copies(unit: Callable[..., Path]) -> None:
    """In the serif "3314 (1974)" read 331.1 (197.1)."""
    glossary = "- {term: flood, definition: 'that of 4 rivers, in resolution 3314 (1974)'}\n"
    made = ready(unit("## One\n\nA [flood]{.term}.\n", {"glossary.yaml": glossary}))
    document = pypdfium2.PdfDocument(pdf.make(made, None, "a4").data)
    (words,) = [page for page in document if page.get_textpage().get_text_range().startswith("Glossary")]
    assert min(remains(words, "4")) > 0.9


@pytest.mark.parametrize(
    ("language", "text", "least"),
    [
        pytest.param(
            "ar",
            "\u064a\u0633\u0642\u0637 \u0627\u0644\u0645\u0637\u0631 \u0639\u0644\u0649",
            0.7,
            marks=pytest.mark.thorough,
        ),
        ("zh", "\u8d44\u6599\u5c71\u8c37", 0.8),
    ],
)
def test_letters_of_other_scripts_survive_two_copies(
    unit: Callable[..., Path], language: str, text: str, least: float
) -> None:
    """Stems of Arabic were interrupted, and of small Chinese signs fell apart."""
    course = f"title: T\nlanguage: {language}\nunits: [units/01-water.md]\n"
    chart = "kind: bar\ndata: data/bill.csv\nx: year\ny: bill\nunit: x\ntitle: T\nmeasure: M\n"
    body = f"## T\n\n{text} {text}\n\n```{{chart}}\n{chart}source: {text}\nalt: A\n```\n"
    files = {"course.yaml": course, "data/bill.csv": "year,bill\nfirst,2\nsecond,5\n"}
    made = ready(unit(body, files))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    left = [share for page in pages for share in remains(page, text.replace(" ", ""))]
    assert len(left) > 8
    assert min(left) > least, left


def test_numbers_of_sections_survive_two_copies(unit: Callable[..., Path]) -> None:
    """Cut for display their light strokes are hairs: "8.8" lacked its middles."""
    made = ready(unit("## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n"))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    (text,) = [page for page in pages if "1.3 Three" in page.get_textpage().get_text_range()]
    left = remains(text, "23")
    assert min(left) > 0.8, left


def test_formulas_survive_two_copies(unit: Callable[..., Path]) -> None:
    """Of a hat a dot was left, and of an exponent a hook."""
    made = ready(unit("## One\n\n$$\\hat{x}^{3}$$\n"))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    (page,) = [page for page in pages if "1.1 One" in page.get_textpage().get_text_range()]
    left = left_of(page, list(paths(page)))
    assert len(left) == len(["x", "hat", "3"])
    assert min(left) > 0.7, left


def paths(page: PdfPage) -> Iterator[Box]:
    """Yield what each filled path of a page stands in (pt, from below): signs of formulas are no letters."""
    for one in page.get_objects([pdfium_c.FPDF_PAGEOBJ_PATH]):
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDFPath_GetDrawMode(one, mode, stroked)
        left, bottom, right, top = one.get_bounds()
        if mode.value and right - left < 10 and top - bottom < 10:
            yield left, bottom, right, top


def test_strings_of_code_survive_two_copies(unit: Callable[..., Path]) -> None:
    """They were in the accent, and of the name of a file nothing could be read."""
    made = ready(unit('## One\n\nText.\n\n```python\nopen("population.csv")\nprint("minutes")\n```\n'))
    pages = pypdfium2.PdfDocument(pdf.make(made, made.unit("1"), "a4").data)
    (code,) = [page for page in pages if "population" in page.get_textpage().get_text_range()]
    assert min(remains(code, "pulv")) > 1 / 3
