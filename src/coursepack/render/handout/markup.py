"""A pack as one HTML document, and its style sheet."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coursepack.load.markdown import slug
from coursepack.problem import ContentError, Problem
from coursepack.render.charts import LimitError, draw
from coursepack.render.grid import grid
from coursepack.render.text import PaperWords
from coursepack.render.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.blocks.chart import Chart
    from coursepack.pack import Item, Pack, PackPart
    from coursepack.render.theme import Paper, Theme

# Widths of the two measures in pt: 120 mm and 168 mm.
MEASURES = {"text": 340.0, "wide": 476.0}


@dataclass(frozen=True)
class Handout:
    """The markup of a handout, its style sheet, and the words that know where the index's mentions are."""

    html: str
    css: str
    words: PaperWords


def handout(pack: Pack, theme: Theme, paper: Paper, templates: Environment, only: PackPart | None = None) -> Handout:
    """Write the HTML of the whole pack, or of one unit, and the style sheet for a paper."""
    words = PaperWords(pack, only)
    course = pack.course.file
    title = f"{course.title}: {only.front.title.plain()}" if only else course.title
    units = (only,) if only else pack.units
    listed = {key for part in ((only,) if only else pack.parts()) for key in part.works}
    names = {
        "pack": pack,
        "course": course,
        "labels": pack.labels,
        "title": title,
        "whole": only is None,
        "units": units,
        "works": [work for key, work in pack.works.items() if key in listed],
        "course_glossary": pack.course.glossary,
        "explained": words.explained,
        "course_has_index": bool(pack.course.index),
    }
    page = templates.overlay()
    page.filters = {**templates.filters, **_filters(pack, words, theme, page, names)}
    return Handout(page.get_template("handout.html.j2").render(names), style(pack, theme, paper, page), words)


def style(pack: Pack, theme: Theme, paper: Paper, templates: Environment) -> str:
    """Write the style sheet: the theme's colours and faces, the paper's measures."""
    page = templates.overlay()
    page.filters = {**templates.filters, "font_url": _font_url, "css_string": _css_string, "svg_url": _svg_url}
    course = pack.course.file
    foot = " · ".join(part for part in (course.title, course.edition) if part)
    box = page.get_template("parts/box.svg.j2").render(theme=theme)
    ruled = page.get_template("parts/ruled.svg.j2").render(theme=theme, paper=paper)
    return page.get_template("print.css.j2").render(
        theme=theme, paper=paper, labels=pack.labels, foot=foot, box=box, ruled=ruled
    )


def _filters(
    pack: Pack, words: PaperWords, theme: Theme, page: Environment, names: dict[str, Any]
) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of a text or block."""

    def block(item: Item) -> Markup:
        view = page.select_template([f"blocks/{item.kind}.handout.html.j2", "blocks/fallback.handout.html.j2"])
        return Markup(view.render({**names, "item": item, "block": item.block}))  # noqa: S704 a template's output

    def chart(given: Chart) -> str:
        numbers = given.chart(pack.course.tables, pack.course.file.language)
        try:
            return _svg_url(draw(numbers, MEASURES[given.width], theme, page))
        except LimitError as error:
            raise ContentError([Problem(given.span, "chart-limit", str(error), "Use another kind of chart")]) from error

    def cited(key: str) -> Markup:
        return Markup(words.cited(key, ""))  # noqa: S704 made by the renderer

    return {
        "block": block,
        "chart": chart,
        "grid": lambda table: grid(table, pack),
        "line": words.line,
        "prose": words.prose,
        "title": words.title,
        "cited": cited,
        "slug": slug,
        "bind": lambda text: Markup(words.bind(str(text))),  # noqa: S704 adds spaces only
    }


def _font_url(file: str) -> str:
    return font_path(file).as_uri()


def _css_string(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _svg_url(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
