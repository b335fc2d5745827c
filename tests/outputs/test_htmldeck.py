"""Slides as HTML, and their style: what the deck's printed and shown forms share."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import html
from page import validate_pdf_bytes
from pypdfium2 import raw

from casefile import COURSE, lay
from coursepack.build import ready
from coursepack.outputs import slides_pdf
from coursepack.outputs.htmldeck import Form, html_deck
from coursepack.pack import Copy
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.htmldeck import HtmlDeck

BODY = "\n\n## More\n\n```{quote}\ntext: So.\nby: A\nslide: {title: A quotation, notes: Said aloud.}\n```\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    files = {"units/01-water.md": COURSE["units/01-water.md"] + BODY}
    return ready(lay(tmp_path_factory.mktemp("deck") / "rivers", COURSE, files), Copy("teacher"))


@pytest.fixture(scope="module")
def russian() -> Ready:
    return ready(Path(__file__).parents[1] / "golden" / "samples" / "ru", Copy("teacher"))


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    file = COURSE["course.yaml"].replace("Rivers", "河流 2026").replace("language: en", "language: zh")
    return ready(lay(tmp_path_factory.mktemp("deck") / "rivers", COURSE, {"course.yaml": file}), Copy("teacher"))


@pytest.fixture(scope="module")
def slides(course: Ready) -> HtmlDeck:
    return html_deck(course, None, "a4", None, Form("slides"))


@pytest.fixture(scope="module")
def notes(course: Ready) -> HtmlDeck:
    return html_deck(course, course.unit("1"), "letter", None, Form("notes"))


def title(made: HtmlDeck) -> str:
    return html.document_fromstring(made.html).findtext(".//title") or ""


def face(page: pypdfium2.PdfTextPage, at: int) -> str:
    """Return the name of the face that a page's character is drawn with."""
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(page.raw, at, name, 200, None)
    return name.value.decode()


def test_every_slide_is_there_and_counted(slides: HtmlDeck) -> None:
    words = " ".join(html.document_fromstring(slides.html).text_content().split())
    assert "A quotation" in words
    # The title, the list of units, the unit's own, its two sections and its end.
    assert slides.count == len(html.document_fromstring(slides.html).findall(".//section"))
    assert slides.count > 4


def test_a_unit_alone_is_named_after_the_course_and_has_no_list_of_units(slides: HtmlDeck, notes: HtmlDeck) -> None:
    assert (title(slides), title(notes)) == ("Rivers", "Rivers: Water")
    assert notes.count == slides.count - 1


def test_notes_are_said_in_words_beside_what_is_shown(slides: HtmlDeck, notes: HtmlDeck) -> None:
    assert "Said aloud." not in slides.html
    assert slides.css != notes.css


def test_fonts_are_where_the_form_says_and_all_of_them_are_named(course: Ready) -> None:
    made = html_deck(course, course.unit("1"), "a4", None, Form("present", address=lambda _: "fonts/one.ttf"))
    assert "fonts/one.ttf" in made.css
    assert "file:" not in made.css
    theme = course.design.theme
    assert set(made.fonts) >= {*theme.deck.heading.twin.values(), *theme.deck.body.twin.values()}
    assert set(made.fonts) >= {face.file for face in theme.faces if face.family == "Drawing"}
    assert set(made.fonts) >= {f"{face.file}#wght=400" for face in theme.faces if face.family == "Code"}
    assert "Said aloud." in made.html


def test_a_mistake_in_a_view_stops_it(tmp_path: Path) -> None:
    bad = '<section data-layout="no-such-layout" data-at="a.md:1:1"></section>'
    root = lay(tmp_path / "rivers", COURSE, {"templates/parts/unit.slides.html.j2": bad})
    with pytest.raises(ContentError) as caught:
        html_deck(ready(root), None, "a4", None, Form("slides"))
    assert any("no-such-layout" in one.message for one in caught.value.problems)


