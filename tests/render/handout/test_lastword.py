"""How a paragraph may end, and where a word is not hyphenated: lines of WeasyPrint, each ended by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout import lastword
from coursepack.render.handout.lastword import last_words
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("coursepack:fonts/Carlito-Regular.ttf")


def lines(words: str, width: int) -> list[str]:
    """Set a paragraph that is hyphenated; return its lines."""
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:900px;margin:0}} body{{margin:0}}"
    css += f"p{{margin:0;font:20px T;width:{width}px;hyphens:auto;hyphenate-limit-chars:8 4 4}}"
    source = HTML(string=f'<html lang="en"><p>{words}</p></html>')
    page = source.render(stylesheets=[CSS(string=css, font_config=fonts)], font_config=fonts).pages[0]._page_box  # noqa: SLF001 the boxes have no public name
    return ["".join(texts(box)).strip() for box in boxes(page) if type(box).__name__ == "LineBox"]


def boxes(box: object) -> Iterator[object]:
    yield box
    for child in getattr(box, "children", ()) or ():
        yield from boxes(child)


def texts(box: object) -> Iterator[str]:
    yield from (getattr(one, "text", None) or "" for one in boxes(box))


def mended(words: str, width: int) -> tuple[list[str], list[str]]:
    """Return the lines as WeasyPrint ends them, and as they are ended here."""
    before = lines(words, width)
    with last_words():
        return before, lines(words, width)


def test_the_last_word_is_whole() -> None:
    before, after = mended("The brook feeds the navigation.", 230)
    assert before == ["The brook feeds the naviga\u2010", "tion."]
    assert after == ["The brook feeds the", "navigation."]


def test_inside_a_paragraph_words_are_hyphenated() -> None:
    before, after = mended("The brook feeds the navigation of boats and rafts.", 230)
    assert before == after
    assert before[0].endswith("naviga\u2010")


def test_a_name_with_a_capital_within_is_whole() -> None:
    before, after = mended("We found it in the WestEuropean of last May and kept it.", 230)
    assert before[0] == "We found it in the West\u2010"
    assert after[:2] == ["We found it in the", "WestEuropean of last May"]


def test_a_word_that_is_bound_to_its_number_is_whole() -> None:
    reference = '<a href="#x">Exercise\u00a05.14</a>'
    before, after = mended(f"For more of this there is {reference}. All the others are core.", 270)
    assert before[:2] == ["For more of this there is Exer\u2010", "cise\u00a05.14. All the others are core."]
    assert after[:2] == ["For more of this there is", "Exercise\u00a05.14. All the others are"]


@pytest.mark.parametrize("word", ["it.", "us", "fill", "not."])
def test_a_word_that_is_hardly_seen_does_not_have_the_last_line_alone(word: str) -> None:
    before, after = mended(f"The Council put an observer beside {word}", 296)
    assert before == ["The Council put an observer beside", word]
    assert after == ["The Council put an observer", f"beside {word}"]


def test_what_ends_a_link_does_not_end_its_paragraph() -> None:
    before, after = mended("The brook feeds it <i>(a Constitutive Act</i>). It has been said.", 300)
    assert before == after == ["The brook feeds it (a Constitutive", "Act). It has been said."]


def test_a_text_that_begins_with_a_sign_takes_no_word_along_to_the_next_line() -> None:
    before, after = mended("The <i>Constitution</i>, it.", 148)
    assert before == after == ["The Constitution,", "it."]


def test_signs_after_the_last_word_are_no_more_words() -> None:
    before, after = mended("The brook feeds it (<i>a Constitutive Act</i>).", 300)
    assert before == ["The brook feeds it (a Constitutive", "Act)."]
    assert after == ["The brook feeds it (a", "Constitutive Act)."]


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("The brook feeds the whole navigation", ["The brook feeds the", "whole navigation"]),
        ("The brook feeds the water-courses: navigation", ["The brook feeds the water-courses:", "navigation"]),
        ("Brooks feed navigation", ["Brooks feed", "navigation"]),
    ],
)
def test_no_title_ends_in_one_word_that_another_can_join(words: str, ended: list[str]) -> None:
    """Not behind a sign, nor where the line before would be the shorter one."""
    width = {3: 165, 6: 235, 7: 320}[len(re.split(r"[ -]", words))]
    before, after = mended(f'<span style="hyphens:manual;--ends-alone:no">{words}</span>', width)
    assert before[-1] == "navigation"
    assert after == ended
    assert mended(f'<span style="hyphens:manual">{words}</span>', width) == (before, before)


@pytest.mark.parametrize(
    ("words", "width"),
    [
        ("Whose water is theirs.", 165),
        ("The Council put an observer where we may.", 360),
        ("Beside it.", 60),
        ("Inconsiderately.", 90),
    ],
)
def test_what_cannot_be_better_or_is_long_enough_is_left(words: str, width: int) -> None:
    before, after = mended(words, width)
    assert before == after


def test_weasyprint_is_as_it_was_afterwards() -> None:
    before = inline.split_first_line
    with last_words():
        assert inline.split_first_line is not before
    assert inline.split_first_line is before


def test_of_texts_without_a_letter_few_are_looked_through_for_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, ends = [], lastword._ends  # noqa: SLF001 what is looked through has no public name

    def counted(line: object) -> Iterator[object]:
        for one in ends(line):
            looked.append(one)
            yield one

    monkeypatch.setattr(lastword, "_ends", counted)
    with last_words():
        set_in = lines(f"Brook{' <i>—</i>' * 100}", 300)
    assert len(set_in) < len(looked) <= 20 * (len(set_in) + 1)
