"""Breaks a line once: pages are laid out again and again while they are mended, and most of their lines stay.

A line comes of its text, of its room, and of what its style says of letters. What the engine found for all of that is
found again for the same; it is a copy, for each box sets its own words apart.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.layout import inline, preferred
from weasyprint.text.line_break import Layout

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What the engine asks a style for where it breaks a line.
_ASKED = (
    *("direction", "lang", "white_space", "letter_spacing", "word_spacing", "tab_size", "text_decoration_line"),
    *(
        "font_family",
        "font_size",
        "font_style",
        "font_stretch",
        "font_weight",
        "font_kerning",
        "font_variation_settings",
    ),
    *("font_feature_settings", "font_language_override", "font_variant_ligatures", "font_variant_position"),
    *("font_variant_caps", "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone", "overflow_wrap", "word_break"),
)
# Lines that are remembered, of a kilobyte each.
_MOST = 20_000


class Lines:
    """The lines of what is laid out with the same faces."""

    def __init__(self) -> None:
        self.found: dict[tuple[object, ...], Any] = {}
        self.kinds: dict[str, object] = {}

    @contextmanager
    def remembered(self) -> Iterator[None]:
        """Lay out with them, and remember those that are new."""
        original = inline.split_first_line

        def split(  # noqa: PLR0913, PLR0917 as the engine calls it
            text: str,
            style: Any,  # noqa: ANN401 WeasyPrint has no types
            context: Any,  # noqa: ANN401 WeasyPrint has no types
            max_width: float | None,
            justification_spacing: float,
            is_line_start: bool = True,  # noqa: FBT001, FBT002 as the engine calls it
            minimum: bool = False,  # noqa: FBT001, FBT002 as the engine calls it
        ) -> Any:  # noqa: ANN401 WeasyPrint has no types
            asked = (text, self._kind(style), max_width, justification_spacing, is_line_start, minimum)
            found = self.found.get(asked)
            if found is None:
                found = original(text, style, context, max_width, justification_spacing, is_line_start, minimum)
                self._keep(asked, found)
            return _copy(found[0]), *found[1:]

        with (
            replaced(inline, split_first_line=split, strut=_strut(inline.strut)),
            replaced(preferred, split_first_line=split),
        ):
            yield

    def _kind(self, style: Any) -> object:  # noqa: ANN401 WeasyPrint has no types
        """Return what stands for all that a style says of letters."""
        known = style.__dict__.get("of_letters")
        if known is None:
            said = repr([style[name] for name in _ASKED])
            known = style.of_letters = self.kinds.setdefault(said, object())
        return known

    def _keep(self, asked: tuple[object, ...], found: Any) -> None:  # noqa: ANN401 WeasyPrint has no types
        if len(self.found) >= _MOST:
            self.found.clear()
        self.found[asked] = found


def _strut(original: Callable[[Any], tuple[float, float]]) -> Callable[[Any], tuple[float, float]]:
    """Ask how high a line is with no letter in it once for a style: each text of it has a line as high."""

    def strut(style: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        if "of_lines" not in vars(style):
            style.of_lines = original(style)
        return style.of_lines

    return strut


def _copy(layout: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
    made = Layout.__new__(Layout)
    made.__dict__.update(layout.__dict__)
    return made
