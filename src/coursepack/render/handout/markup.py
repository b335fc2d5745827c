"""A pack as one HTML document, and its style sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursepack.languages import language
from coursepack.pack import Item
from coursepack.problem import Problem
from coursepack.render.handout import placing
from coursepack.render.handout.filters import Wording, filters
from coursepack.render.handout.style import edition, logo, style
from coursepack.render.handout.widths import breadths, crowding
from coursepack.render.look.measure import measure
from coursepack.render.words import frail, worklists
from coursepack.render.words.handoutwords import HandoutWords
from coursepack.render.words.printwords import CompanionWords, PrintWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

    from coursepack.pack import Pack, PackPart, Work
    from coursepack.render.look.theme import Paper, Theme


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
        "edition": edition(pack, teachers=key is not None),
    }
    wording = Wording(pack, words, PrintWords(key or pack, size), key)
    return replace(_written("handout.html.j2", wording, names, theme, paper, templates), mentions=words.mentions)


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
        **(more or {}),
    }
    wording = Wording(own, CompanionWords(own, size, found), PrintWords(own, size, found), key)
    return _written(f"{name}.html.j2", wording, names, theme, paper, templates)


def _written(  # noqa: PLR0913, PLR0917 what is printed, and what it is printed with
    template: str, wording: Wording, names: dict[str, Any], theme: Theme, paper: Paper, templates: Environment
) -> Handout:
    """Write a document after its template; it mentions nothing."""
    page, problems, size = templates.overlay(), list[Problem](), measure(theme, paper)
    given = {**names, "measure": size, "paper": paper, "fills": theme.fills, "logo": logo(theme)}
    wording.own.is_crowded = wording.answers.is_crowded = crowding(theme, paper)
    page.filters = {
        **templates.filters,
        **placing.ways(wording.own, theme, page, problems),
        **filters(wording, page, given),
        **breadths(theme, size, wording.answers.binding),
    }
    css = style(wording.pack, theme, paper, page, teachers=wording.key is not None)
    html = page.get_template(template).render(given)
    # Where a line is read from right to left, its signs stay in one run with their numbers.
    return Handout(html if wording.pack.labels.leads_right else frail.marked(html), css, {}, problems)


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
