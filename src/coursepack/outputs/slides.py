"""The lecture deck as a .pptx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.outputs import output, pagenumbers
from coursepack.outputs.output import DECK, Files, Later, Made, Output

if TYPE_CHECKING:
    from coursepack import build
    from coursepack.build import Ready
    from coursepack.judge import deck
    from coursepack.pack import PackPart
    from coursepack.render.slides.native import package
else:
    build, deck = Later("coursepack.build"), Later("coursepack.judge.deck")
    package = Later("coursepack.render.slides.native.package")


def make(ready: Ready, unit: PackPart | None, paper: str, *, pages: bytes | None = None) -> Made:  # noqa: ARG001 it has no paper
    """Make the deck of the course, or of one unit.

    Raises:
        ContentError: a mistake in a template, or a character without a glyph.
    """
    printed = pagenumbers.read(pages or b"", ready.inputs)
    made = deck.deck(ready, unit, printed)
    build.stop(made.problems)
    unknown = "" if printed else pagenumbers.UNKNOWN
    return Made(made.data, f"{package.count(made.data)} slides{unknown}", made.problems)


OUTPUT = Output(
    "make the lecture deck",
    make,
    Files("slides{paper}{edition}.pptx", "units/{unit}{paper}{edition}.pptx"),
    DECK,
    rank=70,
    doing=output.SLIDES,
)
