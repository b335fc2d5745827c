"""Gives the memory back that WeasyPrint keeps for ever of every line whose letters have features of their face.

It lists the features for Pango and never lets go of the list. Lists share what they hold, so that none could be freed:
here each has its own. A preview lays pages out all day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_original = Layout.setup


def _setup(layout: Any, style: Any) -> None:  # noqa: ANN401 WeasyPrint has no types
    style.font_config.font_features.clear()
    _original(layout, style)
    features = pango.pango_layout_get_attributes(layout.layout)
    if features != ffi.NULL:
        # The layout holds the list by now; who made it still does, and has forgotten.
        pango.pango_attr_list_unref(features)


def freed() -> AbstractContextManager[None]:
    """Lay out and draw so."""
    return replaced(Layout, setup=_setup)
