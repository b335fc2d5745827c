"""The deck as a PDF, in any of its printed forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import stop
from coursepack.outputs.leaves import Form, leaves
from coursepack.outputs.made import Made
from coursepack.render.handout.printing import print_html
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.leaves import Mode
    from coursepack.outputs.made import Order
    from coursepack.pack import PackPart


def printed(ready: Ready, unit: PackPart | None, paper: str, order: Order, mode: Mode) -> Made:
    """Print the deck; it has the layouts of coursepack, a school's own template or not.

    Raises:
        ContentError: a mistake in a template.
    """
    with reporting(ready.design.templates):
        made = leaves(ready, unit, paper, order, Form(mode))
        pdf, count, problems = print_html(
            made.html, made.css, ready.pack.course.media, made.fonts, ready.pack.units[0].part.span
        )
    stop(problems)
    return Made(pdf, f"{made.count} slides on {count} pages", tuple(problems))
