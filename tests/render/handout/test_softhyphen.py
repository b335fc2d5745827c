"""Hyphens of authors are found as they are typed, and those of line ends are passed over."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from page import validate_pdf_bytes
from pypdf import PdfReader
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout import softhyphen
from listening import Listening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Words that are longer than half a line: each of them is cut.
LONG = "Internationalisation institutionalisation counterrevolutionaries incomprehensibilities. " * 9


def printed(unit: Callable[..., Path], body: str) -> bytes:
    return pdf.make(ready(unit(f"## S\n\n{body}\n")), None, "a4").data


def test_a_word_with_a_hyphen_is_found_by_what_is_typed(unit: Callable[..., Path]) -> None:
    data = printed(unit, f"{LONG}\n\nIn self-defence, and a self\u2010evident one.")
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert "In self-defence, and a self-evident one." in words
    assert "\u2010" not in words


def test_a_word_that_a_line_cuts_is_heard_and_found_whole(unit: Callable[..., Path]) -> None:
    data = printed(unit, LONG)
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    assert LONG.strip() in Listening(data).heard()
    assert sum(page.search("institutionalisation").get_next() is not None for page in pages) >= 1
    assert validate_pdf_bytes(data, profile="ua1").is_compliant


def test_a_hyphen_of_the_author_at_the_end_of_a_line_stays(unit: Callable[..., Path]) -> None:
    words = "counter-revolutionary " * 30
    assert words.strip() in Listening(printed(unit, words)).heard()


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with softhyphen.told():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before


def test_a_word_that_a_title_has_no_line_for_has_a_hyphen_and_others_stay_whole(unit: Callable[..., Path]) -> None:
    long, whole = "Kraftfahrzeughaftpflichtversicherung", "Wasserwirtschaft"
    settings = {"course.yaml": f"title: {long}\nlanguage: de\nunits: [units/01-water.md]\n"}
    source = f"## {long}srechtsprechung {whole} {whole} {whole}\n\nWorte.\n"
    made = pdf.make(ready(unit(source, settings)), None, "a4").data
    cover, *others = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert cover.splitlines()[1:3] == ["Kraftfahrzeughaft-", "pflichtversicherung"]
    (section,) = [page for page in others if "Worte." in page]
    assert section.startswith(f"1.1  {long}srecht-\nsprechung {whole} {whole}\n{whole}\n")
