"""How far a template's own form is given up, step by step, so that a slide finds room on it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: what is given up on it.

    `lines` is the number of lines, at the least size of a title, that the title's place has at least; `loose` sets what
    stands below the title in all the free room instead of the template's placeholders; `flows` lets texts go on over
    more slides; `title` is what remains of the least size of a title, `share` of all others; `breaks` cuts long words.
    """

    lines: int = 1
    loose: bool = False
    flows: bool = False
    title: float = 1.0
    share: float = 1.0
    breaks: bool = False


# A title over two lines costs least, then the template's placeholders go, then a text's one slide, its size, its words.
# A title of 24 points counts as large, so that the template's colour may stay; a smaller one may have to be black.
FIRST = Rung()
_FLOWING = Rung(lines=3, loose=True, flows=True, title=24 / 28)
_SMALL = replace(_FLOWING, title=0.75, share=0.75)
LADDER = (FIRST, Rung(lines=2), Rung(lines=2, loose=True), _FLOWING, _SMALL, replace(_SMALL, breaks=True))
