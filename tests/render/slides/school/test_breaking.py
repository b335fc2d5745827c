"""Long words get places where a line may end, and nothing else changes."""

from __future__ import annotations

from coursepack.problem import Span
from coursepack.render.slides.content import Slide, Table, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.school.breaking import broken


def text(*words: str) -> Text:
    return Text((Paragraph(tuple(map(Run, words))),))


def shown(words: str) -> str:
    slide = Slide("content", Span("u.md", 1, 1), "s", "i", "en", {"body": text(words)}, ())
    return broken(slide).parts["body"].paragraphs[0].runs[0].text  # type: ignore[union-attr]


def test_a_word_may_end_its_line_after_some_letters_and_an_address_after_its_signs() -> None:
    assert shown("Donaudampfschifffahrt").split("\u200b") == ["Donaud", "ampfsc", "hifffahrt"]
    assert shown("https://un.org/sc/2026-11").split("\u200b")[:3] == ["https://", "un.", "org/"]


def test_short_words_and_what_a_word_says_stay() -> None:
    assert shown("The United Nations") == "The United Nations"
    assert shown("Donaudampfschifffahrt").replace("\u200b", "") == "Donaudampfschifffahrt"


def test_cells_and_formulas() -> None:
    long = "Donaudampfschifffahrt"
    formula = Text((Paragraph((Run(long, latex="x"),)),))
    table = Table((text(long),), ((text("a"), text(long)),), (), "")
    slide = Slide("table", Span("u.md", 1, 1), "s", "i", "en", {"table": table, "note": formula}, ())
    found = broken(slide).parts
    assert found["note"] == formula
    assert "\u200b" in found["table"].head[0].paragraphs[0].runs[0].text  # type: ignore[union-attr]
    assert "\u200b" in found["table"].rows[0][1].paragraphs[0].runs[0].text  # type: ignore[union-attr]
