"""A pack as one HTML document, and its style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coursepack.languages import language
from coursepack.load.markdown import slug
from coursepack.load.unspaced import LETTERS
from coursepack.pack import Item
from coursepack.problem import Problem
from coursepack.render.charts.lettering import SIZE, Lettering, tidy
from coursepack.render.handout import placing
from coursepack.render.handout.abreast import halves, rows
from coursepack.render.look.drawings import FAMILY
from coursepack.render.look.fontfile import font_url
from coursepack.render.look.further import dressed
from coursepack.render.look.measure import measure
from coursepack.render.look.mirror import mirrored
from coursepack.render.look.templates import css_string, views
from coursepack.render.words import drawing, equation, worklists
from coursepack.render.words.described import described
from coursepack.render.words.handoutwords import HandoutWords
from coursepack.render.words.highlight import size
from coursepack.render.words.listing import listing
from coursepack.render.words.printwords import CompanionWords, PrintWords
from coursepack.render.words.tablecells import grid, is_crowded, is_tall
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Environment
    from markdown_it.token import Token

    from coursepack.blocks.columns import Columns
    from coursepack.pack import Pack, PackPart, Work
    from coursepack.render.look.measure import Measure
    from coursepack.render.look.theme import Paper, Theme
    from coursepack.render.words.binding import Binding
    from coursepack.render.words.tablecells import Grid
    from coursepack.text import Rich

# How much broader the words of a task may be than those of a drawing, in a heavier cut.
_LOOSER = 1.15
# Where a line of a cell may end: at a blank, or behind a letter of a script that has none.
_WORDS = re.compile(f" |(?<=[{LETTERS}])")
# A page whose text is narrower (mm) is small, and more columns are many.
_SMALL, _MANY = 130, 4
# Per cent of a line that are no room.
_ROUNDING = 0.5


@dataclass(frozen=True)
class Handout:
    """The markup of a handout and its style sheet.

    `mentions` are the anchors of what the index mentions, by the entry's place; `problems` are the drawings that cannot
    be made.
    """

    html: str
    css: str
    mentions: Mapping[int, Sequence[str]]
    problems: Sequence[Problem]


def handout(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    only: PackPart | None = None,
    *,
    key: Pack | None = None,
) -> Handout:
    """Write the HTML of the whole pack, or of one unit, and the style sheet for a paper.

    With a `key`, the same pages have its answers in place.
    """
    size = measure(theme, paper)
    words = HandoutWords(pack, size, only)
    names = {
        **_names(pack, only),
        "works": [work for work in worklists.listed(pack) if not only or work.key in only.works],
        "course_glossary": pack.course.glossary,
        "explained": words.explained,
        "course_has_index": bool(pack.course.index),
        "measure": size,
        "paper": paper,
        "logo": _logo(theme),
        "edition": _edition(pack, teachers=key is not None),
    }
    page, problems = templates.overlay(), list[Problem]()
    answering = PrintWords(key or pack, size)
    words.is_crowded = answering.is_crowded = _crowding(theme, paper)
    page.filters = {
        **templates.filters,
        **placing.ways(words, theme, page, problems),
        **_filters(pack, words, page, names, answering),
        **_answers(key, answering),
        **_breadths(theme, size, answering.binding),
    }
    css = style(pack, theme, paper, page, teachers=key is not None)
    return Handout(page.get_template("handout.html.j2").render(names), css, words.mentions, problems)


def companion(  # noqa: PLR0913 what is printed, and what it is printed with
    pack: Pack,
    theme: Theme,
    paper: Paper,
    templates: Environment,
    only: PackPart | None = None,
    *,
    name: str,
    key: Pack | None = None,
    pages: Mapping[str, int] | None = None,
    more: Mapping[str, object] | None = None,
) -> Handout:
    """Write a companion of the handout, after a template of its own: no links, no explanations and no index.

    What needs answers takes its items from the `key`; `pages` says on which page of the handout an anchor is.
    """
    own, size = key or pack, measure(theme, paper)
    found = {anchor: f"{theme.folio}{page}" for anchor, page in (pages or {}).items()}
    shown = own.units if only is None else tuple(unit for unit in own.units if unit.number == only.number)
    names = {
        **_names(own, only),
        "units": shown,
        "pages": found,
        "variant": "",
        "answered": key is not None,
        "further": _further(own, shown, pack.parts() if only is None else (only,)),
        "blocks": _blocks(own),
        "measure": size,
        "paper": paper,
        "logo": _logo(theme),
        **(more or {}),
    }
    page, problems = templates.overlay(), list[Problem]()
    words, answering = CompanionWords(own, size, found), PrintWords(own, size, found)
    words.is_crowded = answering.is_crowded = _crowding(theme, paper)
    page.filters = {
        **templates.filters,
        **placing.ways(words, theme, page, problems),
        **_filters(own, words, page, names, answering),
        **_answers(key, answering),
        **_breadths(theme, size, answering.binding),
    }
    css = style(pack, theme, paper, page, teachers=key is not None)
    return Handout(page.get_template(f"{name}.html.j2").render(names), css, {}, problems)


def _blocks(own: Pack) -> dict[str, Item]:
    """Return what is printed by its id, what stands inside texts too."""
    found = [item for part in own.parts() for item in part.items()]
    inner = (block for item in found for block in item.block.inside())
    found += [Item(block, block.kind_name(), own.targets.get(block.id)) for block in inner if block.id]
    return {item.block.id: item for item in found if item.block.id}


def _further(own: Pack, shown: Sequence[PackPart], listed: Sequence[PackPart]) -> list[Work]:
    """Return the works that these units cite, and that the handout's own list has not."""
    cited = {key for part in shown for item in part.items() for key in item.block.works()}
    cited |= {key for part in shown for key in part.works}
    known = {key for part in listed for key in part.works}
    return [work for key, work in own.works.items() if key in cited - known]


