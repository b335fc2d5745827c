"""What the templates of a printed document may ask of texts and blocks: their filters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup, escape

from coursepack.load.markdown import slug
from coursepack.render.handout.abreast import halves, rows
from coursepack.render.look.bidi import closed, isolated
from coursepack.render.look.templates import css_string, views
from coursepack.render.words import equation, worklists
from coursepack.render.words.described import described
from coursepack.render.words.highlight import size
from coursepack.render.words.html import tongue
from coursepack.render.words.listing import listing
from coursepack.render.words.tablecells import grid
from coursepack.render.words.tablerows import is_tall
from coursepack.run.fault import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

    from coursepack.block import Block
    from coursepack.blocks.columns import Columns
    from coursepack.pack import Item, Pack, PackSection
    from coursepack.render.look.measure import Measure
    from coursepack.render.words.handoutwords import HandoutWords
    from coursepack.render.words.printwords import CompanionWords, PrintWords

    Filters: TypeAlias = dict[str, Callable[..., Any]]

# Per cent of a line that are no room.
_ROUNDING = 0.5


@dataclass(frozen=True)
class Wording:
    """The words of a document and those of its answers, which are no mention in the index; `key` has the answers."""

    pack: Pack
    own: HandoutWords | CompanionWords
    answers: PrintWords
    key: Pack | None


def filters(wording: Wording, page: Environment, names: dict[str, Any]) -> Filters:
    """Return what templates may ask of texts and blocks; `names` are what the views of blocks may name."""
    words = wording.own
    return {
        **_fitted(wording.pack, words, names["measure"]),
        **_blocks(wording, page, names),
        **_texts(words),
        **_lists(words),
        **_answers(wording.key, wording.answers),
    }


def _fitted(pack: Pack, words: HandoutWords | CompanionWords, own: Measure) -> Filters:
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
        "cell": lambda text, width, share: words.cell(text, own.of(width) * share / 100),
    }


def _blocks(wording: Wording, page: Environment, names: dict[str, Any]) -> Filters:
    """Return what templates may ask of a block: its view, and what stands inside it."""

    def block(item: Item, *, inside: bool = False, half: bool = False, alone: bool = False) -> Markup:
        view = page.select_template(views(item, "handout"))
        if alone:
            wording.own.afresh()
        with working_on(item.block.span), wording.own.setting(item):
            more = {"item": item, "block": item.block, "inside": inside, "half": half, "alone": alone}
            made = Markup(view.render({**names, **more}))  # noqa: S704 a template's output
            return Markup('<div class="page-break"></div>') + made if getattr(item.block, "new_page", False) else made

    def inside(item: Item) -> str:
        return f'<div class="inside">{block(item, inside=True).strip()}</div>'

    wording.own.show = wording.answers.show = inside
    return {
        "block": block,
        "section": _sections(wording.pack).get,
        "side_by_side": partial(_side_by_side, wording.own),
        "described": partial(described, pack=wording.pack),
        "css_string": css_string,
    }


def _sections(pack: Pack) -> dict[str, PackSection]:
    """Return the section that each block stands in by the block's anchor, for those inside texts too."""
    sections = (section for part in pack.parts() for section in part.sections)
    found = ((block, section) for section in sections for item in section.items for block in _all(item))
    return {block.anchor: section for block, section in found}


def _all(item: Item) -> Iterator[Block]:
    """Yield a block, and what stands in its texts."""
    yield item.block
    yield from item.block.inside()


def _side_by_side(words: PrintWords, columns: Columns) -> Iterator[tuple[float, Markup]]:
    """Yield what stands in columns, each with its share of the width in per cent; the last may be room that is left."""
    for (_, share), column in zip(columns.shares, columns.columns, strict=True):
        with words.within(share):
            yield share, words.prose(column.body)
    # Cells share out what is left over.
    if (rest := 100 - sum(share for _, share in columns.shares)) > _ROUNDING:
        yield rest, Markup("")


def _texts(words: HandoutWords | CompanionWords) -> Filters:
    """Return what templates may ask of a text: `running` is one of a page's head, where other words follow it."""
    leftward = words.pack.labels.leads_right
    return {
        "line": words.line,
        "prose": words.prose,
        "opening": words.opening,
        "further": words.further,
        "passage": words.passage,
        "title": words.title,
        "brief": words.brief,
        "headed": lambda markup: words.binding.headed(str(escape(markup))),
        "scan": words.code,
        "typed": words.typed,
        "as_listed": words.listed,
        "as_turned": words.turned,
        "slug": slug,
        "tongue": tongue,
        "worded": lambda word: tongue(isolated(word, leftward=leftward), getattr(word, "language", "")),
        "running": lambda text: closed(str(text), leftward=leftward),
        "bind": lambda text: Markup(words.bind(str(text))),  # noqa: S704 adds spaces only
    }


def _lists(words: HandoutWords | CompanionWords) -> Filters:
    """Return what templates may ask of what is listed and pointed at: works, entries, pages."""
    return {
        "cited": lambda key: Markup(words.cited(key, "")),  # noqa: S704 made by the renderer
        "lead": lambda name: Markup(words.lead(name)),  # noqa: S704 made by the renderer
        "far": lambda name, **more: Markup(words.far(name, **more)),  # noqa: S704 made by the renderer
        "listed": lambda part: worklists.listed(words.pack, part),
        "work_anchor": worklists.anchor,
        "entry": lambda text, key, file: Markup(words.entry(words.bind(str(text)), key, file)),  # noqa: S704 as above
    }


def _answers(key: Pack | None, words: PrintWords) -> Filters:
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
