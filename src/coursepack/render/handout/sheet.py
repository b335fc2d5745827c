"""Style sheets, each read once in a process: units, copies and packs of courses are set by the same ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from tempfile import gettempdir
from typing import TYPE_CHECKING

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.fetch import BASE
from coursepack.render.handout.remembered import Lines
from coursepack.render.handout.selectors import known_selectors
from coursepack.run import store
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from coursepack.render.handout.fetch import CourseFetcher

# Where a sheet begins that many copies are set by; what stands before is a copy's own, and short.
_FACES = re.compile(r"^@font-face\b", re.MULTILINE)
# Of a course's pages, of its slides and of what goes with them.
_read = Recent["Sheet"](6)


@dataclass(frozen=True)
class Sheet:
    """Style sheets in their order, the faces and counters that they made known, and what the engine said of them.

    `lines` are those that were broken in these faces.
    """

    css: tuple[CSS, ...]
    fonts: FontConfiguration
    counters: CounterStyle
    said: tuple[str, ...]
    lines: Lines = field(default_factory=Lines)


def sheet(css: str, fetcher: CourseFetcher, said: list[str]) -> Sheet:
    """Read a style sheet; what follows its first face only if the same was not read lately. `said` is left as it was.

    Raises:
        FatalURLFetchingError: it names what may not be opened.
    """
    begins = _FACES.search(css)
    own, common = (css[: begins.start()], css[begins.start() :]) if begins else ("", css)
    # The faces lie among this run's temporary files, and go with them.
    name = store.key(common, gettempdir(), *fetcher.faces())
    shared = _read.get(name, lambda: _fresh(common, FontConfiguration(), fetcher, said))
    first = _fresh(own, shared.fonts, fetcher, said)
    counters = CounterStyle(first.counters | shared.counters)
    return Sheet(first.css + shared.css, shared.fonts, counters, first.said + shared.said, shared.lines)


def _fresh(css: str, fonts: FontConfiguration, fetcher: CourseFetcher, said: list[str]) -> Sheet:
    counters, before = CounterStyle(), len(said)
    with known_selectors():
        made = CSS(string=css, font_config=fonts, counter_style=counters, url_fetcher=fetcher, base_url=BASE)
    told = tuple(said[before:])
    del said[before:]
    return Sheet((made,), fonts, counters, told)
