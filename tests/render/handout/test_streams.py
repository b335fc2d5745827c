"""Where a stream ends, and what it shows, is written so that every reader finds the same, whoever wrote the stream."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pydyf
import pypdfium2
import pytest
from page import validate_pdf_bytes

from coursepack.render.handout import streams


def _file(title: str) -> bytes:
    """Write a file whose last streams pydyf packs itself."""
    pdf, written = pydyf.PDF(), BytesIO()
    pdf.add_page(
        pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": pydyf.Array([0, 0, 9, 9])})
    )
    pdf.info["Title"] = pydyf.String(title)
    pdf.write(written, compress=True)
    return written.getvalue()


def _counts(data: bytes) -> bool:
    """Tell whether each stream is as long as it says, for a reader who looks for its end."""
    return all(one.rule_id != "PDFA3A-STREAM-LENGTH-001" for one in validate_pdf_bytes(data, profile="3a").failures)


def test_a_stream_that_ends_with_a_carriage_return_has_another_one_before_its_end() -> None:
    titles = [str(number) for number in range(600)]
    wrong = [title for title in titles if not _counts(_file(title))]
    assert wrong
    with streams.closed():
        made = [_file(title) for title in wrong]
    assert all(map(_counts, made))
    with pikepdf.open(BytesIO(made[0])) as read:
        assert str(read.docinfo["/Title"]) == wrong[0]
    assert not _counts(_file(wrong[0]))


def test_what_is_packed_ends_as_all_streams_do() -> None:
    made = []
    with streams.closed():
        for number in range(600):
            pdf = pydyf.PDF()
            pdf.add_object(pydyf.Stream([b"%d" % number * 5], compress=True))
            streams.pack(pdf)
            made.append(pdf.objects[-1].data)
    assert all(b"/FlateDecode" in one for one in made)
    assert any(one.endswith(b"\r\r\nendstream") for one in made)
    assert not any(one.endswith(b"\r\nendstream") and not one.endswith(b"\r\r\nendstream") for one in made)


# A letter and half an em, as WeasyPrint has it with spacing before it, behind it, and alone.
@pytest.mark.parametrize("shown", ["<41>0<>-500", "<>0<41>-500", "<41>-500", "<><41>-250<>-250"])
def test_pdfium_moves_on_behind_the_last_string_as_it_is_told(shown: str) -> None:
    assert _second(shown) == pytest.approx(10 * (0.667 + 0.5), abs=0.01)


def _second(shown: str) -> float:
    """Show a text of 10 pt and a B behind it, and return where PDFium has the B."""
    pdf, content, written = pydyf.PDF(), pydyf.Stream(), BytesIO()
    face = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    content.begin_text()
    content.set_font_size("F", 10)
    with streams.moved():
        content.show_text(shown)
        content.show_text("<42>")
    content.end_text()
    pdf.add_object(content)
    resources = pydyf.Dictionary({"Font": pydyf.Dictionary({"F": face})})
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": pydyf.Array([0, 0, 99, 99])}
    pdf.add_page(pydyf.Dictionary({**page, "Contents": content.reference, "Resources": resources}))
    pdf.write(written)
    texts = pypdfium2.PdfDocument(written.getvalue())[0].get_textpage()
    return float(texts.get_charbox(texts.count_chars() - 1, loose=True)[0])
