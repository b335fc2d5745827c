"""The deck as a PDF, in any of its printed forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs.output import Later, Made

if TYPE_CHECKING:
    from coursepack import build
    from coursepack.build import Ready
    from coursepack.outputs import htmldeck
    from coursepack.outputs.htmldeck import Mode
    from coursepack.pack import PackPart
    from coursepack.render.handout import printing
    from coursepack.render.look import templates
else:
    build, templates = Later("coursepack.build"), Later("coursepack.render.look.templates")
    htmldeck, printing = Later("coursepack.outputs.htmldeck"), Later("coursepack.render.handout.printing")


def print_deck(  # noqa: PLR0913, PLR0917 what is printed, and how
    ready: Ready, unit: PackPart | None, paper: str, pages: bytes | None, mode: Mode, per: int = 3
) -> Made:
    """Print the deck; it has the layouts of coursepack, a school's own template or not.

    Raises:
        ContentError: a mistake in a template.
    """
    with templates.reporting(ready.design.templates):
        made = htmldeck.html_deck(ready, unit, paper, pages, htmldeck.Form(mode, per))
        pdf, count, problems = printing.print_html(
            made.html,
            made.css,
            ready.pack.course.media,
            made.fonts,
            ready.pack.units[0].part.span,
            ready.design.templates,
        )
    build.stop(problems)
    return Made(pdf, f"{made.count} slides on {count} pages", tuple(problems))
