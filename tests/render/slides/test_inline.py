from __future__ import annotations

import pytest
from lxml import html

from coursepack.render.slides.inline import paragraphs


def read(source: str) -> list[tuple[object, ...]]:
    (paragraph,) = paragraphs(html.fragment_fromstring(f"<div>{source}</div>"))
    return [(run.text, run.shift, run.underlined, run.struck, run.small_caps) for run in paragraph.runs]


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("<sub>2</sub>", (-1, False, False, False)),
        ("<sup>2</sup>", (1, False, False, False)),
        ("<u>2</u>", (0, True, False, False)),
        ("<mark>2</mark>", (0, True, False, False)),
        ("<s>2</s>", (0, False, True, False)),
        ('<span class="smallcaps">2</span>', (0, False, False, True)),
    ],
)
def test_a_mark_is_read(source: str, marks: tuple[object, ...]) -> None:
    assert read(f"x{source}y")[1] == ("2", *marks)


def test_a_list_says_how_it_counts_and_from_where() -> None:
    element = html.fragment_fromstring('<div><ol type="a" start="3" class="brackets"><li>x</li><li>y</li></ol></div>')
    assert [(one.number, one.numbering) for one in paragraphs(element)] == [
        (3, "alphaLcParenBoth"),
        (4, "alphaLcParenBoth"),
    ]


@pytest.mark.parametrize(
    ("lists", "last"),
    [
        ("<ol><li>a</li><li>b</li></ol> <ol><li>c</li></ol>", ("1. c", "")),
        ('<ol><li>a</li></ol> <ol type="a" class="brackets" start="3"><li>c</li></ol>', ("(c) c", "")),
        ("<ol><li>a</li><li>b</li></ol> so <ol><li>c</li></ol>", ("c", "number")),
        ('<ol><li>a</li><li>b</li></ol> <ol start="3"><li>c</li></ol>', ("c", "number")),
        ("<ul><li>a</li></ul> <ol><li>c</li></ol>", ("c", "number")),
    ],
)
def test_a_list_right_below_another_says_its_numbers_itself(lists: str, last: tuple[str, str]) -> None:
    *_, found = paragraphs(html.fragment_fromstring(f"<div>{lists}</div>"))
    assert (found.text, found.marker) == last


@pytest.mark.parametrize(
    ("around", "frame", "expected"),
    [("rtl", "code", (False, "l")), ("ltr", "code", (False, "")), ("rtl", "body", (True, ""))],
)
def test_code_is_read_from_the_left_in_every_deck(around: str, frame: str, expected: tuple[bool, str]) -> None:
    deck = html.fragment_fromstring(f'<div dir="{around}"><div data-ph="{frame}"><p><code># نهر</code></p></div></div>')
    assert [(one.rtl, one.align) for one in paragraphs(deck[0])] == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>UN Charter.</p>", ("UN Charter.", False)),
        ("<ul><li>UN Charter.</li></ul>", ("UN Charter.\u200e", True)),
        ("<ul><li>UN</li></ul>", ("UN", True)),
        ("<ul><li>نهر.</li></ul>", ("نهر.", True)),
    ],
)
def test_foreign_items_stand_on_the_side_of_their_list(source: str, expected: tuple[str, bool]) -> None:
    (found,) = paragraphs(html.fragment_fromstring(f'<div dir="rtl">{source}</div>'))
    assert (found.text, found.rtl) == expected


@pytest.mark.parametrize(
    ("source", "displayed"),
    [
        ("<li>{0}</li>", True),
        ("<li><p>The mean is</p><p>{0}</p><p>and it moves.</p></li>", True),
        ("<li>The mean is {0}</li>", False),
        ("<li>{0}.</li>", False),
        ("<li>a<br>{0} b</li>", False),
    ],
)
def test_a_formula_between_two_ends_of_lines_is_displayed(source: str, *, displayed: bool) -> None:
    formula = '<span data-latex="x^2">x²</span>'
    (paragraph,) = paragraphs(html.fragment_fromstring(f"<ul>{source.format(formula)}</ul>"))
    assert [run.displayed for run in paragraph.runs if run.latex] == [displayed]


@pytest.mark.parametrize(
    ("latex", "flat"),
    [(r"\begin{array}{c|c} 1 & 2 \end{array}", False), (r"\begin{array}{c} 1 \\ \hline 2 \end{array}", True)],
)
def test_a_formula_with_lines_across_is_a_row_of_signs(latex: str, *, flat: bool) -> None:
    element = html.fragment_fromstring(f'<p>a <span data-latex="{latex}">row</span></p>')
    (paragraph,) = paragraphs(element)
    assert [(run.text, run.flat) for run in paragraph.runs if run.latex] == [("row", flat)]


def test_the_items_of_a_list_know_its_last_number() -> None:
    source = '<div><ol start="5"><li>a</li><li>b<ul><li>c</li></ul></li></ol></div>'
    assert [one.last for one in paragraphs(html.fragment_fromstring(source))] == [6, 6, 0]


def test_a_list_that_powerpoint_cannot_count_has_its_numbers_in_words() -> None:
    source = '<div><ol start="32767"><li>a</li><li>b<ul><li>c</li></ul></li></ol></div>'
    found = [(one.text, one.marker, one.number) for one in paragraphs(html.fragment_fromstring(source))]
    assert found == [("32767. a", "", 0), ("32768. b", "", 0), ("c", "bullet", 0)]
    (nought,) = paragraphs(html.fragment_fromstring('<div><ol start="0"><li>a</li></ol></div>'))
    assert (nought.text, nought.marker) == ("0. a", "")
    (last,) = paragraphs(html.fragment_fromstring('<div><ol start="32767"><li>a</li></ol></div>'))
    assert (last.text, last.number) == ("a", 32767)
