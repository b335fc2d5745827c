"""Photographs for the tests, made when they are asked for."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

RED, BLUE = (200, 30, 30), (20, 60, 160)


def halves(wide: int = 60, high: int = 40) -> Image.Image:
    """Make a picture whose left half is red, and whose right half is blue."""
    made = Image.new("RGB", (wide, high), RED)
    made.paste(BLUE, (wide // 2, 0, wide, high))
    return made


def saved(picture: Image.Image, form: str, **how: Any) -> bytes:  # noqa: ANN401 what Pillow takes
    """Return a picture as a file of a format."""
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()
