from __future__ import annotations

import zlib

import pytest

from coursepack.stamp import Piece, Stamp, packed


@pytest.mark.parametrize(
    ("head", "by", "moved"),
    [
        (b"<</A 1 0 R/B [2 0 R 13 0 R]>>", 40, b"<</A 41 0 R/B [42 0 R 53 0 R]>>"),
        (b"<</Length 10>>", 40, b"<</Length 10>>"),
        (b"[0 0 R]", 7, b"[7 0 R]"),
    ],
)
def test_references_are_counted_from_another_number(head: bytes, by: int, moved: bytes) -> None:
    assert Piece(head).moved(by) == moved


def test_a_stream_is_written_as_it_is() -> None:
    assert Piece(b"<</A 1 0 R>>", b"\nstream\n1 0 R\nendstream").moved(1) == b"<</A 2 0 R>>\nstream\n1 0 R\nendstream"


def test_what_is_somebodys_is_in_no_log() -> None:
    assert "Ada" not in repr(Stamp((Piece(b"(Ada)"),), (), "Ada", "Ada"))
    assert "Ada" not in repr(Piece(b"(Ada)"))


def test_a_stream_that_ends_with_a_carriage_return_has_another_one_before_its_end() -> None:
    found = [packed(b"%d" % number * 5) for number in range(2000)]
    ends = [piece for piece in found if piece.tail.endswith(b"\r\nendstream")]
    assert ends
    assert all(piece.tail.endswith(b"\r\r\nendstream") for piece in ends)
    for number, piece in enumerate(found):
        data = piece.tail.removeprefix(b"\nstream\n").removesuffix(
            b"\r\nendstream" if piece in ends else b"\nendstream"
        )
        assert piece.head.endswith(b"/Length %d>>" % len(data))
        assert zlib.decompress(data) == b"%d" % number * 5
