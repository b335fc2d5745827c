"""What the texts of slides as HTML are written with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.native.page import Kit


@pytest.fixture
def kit(design: Design) -> Kit:
    """The part of a kit that texts ask for."""
    return cast("Kit", SimpleNamespace(design=design))
