"""What a picture is shows in its first sign, whatever its name says; an error has the parts of a problem."""

from __future__ import annotations

import pytest

from coursepack.load.picture import PictureError, is_vector


@pytest.mark.parametrize("data", [b"<svg/>", b"<?xml version='1.0'?><svg/>", b"\xef\xbb\xbf\r\n <svg/>"])
def test_a_drawing_begins_with_a_bracket_after_marks_and_blanks(data: bytes) -> None:
    assert is_vector(data)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a<svg/>"])
def test_nothing_else_does(data: bytes) -> None:
    assert not is_vector(data)


def test_an_error_says_what_is_wrong_and_what_to_do() -> None:
    error = PictureError("is empty", "Save it anew")
    assert (str(error), error.said, error.advice, error.code) == ("is empty", "is empty", "Save it anew", "bad-picture")
