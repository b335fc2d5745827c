"""The deck as a PDF, in any of its printed forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import stop
from coursepack.outputs.htmldeck import Form, html_deck
from coursepack.outputs.output import Later, Made
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.outputs.htmldeck import Mode
    from coursepack.pack import PackPart
    from coursepack.render.handout import printing
else:
    printing = Later("coursepack.render.handout.printing")


def print_deck(  # noqa: PLR0913, PLR0917 what is printed, and how
    ready: Ready, unit: PackPart | None, paper: str, pages: bytes | None, mode: Mode, per: int = 3
) -> Made:
    """Print the deck; it has the layouts of coursepack, a school's own template or not.

    Raises:
        ContentError: a mistake in a template.
    """
    with reporting(ready.design.templates):
        made = html_deck(ready, unit, paper, pages, Form(mode, per))
        pdf, count, problems = printing.print_html(
            made.html,
            made.css,
            ready.pack.course.media,
            made.fonts,
            ready.pack.units[0].part.span,
            ready.design.templates,
        )
    stop(problems)
    return Made(pdf, f"{made.count} slides on {count} pages", tuple(problems))
