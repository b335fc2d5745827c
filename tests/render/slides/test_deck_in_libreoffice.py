"""What LibreOffice draws: every word on its page, and none outside its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.util import Pt

from office import Word, inside, letters, words

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.render.slides.layouts import Design, Layout


@pytest.fixture(scope="module")
def pages(drawn: Path) -> list[list[Word]]:
    return words(drawn)


def test_there_is_a_page_a_slide(pages: list[list[Word]], sections: list[HtmlElement]) -> None:
    assert len(pages) == len(sections)


def test_every_word_of_the_markup_is_on_its_page(pages: list[list[Word]], sections: list[HtmlElement]) -> None:
    for page, section in zip(pages, sections, strict=True):
        drawn = letters(" ".join(word.text for word in page))
        shown = section.get("data-layout") not in {"title", "unit"}
        for element in section.xpath(".//*[@data-ph]"):
            if element.get("data-ph") == "footer" and not shown:
                continue
            for text in element.itertext():
                for word in text.split():
                    assert letters(word) in drawn, (section.get("id"), word)


def stands_on(section: HtmlElement, design: Design) -> Layout:
    """Return a slide's layout, or the one that stands in for it where its text has a figure."""
    layout = design.layouts[section.get("data-layout")]
    if section.xpath(".//*[@data-ph='body']//ol[contains(@class, 'panels')]") and layout.below:
        return design.layouts[layout.below]
    if section.xpath(".//*[contains(concat(' ', @class, ' '), ' part ')]") and layout.beside:
        return design.layouts[layout.beside]
    return layout


def places(section: HtmlElement, slide: Slide, design: Design) -> dict[str, list[float]]:
    """Return where a slide's frames are, in points: on its layout, or where they share their room on the slide."""
    layout = stands_on(section, design)
    found = {name: [value * 72 for value in frame.at] for name, frame in layout.frames.items()}
    if layout.stack or "data-columns" in section.attrib:
        for shape in slide.shapes:
            at = [length / Pt(1) for length in (shape.left, shape.top, shape.width, shape.height)]
            found[shape.name.removeprefix("Answer ")] = at
    return found


def test_no_word_is_outside_the_frames_of_its_layout(
    deck: Deck, pages: list[list[Word]], sections: list[HtmlElement], design: Design
) -> None:
    for slide, page, section in zip(deck.slides, pages, sections, strict=True):
        frames = places(section, slide, design).values()
        for word in page:
            assert any(inside(word, frame) for frame in frames), (section.get("id"), word)


def test_texts_are_inside_the_frame_of_their_own_placeholder(
    deck: Deck, pages: list[list[Word]], sections: list[HtmlElement], design: Design
) -> None:
    """A title that ran over its frame would stand in the one below it; so where it begins and ends is looked up."""
    for slide, page, section in zip(deck.slides, pages, sections, strict=True):
        layout, found_at = stands_on(section, design), places(section, slide, design)
        for element in section.xpath(".//*[@data-ph]"):
            frame = layout.frames.get(element.get("data-ph"))
            if frame is None or frame.type not in {"title", "body"}:
                continue
            at = found_at[element.get("data-ph")]
            for word in " ".join(
                element.xpath(".//text()[not(ancestor::*[contains(concat(' ', @class, ' '), ' part ')])]")
            ).split():
                found = [one for one in page if letters(word) in letters(one.text)]
                assert any(inside(one, at) for one in found), (section.get("id"), word)
