"""What is drawn for paper: charts, diagrams, maps, and figures in the place that they have."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursepack.blocks.columns import Columns
from coursepack.load import lengths, pictures
from coursepack.load.picture import is_vector
from coursepack.model import own_texts
from coursepack.problem import Problem, Severity
from coursepack.render.charts.draw import drawn
from coursepack.render.charts.lettering import SIZE, Lettering
from coursepack.render.charts.limits import LimitError
from coursepack.render.charts.power import readable
from coursepack.render.figures import boxes, maps
from coursepack.render.figures.crop import crop, ratio, size_of
from coursepack.render.figures.wording import AIR, smallest
from coursepack.render.look.drawings import FAMILY
from coursepack.render.look.further import families
from coursepack.render.look.measure import measure
from coursepack.render.words import drawing
from coursepack.render.words.equation import Room
from coursepack.render.words.printwords import PrintWords
from coursepack.render.words.spoken import spoken
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from coursepack.block import Block
    from coursepack.blocks.chart import Chart
    from coursepack.blocks.diagram import Diagram
    from coursepack.blocks.figure import Figure, Panel
    from coursepack.blocks.map import Map
    from coursepack.blocks.math import Math
    from coursepack.model import Model
    from coursepack.pack import Pack
    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Paper, Theme

_PIXEL = 0.75  # pt
# Kinds of block that are drawn, and the filters that draw them: `map` is one of Jinja's own.
_DRAWING = {"chart": "chart", "diagram": "diagram", "map": "mapped"}


def drawings(pack: Pack, theme: Theme, templates: Environment, paper: Paper) -> list[Problem]:
    """Draw the charts, diagrams and maps that are printed, by themselves, and return what is to be said of them."""
    problems: list[Problem] = []
    words = PrintWords(pack, measure(theme, paper))
    made = ways(words, theme, templates.overlay(), problems)
    items = (item.block for part in pack.parts() for item in part.items())
    for block in (one for outer in items for one in _placed_in(outer, words)):
        if block.kind_name() in _DRAWING:
            with working_on(block.span):
                made[_DRAWING[block.kind_name()]](block)
    return problems


def _placed_in(block: Block, words: PrintWords) -> Iterator[Block]:
    """Yield a block and those inside its texts, each while `words` has the measures of its column."""
    yield block
    narrow = zip(block.shares, block.columns, strict=True) if isinstance(block, Columns) else ()
    rooms: list[tuple[AbstractContextManager[None], Model]] = [(words.within(share), one) for (_, share), one in narrow]
    for room, model in rooms or [(nullcontext(), block)]:
        with room:
            for inner in (one for text in own_texts(model) for one in text.blocks()):
                yield from _placed_in(inner, words)


def _said(block: Chart, why: str) -> list[Problem]:
    """Say what form a chart took that its author did not ask for."""
    if not why:
        return []
    help_text = "`kind: ranked` has room for every name and number; or show fewer rows"
    return [Problem(block.span, "chart-form", f"on paper, {why}", help_text, Severity.NOTE)]


def ways(words: PrintWords, theme: Theme, page: Environment, problems: list[Problem]) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of a block that is drawn, for the measures that `words` have at the time.

    What cannot be drawn is reported, and left out.
    """
    drawer, pack = _Drawer(words, theme, page, problems), words.pack
    return {
        "chart": lambda given: next(iter(drawer.charts(given)), ""),
        "charts": drawer.charts,
        "diagram": drawer.diagram,
        "mapped": drawer.mapped,
        "placed": lambda given, inside=False: _placed(pack, words.page, given, inside=inside),
        "unread": lambda given: list(_unread(pack, words.page, given)),
        "formula": drawer.formula,
    }


