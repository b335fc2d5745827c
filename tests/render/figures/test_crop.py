"""Which part of a picture is shown: by hand, and how large a picture is, beside Pillow."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from coursepack.render.figures.crop import Crop, crop, ratio, size_of


@pytest.mark.parametrize(
    ("size", "aspect", "focus", "cut"),
    [
        ((400, 100), 1, (0.5, 0.5), (0.375, 0, 0.375, 0)),
        ((400, 100), 1, (0, 0.5), (0, 0, 0.75, 0)),
        ((400, 100), 1, (0.9, 0.5), (0.75, 0, 0, 0)),
        ((100, 200), 1, (0.5, 0.6), (0, 0.35, 0, 0.15)),
        ((160, 90), 16 / 9, (0, 0), (0, 0, 0, 0)),
    ],
)
def test_a_crop_keeps_its_focus_in_view(
    size: tuple[float, float], aspect: float, focus: tuple[float, float], cut: tuple[float, ...]
) -> None:
    found = crop(size, aspect, focus)
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(cut)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_left_has_the_aspect_and_its_focus_and_one_side_is_whole(seed: int) -> None:
    random = Random(seed)  # noqa: S311 a test's chance
    wide, high = random.uniform(10, 900), random.uniform(10, 900)
    aspect, focus = random.uniform(0.2, 5), (random.random(), random.random())
    found = crop((wide, high), aspect, focus)
    assert wide * (1 - found.left - found.right) / (high * (1 - found.top - found.bottom)) == pytest.approx(aspect)
    assert min(found.left + found.right, found.top + found.bottom) == 0
    assert found.left - 1e-9 <= focus[0] <= 1 - found.right + 1e-9
    assert found.top - 1e-9 <= focus[1] <= 1 - found.bottom + 1e-9


def test_the_place_of_the_part_is_a_share_of_what_is_cut_away() -> None:
    """As `object-position` of CSS has it; where nothing is cut, the middle."""
    assert Crop(left=0.1, right=0.3).position == (pytest.approx(0.25), 0.5)


@pytest.mark.parametrize(("written", "wanted"), [("16:9", 16 / 9), ("1:1", 1), ("2.35:1", 2.35)])
def test_an_aspect_is_width_by_height(written: str, wanted: float) -> None:
    assert ratio(written) == pytest.approx(wanted)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_is_as_large_as_pillow_made_it(kind: str) -> None:
    data = BytesIO()
    Image.new("RGB", (37, 21)).save(data, kind)
    assert size_of(data.getvalue()) == (37, 21)


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('viewBox="0 0 40 30" width="400"', (40, 30)),
        ('viewBox="-5,-5 40.5 30"', (40.5, 30)),
        ('width="12cm" height="8cm"', (12, 8)),
        ("", (1, 1)),
        ('width="100%"', (1, 1)),
    ],
)
def test_a_drawing_is_as_large_as_its_view_box_or_its_own_size(head: str, wanted: tuple[float, float]) -> None:
    assert size_of(f'\n<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode()) == wanted


def test_an_entity_in_a_drawing_opens_no_file() -> None:
    spoilt = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg viewBox="0 0 4 3">&a;</svg>'
    assert size_of(spoilt.encode()) == (4, 3)
