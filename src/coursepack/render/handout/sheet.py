"""Style sheets, each read once in a process: units, copies and packs of a course are set by the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from tempfile import gettempdir
from typing import TYPE_CHECKING

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from coursepack import store
from coursepack.render.handout.fetch import BASE

if TYPE_CHECKING:
    from coursepack.render.handout.fetch import CourseFetcher

# Sheets that are kept: those of a course's pages, of its slides and of what goes with them.
_MOST = 6
_read: dict[str, Sheet] = {}


@dataclass(frozen=True)
class Sheet:
    """A style sheet, the faces and counters that it has made known, and what the engine said of it."""

    css: CSS
    fonts: FontConfiguration
    counters: CounterStyle
    said: tuple[str, ...]


def sheet(css: str, fetcher: CourseFetcher, said: list[str]) -> Sheet:
    """Read a style sheet, or return what was read of the same with the same faces; `said` is left as it was.

    Raises:
        FatalURLFetchingError: it names what may not be opened.
    """
    # The faces lie among this run's temporary files, and go with them.
    name = store.key(css, gettempdir(), *fetcher.faces())
    found = _read.pop(name, None) or _fresh(css, fetcher, said)
    _read[name] = found
    while len(_read) > _MOST:
        del _read[next(iter(_read))]
    return found


def _fresh(css: str, fetcher: CourseFetcher, said: list[str]) -> Sheet:
    fonts, counters, before = FontConfiguration(), CounterStyle(), len(said)
    made = CSS(string=css, font_config=fonts, counter_style=counters, url_fetcher=fetcher, base_url=BASE)
    told = tuple(said[before:])
    del said[before:]
    return Sheet(made, fonts, counters, told)
