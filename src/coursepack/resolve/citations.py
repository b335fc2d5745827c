"""Citations and the bibliography, set by citeproc from a CSL style."""

from __future__ import annotations

import html
import json
import re
from dataclasses import astuple, replace
from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width
from warnings import catch_warnings, simplefilter

from citeproc import LOCALES_PATH, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import CitationStylesElement, Key
from citeproc.source.json import CiteProcJSON
from citeproc.string import MixedString

from coursepack.languages import language
from coursepack.load.tongues import TAG
from coursepack.pack import Work
from coursepack.replaced import replaced
from coursepack.run import inputs, store
from coursepack.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from coursepack.languages.labels import Labels

# citeproc asks the same of its style again for every part of every work. A style never changes, and asks it a hundred
# different things.
CitationStylesElement.xpath_search = lru_cache(maxsize=1024)(CitationStylesElement.xpath_search)

_KEYS = Key.sort_keys
_YEAR = re.compile(r"\d{4}$")
_ALLOWED = re.compile(r"&lt;(/?(?:i|b|sup|sub))&gt;")
# A sign after a letter of no Latin script, or between a figure and one; marks of HTML may stand between.
_OWN = r"[^\W\d_A-Za-z\u00aa-\u024f]"
_BESIDE_OWN = re.compile(
    rf"(?:(?<={_OWN})|(?<={_OWN}</[ib]>)|(?<=\d)(?=[.,:;] (?:<[ib]>)?{_OWN}))([.,:;])( |(?![\w/]))"
)
_WIDE = frozenset({"F", "W"})
_BARE_URL = re.compile(r"https?://[^\s<]+[^\s<.,;]")


def works(keys: Sequence[str], references: Sequence[Mapping[str, Any]], style: Path, labels: Labels) -> dict[str, Work]:
    """Return the cited works in the order of the bibliography.

    Args:
        keys: the works cited, in any order.
        references: CSL items.
        style: a CSL 1.0 style, author-date or short-title.
        labels: those of the language that the list is written and sorted in.
    """
    wanted = [_escaped(plain(item)) for item in references if item["id"] in set(keys)]
    if not wanted:
        return {}
    asked = json.dumps(wanted), style.read_bytes(), labels.tag, json.dumps([labels["alphabet"], labels["signs"]])
    made = store.kept(store.key("works", inputs.program(), *asked), lambda: _written(wanted, style, labels))
    return {key: Work(key, *said) for key, said in json.loads(made).items()}


def _written(wanted: Sequence[Mapping[str, Any]], style: Path, labels: Labels) -> bytes:
    """Write what all copies say of these works, by their keys in the order of the list."""
    made = (astuple(work) for work in _set(wanted, style, labels))
    return json.dumps({key: said for key, *said in made}).encode()


def _set(wanted: Sequence[Mapping[str, Any]], style: Path, labels: Labels) -> Iterator[Work]:
    """Yield the works as the style has them, in the order of the list."""
    # citeproc writes keys in small letters; these have none.
    names = {str(place): str(item["id"]) for place, item in enumerate(wanted)}
    with catch_warnings():
        # citeproc warns of every field that it does not know, such as Zotero's own.
        simplefilter("ignore")
        written = CitationStylesStyle(str(style), _locale(labels.tag), validate=False)
        bibliography = CitationStylesBibliography(written, CiteProcJSON(_renamed(wanted)), formatter.html)
        citations = {place: Citation([CitationItem(place)]) for place in names}
        for citation in citations.values():
            bibliography.register(citation)
        with _ordering(labels):
            bibliography.sort()
        short = {names[key]: _bare(bibliography.cite(one, lambda _item: None)) for key, one in citations.items()}
        order = [names[key] for key in bibliography.keys]
        said = (_signed(str(entry), labels["signs"]) for entry in bibliography.bibliography())
        entries = dict(zip(order, said, strict=True))
    made = (_work(key, short[key], entries[key], _suffix(key, short, list(entries))) for key in entries)
    titles = {str(item["id"]): _foreign(item, labels.tag) for item in wanted}
    return (_tagged(work, *titles[work.key]) for work in made)


