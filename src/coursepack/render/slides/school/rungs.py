"""How far a template's own form is given up, step by step, so that a slide finds room on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: what is given up on it.

    `lines` is the number of lines, at the least size of a title, that the title's place has at least; `loose` sets what
    stands below the title in all the free room instead of the template's placeholders; `share` is what remains of the
    least sizes; `last` breaks long words, and lets every text go on over several slides.
    """

    lines: int = 1
    loose: bool = False
    share: float = 1.0
    last: bool = False


# A title over two lines costs least, then the template's placeholders go, and only then the sizes.
FIRST = Rung()
LADDER = (FIRST, Rung(lines=2), Rung(lines=2, loose=True), Rung(lines=3, loose=True, share=0.75, last=True))
