"""Where a stream ends is written so that nobody counts a byte too few, whoever wrote the stream."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pydyf
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
