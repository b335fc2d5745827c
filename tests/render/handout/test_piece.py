"""A piece as a value: it is written and read back, and its references are told from what only looks like one."""

from __future__ import annotations

from coursepack.render.handout.piece import KEY, NOTE, ONCE, OWN, Face, Piece, references, renamed, unpacked

FACE = Face({"Type": "/Font"}, "abc", {3: 512.0, 40: 600.5}, {3: "fi"}, {9: 1})
PIECE = Piece(
    2,
    {"one": 0, "two": 1},
    (FACE,),
    {"media/a.svg": "0f"},
    ("said",),
    ("far",),
    ((0, 1, "One", 10.0, 90.5, "open"),),
    (4, 8),
    (9,),
    3,
    (("one", b"[4 0 R]"), ("two", b"[8 0 R]")),
    (b"[1 0 R]", b"2 0 R"),
    (b"first\nobject", b"", b"\x00\xffthird"),
    mended=((4, "closer"), (4, "parted")),
)


def test_a_piece_that_was_written_is_read_as_it_was() -> None:
    assert unpacked(PIECE.packed()) == PIECE
    bare = Piece(1, {}, (), {}, ())
    assert unpacked(bare.packed()) == bare


def test_the_generation_of_a_reference_says_what_is_meant() -> None:
    assert (OWN, KEY, NOTE, ONCE) == (0, 1, 2, 3)
    assert references(b"<</A 12 0 R/B 3 1 R/C [4 2 R 0 3 R]>>") == [(12, OWN), (3, KEY), (4, NOTE), (0, ONCE)]


def test_what_an_author_wrote_is_no_reference() -> None:
    for words in (b"(see 12 0 R)", b"(a \\) 12 0 R)", b"<31322030205220>", b"/Length 12 0 0 R0"):
        assert references(b"<</T %b>>" % words) == []
    assert references(b"<</T (\\\\)/A 12 0 R>>") == [(12, OWN)]


def test_a_stream_holds_none() -> None:
    assert references(b"<</A 1 0 R>>\nstream\n2 0 R\nendstream") == [(1, OWN)]


def test_references_are_renamed_and_all_else_stays() -> None:
    data = b"<</A 1 0 R/T (1 0 R)/B 2 1 R>>\nstream\n1 0 R\nendstream"
    made = renamed(data, lambda number, kind: b"%d" % (number * 10 + kind))
    assert made == b"<</A 10/T (1 0 R)/B 21>>\nstream\n1 0 R\nendstream"
