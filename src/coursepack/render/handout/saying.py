"""References that say pages: where they lead, and what they say where that is on another opening.

The markup has one as `<span id="from-1" data-far="#to"> (p. {page})</span>`. A range leads to its two ends and to what
tells where the last of these ends: `data-far="#first #last #before.next #next"`, with what it says of one page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_SAYING = re.compile(
    r'<span id="(?P<name>from-\d+)" data-far="(?P<leads>[^"]*)"(?: data-one="(?P<one>[^"]*)")?'
    r'(?: data-near="(?P<near>[^"]*)")?>(?P<said>[^<]*)</span>'
)
# What stands for a number in what is said.
_NUMBER = re.compile(r"\{(?=(?:first|page)\})")
# So many of the anchors are those of what is named.
_ENDS = 2
# Stands for a number that is not known yet.
UNKNOWN = 100


@dataclass(frozen=True)
class Saying:
    """A reference that says pages: its own anchor, those that it leads to, and what is said of a page or of some."""

    name: str
    leads: tuple[str, ...]
    one: str
    said: str

    @property
    def ends(self) -> tuple[str, ...]:
        """The anchors of what is named."""
        return self.leads[:_ENDS]

    def away(self, pages: Mapping[str, int]) -> bool:
        """Tell whether it leads to another opening than its own: a left page and the right one beside it are one."""
        here, there = pages.get(self.name, 0), [pages.get(lead, 0) for lead in self.ends]
        return bool(here) and all(there) and any(here // 2 != page // 2 for page in there)

    def words(self, pages: Mapping[str, int]) -> str:
        """Return what it says."""
        ends = [pages.get(lead) or UNKNOWN for lead in self.ends]
        until = next((pages[lead] for lead in self.leads[_ENDS:] if pages.get(lead)), ends[-1])
        first, last = min(ends), max(*ends, until)
        said = self.said if last > first else self.one
        return said.replace("{first}", str(first)).replace("{page}", str(last))


def sayings(html: str) -> Iterator[Saying]:
    """Yield the references of a text that say pages."""
    yield from map(_read, _SAYING.finditer(html))


def said(html: str, pages: Mapping[str, int], far: Collection[str]) -> str:
    """Write what references say that are `far`, and what stands in the place of it in the others."""

    def word(found: re.Match[str]) -> str:
        one = _read(found)
        return f'<span id="{one.name}">{one.words(pages) if one.name in far else found["near"] or ""}</span>'

    return _SAYING.sub(word, html)


def counted_apart(html: str, folio: str) -> str:
    """Put what numbers of pages have before them into references that say some."""
    return _SAYING.sub(lambda found: _NUMBER.sub(f"{escape(folio)}{{", found[0]), html)


def _read(found: re.Match[str]) -> Saying:
    leads = tuple(unescape(lead).removeprefix("#") for lead in found["leads"].split())
    return Saying(found["name"], leads, found["one"] or found["said"], found["said"])
