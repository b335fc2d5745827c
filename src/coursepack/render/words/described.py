"""What is heard of a chart or a diagram: its author's words, or else the numbers and arrows that it shows.

Signs stand where a sentence would have verbs, so that it is right in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.blocks.diagram import Diagram
from coursepack.languages.number import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.blocks.chart import Chart
    from coursepack.chart import Series
    from coursepack.pack import Pack

# Of a longer row of numbers its ends are heard, and its least and greatest.
_MOST = 12
_ARROWS = {"->": "→", "<->": "↔", "--": "–"}  # noqa: RUF001 a line between two boxes


def described(block: Chart | Diagram, pack: Pack) -> str:
    """Return the alternative text of a chart or diagram."""
    if block.alt:
        return block.alt
    said = _arrows(block) if isinstance(block, Diagram) else _numbers(block, pack)
    title = block.title.plain() if block.title else ""
    return f"{title}{pack.labels['colon'] if title else ''}{'; '.join(said)}"


def _arrows(block: Diagram) -> Iterator[str]:
    joined = {name for edge in block.edges for name in (edge.start, edge.end)}
    yield from (words for name, words in block.nodes.items() if name not in joined)
    for edge in block.edges:
        arrow = f"{block.nodes[edge.start]} {_ARROWS[edge.kind]} {block.nodes[edge.end]}"
        yield f"{arrow}: {edge.text}" if edge.text else arrow


def _numbers(block: Chart, pack: Pack) -> Iterator[str]:
    chart = block.chart(pack.course.tables, pack.course.file.language, pack.labels)
    yield chart.unit
    for series in chart.series:
        named = f"{series.name}{pack.labels['colon']}" if len(chart.series) > 1 else ""
        values = [(chart.categories[number], (series.values[number] or 0) / chart.divide) for number in _heard(series)]
        yield named + ", ".join(f"{name} {written(value, chart.language)}" for name, value in values)


def _heard(series: Series) -> Sequence[int]:
    """Return the places of the values that are heard."""
    known = [number for number, value in enumerate(series.values) if value is not None]
    if len(known) <= _MOST:
        return known
    ranked = sorted(known, key=lambda number: series.values[number] or 0)
    return sorted({known[0], known[-1], ranked[0], ranked[-1]})
