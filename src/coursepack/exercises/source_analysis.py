"""Questions on a text whose lines are numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pydantic import Field

from coursepack.exercise import Parted
from coursepack.model import Id
from coursepack.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.text import Rich
    from coursepack.values import Text

_WIDEST = 80
# "line 3", "lines 3-5", "lines 3 and 5", with a language's own words.
_LINE = r"\b(?:{words})\s+(\d+)(?:\s*(?:[-\u2013]|\b\w{{1,3}}\b)\s*(\d+))?"


class SourceAnalysis(Parted):
    """Questions on a text, printed as it is written, with its lines numbered."""

    source: str = Field(min_length=1, description="The text itself, after `source: |`: at most 80 characters a line")
    cite: Id | None = Field(None, description="The work that it comes from")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, as they are printed."""
        return tuple(self.source.rstrip("\n").split("\n"))

    def faults(self) -> Iterator[Problem]:
        """The lines are short."""
        yield from super().faults()
        for number, line in enumerate(self.lines):
            if len(line) > _WIDEST:
                at, message = self._line_at(number, len(line)), f"this line has {len(line)} characters"
                yield Problem(at, "long-line", message, f"Break it: at most {_WIDEST} characters are printed")

    def nowhere(self, words: Sequence[str]) -> Iterator[Problem]:
        """Each line that the stem or a part names is there; `words` are those that a language calls a line."""
        line = re.compile(_LINE.format(words="|".join(map(re.escape, words))), re.IGNORECASE)
        yield from self._nowhere(line, self.text, "text")
        for number, part in enumerate(self.parts):
            yield from self._nowhere(line, part.text, "parts", number, "text")

    def _nowhere(self, line: re.Pattern[str], text: Rich, *path: str | int) -> Iterator[Problem]:
        last = len(self.lines)
        for found in line.finditer(text.plain()):
            if not all(1 <= int(number) <= last for number in found.groups() if number):
                message = f"“{found[0]}” is not there: the source ends with line {last}"
                yield Problem(self.at(*path), "unknown-line", message, f"Use a number from 1 to {last}")

    def _line_at(self, number: int, length: int) -> Span:
        written = cast("Text | None", self.written("source"))
        if written is None:
            return self.at("source")
        first = written.span
        return Span(first.file, first.line + number, first.column, length)
