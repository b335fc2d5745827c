"""Draws pages with black ink alone: every colour becomes a grey, and what is as dark as text becomes black.

A grey is printed as a screen of dots, in which thin letters and lines break up: hence black for all that is dark.
Colours are taken where WeasyPrint writes them (for text, borders, backgrounds and drawings alike), pictures where
they become objects; so nothing has to be read back.
"""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image
from weasyprint.images import RasterImage
from weasyprint.pdf.stream import Stream

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The shares of red, green and blue in how light a colour is (ITU-R BT.601, as Pillow's grey).
_SHARES = (0.299, 0.587, 0.114)
# What is darker than this is printed black.
_DARK = 0.35
_INTERPOLATING, _PICTURE = Stream.create_interpolation_function, RasterImage.get_x_object


def light(red: float, green: float, blue: float) -> float:
    """Return how light a colour is, from 0 for black to 1 for white."""
    return sum(share * part for share, part in zip(_SHARES, (red, green, blue), strict=True))


def grey(red: float, green: float, blue: float) -> float:
    """Return the grey that a colour is printed in."""
    found = light(red, green, blue)
    return 0 if found < _DARK else round(found, 4)


def _set_color(stream: Any, color: Any, stroke: bool = False) -> None:  # noqa: ANN401, FBT001, FBT002 as the engine calls it
    stream.set_alpha(color[3], stroke)
    wanted = ("grey", grey(*color.to("srgb").coordinates))
    name = "_current_color_stroke" if stroke else "_current_color"
    if getattr(stream, name) != wanted:
        setattr(stream, name, wanted)
        stream.stream.append(f"{wanted[1]:g} {'G' if stroke else 'g'}".encode())


def _interpolating(domain: Any, first: Sequence[float], last: Sequence[float], power: float) -> Any:  # noqa: ANN401 pydyf has no types
    """Interpolate between greys; what has one channel is a share of transparency."""
    ends = [(grey(*end),) if len(end) > 1 else end for end in (list(first), list(last))]
    return _INTERPOLATING(domain, *ends, power)


def _picture(image: Any, interpolate: Any, ratio: float) -> Any:  # noqa: ANN401 WeasyPrint has no types
    if image.mode not in {"L", "LA"}:
        with Image.open(BytesIO(image.image_data.data)) as given:
            made = given.convert("LA" if given.mode in {"RGBA", "PA"} else "L")
        written = BytesIO()
        made.save(written, format=image.format)
        image.mode, image.invert_colors = made.mode, False
        image.image_data = image.cache_image_data(written.getvalue(), slot="grey")
    return _PICTURE(image, interpolate, ratio)


@contextmanager
def only(wanted: bool = True) -> Iterator[None]:  # noqa: FBT001, FBT002 what a theme says
    """Draw with black ink alone, if that is wanted."""
    if not wanted:
        yield
        return
    interpolating = staticmethod(_interpolating)
    with (
        replaced(Stream, set_color=_set_color, _default_color_space="/DeviceGray"),
        replaced(Stream, create_interpolation_function=interpolating),
        replaced(RasterImage, get_x_object=_picture),
    ):
        yield