def _names(pack: Pack, only: PackPart | None) -> dict[str, Any]:
    """Return what every document's templates may name."""
    course = pack.course.file
    return {
        "pack": pack,
        "course": course,
        "labels": pack.labels,
        "title": f"{course.title}{pack.labels['colon']}{only.front.title.plain()}" if only else course.title,
        "whole": only is None,
        "units": (only,) if only else pack.units,
        "exam_date": language.day(course.language, course.exam.date) if course.exam else "",
    }


def _edition(pack: Pack, *, teachers: bool) -> str:
    """Return which edition the pages say that they are: the teacher's is none of the students'."""
    return str(pack.labels["teachers_edition"]) if teachers else pack.course.file.edition


def style(pack: Pack, theme: Theme, paper: Paper, templates: Environment, *, teachers: bool = False) -> str:
    """Write the style sheet: the theme's colours and faces, the paper's measures, the mark of what is `teachers`'."""
    page = templates.overlay()
    page.filters = {**templates.filters, "font_url": font_url, "css_string": css_string, "svg_url": drawing.url}
    course = pack.course.file
    said = (
        [course.footer]
        if course.footer and not teachers
        else [course.footer or course.title, _edition(pack, teachers=teachers)]
    )
    foot = " · ".join(part for part in said if part)
    mark = _logo(theme) if course.logo and not teachers else None
    names = ("box", "ticked", "ruled", "squares", "dot", "cut")
    given = {"theme": theme, "paper": paper, "measure": measure(theme, paper)}
    drawn = {name: page.get_template(f"parts/{name}.svg.j2").render(**given) for name in names}
    css = page.get_template("print.css.j2").render(
        **given,
        labels=pack.labels,
        foot=foot,
        teachers=teachers,
        mark=mark["url"] if mark else "",
        **drawn,
    )
    return dressed(mirrored(css) if pack.labels.leads_right else css, theme)


def _fitted(pack: Pack, words: HandoutWords | CompanionWords, own: Measure) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of what has room beside what, in the measures of a page."""
    half = own.letters * own.wide / own.text / 2
    return {
        "listing": lambda *code: listing(words.page.columns, *code),
        "code_size": lambda code, numbered: (size(code, words.page.columns, numbered=numbered) or "").partition(" ")[0],
        "is_broad": lambda math: (
            equation.draw(math.latex, inline=False, room=words.formulas).width > words.page.equation
        ),
        "abreast": lambda items: list(rows(items, half)),
        "halves": lambda asks: halves(asks, half),
        "grid": lambda table: grid(table, pack),
        "is_tall": lambda row, cells, width: is_tall(row, cells, own.of(width), own),
        "is_crowded": lambda cells, width: words.is_crowded(cells, own.of(width)),
    }


def _filters(
    pack: Pack, words: HandoutWords | CompanionWords, page: Environment, names: dict[str, Any], answering: PrintWords
) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of a text or block; `answering` are the words of answers."""

    def block(item: Item, *, inside: bool = False, half: bool = False) -> Markup:
        view = page.select_template(views(item, "handout"))
        with working_on(item.block.span):
            more = {"item": item, "block": item.block, "inside": inside, "half": half}
            made = Markup(view.render({**names, **more}))  # noqa: S704 a template's output
            return Markup('<div class="page-break"></div>') + made if getattr(item.block, "new_page", False) else made

    def inside(item: Item) -> str:
        return f'<div class="inside">{block(item, inside=True).strip()}</div>'

    words.show = answering.show = inside

    def cited(key: str) -> Markup:
        return Markup(words.cited(key, ""))  # noqa: S704 made by the renderer

    return {
        **_fitted(pack, words, names["measure"]),
        "side_by_side": partial(_side_by_side, words),
        "block": block,
        "described": partial(described, pack=pack),
        "line": words.line,
        "prose": words.prose,
        "opening": words.opening,
        "further": words.further,
        "passage": words.passage,
        "title": words.title,
        "headed": lambda markup: words.binding.headed(str(markup)),
        "scan": words.code,
        "typed": words.typed,
        "as_listed": words.listed,
        "as_turned": words.turned,
        "cited": cited,
        "lead": lambda name: Markup(words.lead(name)),  # noqa: S704 made by the renderer
        "far": lambda name, **more: Markup(words.far(name, **more)),  # noqa: S704 made by the renderer
        "slug": slug,
        "listed": lambda part: worklists.listed(pack, part),
        "work_anchor": worklists.anchor,
        "entry": lambda text, key, file: Markup(words.entry(words.bind(str(text)), key, file)),  # noqa: S704 as above
        "bind": lambda text: Markup(words.bind(str(text))),  # noqa: S704 adds spaces only
    }


