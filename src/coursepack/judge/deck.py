"""The deck as it is judged and as it is written: made once, and kept for whoever asks for the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coursepack.render.look.templates import reporting
from coursepack.render.slides import Properties, build
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.problem import Problem
    from coursepack.render.slides.markup import Script


@dataclass(frozen=True)
class Deck:
    """A deck as slides are written, its .pptx, and what is to be said of it."""

    written: Script
    data: bytes
    problems: tuple[Problem, ...]


def judge(ready: Ready) -> tuple[Problem, ...]:
    """Return what is to be said of the whole deck.

    Raises:
        ContentError: a mistake in a template.
    """
    return deck(ready, None, ready.printed).problems


def deck(ready: Ready, unit: PackPart | None, pages: Mapping[str, int]) -> Deck:
    """Make the deck of a course, or of one unit; `pages` are those of the handout's anchors, as far as they are known.

    Raises:
        ContentError: a mistake in a template.
    """
    return _deck(ready, unit.number if unit else 0, tuple(pages.items()))


@lru_cache(maxsize=2)
def _deck(ready: Ready, number: int, pages: tuple[tuple[str, int], ...]) -> Deck:
    design, unit = ready.design, ready.pack.units[number - 1] if number else None
    with reporting(design.templates):
        written = script(ready.pack, design.templates, unit, dict(pages))
        data, problems = build(
            written,
            _properties(ready, unit),
            design.theme,
            design.templates,
            ready.pack.course.media.__getitem__,
            template=ready.course.template,
        )
    return Deck(written, data, tuple(problems))


def _properties(ready: Ready, unit: PackPart | None) -> Properties:
    file = ready.course.file
    return Properties(
        title=f"{file.title}{ready.pack.labels['colon']}{unit.front.title.plain()}" if unit else file.title,
        subject=file.subtitle,
        authors=", ".join(file.authors),
        keywords=", ".join(file.keywords),
        language=file.language,
        description=file.description,
    )
