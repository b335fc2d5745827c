"""What a slide holds, in plain values: texts, pictures, tables and drawings. Knows nothing of PowerPoint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.blocks.map import Map
    from coursepack.chart import Chart
    from coursepack.problem import Span
    from coursepack.render.figures.graph import Graph
    from coursepack.render.slides.inline import Paragraph


@dataclass(frozen=True)
class Text:
    """The paragraphs of a text placeholder, or of a table's cell.

    A cell may take several columns (`across`); one that another covers is empty and says so by the sign `join`, "^"
    or "<".
    """

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    join: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture of the course and its alternative text; decorative where that is empty."""

    source: str
    alt: str
    crop: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    # Where it leads, if it leads anywhere.
    href: str = ""
    # Where its author wrote it, if that is not where the slide is written.
    at: Span | None = None


@dataclass(frozen=True)
class Table:
    """Cells by row; relative column widths, or none to measure them.

    `row_heads` says that the first cells are the heads of their rows.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]
    alt: str
    row_heads: bool = True

    @property
    def all_rows(self) -> tuple[tuple[Text, ...], ...]:
        """The head, if there is one, and the rows."""
        return (self.head, *self.rows) if self.head else self.rows

    def is_head(self, row: int, column: int) -> bool:
        """Tell whether a cell is a head: such are bold, and a screen reader says them before others."""
        return (bool(self.head) and row == 0) or (self.row_heads and column == 0)


@dataclass(frozen=True)
class ChartFigure:
    """A chart with its alternative text."""

    chart: Chart
    alt: str


@dataclass(frozen=True)
class Event:
    """A labelled date (a year with its fraction) in lane 1 (above) or 2 (below), whose dot is open or full."""

    date: float
    lane: int
    head: str
    text: str
    full: bool = True


@dataclass(frozen=True)
class Era:
    """A remark above the axis."""

    date: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """Events and eras on one axis."""

    events: tuple[Event, ...]
    eras: tuple[Era, ...]
    alt: str


@dataclass(frozen=True)
class Equation:
    """An equation by itself."""

    latex: str
    alt: str


@dataclass(frozen=True)
class DiagramFigure:
    """A diagram of boxes and arrows with its alternative text."""

    graph: Graph
    alt: str


@dataclass(frozen=True)
class NoFigure:
    """A key that no chart or diagram has, and those that there are."""

    key: str
    known: tuple[str, ...]


@dataclass(frozen=True)
class Panels:
    """Pictures side by side, each with the words under it."""

    pictures: tuple[Picture, ...]
    labels: tuple[Text, ...]


@dataclass(frozen=True)
class Choices:
    """What is to be chosen, judged or put in order, a box each, in the order of its letters.

    `marks` are what answers them: words, "✓" for a tick, or nothing; none in a copy without answers. Those of
    `apart` come a click each. `said` is what a tick is read out as.
    """

    items: tuple[Text, ...]
    marks: tuple[str, ...]
    apart: bool = False
    said: str = ""


@dataclass(frozen=True)
class MapFigure:
    """A map, which is drawn into its frame as a picture."""

    map: Map
    alt: str


Content = (
    Choices | Text | Picture | Panels | Table | Timeline | Equation | ChartFigure | DiagramFigure | MapFigure | NoFigure
)


@dataclass(frozen=True)
class Slide:
    """One slide: its layout, where its author wrote it, the group it belongs to, and what fills each placeholder."""

    layout: str
    at: Span
    section: str
    id: str
    language: str
    parts: Mapping[str, Content]
    notes: tuple[Paragraph, ...]
    # What stood among the paragraphs of its texts and takes a frame of its own, in order.
    figures: tuple[Content, ...] = ()
    # Where its columns stand: where each begins and how wide it is, in per cent of the width of all.
    columns: tuple[tuple[float, float], ...] = ()
    # Which it is of the slides that one of the author's became, and of how many.
    part: tuple[int, int] = (1, 1)
    # Its points come one by one.
    build: bool = False
    # Nobody wrote it: what does not fit is left out.
    made: bool = False
    # The parts that are left out where they do not fit: they stand in the notes as well.
    spare: frozenset[str] = frozenset()
    # The parts that answer what the slide asks: they come at a click.
    answers: frozenset[str] = frozenset()
    # The slides that stand in its place where it does not hold what is on it.
    otherwise: tuple[Slide, ...] = ()
    # The words of the slides that a long one goes on with: `{title} ({part} of {parts})`, and their notes.
    continued: str = "{title} ({part}/{parts})"
    continued_notes: str = "…"


# What holds a chart.
_CHARTED = re.compile(r"^(?:chart|figure)")


def unit_frame(name: str) -> str:
    """Return the name of the frame above one, which says the unit of the numbers of a chart in it."""
    return _CHARTED.sub("unit", name)


def units(parts: Mapping[str, object]) -> dict[str, str]:
    """Return the units that charts carry, by the frames that say them."""
    charts = {name: part.chart for name, part in parts.items() if isinstance(part, ChartFigure)}
    return {unit_frame(name): chart.unit for name, chart in charts.items() if chart.unit}
