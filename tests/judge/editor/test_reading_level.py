from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.judge.editor.reading_level import index
from coursepack.judge.prose import runs
from coursepack.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

# Ten words of 4 letters a sentence: 0.0588 * 400 - 0.296 * 10 - 15.8 = 4.76.
EASY = "That seem like very good work when they have time. " * 30
# Thirty words of 8 letters: 0.0588 * 800 - 0.296 * 3.333 - 15.8 = 30.25.
HARD = ("Original " + "concepts " * 28 + "together. ") * 10


def test_the_index_is_that_of_coleman_and_liau() -> None:
    assert index(runs([plain(EASY)])) == pytest.approx(4.76)
    assert index(runs([plain(HARD)])) == pytest.approx(30.253, abs=0.001)
    assert index(runs([plain(EASY[:500])])) is None


def test_a_unit_that_reads_harder_than_its_level_is_named(said: Said) -> None:
    def grades(level: str, text: str, tag: str = "en") -> list[str]:
        found = said(text, f"level: {level}\nlanguage: {tag}\n")
        return [one.message for one in found if one.code == "reading-level"]

    (one,) = grades("Lower secondary", HARD)
    assert one == "this unit reads like a text for school year 30; “Lower secondary” ends with year 9"
    assert grades("Lower secondary", EASY) == []
    assert grades("Anybody", HARD) == []
    assert grades("Lower secondary", HARD, "de") == []
