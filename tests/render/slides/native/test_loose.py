"""What has no placeholder stands on the slide itself, where its frame is. Inches."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import resvg_py
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from coursepack.render.slides.native.loose import Loose

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape

AT = (1.0, 0.5, 4.0, 2.25)


@pytest.fixture
def loose() -> Loose:
    deck = Presentation()
    return Loose(deck.slides.add_slide(deck.slide_layouts[6]).shapes, AT)


def place(shape: BaseShape) -> tuple[float, ...]:
    return tuple(round(side / Inches(1), 4) for side in (shape.left, shape.top, shape.width, shape.height))


def test_a_table_and_a_chart_fill_their_place(loose: Loose) -> None:
    data = CategoryChartData()
    data.categories = ["Rhine"]
    data.add_series("km", [1233])
    for made in (loose.insert_table(2, 3), loose.insert_chart(XL_CHART_TYPE.PIE, data)):
        assert (made.name, place(made)) == ("figure", AT)
    assert (len(loose.shapes[0].table.rows), len(loose.shapes[0].table.columns)) == (2, 3)


def test_a_picture_begins_there_and_is_as_large_as_it_is(loose: Loose) -> None:
    """It is fitted by who puts it there; a picture of 96 pixels is an inch."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"></svg>'
    made = loose.insert_picture(BytesIO(bytes(resvg_py.svg_to_bytes(svg))))
    assert (made.name, place(made)[:2]) == ("figure", AT[:2])
    assert made.width == made.height


def test_a_box_for_words_has_no_insets_and_keeps_its_size(loose: Loose) -> None:
    made = loose.insert_words()
    frame = made.text_frame
    assert place(made) == AT
    assert (frame.margin_left, frame.margin_right, frame.margin_top, frame.margin_bottom) == (0, 0, 0, 0)
    assert (frame.word_wrap, frame.auto_size) == (True, None)
