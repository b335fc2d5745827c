"""Brackets with a backslash: those of a text, and those of a formula."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def formulas(source: str) -> list[str]:
    return [child.content for token in parser().parse(source) for child in token.children or () if child.type == "math"]


def words(source: str) -> str:
    return "".join(child.content for token in parser().parse(source) for child in token.children or ())


@pytest.mark.parametrize(
    "text",
    [
        "so \\[1\\] it",
        "so \\[...\\] it",
        "so \\[…\\] it",
        "so \\[sic\\] it",
        "so \\[***Note:** it is, as we saw, deep.*\\] it",
        "[<sup>\\[2a\\]</sup>](#b)",
    ],
)
def test_what_stands_in_square_brackets_in_a_text_is_no_formula(text: str) -> None:
    assert formulas(text) == []


@pytest.mark.parametrize(
    "said", ["nhận biết", "not graded", "6.0 điểm", "2 points", "trang 114 SGK Ngữ văn 8", "from _Of rivers._ 2019"]
)
def test_what_a_saved_page_has_in_round_brackets_is_part_of_its_text(said: str) -> None:
    """Programs that make Markdown of a page put a backslash before its brackets."""
    assert words(f"Find it. \\({said}\\)") == f"Find it. ({said.replace('_', '')})"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Match \\(A\\) and \\(B\\). \\(not graded\\)", "Match (A) and (B). (not graded)"),
        ("Step \\(1\\) is easy \\(as we saw\\).", "Step (1) is easy (as we saw)."),
        ("- \\(A\\) Rain\n- \\(B\\) Snow\n- **\\(C\\)** Ice", "(A) Rain(B) Snow(C) Ice"),
    ],
)
def test_a_letter_is_in_brackets_where_all_of_them_are_the_texts_own(source: str, said: str) -> None:
    assert (formulas(source), words(source)) == ([], said)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Match \\(A\\) and \\(B\\).", ["A", "B"]),
        ("Of \\(A\\) \\(as we saw\\), and \\(A = B\\)", ["A", "A = B"]),
        ("Of \\(A\\) \\(as we saw\\), and $$A^2$$", ["A", "A^2"]),
        ("- \\(A\\) and \\(D\\) meet\n- \\(B\\) is odd\n- \\(C\\) is even", ["A", "D", "B", "C"]),
        ("- \\(A\\) Rain\n- \\(B\\) Snow", ["A", "B"]),
        ("- \\(A\\) Area\n- \\(B\\) Breadth\n- \\(C\\) Circle\n\nso \\[A = B\\] is", ["A", "B", "C", "A = B"]),
    ],
)
def test_elsewhere_it_is_a_formula(source: str, found: list[str]) -> None:
    assert formulas(source) == found


def test_sounds_are_in_brackets_where_some_of_them_are_phonetic_signs() -> None:
    assert words(r"Say \[h\], \[ŋ\] or \[ja\].") == "Say [h], [ŋ] or [ja]."
    assert formulas(r"So \[h\] is, and \[a = ŋ\].") == ["h", "a = ŋ"]


def test_a_few_letters_are_in_brackets_where_all_of_several_are_so_among_words() -> None:
    assert words(r"Say whether it ends in \[s\], \[z\] or \[iz\].") == "Say whether it ends in [s], [z] or [iz]."
    assert formulas(r"So \[x\] is, and \[y\] = 2 \[y^2\].") == ["x", "y", "y^2"]
