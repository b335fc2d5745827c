"""Where anchors stand, for the deck: believed as long as nothing has changed."""

from __future__ import annotations

import pytest

from coursepack.outputs import pagenumbers

ANCHORS = {"b": 12, "a": 3}


def test_what_is_written_is_read() -> None:
    assert pagenumbers.read(pagenumbers.written(ANCHORS, "hash"), "hash") == ANCHORS


def test_what_was_made_of_anything_else_is_not_believed() -> None:
    assert pagenumbers.read(pagenumbers.written(ANCHORS, "hash"), "other") == {}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"hash"', b"\xff"])
def test_what_is_no_such_file_says_nothing(data: bytes) -> None:
    assert pagenumbers.read(data, "hash") == {}


def test_the_same_places_are_the_same_bytes_in_any_order() -> None:
    assert pagenumbers.written(ANCHORS, "x") == pagenumbers.written(dict(sorted(ANCHORS.items())), "x")
