"""The frame of a chart on a slide, with its look and faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.plots.plot import Canvas

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces


@pytest.fixture
def canvas(design: Design, twins: Faces) -> Canvas:
    _, _, width, height = design.layouts["chart"].frames["chart"].at
    return Canvas(width, height, design.chart, twins)
