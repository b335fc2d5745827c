"""What is written to a PDF, read back with a reader that did not write it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coursepack.press.writer import Writer, stream, text

BEGIN = b"%PDF-1.7\n"


def small() -> bytes:
    """Write a file of one page: numbers 1 to 4 are its catalogue, information, tree and page."""
    writer = Writer(len(BEGIN), 1)
    root, info, tree, page = (writer.take() for _ in range(4))
    body = writer.lay({info: b"<</Title%b>>" % text("Ł")})
    body += writer.pack(
        {
            root: b"<</Type/Catalog/Pages %d 0 R>>" % tree,
            tree: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page,
            page: b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>" % tree,
        }
    )
    return BEGIN + body + writer.end(root, info)


def test_a_new_file_is_whole_for_another_reader() -> None:
    with pikepdf.open(BytesIO(small())) as file:
        assert not file.check_pdf_syntax()
        assert len(file.pages) == 1
        assert str(file.docinfo.Title) == "Ł"


def test_objects_written_to_the_end_take_the_place_of_the_old() -> None:
    before = small()
    writer = Writer(len(before), int(pikepdf.open(BytesIO(before)).trailer.Size))
    start = int(before.rpartition(b"startxref")[2].split()[0])
    longer = before + writer.lay({2: b"<</Title(New)>>"}) + writer.end(1, 2, (start, b"<0a>"))
    assert longer.startswith(before)
    with pikepdf.open(BytesIO(longer)) as file:
        assert not file.check_pdf_syntax()
        assert str(file.docinfo.Title) == "New"
        assert len(file.pages) == 1


def test_a_longer_file_keeps_the_name_of_the_first_and_gets_one_of_its_own() -> None:
    before = small()
    start = int(before.rpartition(b"startxref")[2].split()[0])
    names = [list(pikepdf.open(BytesIO(before)).trailer.ID)]
    for title in (b"New", b"Newer"):
        writer = Writer(len(before), 7)
        known = b"<%b>" % bytes(names[0][0]).hex().encode()
        longer = before + writer.lay({2: b"<</Title(%b)>>" % title}) + writer.end(1, 2, (start, known))
        names.append(list(pikepdf.open(BytesIO(longer)).trailer.ID))
    assert {bytes(first) for first, _ in names} == {bytes(names[0][0])}
    assert len({bytes(second) for _, second in names}) == 3


def test_numbers_that_are_taken_follow_each_other() -> None:
    writer = Writer(0, 5)
    assert (writer.take(), writer.take(3), writer.take()) == (5, 6, 9)


def test_where_an_object_lies_is_counted_in_bytes() -> None:
    writer = Writer(100, 1)
    first, second = writer.lay({1: "é".encode()}), writer.lay({2: b"x"})
    assert writer.entries[2][1] == 100 + len(first)
    assert writer.position == 100 + len(first + second)


@pytest.mark.parametrize("data", [b"", b"BT (x) Tj ET", bytes(range(256))])
def test_a_stream_says_its_own_length(data: bytes) -> None:
    before = small()
    writer = Writer(len(before), 7)
    start = int(before.rpartition(b"startxref")[2].split()[0])
    longer = before + writer.lay({2: stream(data, b"/Held true")}) + writer.end(1, 2, (start, b"<0a>"))
    with pikepdf.open(BytesIO(longer)) as file:
        held = file.get_object(2, 0)
        assert held.read_bytes() == data
        assert held.Held
