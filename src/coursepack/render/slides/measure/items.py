"""What a text may be cut into, and what it is put together from again. Pure; measures with what it is given.

A bullet stays with its sub-points, a head with what it heads, and a paragraph is one thing, unless it is higher than a
slide by itself. Then a bullet is cut between its sub-points and repeated above them; a paragraph between sentences; a
sentence between words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coursepack.render.slides.inline import Run
from coursepack.render.slides.measure.fit import level_of
from coursepack.render.slides.measure.split import AIR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.slides.inline import Paragraph
    from coursepack.render.slides.layouts import Level
    from coursepack.render.slides.measure.fit import Ruler
    from coursepack.render.slides.measure.lines import Gauge, Piece

# What it costs to begin a slide there, in heights of a slide squared: between words it is dearest.
_BETWEEN_POINTS, _BETWEEN_SENTENCES, _BETWEEN_WORDS, _AFTER_HEAD = 0.04, 0.05, 0.3, 0.6

# A head that takes more of a slide than this is not repeated.
_HEAD = 0.4

_SENTENCE = re.compile(r"[.!?\u2026\u061f\u3002\uff01\uff1f][\"\u201d\u2019\u00bb)\]\u300d\u300f]*\s*$")


@dataclass(frozen=True)
class Item:
    """What is not cut: paragraphs, or a part of one.

    `heads` are repeated above it where a slide begins with it; `glued` to what comes before, it goes on in the same
    paragraph; `price` is what it costs to begin a slide with it.
    """

    paragraphs: tuple[Paragraph, ...]
    heads: tuple[Paragraph, ...] = ()
    glued: bool = False
    price: float = 0.0


@dataclass(frozen=True)
class Bench:
    """What a text is cut with: its ruler, the levels at the floor, and the height of a slide in points."""

    ruler: Ruler
    levels: tuple[Level, ...]
    room: float

    def below(self, head: Sequence[Paragraph]) -> Bench:
        """Return the bench for what stands below a head, if there is one."""
        # The space below a text counts only where more follows.
        twice = self.ruler.measure([*head, *head], self.levels).height if head else 0.0
        return replace(
            self, room=self.room - twice + self.ruler.measure(head, self.levels).height if head else self.room
        )

    def holds(self, text: Sequence[Paragraph], share: float = 1.0) -> bool:
        """Say whether a slide, or a share of one, holds a text at the floor."""
        return self.ruler.measure(text, self.levels).height <= self.room * share + AIR


def cut(text: Sequence[Paragraph], bench: Bench) -> list[Item]:
    """Cut a text into as few things as can stand on a slide each."""
    found: list[Item] = []
    head: list[Paragraph] = []
    groups = list(_groups(numbered(text)))
    for group, after in zip(groups, [*groups[1:], []], strict=True):
        if after and heads(group) and not heads(after):
            head = group
            continue
        first, *others = _cut_group(group, bench.below(head))
        found += [replace(first, paragraphs=(*head, *first.paragraphs)), *others]
        head = []
    return found


def heads(group: Sequence[Paragraph]) -> bool:
    """Tell whether a paragraph heads what follows: a line that is all bold, and marks no answer."""
    return len(group) == 1 and not group[0].marker and all(run.bold and not run.colour for run in group[0].runs)


def numbered(text: Sequence[Paragraph]) -> list[Paragraph]:
    """Give the items of numbered lists their numbers: on a later slide they go on from there."""
    found, counts = [], Counter[int]()
    for paragraph in text:
        for deeper in [level for level in counts if level > paragraph.level]:
            del counts[deeper]
        if paragraph.marker == "number":
            counts[paragraph.level] = paragraph.number or counts[paragraph.level] + 1
            found.append(replace(paragraph, number=counts[paragraph.level]))
        else:
            del counts[paragraph.level]
            found.append(paragraph)
    return found


def _groups(text: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield each paragraph of the outermost level with what is below it."""
    outer = min((paragraph.level for paragraph in text), default=1)
    starts = [number for number, paragraph in enumerate(text) if paragraph.level <= outer or number == 0]
    for start, end in pairwise([*starts, len(text)]):
        yield list(text[start:end])