@dataclass(frozen=True)
class _Drawer:
    """Draws blocks for the measures that `words` have at the time; what cannot be drawn is added to `problems`."""

    words: PrintWords
    theme: Theme
    page: Environment
    problems: list[Problem]

    @property
    def letters(self) -> float:
        """How large the letters in a drawing are."""
        return self.words.page.steps["note"].size

    def charts(self, given: Chart) -> list[str]:
        """Draw a chart, in as many pieces as it takes."""
        pack, own = self.words.pack, self.words.page
        numbers = readable(given.chart(pack.course.tables, pack.course.file.language, pack.labels))
        try:
            found = drawn(numbers, own.of(given.width), self.theme, self.page, size=self.letters, most=own.tall)
        except LimitError as error:
            self.problems.append(Problem(given.span, "chart-limit", str(error), "Use another kind of chart"))
            return []
        self.problems.extend(_said(given, found.said))
        return [drawing.url(svg) for svg in found.pieces]

    def diagram(self, given: Diagram) -> str:
        """Draw a diagram."""
        graph = boxes.graph(given, leftward=self.words.pack.labels.leads_right)
        try:
            return drawing.url(boxes.draw(graph, self.words.page.of(given.width), self.theme, self.page, self.letters))
        except boxes.WideError as error:
            advice = "Use `width: wide`, `direction: down`, or fewer words"
            self.problems.append(Problem(given.span, "wide-diagram", str(error), advice))
            return ""

    def mapped(self, given: Map) -> str:
        """Draw a map."""
        growth, own = self.letters / SIZE, self.words.page
        width, language = own.of(given.width), self.words.pack.course.file.language
        most = min(width * maps.MOST, own.tall)
        laid = maps.layout(given, width / growth, most / growth, Lettering.of(self.theme), language)
        self.problems.extend(maps.missing(laid, "on paper", given.span))
        return drawing.url(maps.svg(laid, growth, families(self.theme, FAMILY), self.theme, self.page))

    def formula(self, given: Math) -> Markup:
        """Draw a formula that stands alone."""
        own = self.words.page
        alt = given.alt or spoken(given.latex, self.words.pack.labels["spoken"])
        return drawing.display(given.latex, alt, Room(own.broad, own.upright), own.high)


def _natural(pack: Pack, own: Measure, given: Figure) -> float | None:
    """Return how wide (pt) a picture is by its pixels, where its author says nothing: larger, it would be a blur.

    So is one of which the author says how many pixels take an inch; in large print it is larger, as words are.
    """
    data, high = pack.course.media.get(given.src or "", b"<"), lengths.high(given.width)
    if high and given.src:
        wide, tall = size_of(data)
        return high * max(own.growth, 1) * wide / tall
    said = lengths.pixel(given.width)
    pixel = said * max(own.growth, 1) if said else _PIXEL if given.width == "text" else None
    return size_of(data)[0] * pixel if pixel and not given.crop and not is_vector(data) else None


def _unread(pack: Pack, own: Measure, given: Figure) -> Iterator[tuple[int, str]]:
    """Yield what a figure's drawings say, where their words come out below the least size of a look of larger letters.

    Each is counted among the figure's pictures. Who has no need of such a look brings the page nearer.
    """
    shown: Sequence[Figure | Panel] = given.panels or (given,)
    across = given.across(own.text, own.wide) / (given.columns or len(shown))
    for number, picture in enumerate(shown):
        data = pack.course.media.get(picture.src or "", b"")
        guessed = pictures.known(picture.src or "", picture.title.plain() if picture.title else "")
        small = own.growth > 1 and is_vector(data) and 0 < smallest(data, across) < own.smallest * AIR
        if small and picture.alt != guessed:
            yield number, picture.alt


def _placed(pack: Pack, own: Measure, given: Figure, *, inside: bool) -> tuple[str, str]:
    """Say how wide a figure is where its class does not, and how it is cut; a narrow page's text is the most.

    Inside another block a share is one of what is around it.
    """
    named = given.width in {"text", "wide"}
    across = given.across(own.text, own.wide) if named else min(given.across(own.text, own.wide), own.text)
    width = "" if named else f"width:{across:.2f}pt"
    natural = _natural(pack, own, given)
    if natural and natural < across:
        width = f"width:{natural:.2f}pt"
    if inside and given.width.endswith("%"):
        width = f"width:{given.width}"
    if not given.crop or not given.src:
        return width, ""
    aspect = ratio(given.crop)
    part = crop(size_of(pack.course.media[given.src]), aspect, given.focus or (0.5, 0.5))
    left, top = (round(share * 100, 2) for share in part.position)
    return width, f"height:{across / aspect:.2f}pt;object-fit:cover;object-position:{left}% {top}%"
