"""HTML with a style of its own becomes a PDF: the pages of a deck, the list of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint import HTML

from coursepack.problem import Problem, Severity
from coursepack.render.handout import black
from coursepack.render.handout.capture import captured
from coursepack.render.handout.cutting import whole
from coursepack.render.handout.faces import known
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.freeing import freed
from coursepack.render.handout.join import joined
from coursepack.render.handout.linebreak import whole_runs
from coursepack.render.handout.log import listening
from coursepack.render.handout.sheet import sheet
from coursepack.render.handout.wholewords import whole_words
from coursepack.render.look.fontfile import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

    from coursepack.problem import Span


def print_html(  # noqa: PLR0913, PLR0917 what is printed, and what it is printed with
    html: str,
    css: str,
    media: Mapping[str, bytes],
    fonts: Iterable[str],
    at: Span,
    templates: Environment,
    *,
    is_black: bool = False,
) -> tuple[bytes, int, list[Problem]]:
    """Return the PDF, the number of its pages and WeasyPrint's complaints; `fonts` are files as themes name them.

    `is_black` is for black ink alone.

    Raises:
        ContentError: something may not be opened.
    """
    with listening(templates) as said:
        fetcher = CourseFetcher(media, addresses(fonts))
        style = sheet(css, fetcher, said)
        source = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        with freed(), whole_runs(), whole_words():
            laid = source.render(
                stylesheets=[style.css],
                font_config=style.fonts,
                counter_style=style.counters,
                pdf_variant="pdf/ua-1",
            )
        with freed(), black.only(is_black):
            piece = captured(laid, {})
        pdf = joined(whole(html).head, [piece], known(laid.fonts.values())[1])
    told = [Problem(at, "layout", message, "", Severity.WARNING) for message in dict.fromkeys([*style.said, *said])]
    return pdf, len(laid.pages), told
