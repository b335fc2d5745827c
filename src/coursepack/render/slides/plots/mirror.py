"""A chart for a language that is read from right to left: its axis along the foot begins at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursepack.render.slides.plots.plot import Label, Plot, Row

_OTHER = {"l": "r", "r": "l"}


def mirrored(plot: Plot) -> Plot:
    """Return a plot as one sees it from behind; the parts of a pie follow each other clockwise everywhere."""
    if plot.kind == "pie":
        return plot
    left, top, width, height = plot.inner
    return replace(
        plot,
        inner=(1 - left - width, top, width, height),
        rows=tuple(map(_row, plot.rows)),
        names=tuple(map(_row, plot.names)),
        apart=plot.apart and _row(plot.apart),
        totals=plot.totals and _row(plot.totals),
        ticks=plot.ticks and _row(plot.ticks),
        feet=plot.feet and _row(plot.feet),
        leftward=True,
    )


def _row(row: Row) -> Row:
    return replace(row, labels=tuple(map(_label, row.labels)))


def _label(label: Label) -> Label:
    shift = label.shift and (-label.shift[0], label.shift[1])
    return replace(label, position=_OTHER.get(label.position, label.position), shift=shift)
