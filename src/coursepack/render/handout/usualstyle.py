"""Takes the short way to what a style says of a property that no rule names: nearly all of them, of every element.

WeasyPrint asks each time about variables, calculations and logical sides; of what is in no rule it then says what the
element around it has, or what the property begins with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_original = ComputedStyle.__missing__


def _logical(key: str) -> frozenset[str]:
    """Return the properties of logical sides, from the left and from the right, that may say this one."""
    named = PHYSICAL_FUNCTIONS.get(key)
    return frozenset(named(block="ttb", inline=way) for way in ("ltr", "rtl")) if named else frozenset()


# Those that hang on others are left to WeasyPrint.
_PLAIN = {
    key
    for key in INITIAL_VALUES
    if key not in {"position", "float", "display", "page"} and not key.startswith("text_decoration_")
}
_INHERITED = {key for key in _PLAIN & INHERITED if not _logical(key)}
_INITIAL = {key: (INITIAL_VALUES[key], _logical(key)) for key in _PLAIN - INHERITED - INITIAL_NOT_COMPUTED}


def _missing(style: Any, key: str) -> Any:  # noqa: ANN401 WeasyPrint has no types
    if key not in style.cascaded:
        if key in _INHERITED and style.parent_style is not None:
            value = style[key] = style.parent_style[key]
            return value
        if key in _INITIAL:
            value, logical = _INITIAL[key]
            if not logical or style.cascaded.keys().isdisjoint(logical):
                style[key] = value
                return value
    return _original(style, key)


def usual_styles() -> AbstractContextManager[None]:
    """Lay out and draw so."""
    return replaced(ComputedStyle, __missing__=_missing)
