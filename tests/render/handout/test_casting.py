"""Words whose letters join or carry marks are whole for whoever copies or searches, as they are written."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from page import validate_pdf_bytes
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import easy, pdf
from coursepack.render.handout import casting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A letter that two glyphs draw (algebra), letters that are kerned apart (a village, an exercise), two in one glyph (the
# name, lessons, in), marks above and below, one on the other (the teacher, a school, in Arabic, rain), letters parted
# unseen (Persian), a mark before a full stop, which is of another face; points of Hebrew.
ARABIC = (
    *("الجبر", "القرية", "تمرين", "الاسم", "الدراسي", "في"),
    *("المعلّم", "مَدْرَسَةٌ", "بِالْعَرَبِيَّةِ", "أمطاراً", "می‌خواهم", "اُردُو", "مقالاً"),
)
HEBREW = ("שָׁלוֹם", "בְּרֵאשִׁית", "מַיִם")
# What turns lines, and is not seen.
TURNING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F)])
TITLED = "المعلّم"


def read(data: bytes) -> str:
    """Return the words of a file by PDFium, a blank between them."""
    pages = pypdfium2.PdfDocument(data)
    return spaced(" ".join(page.get_textpage().get_text_range() for page in pages))


def copied(data: bytes) -> str:
    """Return them by Poppler."""
    said = subprocess.run(["pdftotext", "-", "-"], check=True, capture_output=True, input=data).stdout.decode()
    return spaced(said)


def spaced(said: str) -> str:
    """Return words without what turns them, their marks in Unicode's order: a face has its own."""
    return normalize("NFC", " ".join(said.translate(TURNING).split()))


def course(root: Path, language: str, words: tuple[str, ...]) -> Path:
    root.mkdir()
    (root / "course.yaml").write_text(f"title: {TITLED}\nlanguage: {language}\nunits: [w.md]\n", "utf-8")
    body = f"# {words[0]}\n\n## {TITLED}\n\n{' '.join(words)}.\n\n**{' '.join(words)}.**\n"
    (root / "w.md").write_text(body, "utf-8")
    return root


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pdf.make(ready(course(tmp_path_factory.mktemp("c") / "ar", "ar", ARABIC)), None, "a4").data


def test_pdfium_and_poppler_read_arabic_persian_and_urdu_as_they_are_written(printed: bytes) -> None:
    for said in (read(printed), copied(printed)):
        assert said.count(spaced(f"{' '.join(ARABIC)}.")) == 2
        assert said.count(TITLED) >= 5


@pytest.mark.thorough
def test_they_do_in_the_sans_of_easy_print_too(tmp_path: Path) -> None:
    data = easy.make(ready(course(tmp_path / "c", "ar", ARABIC), paper="a4-easy-full"), None, "a4").data
    for said in (read(data), copied(data)):
        assert [word for word in ARABIC if said.split().count(word) < 2 and f"{word}." not in said] == []


def test_they_read_points_of_hebrew(tmp_path: Path) -> None:
    data = pdf.make(ready(course(tmp_path / "c", "he", HEBREW)), None, "a4").data
    for said in (read(data), copied(data)):
        assert said.count(spaced(f"{' '.join(HEBREW)}.")) == 2


def test_they_read_thai_and_marks_on_any_letter(unit: Callable[..., Path]) -> None:
    words = "ที่นี่ ปั้น x̄ ɔ̃ q̃"
    data = pdf.make(ready(unit(f"## S\n\n{words}.\n")), None, "a4").data
    assert words in read(data)
    assert words in copied(data)


def test_a_file_with_casts_is_valid_and_they_are_as_wide_as_it_says(printed: bytes) -> None:
    for profile in ("ua1", "3a"):
        assert validate_pdf_bytes(printed, profile=profile).is_compliant
    streams = (one.read_bytes() for page in pikepdf.open(BytesIO(printed)).pages for one in [page.Contents])
    assert not any(b"/Cast." in one for one in streams)


def test_other_lines_are_drawn_as_they_were() -> None:
    drawn = [b"1 0 0 -1 5 5 Tm", b"/ABCDEF 12 Tf", b"[<0041>-120<0042>] TJ"]

    class Face:
        hash, tables, to_unicode, widths = "ABCDEF", ("CFF ",), {0x41: "A", 0x42: "B"}, {0x41: 500.0, 0x42: 500.0}
        png = svg = colr = False

    spelt = iter([(True, "A"), (True, "B")])
    assert [*casting._recast(drawn, [Face()], spelt, None)] == drawn  # noqa: SLF001 it is asked of what is not castable


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with casting.cast():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before
