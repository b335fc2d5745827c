"""A number in a sentence that is not the one of the chart that it tells of.

Tied are a chart's own texts, its speaker notes, what refers to it and to no other, and what exercises ask and answer
about it; in them a number with its year ("78 in 1993", as the language has it) or beside its name ("Nepal 5,350"). It
is the same if it is less than a unit of its last digit away ("about 78,000" is 77,651). What is less than half or more
than double is another quantity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.blocks.chart import Chart
from coursepack.judge.prose import runs
from coursepack.languages import language
from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.block import Block
    from coursepack.languages.labels import Labels
    from coursepack.languages.language import Marks
    from coursepack.pack import Pack
    from coursepack.problem import Span
    from coursepack.text import Rich

_HALF, _DOUBLE = 0.5, 2.0


@dataclass(frozen=True)
class _Told:
    """What a text says of a chart's name: where its number stands, and the chart's own value."""

    start: int
    end: int
    number: str
    name: str
    value: float


@dataclass(frozen=True)
class _Known:
    """A chart's values by what stands along its axis, and how sentences of a language tie numbers to that."""

    values: Mapping[str, tuple[float, ...]]
    patterns: tuple[re.Pattern[str], ...]
    signs: Marks

    def differing(self, words: str) -> Iterator[_Told]:
        """Yield what the chart has otherwise."""
        for found in (found for pattern in self.patterns for found in pattern.finditer(words)):
            value, unit = self._read(found["number"])
            near = min(self.values[found["name"]], key=lambda one: abs(one - value))
            if abs(near - value) >= unit and value and _HALF < near / value < _DOUBLE:
                yield _Told(*found.span("number"), found["number"], found["name"], near)

    def _read(self, number: str) -> tuple[float, float]:
        """Return a number, and a unit of its last digit that is no 0."""
        plain = number.replace(self.signs.thousands, "").replace(self.signs.point, ".")
        whole, _, part = plain.partition(".")
        zeros = len(whole) - len(whole.rstrip("0"))
        return float(plain), 10.0 ** (-len(part) if part else zeros)


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the numbers that differ from their chart."""
    blocks = [block for part in pack.course.parts() for block in part.blocks()]
    tied = _tied(blocks)
    for chart in (block for block in blocks if isinstance(block, Chart) and block.data in pack.course.tables):
        known = _known(chart, pack)
        yield from (_problem(chart.at("alt"), told) for told in known.differing(chart.alt or ""))
        for run in runs([*chart.texts(), *tied.get(str(chart.id), ())]):
            yield from (_problem(run.at(told.start, told.end), told) for told in known.differing(run.words))


def _problem(at: Span, told: _Told) -> Problem:
    message = f"“{told.number}” stands here for {told.name}, where the chart has {told.value:g}"
    return Problem(at, "numbers-differ", message, "Correct the one that is wrong", Severity.WARNING)


def _tied(blocks: Iterable[Block]) -> Mapping[str, list[Rich]]:
    """Return by its id the texts that tell of something and of nothing else: they name it, or their exercise does."""
    found: defaultdict[str, list[Rich]] = defaultdict(list)
    for block in blocks:
        about = {name for _, name, _ in block.leads()}
        for text in block.texts():
            names = about or {token.meta["id"] for token, _ in text.marks("ref")} - {block.id}
            if len(names) == 1:
                found[next(iter(names))].append(text)
    return found


def _known(chart: Chart, pack: Pack) -> _Known:
    drawn = chart.chart(pack.course.tables, pack.labels.tag, pack.labels)
    values: dict[str, tuple[float, ...]] = {}
    for place, name in enumerate(drawn.categories):
        own = [value for one in drawn.series if (value := one.values[place]) is not None]
        values[name] = tuple(scaled for value in own for scaled in (value, value / chart.divide))
    values = {name: found for name, found in values.items() if name and found}
    return _Known(values, tuple(_patterns(values, pack.labels)), language.marks(pack.labels.tag))


def _patterns(names: Iterable[str], labels: Labels) -> Iterator[re.Pattern[str]]:
    """Yield patterns of a number and one of the names of an axis: a year as the language says it, or a word."""
    signs = language.marks(labels.tag)
    marks = re.escape(signs.point + signs.thousands)
    number = rf"(?<![\w{marks}])(?P<number>\d(?:[\d{marks}]*\d)?)(?![\w%]|[{marks}]\d)"
    years, words = (_either(one for one in names if one.isdecimal() is is_year) for is_year in (True, False))
    if years:
        said = re.escape(labels["in_year"]).replace(re.escape("{number}"), rf"{number}(?:\s\w+)?")
        yield re.compile(said.replace(re.escape("{year}"), rf"(?<!\d)(?P<name>{years})(?!\w|[.,]\d)"))
    if words:
        yield re.compile(rf"(?<!\w)(?P<name>{words})(?::\s|\s\(|\s){number}")


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
