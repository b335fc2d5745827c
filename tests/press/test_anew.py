"""Files that a reader gives up, as PDFium writes them anew."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coursepack.press.anew import DAMAGED, LOCKED, NONE, UnreadableError, anew


def blank(**how: object) -> bytes:
    made = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page(page_size=(300, 400))
        file.save(made, **how)
    return made.getvalue()


def test_what_opens_without_a_password_is_locked_no_longer() -> None:
    """Exam papers come so, locked with AES: everybody may open them."""
    locked = blank(encryption=pikepdf.Encryption(owner="office", user=""))
    with pikepdf.open(BytesIO(anew(locked))) as file:
        assert (file.is_encrypted, len(file.pages)) == (False, 1)


def test_what_lacks_its_end_has_one() -> None:
    whole = blank(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    torn = whole[: whole.index(b"startxref")]
    with pikepdf.open(BytesIO(anew(torn)), attempt_recovery=False) as file:
        assert len(file.pages) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Springs", NONE),
        (b"%PDF-1.7\nSprings", DAMAGED),
        (blank(encryption=pikepdf.Encryption(owner="office", user="sesame")), LOCKED),
    ],
)
def test_what_nobody_can_read_is_said(data: bytes, said: tuple[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        anew(data)
    assert (caught.value.said, caught.value.advice) == said
