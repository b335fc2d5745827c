"""Citations and the bibliography, set by citeproc from a CSL style."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from coursepack.load.values import plain
from coursepack.pack import Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_BARE_URL = re.compile(r"https?://[^\s<]+[^\s<.,;]")


def works(keys: Sequence[str], references: Sequence[Mapping[str, Any]], style: Path) -> dict[str, Work]:
    """Return the cited works in the order of the bibliography.

    Args:
        keys: the works cited, in any order.
        references: CSL items.
        style: a CSL 1.0 style, author-date or short-title.
    """
    wanted = [plain(item) for item in references if item["id"] in set(keys)]
    if not wanted:
        return {}
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(str(style), validate=False), CiteProcJSON(wanted), formatter.html
    )
    citations = {item["id"]: Citation([CitationItem(item["id"])]) for item in wanted}
    for citation in citations.values():
        bibliography.register(citation)
    bibliography.sort()
    short = {key: _bare(bibliography.cite(citation, lambda _item: None)) for key, citation in citations.items()}
    entries = bibliography.bibliography()
    return {
        key: Work(key, short[key], _linked(str(entry), short[key]), _BARE_URL.sub("", str(entry)).strip())
        for key, entry in zip(bibliography.keys, entries, strict=True)
    }


def _bare(cluster: Any) -> str:  # noqa: ANN401 citeproc gives a text or a list of texts
    text = "".join(str(piece) for piece in cluster) if isinstance(cluster, list) else str(cluster)
    return text.removeprefix("(").removesuffix(")")


def _linked(entry: str, short: str) -> str:
    """Make the address of an entry a link.

    An address is printed so that a reader can type it, unless it only repeats the short form (a document symbol).
    """
    found = _BARE_URL.search(entry)
    if not found:
        return entry
    address = html.escape(html.unescape(found[0]))
    if short in found[0] and entry.startswith(short):
        rest = _BARE_URL.sub("", entry.removeprefix(short)).strip()
        return f'<a href="{address}">{short}</a>{"" if rest.startswith(".") else " "}{rest}'
    return _BARE_URL.sub(f'<a href="{address}">{found[0]}</a>', entry)
