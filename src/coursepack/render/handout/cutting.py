"""Cuts a document where templates say that it may be, into pieces that can be laid out apart.

A template marks with `<!-- piece -->` where a part of the document begins, and with `<!-- body -->` where the opener of
such a part ends. It is cut there only if the style sheet begins a new page there: a theme may have it otherwise. What
is counted or named over the whole document by a style sheet is not known in a piece: with such a style sheet there is
one piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from coursepack.render.handout import saying
from coursepack.render.handout.saying import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coursepack.render.handout.saying import Saying

PIECE, _BODY = "<!-- piece -->", "<!-- body -->"
_TAG = re.compile(r"\s*<(\w+)((?:\s[^>]*)?)>")
_PRINTED = re.compile(r'\bdata-to="#([^"]*)"')
# Rows that stand in the order of their pages.
_BY_PAGE, _ROW = re.compile(r"(?<=<!-- by page -->).*?(?=<!-- so far -->)", re.DOTALL), re.compile(r"(?=<p\b)")
ANCHOR = re.compile(r'\bid="([^"]*)"')
# What crosses pieces: counters but that of pages, what is taken from a target but its page, strings but our own.
_CROSSING = re.compile(
    r"counter-(?:increment|set|reset)|counters\(|(?<![\w-])counter\(\s*(?!page\s*[,)])|target-text|target-counters"
    r"|string\(\s*(?!(?:head|section|letters|answered|going)\b)|element\("
)
_TARGET = re.compile(r"target-counter\(")
# So many rules of ours print the page of a target.
_OURS = 2
# Where a new page begins, and on which side.
_SIDES = {"page": "", "right": "recto", "left": "verso", "recto": "recto", "verso": "verso"}


@dataclass(frozen=True)
class Chunk:
    """A piece of a document as HTML: what is before it in the document, itself, and the side that it begins on."""

    head: str
    body: str
    side: str = ""

    @property
    def html(self) -> str:
        """The piece as a document."""
        return f"{self.head}{self.body}</body></html>"

    def printed(self) -> list[str]:
        """Return the anchors whose pages it prints."""
        return [unescape(name) for name in _PRINTED.findall(self.body)]

    def sayings(self) -> list[Saying]:
        """Return its references in texts that may say a page."""
        return [*saying.sayings(self.body)]

    def anchors(self) -> set[str]:
        """Return the anchors in it."""
        return {unescape(name) for name in ANCHOR.findall(self.body)}

    def numbered(self, known: Collection[str], pages: Mapping[str, int], far: Collection[str] = ()) -> Chunk:
        """Write the pages of anchors into it, as far as there are such anchors; those of references that are `far`.

        `pages` are in the order in which their anchors stand.
        """
        places = {name: place for place, name in enumerate(pages)}

        def number(found: re.Match[str]) -> str:
            name = unescape(found[1])
            return f'{found[0]} data-page="{pages.get(name, UNKNOWN)}"' if name in known else found[0]

        def place(row: str) -> int:
            return next((places.get(unescape(name), 0) for name in _PRINTED.findall(row)), -1)

        body = _BY_PAGE.sub(lambda found: "".join(sorted(_ROW.split(found[0]), key=place)), self.body)
        return replace(self, body=saying.said(_PRINTED.sub(number, body), pages, far))


def cut(html: str, css: str, styles: Callable[[str], Mapping[int, tuple[str, str]]]) -> list[Chunk]:
    """Cut a document; `styles` lays HTML out and returns what `data-probe` elements say of breaks before and after."""
    all_of_it = whole(html)
    head, body = all_of_it.head, all_of_it.body
    parts = [part for part in body.split(PIECE) if part.strip()]
    if _crossing(css) or (len(parts) == 1 and _BODY not in body):
        return [Chunk(head, body.replace(PIECE, "").replace(_BODY, ""))]
    found = styles(f"{head}{''.join(_probes(parts))}</body></html>")
    chunks: list[Chunk] = []
    for place, part in enumerate(parts):
        side = _SIDES.get(found.get(2 * place, ("", ""))[0])
        opens = _SIDES.get(found.get(2 * place + 1, ("", ""))[1]) is not None
        if chunks and side is None:
            chunks[-1] = replace(chunks[-1], body=chunks[-1].body + part.replace(_BODY, ""))
        else:
            chunks += _opened(Chunk(head, part, side or ""), opens=opens)
    return chunks


def apart(html: str) -> list[Chunk]:
    """Cut a document at its marks, whatever its style sheet says: each part is pages of its own, and counts none."""
    all_of_it = whole(html)
    return [Chunk(all_of_it.head, part) for part in all_of_it.body.split(PIECE) if part.strip()]


def whole(html: str) -> Chunk:
    """Return a document as one piece."""
    start = html.index(">", html.index("<body")) + 1
    return Chunk(html[:start], html[start : html.rindex("</body>")])


def _crossing(css: str) -> bool:
    """Tell whether a style sheet asks for what a piece can't know."""
    return bool(_CROSSING.search(css)) or len(_TARGET.findall(css)) > _OURS


def _probes(parts: Sequence[str]) -> list[str]:
    """Return each part with nothing in it but its opener."""
    return [_probe(2 * place, part) for place, part in enumerate(parts)]


def _probe(number: int, part: str) -> str:
    found = _TAG.match(part)
    if not found:
        return ""
    inner = _TAG.match(part, found.end()) if _BODY in part else None
    inside = f'<{inner[1]}{inner[2]} data-probe="{number + 1}">x</{inner[1]}>' if inner else "x"
    return f'<{found[1]}{found[2]} data-probe="{number}">{inside}</{found[1]}>'


def _opened(chunk: Chunk, *, opens: bool) -> list[Chunk]:
    """Cut an opener off, if a new page begins after it; what follows stands in an element of the same kind."""
    opener, mark, rest = chunk.body.partition(_BODY)
    found = _TAG.match(chunk.body)
    if not mark or not found or not opens or not rest.removesuffix("\n").removesuffix(f"</{found[1]}>").strip():
        return [replace(chunk, body=opener + rest)]
    begin = chunk.body[: found.end()].replace('class="', 'class="on ', 1)
    return [replace(chunk, body=f"{opener}</{found[1]}>"), replace(chunk, body=begin + rest, side="")]