def _side_by_side(words: PrintWords, columns: Columns) -> Iterator[tuple[float, Markup]]:
    """Yield what stands in columns, each with its share of the width in per cent; the last may be room that is left."""
    for (_, share), column in zip(columns.shares, columns.columns, strict=True):
        with words.within(share):
            yield share, words.prose(column.body)
    # Cells share out what is left over.
    if (rest := 100 - sum(share for _, share in columns.shares)) > _ROUNDING:
        yield rest, Markup("")


def _logo(theme: Theme) -> dict[str, str] | None:
    """Return the theme's logo as a picture inside HTML."""
    return {"url": drawing.picture(theme.logo.file, FAMILY), "alt": theme.logo.alt} if theme.logo else None


def _answers(key: Pack | None, words: PrintWords) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of answers: what `key` has of an item, and the words of an answer.

    These are not the pages' own words: no link, no explanation and no mention in the index comes of them.
    """
    items = {item.block.anchor: item for part in key.parts() for item in part.items()} if key else {}
    return {
        "key": lambda item: items.get(item.block.anchor),
        "answer": words.prose,
        "answer_line": words.passage,
        "string_of": lambda text: text.plain(),
    }


def _breadths(theme: Theme, size: Measure, binding: Binding) -> dict[str, Callable[..., Any]]:
    """Return what templates may ask of the room (mm) that words take in a task: a line of them, or the longest.

    The longest may be some that no line's end parts, such as "Article 51".
    """
    lettering, kind, own = Lettering.of(theme), theme.type, size.steps["aside"].size / 72 * 25.4

    def white(line: str) -> float:
        return kind.letter_spacing * len(line) + kind.word_spacing * sum(map(str.isspace, line))

    def breadth(line: str) -> float:
        return (lettering.width(line) / SIZE * _LOOSER + white(line)) * own

    def longest(text: Rich) -> float:
        return max(map(breadth, binding.bound(tidy(text.plain())).split(" ")))

    return {"breadth": lambda text: breadth(tidy(text.plain())), "longest": longest}


def _unspoken(token: Token) -> Token:
    """Return a token without what is written of a formula: it is drawn."""
    return token.copy(content="") if token.type == "math" else token


def _crowding(theme: Theme, paper: Paper) -> Callable[[Grid, float], bool]:
    """Return what says whether the columns of a table of some width (pt) have no room for their words.

    On a small page letters stand closer where there are five columns (themes/easy).
    """
    lettering, kind, size = Lettering.of(theme), theme.type, measure(theme, paper)

    def white(word: str) -> float:
        return kind.letter_spacing * len(word) + kind.word_spacing * sum(map(str.isspace, word))

    def crowded(cells: Grid, width: float) -> bool:
        close = paper.text < _SMALL and len(cells.columns) > _MANY

        def longest(text: Rich) -> float:
            words = _WORDS.split(tidy(text.rewritten(_unspoken).plain()))
            widths = [lettering.width(one) / SIZE + (0 if close else white(one)) for one in words]
            drawn = [equation.draw(one.content, inline=True).width for one, _ in text.marks("math")]
            return max(widths + drawn) * size.steps["table"].size

        return is_crowded(cells, longest, width, size)

    return crowded
