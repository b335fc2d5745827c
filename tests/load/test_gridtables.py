"""Grid tables of plain words are tables with a head and sides; all others are one token at their first line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.text import Rich

if TYPE_CHECKING:
    from markdown_it.token import Token

PLAIN = """\
+---------+-------:+:-----:+
| Lake    | Area   | In    |
+=========+=======:+:=====:+
| Geneva  | 580    | *CH*, |
|         |        | F     |
+---------+--------+-------+
|         | 12     | A     |
+---------+--------+-------+
"""
# The sides are those of the line below the head.
SIDES = [None, "text-align:right", "text-align:center"]


def cells(source: str) -> list[tuple[str, str]]:
    found = parser().parse(source)
    return [(found[at - 1].tag, one.content) for at, one in enumerate(found) if one.type == "inline"]


def kinds(source: str) -> list[str]:
    return [token.type for token in parser().parse(source)]


def rich(source: str) -> tuple[Rich, list[Token]]:
    made = parser().parse(source)
    return Rich(source, Span("a.md", 1, 1), 0, tuple(made)), made


def test_its_cells_are_those_of_any_table() -> None:
    head, rows = ["Lake", "Area", "In"], ["Geneva", "580", "*CH*,\nF", "", "12", "A"]
    assert cells(PLAIN) == [*(("th", one) for one in head), *(("td", one) for one in rows)]
    styles = [token.attrs.get("style") for token in parser().parse(PLAIN) if token.type in {"th_open", "td_open"}]
    assert styles == SIDES * 3


def test_one_without_a_head_has_rows_alone() -> None:
    assert cells("+---+---+\n| a | b |\n+---+---+\n") == [("td", "a"), ("td", "b")]


def test_letters_of_double_width_may_move_its_bars() -> None:
    assert cells("+----+----+\n| 河 | 長 |\n+====+====+\n| 1  | 2  |\n+----+----+\n")[:2] == [
        ("th", "河"),
        ("th", "長"),
    ]


def test_a_mark_in_a_cell_has_its_place() -> None:
    text, made = rich(PLAIN)
    (inline,) = (one for one in made if "CH" in one.content)
    assert (text.at(inline, 0).line, text.at(inline, 0).column) == (4, 22)
    assert (text.at(inline, 6).line, text.at(inline, 6).column) == (5, 22)


@pytest.mark.parametrize(
    "source",
    [
        "+---+---+\n| - a | b |\n|  |  |\n+---+---+\n",
        "+-----+---+\n| - a | b |\n+-----+---+\n",
        "+---+---+\n| a | b |\n+---+---+\n| over  |\n+-------+\n",
        "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n",
        "+---+---+\n| a | b |\n",
    ],
)
def test_one_that_is_more_than_rows_of_words_is_one_thing_to_report(source: str) -> None:
    assert kinds(f"{source}\nWords.\n")[0] == "drawn_grid"
    assert kinds(f"{source}\nWords.\n").count("drawn_grid") == 1


@pytest.mark.parametrize("source", ["+---+\n", "+ a\n+ b\n", "+---+---+\nwords\n"])
def test_what_only_begins_like_it_is_none(source: str) -> None:
    assert "drawn_grid" not in kinds(source)
    assert "table_open" not in kinds(source)


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("+---+\n| a |\n+---+\n+ next\n", "bullet_list_open"),
        ("- +---+\n  | a |\n  +---+\n| x | y |\n|---|---|\n", "table_open"),
        ("> +---+\n> | a |\n> +---+\n| out\n", "paragraph_open"),
    ],
)
def test_what_stands_below_and_further_out_is_none_of_it(source: str, after: str) -> None:
    found = kinds(source)
    assert "drawn_grid" not in found
    assert after in found[found.index("table_close") :]


@pytest.mark.parametrize("around", [("::: minipage", "Lake", ":::"), ("> Lake", "", ""), ("Lake", "", "")])
def test_what_pandoc_puts_around_the_words_of_a_cell_is_left_out(around: tuple[str, str, str]) -> None:
    """A box of LaTeX was refused as a div inside a text, an indent of Word as a quotation."""
    rows = "".join(f"| {line:<12} | {area:<12} |\n" for line, area in zip(around, ("580", "", ""), strict=True))
    rule = f"+{'-' * 14}+{'-' * 14}+\n"
    assert cells(rule + rows + rule) == [("td", "Lake"), ("td", "580")]


def test_paragraphs_of_a_cell_as_word_has_them_are_lines_of_it() -> None:
    source = "+---+---+\n| a | b |\n|   |   |\n| c |   |\n+---+---+\n"
    kept, other = (token for token in parser().parse(source) if token.type == "inline")
    assert [token.type for token in kept.children or []] == ["text", "hardbreak", "softbreak", "text"]
    assert other.content == "b"


def widths(source: str) -> tuple[float, ...]:
    return next(token.meta["widths"] for token in parser().parse(source) if token.type == "table_open")


def test_columns_are_as_wide_as_they_are_drawn() -> None:
    row = "| Lake       | The largest of the lakes of its country | 580  |\n"
    rule = f"+{'-' * 12}+{'-' * 41}+{'-' * 6}+\n"
    # 12, 41 and 6 of 59 letters.
    assert widths((rule + row) * 2 + rule) == pytest.approx((20.3, 69.5, 10.2), abs=0.1)


def test_columns_that_are_drawn_alike_have_no_widths_of_their_own() -> None:
    assert widths("+---+---+\n| a | b |\n+---+---+\n") == ()


def test_no_column_is_narrower_than_its_longest_word() -> None:
    made = widths(f"+---+{'-' * 60}+\n| a | b{' ' * 58}|\n+---+{'-' * 60}+\n".replace("| a |", "|abc|"))
    assert made[0] > 100 * 3 / 63
