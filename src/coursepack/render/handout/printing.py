"""HTML with a style of its own becomes a PDF: the pages of a deck, the list of a class."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.render.handout import faces
from coursepack.render.handout.bench import Wanted
from coursepack.render.handout.cutting import apart
from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.join import joined
from coursepack.render.handout.laying import Laying
from coursepack.render.handout.log import listening
from coursepack.render.look.fontfile import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

    from coursepack.problem import Span
    from coursepack.render.handout.piece import Piece


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

    What is marked as a piece in the HTML is laid out apart, and kept: it begins on a page of its own, and its pages
    have no numbers. `is_black` is for black ink alone.

    Raises:
        ContentError: something may not be opened.
    """
    with listening(templates) as said:
        work = Laying(css, None, CourseFetcher(media, addresses(fonts)), {}, black=is_black)
        chunks = apart(html)
        pieces = _drawn(work, [Wanted(chunk.html) for chunk in chunks])
        foreign = list(faces.foreign(pieces, work.files, lambda _: at))
        # A face that is none of those that may be used is in no file.
        pdf = b"" if foreign else joined(chunks[0].head, pieces, work.files)
    heard = dict.fromkeys([*chain.from_iterable(piece.said for piece in pieces), *said])
    told = [Problem(at, "layout", message, "", Severity.WARNING) for message in heard]
    return pdf, sum(piece.pages for piece in pieces), [*told, *foreign]


def _drawn(work: Laying, wanted: list[Wanted]) -> list[Piece]:
    """Draw pieces that count no pages: each is drawn as the first of all, and stays the same wherever it stands."""
    while True:
        found = [work.drawn(one, 1) for one in wanted]
        if all(found):
            return [piece for piece in found if piece]
        work.wait()
