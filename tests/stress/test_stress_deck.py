"""The guarantee: whatever an author writes, no word is cut off, none is too small to read, and none is lost."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import normalize

import dense
import pypdfium2
import pytest
from lxml import html
from pptx.oxml.ns import qn
from pypdfium2 import raw

from coursepack.problem import Severity
from office import Word, inked, inside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design, Frame, Layout

# The sample deck is looked at in the same way each time (`test_deck_in_libreoffice.py`), and on schools' templates.
pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def pages(dense_pdf: Path) -> list[list[Word]]:
    return inked(dense_pdf)


@pytest.fixture(scope="module")
def sources() -> list[HtmlElement]:
    return list(html.document_fromstring(dense.deck()).iter("section"))


@pytest.fixture(scope="module")
def groups(dense_deck: Deck, sources: list[HtmlElement]) -> list[list[Slide]]:
    """The slides that each section takes: those that continue one bear its title and more."""
    titles = [title.text_content() for source in sources for title in source.xpath(".//*[@data-ph='title']")]
    found: list[list[Slide]] = []
    for slide in dense_deck.slides:
        new = len(found) < len(titles) and slide.shapes.title.text_frame.text == titles[len(found)]
        if new:
            found.append([])
        found[-1].append(slide)
    return found


def test_there_are_at_least_sixty_sections(sources: list[HtmlElement], groups: list[list[Slide]]) -> None:
    assert len(sources) == len(groups) >= 60


def test_there_is_a_page_a_slide(pages: list[list[Word]], dense_deck: Deck) -> None:
    assert len(pages) == len(dense_deck.slides)


def test_no_word_is_outside_the_frames_of_its_slide(
    pages: list[list[Word]], dense_deck: Deck, dense_design: Design
) -> None:
    outside = [
        (number, word)
        for number, (page, slide) in enumerate(zip(pages, dense_deck.slides, strict=True), 1)
        for word in page
        if not any(inside(word, box(frame)) for frame in layout(slide, dense_design).frames.values())
    ]
    assert outside == []


def test_all_letters_of_a_shape_are_in_its_own_frame(
    pages: list[list[Word]], dense_deck: Deck, dense_design: Design
) -> None:
    lost = []
    for number, (page, slide) in enumerate(zip(pages, dense_deck.slides, strict=True), 1):
        for name, text in texts(slide):
            frame = box(layout(slide, dense_design).frames[name])
            drawn = sum((letters(word.text) for word in page if inside(word, frame)), Counter())
            if missing := letters(text) - drawn:
                lost.append((number, name, missing))
    assert lost == []


def test_no_letter_is_below_the_smallest_floor(dense_pdf: Path, dense_deck: Deck, dense_theme: Theme) -> None:
    """What is drawn in a picture is as small as it comes, which is said where it cannot be read."""
    floor = min(dense_theme.deck.floors.values())
    assert [size for size in smallest(dense_pdf, dense_deck) if size < floor - 0.1] == []


def test_no_text_is_below_its_own_floor(dense_deck: Deck, dense_design: Design, dense_theme: Theme) -> None:
    for number, slide in enumerate(dense_deck.slides, 1):
        for shape in slide.placeholders:
            frame = layout(slide, dense_design).frames[shape.name]
            sizes = [int(one.get("sz")) / 100 for one in shape.element.iter(qn("a:rPr")) if one.get("sz")]
            assert min(sizes, default=99) >= dense_theme.deck.floors[frame.floor], (number, shape.name)


def test_every_word_of_the_source_is_on_some_slide(groups: list[list[Slide]], sources: list[HtmlElement]) -> None:
    for slides, source in zip(groups, sources, strict=True):
        shown = [shape for slide in slides for shape in texts(slide)]
        for element in source.xpath(".//*[@data-ph]"):
            text = " ".join(text for name, text in shown if name == element.get("data-ph"))
            drawn, whole = Counter(text.split()), "".join(text.split())
            for word, count in Counter(word for part in element.itertext() for word in part.split()).items():
                # What has no blanks, as Chinese, may be cut inside what counts as a word here.
                assert drawn[word] >= count or word in whole, (source.get("id"), word)


def test_titles_are_unique(dense_deck: Deck) -> None:
    titles = Counter(slide.shapes.title.text_frame.text for slide in dense_deck.slides)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_slide_has_notes_its_own_number_and_a_footer(dense_deck: Deck) -> None:
    for number, slide in enumerate(dense_deck.slides, 1):
        assert slide.notes_slide.notes_text_frame.text
        shown = {shape.name: shape for shape in slide.placeholders}
        assert shown["footer"].text_frame.text == "Dense slides"
        assert next(shown["page"].element.iter(qn("a:fld"))).findtext(qn("a:t")) == str(number)


def test_heads_of_tables_are_repeated(groups: list[list[Slide]]) -> None:
    for slides in groups:
        heads = [
            [cell.text for cell in table.rows[0].cells]
            for slide in slides
            for table in tables(slide)
            if table.first_row
        ]
        assert all(head[0] == heads[0][0] for head in heads)
        assert len(heads) in {0, len(slides)}


def test_slides_of_one_section_are_evenly_full(pages: list[list[Word]], dense_deck: Deck) -> None:
    """A last slide with a line or two is a sign of a list that was cut where it was full."""
    bodies = [
        (slide.shapes.title.text_frame.text.partition(" (")[0], sum(word.right - word.left for word in page))
        for slide, page in zip(dense_deck.slides, pages, strict=True)
    ]
    for title, group in groupby(bodies, key=lambda one: one[0]):
        lengths = [length for _, length in group]
        assert min(lengths) > max(lengths) / 5, title


def test_every_split_and_every_smaller_size_is_said_once_at_its_place(
    dense_made: tuple[bytes, list[Problem]], groups: list[list[Slide]]
) -> None:
    said = Counter((problem.span.line, problem.code) for problem in dense_made[1])
    split = [number for number, slides in enumerate(groups, 1) if len(slides) > 1]
    assert [line for line, code in sorted(said) if code == "slide-split"] == split
    assert {problem.code for problem in dense_made[1] if problem.severity != Severity.NOTE} == {"picture-too-small"}


def smallest(pdf: Path, deck: Deck) -> Iterator[float]:
    """Yield the size of the smallest letter on each page, in points, but for those that are drawn in pictures."""
    for page, slide in zip(pypdfium2.PdfDocument(pdf), deck.slides, strict=True):
        text, high = page.get_textpage(), page.get_height()
        drawn = [one for one in slide.shapes if one.element.tag == qn("p:pic")]
        pictures = [(one.left.pt, one.top.pt, one.width.pt, one.height.pt) for one in drawn]
        sizes = [99.0]
        for at in range(text.count_chars()):
            sign = chr(raw.FPDFText_GetUnicode(text, at))
            left, bottom, right, top = text.get_charbox(at)
            letter = Word(sign, left, high - top, right, high - bottom)
            if sign.isalnum() and not any(inside(letter, picture) for picture in pictures):
                sizes.append(raw.FPDFText_GetFontSize(text, at))
        yield min(sizes)


def letters(text: str) -> Counter[str]:
    """Count the letters and digits of a text, whatever their form in a script that joins them."""
    return Counter(sign for sign in normalize("NFKC", text) if sign.isalnum())


def layout(slide: Slide, design: Design) -> Layout:
    return next(one for one in design.layouts.values() if one.name == slide.slide_layout.name)


def box(frame: Frame) -> tuple[float, float, float, float]:
    left, top, width, height = (value * 72 for value in frame.at)
    return left, top, width, height


def tables(slide: Slide) -> Iterator[object]:
    yield from (shape.table for shape in slide.shapes if shape.has_table)


def texts(slide: Slide) -> Iterator[tuple[str, str]]:
    """Yield the text of each shape with the name of its frame; paragraphs and line breaks as blanks."""
    for shape in slide.shapes:
        # A footer's and a number's letters are drawn as they are; a picture has none.
        paragraphs = shape.element.iter(qn("a:p"))
        lines = (
            "".join(part.text if part.tag == qn("a:t") else " " for part in one.iter(qn("a:t"), qn("a:br")))
            for one in paragraphs
        )
        yield shape.name, " ".join(lines)