def test_letters_that_a_face_of_the_deck_lacks_are_set_in_the_family_that_they_were_measured_with(
    slides: HtmlDeck, russian: Ready
) -> None:
    made = html_deck(russian, None, "a4", None, Form("slides"))
    serif = {f"{face.file}#wght=400" for face in russian.design.theme.faces if face.family == "Text"}
    assert "font-family: DeckHeading, Text" in made.css
    assert "font-family: DeckBody, Apparatus" not in made.css
    assert serif <= set(made.fonts)
    assert not serif & set(slides.fonts)


def test_a_sign_in_the_courses_title_is_set_alike_at_the_foot(tmp_path: Path) -> None:
    root = lay(tmp_path / "rivers", COURSE, {"course.yaml": COURSE["course.yaml"].replace("Rivers", "Rivers ▲")})
    made = html_deck(ready(root, Copy("teacher")), None, "a4", None, Form("notes"))
    assert 'content: "Rivers ▲"; font: normal 9pt/12pt DeckBody, Apparatus' in made.css


def test_bold_letters_of_a_variable_face_are_as_wide_as_they_were_set(russian: Ready) -> None:
    """A heading in Cyrillic: the face in the file is cut to a weight, and what it was laid out with has the same."""
    made = slides_pdf.make(russian, russian.unit("1"), "a4")
    assert not validate_pdf_bytes(made.data, profile="ua1").failures


def test_signs_that_a_variable_face_lends_are_as_wide_as_they_were_set(tmp_path: Path) -> None:
    """A tick in the text of a slide: its face's own weight is not the usual one."""
    root = lay(tmp_path / "rivers", COURSE, {"course.yaml": COURSE["course.yaml"].replace("Rivers", "Rivers ✓ alone")})
    made = slides_pdf.make(ready(root, Copy("teacher")), None, "a4")
    assert not validate_pdf_bytes(made.data, profile="ua1").failures


def test_titles_in_chinese_are_as_bold_as_their_digits(chinese: Ready) -> None:
    page = pypdfium2.PdfDocument(slides_pdf.make(chinese, None, "a4").data)[0].get_textpage()
    faces = {sign: face(page, at) for at, sign in reversed([*enumerate(page.get_text_range())])}
    assert faces["河"].endswith("DeckCjk-Bold")
    assert faces["2"].endswith("-Bold")


def test_faces_of_further_scripts_are_only_where_a_slide_has_their_letters(slides: HtmlDeck, chinese: Ready) -> None:
    further = {file for one in chinese.design.theme.deck.fallback for file in one.twin.values()}
    made = html_deck(chinese, None, "a4", None, Form("present"))
    assert further & set(made.fonts) == {file for file in further if "CJK" in file}
    assert not further & set(slides.fonts)


def test_sources_on_sheets_for_notes_keep_their_commas_and_are_no_larger_than_text(course: Ready) -> None:
    def points(paper: str, per: int) -> float:
        css = html_deck(course, course.unit("1"), paper, None, Form("notes", per)).css
        return float(css.partition(".f-source p { font-size: ")[2].partition("pt")[0])

    assert (points("a4", 3), points("letter", 3)) == (7, 7)
    # 24 pt of a slide of 960 that is half as wide as the text.
    assert points("a4", 6) == pytest.approx(24 * 0.49 * 180 / 25.4 * 72 / 960, abs=0.01)


def test_a_band_on_sheets_for_notes_has_no_line_beside_the_slides_frame(tmp_path: Path) -> None:
    """It goes from edge to edge, above what a slide ends with: two lines stood at its sides."""
    head = "---\nid: water\ntitle: W\nsummary: {points: [It runs.], next: Read on.}\n---\n"
    root = lay(tmp_path / "rivers", COURSE, {"units/01-water.md": f"{head}\n## S\n\nx\n"})
    made = html_deck(ready(root), None, "a4", None, Form("notes"))
    (band,) = html.document_fromstring(made.html).find_class("surface")
    assert band.get("class", "").split()[-2:] == ["no-left", "no-right"]
    assert ".scaled .surface.no-left { border-left: none; }" in made.css
