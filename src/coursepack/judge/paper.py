"""The handout's markup and drawings, judged: everything but the layout of pages, which takes most of the time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from coursepack.problem import ContentError
from coursepack.render.handout.markup import companion, handout
from coursepack.render.handout.placing import drawings
from coursepack.render.look import opened, papers
from coursepack.render.look.fontfile import addresses
from coursepack.render.look.templates import reporting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.build import Ready
    from coursepack.problem import Problem
    from coursepack.render.handout.markup import Handout
    from coursepack.render.look.theme import Paper

# Other documents, which are tried where a course brings templates of its own.
_COMPANIONS = ("teacher", "key", "worksheets", "slips", "cards")


def judge(ready: Ready) -> Iterator[Problem]:
    """Yield what is to be said of the handout's markup and of what is drawn in it.

    Raises:
        ContentError: a mistake in a template.
    """
    own = ready.design
    try:
        made = _written(ready)
        yield from made.problems
        if own.brought:
            known = {*ready.course.media, *addresses({face.file for face in own.theme.faces})}
            with reporting(own.templates):
                yield from opened.check(made.html, made.css, known, own.templates)
    except ContentError:
        # A view that fails shall not hide what is drawn in the others.
        yield from drawings(ready.pack, own.theme, own.templates, _paper(ready))
        raise


def drawn(ready: Ready) -> Sequence[Problem]:
    """Return what is to be said of what is drawn in the handout of a course that was judged.

    Raises:
        ContentError: a mistake in a template.
    """
    return _written(ready).problems


@lru_cache(maxsize=2)
def _written(ready: Ready) -> Handout:
    """Write the handout's markup, once for whoever asks for it."""
    own = ready.design
    with reporting(own.templates):
        return handout(ready.pack, own.theme, _paper(ready), own.templates)


def _paper(ready: Ready) -> Paper:
    sizes = ready.design.theme.papers
    return sizes.get(papers.size(ready.paper)) or next(iter(sizes.values()))


def views(ready: Ready) -> Iterator[Problem]:
    """Yield what is to be said of the other documents' markup, in a course that has templates of its own.

    Raises:
        ContentError: a mistake in a template.
    """
    own = ready.design
    if not own.brought:
        return
    paper, key = _paper(ready), ready.copy("key")
    with reporting(own.templates):
        for name in _COMPANIONS:
            yield from companion(ready.pack, own.theme, paper, own.templates, name=name, key=key).problems
