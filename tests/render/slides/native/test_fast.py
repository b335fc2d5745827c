"""The quick way of adding slides makes the same parts as python-pptx's own."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import resvg_py

from coursepack.render.slides.native.fast import Press
from coursepack.render.slides.native.master import empty_deck

if TYPE_CHECKING:
    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

PICTURES = [
    bytes(resvg_py.svg_to_bytes(f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="8"></svg>'))
    for side in (8, 9)
]


def test_parts_are_equal_byte_for_byte(design: Design, theme: Theme, templates: Environment) -> None:
    plain, quick = (empty_deck(design, theme, templates, "en") for _ in range(2))
    press = Press(quick)
    for turn in range(3):
        for ours, theirs in zip(quick.slide_layouts, plain.slide_layouts, strict=True):
            made, other = press.add_slide(ours), plain.slides.add_slide(theirs)
            press.add_notes(made)
            assert other.notes_slide
            for slide in (made, other):
                slide.shapes.add_picture(BytesIO(PICTURES[turn % 2]), 0, 0)
    assert parts(quick) == parts(plain)
    assert len(parts(quick)) > 3 * 2 * len(design.layouts)


def test_slides_have_different_elements(design: Design, theme: Theme, templates: Environment) -> None:
    deck = empty_deck(design, theme, templates, "en")
    press = Press(deck)
    first, second = press.add_slide(deck.slide_layouts[0]), press.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "First"
    assert second.shapes.title.text == ""


def parts(deck: Deck) -> dict[str, tuple[bytes, bytes]]:
    return {part.partname: (part.blob, part.rels.xml) for part in deck.part.package.iter_parts()}
