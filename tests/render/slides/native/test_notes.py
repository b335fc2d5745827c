"""Speaker notes: paragraphs with their marks, lists that hang, and the number of the slide."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.native.notes import fill

if TYPE_CHECKING:
    from lxml.etree import _Element

    from coursepack.render.slides.content import Slide

STEP = 228600  # a quarter of an inch, in EMU


@pytest.fixture
def body() -> _Element:
    """What is written for a slide that says seven things."""
    deck = Presentation()
    notes = deck.slides.add_slide(deck.slide_layouts[6]).notes_slide
    said = (
        Paragraph((Run("Say "), Run("this", bold=True), Run("\n"), Run("now", href="https://example.org"))),
        Paragraph((Run("one"),), 2, "bullet"),
        Paragraph((Run("deeper"),), 3, "bullet"),
        Paragraph((Run("first"),), 2, "number"),
        Paragraph((Run("second"),), 2, "number", numbering="alphaLcPeriod"),
        Paragraph((Run("And then"),)),
        Paragraph((Run("third"),), 2, "number", number=3),
    )
    fill(notes, cast("Slide", SimpleNamespace(notes=said, language="fr")), 7)
    return cast("_Element", notes.notes_placeholder.text_frame._txBody)  # noqa: SLF001 what was written


def test_words_keep_their_marks_their_lines_and_their_language(body: _Element) -> None:
    first = next(one for one in body.iter(qn("a:p")) if "".join(one.itertext()))
    runs = [(one.findtext(qn("a:t")), one.find(qn("a:rPr")).get("b")) for one in first.iter(qn("a:r"))]
    assert runs == [("Say ", None), ("this", "1"), ("now", None)]
    assert first.find(qn("a:br")) is not None
    assert {one.get("lang") for one in first.iter(qn("a:rPr"))} == {"fr"}


def test_a_link_stays_words(body: _Element) -> None:
    assert list(body.iter(qn("a:hlinkClick"))) == []


def test_items_hang_a_quarter_of_an_inch_for_each_level(body: _Element) -> None:
    hung = [(one.get("marL"), one.get("indent")) for one in body.iter(qn("a:pPr")) if one.get("marL")]
    assert hung == [(str(STEP * depth), str(-STEP)) for depth in (1, 2, 1, 1, 1)]


def test_a_list_has_its_bullets_or_counts_as_its_author_says(body: _Element) -> None:
    assert [one.get("char") for one in body.iter(qn("a:buChar"))] == ["•", "•"]
    counted = [(one.get("type"), one.get("startAt")) for one in body.iter(qn("a:buAutoNum"))]
    assert counted == [("arabicPeriod", None), ("alphaLcPeriod", None), ("arabicPeriod", "3")]


def test_the_page_has_the_number_of_its_slide() -> None:
    deck = Presentation()
    notes = deck.slides.add_slide(deck.slide_layouts[6]).notes_slide
    fill(notes, cast("Slide", SimpleNamespace(notes=(), language="fr")), 7)
    (field,) = notes.element.iter(qn("a:fld"))
    assert (field.get("type"), field.findtext(qn("a:t"))) == ("slidenum", "7")
