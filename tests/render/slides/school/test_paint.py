"""Colours that can be read on a template's ground; ratios are WCAG's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from coursepack.render.geometry import Box
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.school import paint
from coursepack.render.slides.school.backdrop import Backdrop, Layer
from coursepack.render.slides.school.colour import Palette
from coursepack.render.slides.school.placeholders import Seat
from coursepack.render.slides.school.style import Style
from coursepack.render.slides.school.survey import Native, Slot

if TYPE_CHECKING:
    from pptx.slide import SlideLayout

WHOLE = Box(0, 0, 10, 5)
COLOURS = {"tx1": "000000", "bg1": "FFFFFF", "dk1": "000000", "lt1": "FFFFFF", "tx2": "1F497D", "bg2": "EEECE1"}
COLOURS |= {"accent1": "FFF2CC", "accent2": "C00000", "hlink": "0000FF"}


def native(*grounds: str, slots: tuple[Slot, ...] = (), **colours: str) -> Native:
    body = Style(18, False, False, "l", "", "000000", "", (0.1, 0.05, 0.1, 0.05), True)  # noqa: FBT003 as a file has it
    back = Backdrop((Layer(WHOLE, grounds),))
    return Native(cast("SlideLayout", None), slots, Palette({**COLOURS, **colours}), back, body)


def frame(size: float = 20, **fields: Any) -> Frame:  # noqa: ANN401 a frame's own
    level = Level.model_construct(size=size)
    return Frame.model_construct(type="body", at=(1, 1, 4, 2), levels=(level,), **fields)


def slot(colour: str, fill: str = "") -> Slot:
    own = Style(18, False, False, "l", "", colour, fill, (0, 0, 0, 0), True)  # noqa: FBT003 as a file has it
    return Slot(None, "text", Box(1, 1, 5, 3), own)


@pytest.mark.parametrize(
    ("size", "bold", "floor", "need"),
    [(24, False, 24, 3), (23, False, 23, 4.5), (18, True, 18, 3), (18, False, 18, 4.5), (40, False, 16, 4.5)],
)
def test_large_text_needs_less_contrast_at_the_smallest_size_that_it_may_have(
    size: float,
    bold: bool,  # noqa: FBT001 a case
    floor: float,
    need: float,
) -> None:
    assert paint.least(frame(size, bold=bold), floor, 1) == need


def test_large_is_larger_on_a_larger_slide() -> None:
    assert paint.least(frame(24, bold=False), 24, 2) == 4.5
    assert paint.least(frame(48, bold=False), 48, 2) == 3


def test_on_white_text_is_black_and_the_first_accent_that_can_be_seen_is_taken() -> None:
    found = paint.scheme(native("FFFFFF"), WHOLE)
    assert (found["ink"], found["paper"], found["soft"]) == ("tx1", "bg1", "tx2")
    assert found["accent"] == "accent2"  # the first is pale yellow
    assert found["pale"] == "bg2"


def test_an_accent_that_only_large_words_may_have_leaves_small_ones_to_the_ink() -> None:
    found = paint.scheme(native("FFFFFF", accent1="4285F4"), WHOLE)
    assert (found["accent"], found["small accent"]) == ("accent1", "tx1")
    assert paint.scheme(native("FFFFFF"), WHOLE)["small accent"] == "accent2"


def test_on_black_text_is_white() -> None:
    found = paint.scheme(native("000000"), WHOLE)
    assert (found["ink"], found["paper"]) == ("bg1", "tx1")
    assert found["soft"] == "bg1"  # dark blue on black cannot be read
    assert found["accent"] == "accent1"


def test_the_worst_of_several_grounds_counts() -> None:
    given = native("FFFFFF", "000000")
    assert paint.worst(given, "tx1", ("FFFFFF", "000000")) == 1
    assert paint.worst(given, "tx1", ("FFFFFF", "777777")) == pytest.approx(4.69, abs=0.01)
    assert paint.worst(given, "no such name", ("FFFFFF",)) == 0
    assert paint.best(given, ("FFFFFF", "C0C0C0"), ("bg1", "tx1")) == "tx1"


def test_a_plate_is_laid_only_where_neither_text_nor_ground_can_be_read() -> None:
    box = Box(1, 1, 3, 2)
    assert paint.plated(native("777777"), [(box, 3.0)])[1] == ()
    made, ((grown, name),) = paint.plated(native("FFFFFF", "000000", "EEEEEE"), [(box, 4.5)])
    assert (grown.left, grown.top, grown.right, grown.bottom) == pytest.approx((0.8, 0.92, 3.2, 2.16))
    assert name == "bg1"  # two of three colours are light
    assert made.backdrop.behind(box) == ("FFFFFF",)


def test_a_titles_plate_ends_before_the_text_below_it() -> None:
    title, text = Box(1, 0.2, 9, 1.2), Box(1, 1.3, 9, 4)
    made = paint.plated(native("FFFFFF", "000000", "EEEEEE"), [(title, 4.5), (text, 4.5)])[1]
    assert [grown.bottom for grown, _ in made] == pytest.approx([1.28, 4.16])


def test_pictures_on_dark_ground_are_laid_on_the_light_colour() -> None:
    assert paint.light(native("FFFFFF"), WHOLE) == ""
    assert paint.light(native("101010"), WHOLE) == "bg1"
    assert paint.light(native("101010", tx1="FFFFFF", bg1="101010"), WHOLE) == "tx1"


def test_links_keep_their_colour_unless_it_cannot_be_read() -> None:
    assert paint.link(native("FFFFFF"), WHOLE) == ""
    assert paint.link(native("000000"), WHOLE) == "accent1"  # blue on black is 2.4 to 1


def test_a_placeholders_own_colour_stands_if_it_can_be_read() -> None:
    def colour(ground: str, own: str, fill: str = "") -> tuple[str, float]:
        seat = Seat(frame(fill="", colour="ink"), slot(own, fill))
        return paint.colour(native(ground), seat, {}, 4.5)

    assert colour("FFFFFF", "000000") == ("", pytest.approx(21))
    assert colour("FFFFFF", "CCCCCC") == ("tx1", pytest.approx(21))
    assert colour("FFFFFF", "FFFFFF", fill="000000") == ("", pytest.approx(21))  # on its own fill


def test_a_text_box_is_written_in_our_colour_or_in_one_that_can_be_read() -> None:
    names = {"ink": "tx1", "soft": "tx2", "accent": "accent1", "paper": "bg1", "fillname": "tx2"}
    soft = Seat(frame(fill="", colour="soft"), None)
    assert paint.colour(native("FFFFFF"), soft, names, 4.5)[0] == "tx2"
    assert paint.colour(native("000000"), soft, names, 4.5) == ("bg1", pytest.approx(21))
    filled = Seat(frame(fill="fillname", colour="ink"), None)
    assert paint.colour(native("000000"), filled, names, 4.5) == ("bg1", pytest.approx(9.1, abs=0.1))
