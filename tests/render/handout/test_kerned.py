"""Words of Arabic are whole for whoever copies or searches."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from weasyprint.draw import text

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout import kerned

if TYPE_CHECKING:
    from pathlib import Path

# Letters that are not joined stand between the parts of these words: a village, an exercise.
WORDS = ("\u0627\u0644\u0642\u0631\u064a\u0629", "\u062a\u0645\u0631\u064a\u0646")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("village")
    (root / "course.yaml").write_text(f"title: {WORDS[0]}\nlanguage: ar\nunits: [water.md]\n", "utf-8")
    (root / "water.md").write_text(f"# {WORDS[0]}\n\n## {WORDS[1]}\n\n**{' '.join(WORDS)}.**\n", "utf-8")
    file = root / "printed.pdf"
    file.write_bytes(pdf.make(ready(root), None, "a4").data)
    return file


def test_poppler_reads_them_so(printed: Path) -> None:
    said = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, text=True).stdout
    assert [said.count(word) >= 2 for word in WORDS] == [True, True]
    assert WORDS[0][:4] not in said.replace(WORDS[0], "")


def test_pdfium_does(printed: Path) -> None:
    said = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed)).split()
    assert [any(word in one for one in said) for word in WORDS] == [True, True]
    assert WORDS[1][:3] not in said


def test_the_engines_own_way_is_put_back() -> None:
    before = text.draw_first_line
    with kerned.closer():
        assert text.draw_first_line is not before
    assert text.draw_first_line is before
