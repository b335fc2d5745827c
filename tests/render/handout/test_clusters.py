"""Lines whose signs change their places are found, copied and heard as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from page import validate_pdf_bytes
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout import clusters
from listening import Listening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HINDI = {"course.yaml": "title: पाठ\nlanguage: hi\nlevel: x\nauthors: [x]\n"}


@pytest.mark.parametrize("said", ["विचार-विमर्श के बाद निर्णय और स्वतंत्र मिट्टी", "কি লিখি, কেন"])
def test_words_are_found_copied_and_heard_with_the_vowels_that_they_have(unit: Callable[..., Path], said: str) -> None:
    data = pdf.make(ready(unit(f"## S\n\n{said}।\n", HINDI)), None, "a4").data
    assert said in "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert said in Listening(data).heard()
    assert validate_pdf_bytes(data, profile="ua1").is_compliant


def test_words_on_both_sides_of_a_lines_end_are_two(unit: Callable[..., Path]) -> None:
    words = " ".join(["हिसाब-किताब", "निर्णय"] * 40)
    assert words in Listening(pdf.make(ready(unit(f"## S\n\n{words}\n", HINDI)), None, "a4").data).heard()


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with clusters.told():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before
