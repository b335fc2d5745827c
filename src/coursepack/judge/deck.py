"""The deck as it is judged and as it is written: made once, kept for whoever asks for the same, packed for a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from coursepack.render.look.templates import reporting
from coursepack.render.slides import Properties, build
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.problem import Problem
    from coursepack.render.slides.markup import Script


@dataclass(frozen=True)
class Deck:
    """A deck as slides are written, what packs it, and what is to be said of it."""

    written: Script
    pack: Callable[[], bytes]
    problems: tuple[Problem, ...]

    @cached_property
    def data(self) -> bytes:
        """Its .pptx; nothing, if it could not be made."""
        return self.pack()


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
        pack, problems = build(
            written,
            _properties(ready, unit),
            design.theme,
            design.templates,
            ready.pack.course.media.__getitem__,
            template=ready.course.template,
        )
    return Deck(written, pack, tuple(problems))


def forget() -> None:
    """Let go of the decks that are kept: what a deck is packed from takes most of a MB a slide."""
    _deck.cache_clear()


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
