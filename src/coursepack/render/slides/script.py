"""A pack as slide markup: HTML in reveal.js's form, one section a slide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coursepack.blocks.chart import Chart
from coursepack.blocks.diagram import Diagram
from coursepack.blocks.map import Map
from coursepack.blocks.slide import Slide
from coursepack.links import typed
from coursepack.merge import merged
from coursepack.model import own_texts
from coursepack.pack import Item
from coursepack.render.charts.power import readable
from coursepack.render.figures import boxes
from coursepack.render.figures.crop import ratio, size_of
from coursepack.render.look.templates import views
from coursepack.render.slides.led import led
from coursepack.render.slides.markup import Script
from coursepack.render.words import linear
from coursepack.render.words.described import described
from coursepack.render.words.equation import native
from coursepack.render.words.heads import headed, moments
from coursepack.render.words.highlight import highlight
from coursepack.render.words.html import worded
from coursepack.render.words.slidewords import SlideWords
from coursepack.render.words.spoken import spoken
from coursepack.render.words.tablecells import alignment, grid
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from coursepack import chart
    from coursepack.block import Block
    from coursepack.blocks.figure import Figure
    from coursepack.blocks.timeline import Timeline
    from coursepack.pack import Pack, PackPart, Work
    from coursepack.render.figures.graph import Graph
    from coursepack.text import Rich


def script(
    pack: Pack, templates: Environment, only: PackPart | None = None, pages: Mapping[str, int] | None = None
) -> Script:
    """Write the whole deck, or one unit's; `pages` are those of the handout's anchors, if known."""
    names: dict[str, Any] = {
        "pack": pack,
        "course": pack.course.file,
        "labels": pack.labels,
        "title": pack.course.file.title,
        "only": only,
        "units": (only,) if only else pack.units,
        "at": pack.units[0].part.span,
    }
    page = templates.overlay()
    page.filters = {**templates.filters, **_filters(pack, page, names), **_links(pack, pages or {})}
    return Script(page.get_template("deck.html.j2").render(names), dict(_figures(pack)), pack.labels["letters"])


def _figures(pack: Pack) -> Iterator[tuple[str, chart.Chart | Graph | Map]]:
    """Yield the copy's charts, diagrams and maps by their blocks' ids: any slide may show any of them."""
    outer = (item.block for part in pack.parts() for section in part.sections for item in section.items)
    for block in (one for whole in outer for one in (whole, *whole.inside())):
        match block:
            case Chart():
                yield block.anchor, _numbers(block, pack)
            case Diagram():
                yield block.anchor, boxes.graph(block, leftward=pack.labels.leads_right)
            case Map():
                yield block.anchor, block


def _numbers(block: Chart, pack: Pack) -> chart.Chart:
    return readable(block.chart(pack.course.tables, pack.course.file.language, pack.labels))


def _filters(pack: Pack, page: Environment, names: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    words = SlideWords(pack)
    slide, words.show = _views(page, names)
    return {"slide": slide, **_texts(words), **_values(pack)}


def _views(page: Environment, names: dict[str, Any]) -> tuple[Callable[..., Markup], Callable[[Item], str]]:
    """Return what shows a block on slides of its own, and inside a text."""

    def slide(item: Item, group: str, footer: str, unit: PackPart) -> Markup:
        view = page.select_template(views(item, "slide"))
        with working_on(item.block.span):
            around = _around(item, footer, page, names)
            more = {"item": item, "block": item.block, "group": group, "unit": unit, **around}
            made = Markup(view.render({**names, **more}))  # noqa: S704 a template's output
            return Markup('<div data-made="true">{}</div>').format(made) if item.made else made

    def inside(item: Item) -> str:
        view = page.select_template(views(item, "inside"))
        with working_on(item.block.span):
            return view.render({**names, "item": item, "block": item.block}).strip()

    return slide, inside


def _texts(words: SlideWords) -> dict[str, Callable[..., Any]]:
    """Return what sets an author's words."""
    return {
        "highlight": highlight,
        "worded": worded,
        "linear": linear.linear,
        "led": led,
        "headed": headed,
        "string_of": lambda text: text.plain(),
        "unmarked": lambda texts: [n for n, text in enumerate(texts) if _is_unmarked(text)],
        "numbered": lambda html: Markup(str(html).replace("<ol>", '<ol type="1">')),  # noqa: S704 of the renderer's own
        "line": words.line,
        "prose": words.prose,
        "opening": words.opening,
        "further": words.further,
        "passage": words.passage,
        "lead": words.lead,
        "bind": lambda text: Markup(words.bind(str(text))),  # noqa: S704 adds spaces only
    }


