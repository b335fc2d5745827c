"""Keeps Pango from breaking a line far too early.

Where a run of text fits its line but for the space that ends it, older Pangos break the run at its first chance and
leave most of the line white. Such a run is measured again with room for that space, which hangs over the edge, unseen.
So is a run that ends with a no-break space, whose last word belongs to what follows: with a letter for that space.
Where letters are set apart, a line that is just full is broken so, too: for the white after its last letter.
Whether the Pango of this machine does so is found out by asking it for such a line.
"""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.look.fontfile import addresses, font_url
from coursepack.render.words.binding import NBSP
from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# The widest word space of a face, as a share of the type size.
SPACE = 0.4
# A line that is filled to this share of its width was not broken too early.
MUCH = 0.75
# What rounding may add to the width of a line, in px.
_ROUNDING = 0.1
# Spaces at which no line ends: the narrow one is that of French quotation marks.
_BOUND = (NBSP, "\u202f")
# What is about as wide as a space, and never hangs over the edge of a line; joined, for a line may end before a letter
# that follows a Chinese one.
_LETTER = "\u2060i"
# What is asked for: words in a face of our own, in px.
_FACE = "coursepack:fonts/Carlito-Regular.ttf"
_WORDS = "a run of words "
_SIZE = 20


@cache
def needed() -> bool:
    """Tell whether a run that lacks room for its last space alone is broken before its last word."""
    (whole,) = _lines("9999px")
    width = whole.children[0].width
    # The words and most of the space after them.
    first = _lines(f"{width - 1}px")[0]
    return str(first.children[0].text).strip() != _WORDS.strip()


def _lines(width: str) -> list[Any]:
    """Set a run and another one after it; return the lines."""
    fonts, fetcher = FontConfiguration(), CourseFetcher({}, addresses([_FACE]))
    css = f"@font-face{{font-family:T;src:url({font_url(_FACE)})}} @page{{size:9999px 999px;margin:0}}"
    css = f"{css} p{{margin:0;font:{_SIZE}px T;width:{width}}}"
    style = CSS(string=css, font_config=fonts, url_fetcher=fetcher, base_url=BASE)
    source = HTML(string=f"<p>{_WORDS}<b>follow</b></p>", base_url=BASE, url_fetcher=fetcher)
    page = source.render(stylesheets=[style], font_config=fonts).pages[0]._page_box  # noqa: SLF001 the boxes have no public name
    html = page.children[0]
    return list(html.children[0].children[0].children)


def whole_runs() -> AbstractContextManager[None]:
    """Lay out with the repair, if it is needed."""
    original = inline.split_first_line

    def split(text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        found = original(text, style, context, max_width, *more, **named)
        if max_width is None or _is_right(found, max_width):
            return found
        ended = text[:-1] + _LETTER if text.endswith(_BOUND) else text
        if ended != text:
            again = original(ended, style, context, max_width, *more, **named)
            if again[2] is not None and again[2] > (found[2] or 0):
                found = again
        if found[2] is None or _is_right(found, max_width):
            return found
        again = original(ended, style, context, max_width + _apart(style), *more, **named)
        if again[2] is not None and again[2] > found[2] and again[3] <= max_width:
            return again
        if not text.endswith(" ") or original(text[:-1], style, context, None, *more, **named)[3] > max_width:
            return found
        wider = original(text, style, context, max_width + _space(style), *more, **named)
        return wider if wider[2] is None else found

    return replaced(inline, split_first_line=split) if needed() else nullcontext()


def _is_right(found: Any, width: float) -> bool:  # noqa: ANN401 WeasyPrint has no types
    """Tell whether a line has what it has room for: it goes on into the next and is filled, or ends and is no wider."""
    return bool(found[3] <= width if found[2] is None else found[3] > MUCH * width)


def _apart(style: Any) -> float:  # noqa: ANN401 WeasyPrint has no types
    """Return what may come after the last letter of a line (px): what rounding adds, and what parts letters."""
    return _ROUNDING + (0 if style["letter_spacing"] == "normal" else float(style["letter_spacing"]))


def _space(style: Any) -> float:  # noqa: ANN401 WeasyPrint has no types
    """Return the widest that a word space may be (px), with what a style puts between words and letters."""
    more = (style["word_spacing"], style["letter_spacing"])
    return float(SPACE * style["font_size"] + sum(width for width in more if width != "normal"))
