"""Boxes of what is to be chosen as HTML, with what answers them at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from coursepack.render.slides.content import Choices
from coursepack.render.slides.flat.lengths import inches, points
from coursepack.render.slides.flat.texts import runs
from coursepack.render.slides.measure.choices import TICK, is_rtl

if TYPE_CHECKING:
    from coursepack.render.slides.content import Slide
    from coursepack.render.slides.measure.choices import ChoicesFit
    from coursepack.render.slides.native.page import Kit

_TICK = Markup(
    '<svg viewBox="0 0 20 20" style="{}"><path d="M2 11 L8 17 L18 3" fill="none" stroke="{}" stroke-width="3"/></svg>'
)


def choices(found: ChoicesFit, slide: Slide, name: str, kit: Kit) -> Markup:
    """Return the boxes of a slide as a list, each with its letter; answers come at a click."""
    content = slide.parts[name]
    if not isinstance(content, Choices):
        return Markup()
    items = [_item(content, number, found, kit) for number in range(len(content.items))]
    style = f"font-size:{points(found.level.size)};line-height:{points(found.level.leading)}"
    made = Markup('<ol class="choices" data-numbering="LowerAlpha" style="{}">{}</ol>')
    return made.format(style, Markup("").join(items))


def _item(content: Choices, number: int, found: ChoicesFit, kit: Kit) -> Markup:
    look, mark, (left, top, width, height) = kit.design.choices, content.marks[number], found.places[number]
    lead, end = ("right", "left") if is_rtl(content) else ("left", "right")
    down = inches(max(0.0, (height - found.texts[number] / 72) / 2))
    style = f"left:{inches(left)};top:{inches(top)};width:{inches(width)};height:{inches(height)}"
    style += f";outline-width:{points(look.line)}"
    words = Markup("<br>").join(runs(one.runs) for one in content.items[number].paragraphs)
    room = f"{lead}:{inches(look.inset + found.level.hang)};{end}:{inches(look.inset + found.end)};top:{down}"
    return Markup(
        '<li class="choice" style="{}"{}><span class="mark" data-pdf="Lbl" style="{}:{};top:{}">{}</span>'
        '<span class="words" style="{}">{}</span>{}</li>'
    ).format(
        style,
        Markup(' dir="rtl"') if is_rtl(content) else "",
        lead,
        inches(look.inset),
        down,
        kit.design.bullets["letter"].sign(number + 1),
        room,
        words,
        _mark(content, number, found, kit, end) if mark else "",
    )


def _mark(content: Choices, number: int, found: ChoicesFit, kit: Kit, side: str) -> Markup:
    """Return what answers at a box's end; a tick has a frame around the box."""
    mark, (_, _, width, height) = content.marks[number], found.places[number]
    step = Markup('class="{} fragment" data-fragment-index="{}"')
    at = number if content.apart else 0
    down = inches(max(0.0, (height - found.level.leading / 72) / 2))
    place = f"{side}:0;top:0;width:{inches(found.end)};height:{inches(height)}"
    if mark == TICK:
        high = min(height, found.end) * 0.55
        inner = f"left:{inches((found.end - high) / 2)};top:{inches((height - high) / 2)};width:{inches(high)}"
        shown = _TICK.format(f"{inner};height:{inches(high)}", kit.theme.colours["paper"])
    else:
        shown = Markup('<b style="top:{}">{}</b>').format(down, mark)
    made = Markup('<span {} style="{}">{}</span>').format(step.format("answer", at), place, shown)
    if mark != TICK:
        return made
    whole = f"left:0;top:0;width:{inches(width)};height:{inches(height)}"
    whole += f";outline-width:{points(kit.design.choices.outline)}"
    return made + Markup('<span {} style="{}"></span>').format(step.format("right", at), whole)
