"""A pack as slide markup: HTML in reveal.js's form, one section a slide."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coursepack.render.grid import grid
from coursepack.render.text import SlideWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.blocks.chart import Chart
    from coursepack.blocks.timeline import Timeline
    from coursepack.pack import Item, Pack, PackPart, Work


def script(pack: Pack, templates: Environment, only: PackPart | None = None) -> str:
    """Write the markup of the whole deck, or of one unit's."""
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
    page.filters = {**templates.filters, **_filters(pack, page, names)}
    return page.get_template("deck.html.j2").render(names)


def _filters(pack: Pack, page: Environment, names: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    words = SlideWords(pack)

    def slide(item: Item, group: str, footer: str) -> Markup:
        view = page.select_template([f"blocks/{item.kind}.slide.html.j2", "blocks/fallback.slide.html.j2"])
        more = {"item": item, "block": item.block, "group": group, "footer": footer}
        return Markup(view.render({**names, **more}))  # noqa: S704 a template's output

    def chart_data(chart: Chart) -> str:
        return json.dumps(asdict(chart.chart(pack.course.tables, pack.course.file.language)), ensure_ascii=False)

    def timeline_alt(timeline: Timeline) -> str:
        events = "; ".join(f"{event.year} {event.slide.plain()}" for event in timeline.events if event.slide)
        return f"{timeline.title.plain()}: {events}"

    def works(unit: PackPart) -> list[Work]:
        shown = unit.shown()
        return [work for key, work in pack.works.items() if key in shown]

    return {
        "slide": slide,
        "chart_data": chart_data,
        "timeline_alt": timeline_alt,
        "works": works,
        "grid": lambda table: grid(table, pack),
        "line": words.line,
        "prose": words.prose,
        "bind": lambda text: Markup(words.bind(str(text))),  # noqa: S704 adds spaces only
    }
