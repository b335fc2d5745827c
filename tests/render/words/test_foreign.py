"""Words of a formula in scripts that its face does not write."""

from __future__ import annotations

import re

import pytest

from coursepack.render.words import foreign
from coursepack.render.words.equation import draw, mistake


def _drawn(latex: str) -> list[str]:
    """Return the paths of a formula that are drawn as one piece."""
    return re.findall(r'<path d="([^"]+)" transform', draw(latex, inline=False).svg)


@pytest.mark.parametrize("words", ["مجموع", "आधार", "ถ้า", "אחרת", "ფართობი"])
def test_words_of_any_script_are_shaped_as_a_whole(words: str) -> None:
    """STIX lacks their letters: a box stood for each."""
    latex = rf"x \text{{ {words} }} y"
    assert mistake(latex) == ""
    assert len(_drawn(latex)) == 1
    files = foreign._files(foreign.others(words))  # noqa: SLF001 the faces that it asks
    assert _drawn(latex) == [foreign.outline(files, f"\u00a0{words}\u00a0", 24.0)]


def test_letters_that_are_no_words_are_drawn_so_too() -> None:
    assert len(_drawn("س + 2 = 5")) == 1


def test_words_that_the_face_writes_are_its_own() -> None:
    assert not _drawn(r"x \text{ and да } y")


def test_what_is_left_free_for_words_draws_nothing() -> None:
    """Its room stays, as wide as the words."""
    latex = r"2 \phantom{\text{مجموع}} 3"
    assert not _drawn(latex)
    assert draw(latex, inline=False).width > draw("2 3", inline=False).width + 1
