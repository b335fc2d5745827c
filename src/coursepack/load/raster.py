"""Photographs and screenshots: decoded within limits, set upright, no larger than print needs, as PNG or JPEG."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageFile, ImageOps

from coursepack.load.picture import Picture, PictureError
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is decoded at all: 64 million pixels are 256 MB at most.
PIXELS = 64_000_000
# A page's whole type area (wide measure by height) has this many pixels at 300 an inch; no screen of a deck has more.
_WIDE, _HIGH = 2000, 2800
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
# What both outputs take as it is.
_READY = {"PNG": {"1", "L", "LA", "P", "RGB", "RGBA"}, "JPEG": {"L", "RGB"}}
_ORIENTATION = 0x0112
# A picture of so few colours is no photograph: JPEG would smear its lines.
_COLOURS = 4096
_QUALITY = 90
_DEEP = {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}


def read(data: bytes, most: int = PIXELS) -> Picture:
    """Return a picture as PNG or JPEG; what needs no change keeps its bytes.

    Raises:
        PictureError: it cannot be decoded, or has more pixels than `most`.
    """
    with _strictly():
        try:
            return _read(data, most)
        except PictureError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _vast(most) from error
        except Exception as error:  # decoders raise whatever a damaged file makes them stumble over
            said, advice = "is damaged: it can't be decoded", "Save it again, as PNG or JPEG"
            raise PictureError(said, advice) from error


@contextmanager
def _strictly() -> Iterator[None]:
    """Decode nothing that is cut or vast: page engines let Pillow fill up what a file lacks with grey."""
    with replaced(ImageFile, LOAD_TRUNCATED_IMAGES=False), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def size(data: bytes) -> tuple[int, int]:
    """Return the width and height of a picture that was read, in pixels."""
    with Image.open(BytesIO(data)) as picture:
        return picture.size


def _read(data: bytes, most: int) -> Picture:
    with Image.open(BytesIO(data), formats=_FORMATS) as picture:
        if picture.width * picture.height > most:
            raise _vast(most)
        moves = bool(getattr(picture, "is_animated", False)) and picture.format != "MPO"
        turned = picture.getexif().get(_ORIENTATION, 1) != 1
        kind, fits = str(picture.format), picture.width <= _WIDE and picture.height <= _HIGH
        is_ready = fits and not turned and not moves and picture.mode in _READY.get(kind, ())
        if is_ready:
            picture.load()
            return Picture(data)
        return Picture(_made(picture, kind), ("all but the first of its pictures",) if moves else ())


def _made(picture: Image.Image, kind: str) -> bytes:
    """Decode a picture, turn it, take away pixels that no print shows, and write it again."""
    profile = picture.info.get("icc_profile") if picture.mode != "CMYK" else None
    if kind in {"JPEG", "MPO"}:
        picture.draft(None, (2 * _WIDE, 2 * _HIGH))
    upright = _plain(ImageOps.exif_transpose(picture))
    if upright.width > _WIDE or upright.height > _HIGH:
        upright.thumbnail((_WIDE, _HIGH), Image.Resampling.LANCZOS, reducing_gap=3.0)
    is_photo = kind in {"JPEG", "MPO"} or (kind != "PNG" and upright.mode in {"L", "RGB"} and _is_photo(upright))
    how: dict[str, Any] = {"quality": _QUALITY} if is_photo else {"optimize": False}
    made = BytesIO()
    upright.info.clear()
    upright.save(made, "JPEG" if is_photo else "PNG", icc_profile=profile, exif=b"", **how)
    return made.getvalue()


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in grey or in colours of 8 bits, with its transparency if it has any."""
    if picture.mode in _DEEP:
        deep = picture.convert("F" if picture.mode == "F" else "I")
        low, high = deep.getextrema()
        most = max(float(str(high)), 1.0)
        scale = 255 / (65535 if most > 255 and float(str(low)) >= 0 else most)  # noqa: PLR2004 8 bits
        return deep.point(lambda value: value * scale).convert("L")
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        return picture.convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _is_photo(picture: Image.Image) -> bool:
    return picture.getcolors(_COLOURS) is None


def _vast(most: int) -> PictureError:
    said = f"has more than {most // 1_000_000} million pixels"
    return PictureError(said, "Save it smaller: print needs 300 pixels an inch", "large-picture")
