from __future__ import annotations

import pytest

from coursepack.render.words.acronyms import marked

A, Z = '<span class="acronym">', "</span>"


@pytest.mark.parametrize(
    ("words", "set_"),
    [
        ("the UN, and NATO\u2019s", f"the {A}UN{Z}, and {A}NATO{Z}\u2019s"),
        ("NGOs", f"{A}NGO{Z}s"),
        ("AU\u2013UN, GDP-led", f"{A}AU{Z}\u2013{A}UN{Z}, {A}GDP{Z}-led"),
        ("\u0421\u0428\u0410", f"{A}\u0421\u0428\u0410{Z}"),
        ("R&amp;D of the UN", f"R&amp;D of the {A}UN{Z}"),
        ('<span id="ix-0">UN Charter</span>', f'<span id="ix-0">{A}UN{Z} Charter</span>'),
    ],
)
def test_a_word_of_two_or_more_capitals_is_an_acronym(words: str, set_: str) -> None:
    assert marked(words) == set_


@pytest.mark.parametrize(
    "words",
    [
        *("A", "McAdam", "PhD", "COP26", "G20", "2NO"),
        # Symbols, those that the course keeps whole too; units; numerals.
        *("S/RES/836", '<span class="nb">UN 12</span>', "12\u00a0MW", "Chapter VII", "XXI", "联合国", "الأمم"),
    ],
)
def test_other_capitals_are_left(words: str) -> None:
    assert marked(words) == words


def test_what_has_an_index_after_it_is_a_formula() -> None:
    assert marked("The UN on CO", lowered=True) == f"The {A}UN{Z} on CO"


def test_what_has_a_plus_or_an_arrow_beside_it_is_a_formula() -> None:
    assert marked("C + 2 NO → 2 CO") == "C + 2 NO → 2 CO"
    assert marked("The UN on CO") == f"The {A}UN{Z} on {A}CO{Z}"
