"""Photographs: refused where they are damaged or too large, upright, reduced, and the same bytes every time."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageFile

from coursepack.load import raster
from coursepack.load.picture import PictureError
from pictures import BLUE, RED, halves, saved


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(abs(one - two) < 30 for one, two in zip(pixel[:3], colour, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_what_needs_no_change_keeps_its_bytes(form: str) -> None:
    data = saved(halves(), form)
    assert raster.read(data).data == data


@pytest.mark.parametrize("form", ["GIF", "WEBP", "BMP", "TIFF"])
def test_other_formats_become_png_or_jpeg(form: str) -> None:
    made = raster.read(saved(halves(), form))
    assert opened(made.data).format == "PNG"
    assert opened(made.data).size == (60, 40)
    assert near(opened(made.data).convert("RGB").getpixel((5, 5)), RED)
    assert raster.read(saved(halves(), form)) == made


def test_a_photograph_of_another_format_becomes_jpeg() -> None:
    noise = Image.effect_noise((200, 200), 90)
    photo = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    assert opened(raster.read(saved(photo, "WEBP", lossless=True)).data).format == "JPEG"


@pytest.mark.parametrize("form", ["WEBP", "TIFF", "PNG"])
def test_what_can_be_seen_through_stays_so(form: str) -> None:
    clear = halves(3000, 40).convert("RGBA")
    clear.putalpha(0)
    made = opened(raster.read(saved(clear, form)).data)
    assert (made.mode, made.getpixel((0, 0))[3]) == ("RGBA", 0)  # type: ignore[index]


@pytest.mark.parametrize(("turn", "left"), [(3, BLUE), (2, BLUE), (1, RED)])
def test_a_phones_turn_is_carried_out(turn: int, left: tuple[int, int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    made = opened(raster.read(saved(halves(), "JPEG", exif=exif, quality=95)).data)
    assert near(made.getpixel((5, 20)), left)
    assert made.getexif().get(0x0112, 1) == 1


def test_a_picture_that_lies_stands_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = opened(raster.read(saved(halves(), "JPEG", exif=exif)).data)
    assert made.size == (40, 60)
    assert near(made.getpixel((20, 5)), RED)


@pytest.mark.parametrize(("size", "kept"), [((6000, 4000), (2000, 1333)), ((1500, 4200), (1000, 2800))])
def test_a_large_photo_has_what_a_page_needs_at_300_dpi(size: tuple[int, int], kept: tuple[int, int]) -> None:
    made = opened(raster.read(saved(halves(*size), "JPEG")).data)
    assert (made.format, made.size) == ("JPEG", kept)


def test_a_deep_grey_and_inks_become_what_both_outputs_take() -> None:
    grey = Image.new("I;16", (4, 4), 65535)
    assert opened(raster.read(saved(grey, "PNG")).data).getpixel((0, 0)) == 255
    inks = saved(halves().convert("CMYK"), "JPEG", quality=95)
    made = opened(raster.read(inks).data)
    assert (made.mode, near(made.getpixel((5, 5)), RED)) == ("RGB", True)


def test_a_moving_picture_shows_its_first_and_says_so() -> None:
    data = saved(halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (60, 40), BLUE)])
    made = raster.read(data)
    assert made.left_out == ("all but the first of its pictures",)
    assert near(opened(made.data).convert("RGB").getpixel((5, 5)), RED)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
@pytest.mark.parametrize("share", [0, 0.3, 0.7])
def test_a_file_that_is_cut_is_damaged(form: str, share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint tells Pillow to fill up what is cut, for the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data = saved(Image.effect_noise((90, 90), 90), form)
    with pytest.raises(PictureError, match="damaged"):
        raster.read(data[: 8 + round((len(data) - 8) * share)])


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    head = saved(Image.new("1", (8, 8)), "PNG")
    vast = head[:16] + (60_000).to_bytes(4) * 2 + head[24:]
    with pytest.raises(PictureError, match=r"damaged|million pixels"):
        raster.read(vast)
    with pytest.raises(PictureError, match="million pixels"):
        raster.read(saved(Image.new("1", (9000, 8000)), "PNG"))
