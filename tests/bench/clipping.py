"""Prints what LibreOffice draws of the dense slides (tests/stress): ours, and the same ones through Pandoc and polydoc.

A word is outside if it lies in no shape of its slide or beyond the slide's edge; letters are lost if a shape has them
and its page does not. All decks are read in the same way. Of the two others, Pandoc makes a slide of each heading, and
shows one table or picture on it; polydoc is one that splits slides by itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandoc
import yaml
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.render.look.templates import OWN, environment
from coursepack.render.look.theme import Theme
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script

if TYPE_CHECKING:
    from pptx.slide import Slide

sys.path.append(str(Path(__file__).parents[1] / "stress"))
dense, drawing = import_module("dense"), import_module("drawing")

EMU = 12700  # a point
FLOOR = 14.0  # points: less is not read from the last row


@dataclass(frozen=True)
class Counts:
    """What went wrong in a deck."""

    slides: int
    words: int
    outside: int
    bad: int
    lost: int
    small: int


def main() -> None:
    """Make the decks, draw them, and print."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for name, text in dense.PICTURES.items():
            (place / name).write_text(text)
        print(
            f"{'':10}{'slides':>8}{'words':>8}{'outside':>9}{'on slides':>11}{'lost letters':>14}{'slides < 14 pt':>16}"
        )
        for name, deck in {"coursepack": ours(place), "Pandoc": by_pandoc(place), "polydoc": by_polydoc(place)}.items():
            found = count(deck)
            print(
                f"{name:10}{found.slides:8}{found.words:8}{found.outside:9}{found.bad:11}{found.lost:14}{found.small:16}"
            )


def ours(folder: Path) -> Path:
    """Make our deck."""
    theme = Theme.model_validate(yaml.safe_load((OWN / "theme.yaml").read_text()))
    script, words = Script(dense.deck()), Properties("Dense")
    data, _ = build(script, words, theme, environment(), lambda name: (folder / name).read_bytes())
    (folder / "ours.pptx").write_bytes(data)
    return folder / "ours.pptx"


def by_pandoc(folder: Path) -> Path:
    """Make the deck of the same slides with Pandoc."""
    target = folder / "pandoc.pptx"
    subprocess.run(pandoc.command(pandoc.markdown(Script(dense.deck()), folder), target), check=True)
    return target


def by_polydoc(folder: Path) -> Path:
    """Make the deck of the same slides with polydoc."""
    target = folder / "polydoc.pptx"
    words = ["convert", pandoc.github(Script(dense.deck()), folder), target]
    subprocess.run([f"{Path(sys.executable).parent}/polydoc", *words], check=True, stdout=subprocess.DEVNULL)
    return target


def count(deck: Path) -> Counts:
    """Draw a deck and count."""
    pdf = drawing.draw(deck)
    pages, slides = drawing.words(pdf), list(Presentation(deck).slides)
    outside = [_outside(page, slide) for page, slide in zip(pages, slides, strict=True)]
    lost = [_lost(page, slide) for page, slide in zip(pages, slides, strict=True)]
    small = sum(size < FLOOR - 0.1 for size in drawing.smallest(pdf))
    return Counts(len(slides), sum(map(len, pages)), sum(outside), sum(map(bool, outside)), sum(lost), small)


def _outside(page: list[drawing.Word], slide: Slide) -> int:
    """Count the words of a page that lie in no shape."""
    shapes = [shape for shape in slide.shapes if shape.width]
    boxes = [tuple(side / EMU for side in (one.left, one.top, one.width, one.height)) for one in shapes]
    return sum(not any(drawing.inside(word, box) for box in boxes) for word in page)


def _lost(page: list[drawing.Word], slide: Slide) -> int:
    """Count the letters of a slide's shapes that its page does not have."""
    said = drawing.letters("".join(text.text or "" for text in slide.element.iter(qn("a:t"))))
    drawn = sum((drawing.letters(word.text) for word in page), Counter())
    return (said - drawn).total()


if __name__ == "__main__":
    main()
