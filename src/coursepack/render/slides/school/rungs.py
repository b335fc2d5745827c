"""How far a template's own form is given up, step by step, so that a slide finds room on it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: what is given up on it.

    `lines` is the number of lines, at the least size of a title, that the title's place has at least; `loose` sets what
    stands below the title in all the free room instead of the template's placeholders; `title` is what remains of the
    least size of a title, `share` of all others; `last` breaks long words, and lets every text go on over more slides.
    """

    lines: int = 1
    loose: bool = False
    title: float = 1.0
    share: float = 1.0
    last: bool = False


# A title over two lines costs least, then the template's placeholders go, then a text's one slide, then its size.
FIRST = Rung()
_LAST = Rung(lines=3, loose=True, title=0.75, last=True)
LADDER = (FIRST, Rung(lines=2), Rung(lines=2, loose=True), _LAST, replace(_LAST, share=0.75))