def _values(pack: Pack) -> dict[str, Callable[..., Any]]:
    """Return what asks the pack: what a block is read out as, its numbers, cells and works."""

    def timeline_alt(timeline: Timeline) -> str:
        language = pack.course.file.language
        shown = [(event, event.slide) for event in timeline.events if event.slide]
        dated = sorted([*shown, *((era, era.text) for era in timeline.eras)], key=lambda one: one[0].position)
        told = "; ".join(f"{timeline.said(one, language)} {words.plain()}" for one, words in dated)
        return f"{timeline.title.plain()}{pack.labels['colon']}{told}"

    def cited(units: Sequence[PackPart]) -> list[Work]:
        shown = {key for unit in units for key in unit.shown()}
        return [work for key, work in pack.works.items() if key in shown]

    return {
        "timeline_alt": timeline_alt,
        "cited": cited,
        "works": lambda unit: cited([unit]),
        "unit_of": lambda block: _numbers(block, pack).unit,
        "described": partial(described, pack=pack),
        "formula_alt": lambda math: getattr(math, "alt", None) or spoken(math.latex, pack.labels["spoken"]),
        "native": native,
        "alignment": alignment,
        "grid": lambda table: grid(table, pack),
        "moments": lambda points: moments(points, pack.course.file.language),
        "tall": lambda block: _is_tall(block, pack),
        "merged": merged,
        "typed": typed,
    }


# Of a picture, wide by high: one that is wider gains nothing by the height of its slide.
_TALL = 1.1


def _is_tall(block: Figure, pack: Pack) -> bool:
    """Say whether a figure is one picture that takes the height of a slide better than its width."""
    if block.src is None or block.src not in pack.course.media:
        return False
    wide, high = size_of(pack.course.media[block.src])
    return (ratio(block.crop) if block.crop else wide / high) <= _TALL


def _is_unmarked(text: Rich) -> bool:
    """Tell whether a text has no words that a colour could mark."""
    words = (one for inline in text.inlines() for one in inline.children or [])
    return not any(one.type == "text" and one.content.strip() for one in words)


# These say it in a line of their own; the others at the slide's foot.
_TIMED = frozenset({"question", "callout"})


def _around(item: Item, footer: str, page: Environment, names: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands around a block's slide: its foot, its time and page, and its minutes for the notes."""
    labels, block = names["labels"], item.block
    printed = page.filters["printed_on"](item)
    minutes = getattr(block, "minutes", None)
    time = [labels.filled("minutes_counted", count=minutes)] if minutes else []
    works = _works(block, names["pack"])
    noted = works if names["pack"].copy.answers else []  # a student's copy has no notes
    told = block.spent if names["pack"].copy.answers else 0
    spent = labels.filled("spent_notes", minutes=told) if told else ""
    timed = item.kind in _TIMED or item.task is not None
    return {
        "footer": " · ".join([footer, *([printed] if printed and not timed else [])]),
        "when": " · ".join([*time, *([printed] if printed else [])]),
        "spent": Markup("<p><strong>{}</strong></p>").format(spent) if spent else "",
        # What it cites: for the slide's foot, where nothing on it says so, and in full for its notes.
        "cited": Markup("; ").join(Markup(work.short) for work in works if work.key not in _shown(block)),  # noqa: S704 set by the renderer
        "references": Markup("").join(Markup("<p>{}</p>").format(Markup(work.brief)) for work in noted),  # noqa: S704 set by the renderer
    }


def _works(block: Block, pack: Pack) -> list[Work]:
    """Return the works that a block's slide cites, in the order of the bibliography."""
    keys = set(block.works())
    return [work for key, work in pack.works.items() if key in keys]


def _shown(block: Block) -> set[str]:
    """Return the works that the words of a slide name themselves."""
    if not isinstance(block, Slide):
        return set()
    fields = (block.title, block.points, block.columns, block.statement, block.body)
    texts = [text for field in fields for text in own_texts(field)]
    return {key for text in texts for token, _ in text.marks("cite") for key, _ in token.meta["items"]}


def _links(pack: Pack, pages: Mapping[str, int]) -> dict[str, Callable[..., Any]]:
    """Return what says where a unit or block is printed: nothing where that is not known for certain."""

    def printed_on(thing: Item | PackPart) -> str:
        if isinstance(thing, Item):
            first = last = pages.get(thing.block.anchor) if thing.block.goes_to("handout") else None
        else:
            first, last = pages.get(thing.front.id), pages.get(f"end.{thing.front.id}")
        if first is None:
            return ""
        several = last is not None and last > first
        label = "handout_pages" if several else "handout_page"
        return pack.labels.filled(label, page=first, first=first, last=last)

    return {"printed_on": printed_on}
