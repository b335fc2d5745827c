"""Lines whose letters change beside each other are shaped and drawn: seen in the path that comes out."""

from __future__ import annotations

import re

import pytest

from coursepack.render.charts.outlines import is_joined, outline, pieces

SANS = "fontpkg_source_sans_3:files/SourceSans3[wght].ttf#wght=400"
ARABIC = "fontpkg_amiri:files/Amiri-Regular.ttf"


def _lefts(path: str) -> list[float]:
    return [float(left) for left in re.findall(r"M(-?[\d.]+)", path)]


@pytest.mark.parametrize(("text", "joined"), [("rain", False), ("水", False), ("ماء", True), ("a שלום", True)])
def test_what_has_to_be_shaped_is_known(text: str, joined: bool) -> None:  # noqa: FBT001 a row
    assert is_joined(text) is joined


def test_letters_are_joined() -> None:
    apart = outline((ARABIC,), "ب", 10)
    together = outline((ARABIC,), "بب", 10)
    assert together.count("M") == 2 * apart.count("M")
    assert apart not in together


def test_what_is_read_last_stands_at_the_left() -> None:
    # A Latin word after an Arabic one: the path's first outline is that of the word.
    both = outline((SANS, ARABIC), "ماء NATO", 10)
    assert both.startswith(outline((SANS,), "NATO", 10))
    assert max(_lefts(both)) > max(_lefts(outline((SANS,), "NATO", 10)))


def test_a_letter_is_set_in_the_first_face_that_has_it() -> None:
    assert pieces((SANS, ARABIC), "abc ماء") == [(SANS, "abc "), (ARABIC, "ماء")]
