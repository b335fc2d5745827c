"""HTML with a style of its own becomes a PDF: the pages of a deck, the list of a class."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.problem import Problem, Severity, Span
from coursepack.render.handout import tags
from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.log import Log
from coursepack.render.look.fontfile import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def print_html(
    html: str, css: str, media: Mapping[str, bytes], fonts: Iterable[str], at: Span
) -> tuple[bytes, int, list[Problem]]:
    """Return the PDF, the number of its pages and WeasyPrint's complaints; `fonts` are files as themes name them."""
    log, logger = Log(), logging.getLogger("weasyprint")
    logger.addHandler(log)
    level, logger.level = logger.level, logging.WARNING
    try:
        config = FontConfiguration()
        fetcher = CourseFetcher(media, addresses(fonts))
        style = CSS(string=css, font_config=config, url_fetcher=fetcher, base_url=BASE)
        source = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        laid = source.render(stylesheets=[style], font_config=config, pdf_variant="pdf/ua-1")
        pdf = tags.write(laid, {})
    finally:
        logger.removeHandler(log)
        logger.level = level
    told = [Problem(at, "layout", message, "", Severity.WARNING) for message in dict.fromkeys(log.said)]
    return pdf, len(laid.pages), told
