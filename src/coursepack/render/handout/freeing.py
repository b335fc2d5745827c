"""Gives the memory back that WeasyPrint keeps for ever of every line whose letters have features of their face.

It lists the features for Pango and never lets go of the list. Lists share what they hold, so that none could be freed:
here each has its own. A preview lays pages out all day.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

_original = Layout.setup


def _setup(layout: Any, style: Any) -> None:  # noqa: ANN401 WeasyPrint has no types
    style.font_config.font_features.clear()
    _original(layout, style)
    features = pango.pango_layout_get_attributes(layout.layout)
    if features != ffi.NULL:
        # The layout holds the list by now; who made it still does, and has forgotten.
        pango.pango_attr_list_unref(features)


@contextmanager
def freed() -> Iterator[None]:
    """Lay out and draw so; WeasyPrint's own function is put back afterwards."""
    before = Layout.setup
    Layout.setup = _setup
    try:
        yield
    finally:
        Layout.setup = before
