"""Acronyms in small capitals are found and copied as they are written."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from page import validate_pdf_bytes
from pypdf import PdfReader
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout import smallcapitals
from listening import Listening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAIN = {"templates/theme.yaml": "acronyms: plain\n"}


def printed(unit: Callable[..., Path], body: str, files: dict[str, str] | None = None) -> bytes:
    return pdf.make(ready(unit(f"## S\n\n{body}\n", files or {})), None, "a4").data


def height(data: bytes, word: str) -> float:
    """Return how high the first letter of a word's first place is drawn (pt)."""
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    spots = ((page, found) for page in pages if (found := page.search(word, match_case=True).get_next()))
    page, (index, _) = next(spots)
    _, bottom, _, top = page.get_charbox(index)
    return float(top - bottom)


def test_acronyms_are_found_copied_and_heard_in_capitals(unit: Callable[..., Path]) -> None:
    data = printed(unit, "The UN and NATO\u2019s NGOs spoke.")
    said = "The UN and NATO\u2019s NGOs spoke."
    assert said in "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert said in "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert said in Listening(data).heard()
    assert validate_pdf_bytes(data, profile="ua1").is_compliant


def test_small_capitals_of_small_letters_are_no_capitals_though_they_look_alike(unit: Callable[..., Path]) -> None:
    data = printed(unit, "The [un]{.smallcaps}, and the UN.")
    assert "The un, and the UN." in "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)
    )
    assert validate_pdf_bytes(data, profile="ua1").is_compliant


def test_an_acronym_at_a_lines_end_has_its_blank_in_what_it_says(unit: Callable[..., Path]) -> None:
    # None is drawn there (ISO 32000-1, 14.8.2.5), and what says itself is not parted by where the next word stands.
    data = printed(unit, f"{' UN' * 200} spoke to the anti-{'UN-' * 100}club.")
    said = [
        str(operands[1].ActualText)
        for page in pikepdf.open(BytesIO(data)).pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC" and "/ActualText" in operands[1]
    ]
    assert {one for one in said if "UN" in one} == {"UN", "UN "}
    assert said.count("UN ") == len([line for line in lines(data) if line.endswith("UN")])


def lines(data: bytes) -> list[str]:
    """Return the lines as they stand on the pages."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return [line.strip() for line in text.splitlines()]


def test_acronyms_are_lower_than_capitals_unless_the_theme_says_otherwise(unit: Callable[..., Path]) -> None:
    small, plain = (height(printed(unit, "It is NATO.", files), "NATO") for files in ({}, PLAIN))
    assert small < plain


@pytest.mark.parametrize("words", ["*It is NATO.*", "### It is NATO\n\nx", "| It is NATO |\n|---|\n| x |"])
def test_italics_headings_and_tables_have_capitals(unit: Callable[..., Path], words: str) -> None:
    assert height(printed(unit, words), "NATO") == height(printed(unit, words, PLAIN), "NATO")


def test_a_language_without_capitals_leaves_foreign_ones(unit: Callable[..., Path]) -> None:
    files = {"course.yaml": "title: 课\nlanguage: zh\nlevel: x\nauthors: [x]\n"}
    small, plain = (height(printed(unit, "联合国与 NATO。", files | more), "NATO") for more in ({}, PLAIN))
    assert small == plain


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with smallcapitals.told():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before
