"""Long gaps that end a line are ruled up to its end: typed strokes are of no length that fits a page.

A style sheet has no width of what is left of a line. There a gap is as wide as it needs to be, so that one without
that much room goes below its words; on the finished page it goes on to the end of either line.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes

from coursepack.render.handout.moved import move

# The class of such a gap.
NAME = "to-end"
# Where lines stand in the middle or at the other side, what ends them is not what began them.
_SIDES = {"ltr": ("start", "left", "justify"), "rtl": ("start", "right", "justify")}


def rule(box: Any) -> None:  # noqa: ANN401 WeasyPrint's boxes
    """Widen the gaps that end lines in a box."""
    for child in getattr(box, "children", ()) or ():
        last = _last(child) if isinstance(child, boxes.LineBox) else None
        if last is not None and box.style["text_align_all"] in _SIDES[box.style["direction"]]:
            _widen(last, box)
        rule(getattr(child, "_box", child))


def _last(line: Any) -> Any:  # noqa: ANN401 as above
    """Return the gap that ends a line, if one does."""
    inside = [one for one in getattr(line, "children", ()) if one.is_in_normal_flow() and not _is_blank(one)]
    last = inside[-1] if inside else None
    if isinstance(last, boxes.InlineBox):
        return _last(last)
    element = None if last is None else last.element
    return last if element is not None and NAME in (element.get("class") or "").split() else None


def _is_blank(box: Any) -> bool:  # noqa: ANN401 as above
    if isinstance(box, boxes.InlineBox):
        return all(map(_is_blank, box.children))
    return isinstance(box, boxes.TextBox) and not box.text.strip()


def _widen(gap: Any, block: Any) -> None:  # noqa: ANN401 as above
    """Have a gap end where the lines of its block do; words in it stay at its beginning."""
    left, right = block.content_box_x(), block.content_box_x() + block.width
    if block.style["direction"] == "rtl":
        more = gap.border_box_x() - left
        move(gap, -max(more, 0), 0)
    else:
        more = right - gap.border_box_x() - gap.border_width()
    gap.width += max(more, 0)