def _signed(entry: str, signs: Mapping[str, str]) -> str:
    """Write a style's Latin signs as the language has them beside its own script; a wide one has its blank in it."""

    def sign(found: re.Match[str]) -> str:
        own = signs.get(found[1], found[1])
        return own if east_asian_width(own) in _WIDE else own + found[2]

    return _BESIDE_OWN.sub(sign, entry) if signs else entry


def _foreign(item: Mapping[str, Any], tag: str) -> tuple[str, str]:
    """Return the title of a work that is in another language, and that language."""
    own = str(item.get("language", "")).replace("_", "-")
    if not TAG.fullmatch(own) or language.chain(own)[-1] == language.chain(tag)[-1]:
        return "", ""
    return str(item.get("title", "")), own


def _tagged(work: Work, title: str, tag: str) -> Work:
    """Say the language of a title where an entry has it; a style may have written it otherwise."""
    if not title:
        return work
    marked = f'<span lang="{tag}">{title}</span>'
    return replace(work, entry=work.entry.replace(title, marked, 1), brief=work.brief.replace(title, marked, 1))


def _ordering(labels: Labels) -> AbstractContextManager[None]:
    """Have works sorted as the language sorts: citeproc compares what its style gives it letter by letter."""

    def keys(self: Key, items: Sequence[object], context: object) -> list[object]:
        found = _KEYS(self, items, context)
        return [labels.order(str(one)) if isinstance(one, str | MixedString) else one for one in found]

    return replaced(Key, sort_keys=keys)


@lru_cache
def _locale(tag: str) -> str | None:
    """Return citeproc's name of a language, with a country; nothing for the style's own, and for an unknown one."""
    known = {path.stem.removeprefix("locales-") for path in Path(LOCALES_PATH).glob("locales-*.xml")}
    usual = json.loads((Path(LOCALES_PATH) / "locales.json").read_text("utf-8"))["primary-dialects"]
    names = [name for one in language.chain(tag) for name in (one, usual.get(one, "")) if one != language.ENGLISH]
    return next((name for name in names if name in known), None)


def _renamed(wanted: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**item, "id": str(place)} for place, item in enumerate(wanted)]


def _suffix(key: str, short: Mapping[str, str], order: Sequence[str]) -> str:
    """Return the letter that tells works of one short form apart, in the order of the list: a, b, c."""
    same = [other for other in order if short[other] == short[key]]
    return ascii_lowercase[same.index(key) % len(ascii_lowercase)] if len(same) > 1 else ""


def _work(key: str, short: str, entry: str, suffix: str) -> Work:
    year = _YEAR.search(short)
    if suffix and year:
        short = f"{short}{suffix}"
        entry = entry.replace(year[0], f"{year[0]}{suffix}", 1)
    return Work(key, short, _linked(entry, short), _BARE_URL.sub("", entry).strip())


def _escaped(value: Any) -> Any:  # noqa: ANN401 CSL items are plain data
    """Make text of what would be markup; CSL allows a few tags for italics, bold and small letters."""
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    return _ALLOWED.sub(r"<\1>", html.escape(value, quote=False)) if isinstance(value, str) else value


def _bare(cluster: Any) -> str:  # noqa: ANN401 citeproc gives a text or a list of texts
    text = "".join(str(piece) for piece in cluster) if isinstance(cluster, list) else str(cluster)
    return text.removeprefix("(").removesuffix(")")


def _linked(entry: str, short: str) -> str:
    """Make the address of an entry a link.

    An address is printed so that a reader can type it, unless it only repeats the short form.
    """
    found = _BARE_URL.search(entry)
    if not found:
        return entry
    address = html.escape(html.unescape(found[0]))
    if short in found[0] and entry.startswith(short):
        rest = _BARE_URL.sub("", entry.removeprefix(short)).strip()
        return f'<a href="{address}">{short}</a>{"" if rest.startswith(".") else " "}{rest}'
    return _BARE_URL.sub(f'<a href="{address}">{found[0]}</a>', entry)