def _cut_group(group: Sequence[Paragraph], bench: Bench) -> Iterator[Item]:
    if bench.holds(group):
        yield Item(tuple(group))
        return
    heads: dict[int, Paragraph] = {}
    for number, paragraph in enumerate(group):
        heads = {level: head for level, head in heads.items() if level < paragraph.level}
        above = tuple(heads.values()) if bench.holds([*heads.values()], _HEAD) else ()
        price = 0.0 if number == 0 else _AFTER_HEAD if group[number - 1].level < paragraph.level else _BETWEEN_POINTS
        if bench.holds([*above, paragraph]):
            yield Item((paragraph,), above, price=price)
        else:
            yield from _cut_paragraph(paragraph, bench, price)
        heads[paragraph.level] = paragraph


def _cut_paragraph(paragraph: Paragraph, bench: Bench, price: float) -> Iterator[Item]:
    """Cut a paragraph that is higher than a slide between its sentences, and such a sentence between its lines."""
    measured = bench.ruler.gauge(paragraph)
    for start, end, whole in _stretches(measured, paragraph, bench):
        part = replace(paragraph, runs=_runs(measured.pieces[start:end]), continued=start > 0)
        dear = price if start == 0 else _BETWEEN_SENTENCES if whole else _BETWEEN_WORDS
        yield Item((part,), glued=start > 0, price=dear)


def _stretches(measured: Gauge, paragraph: Paragraph, bench: Bench) -> Iterator[tuple[int, int, bool]]:
    """Yield from which piece to which a paragraph may stay together, and whether a sentence begins there."""
    ends = [n + 1 for n, piece in enumerate(measured.pieces) if piece and _SENTENCE.search(piece[-1][0])]
    for start, end in pairwise(sorted({0, *ends, len(measured.pieces)})):
        sentence = replace(paragraph, runs=_runs(measured.pieces[start:end]))
        if bench.holds([sentence]):
            yield start, end, True
            continue
        room = bench.ruler.room(paragraph, bench.levels)
        lines = bench.ruler.gauge(sentence).starts(level_of(paragraph, bench.levels).size, room)
        for first, last in pairwise([*lines, end - start]):
            yield start + first, start + last, first == 0


def _runs(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Join the pieces of a paragraph again; neighbours of one look become one run."""
    found: list[Run] = []
    for piece in pieces:
        # A forced break is an empty piece.
        for text, run in piece or (("\n", Run("\n")),):
            same = found and replace(run, text="") == replace(found[-1], text="")
            if same and "\n" not in (text, found[-1].text):
                found[-1] = replace(run, text=found[-1].text + text)
            else:
                found.append(replace(run, text=text))
    return tuple(found)


def rows(items: Sequence[Item], ruler: Ruler) -> list[tuple[Paragraph, Gauge]]:
    """Return the paragraphs of a slide measured, without putting glued ones together: that costs time."""
    found = [(head, ruler.gauge(head)) for head in items[0].heads]
    for number, item in enumerate(items):
        if item.glued and number:
            paragraph, before = found.pop()
            found.append((paragraph, before + ruler.gauge(item.paragraphs[0])))
        else:
            found += [(paragraph, ruler.gauge(paragraph)) for paragraph in item.paragraphs]
    return found


def join(items: Sequence[Item]) -> tuple[Paragraph, ...]:
    """Put the paragraphs of a slide together again."""
    found = [*items[0].heads]
    for number, item in enumerate(items):
        if item.glued and number:
            found[-1] = replace(found[-1], runs=_merged(found[-1].runs + item.paragraphs[0].runs))
        else:
            found += item.paragraphs
    return tuple(_trimmed(paragraph) for paragraph in found)


def _merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    return _runs([((run.text, run),) for run in runs])


def _trimmed(paragraph: Paragraph) -> Paragraph:
    """Take the blank away that a cut leaves at the end."""
    last = paragraph.runs[-1]
    if not last.text.endswith(" "):
        return paragraph
    return replace(paragraph, runs=(*paragraph.runs[:-1], replace(last, text=last.text.rstrip(" "))))
