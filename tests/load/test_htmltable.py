"""Tables in HTML: what becomes one, and what stays raw."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def rows(source: str) -> list[list[str]]:
    """Return the rows of a table as words, with the signs of cells that others cover."""
    found: list[list[str]] = []
    for token in parser().parse(source):
        if token.type == "tr_open":
            found.append([])
        elif token.type in {"inline", "joined"} and found:
            found[-1].append(token.content)
    return found


def test_rows_end_nowhere_but_where_they_say() -> None:
    assert rows("<table>\n<tr><td>a<td>b\n\n<tr><td>c</td></tr>\n\n</table>") == [["a", "b"], ["c", ""]]


def test_a_foot_stands_below_all_rows() -> None:
    source = "<table><thead><tr><th>h</th></tr></thead><tfoot><tr><td>f</td></tr></tfoot><tr><td>a</td></tr></table>"
    assert rows(source) == [["h"], ["a"], ["f"]]


def test_what_a_cell_covers_is_said_and_ends_with_the_table() -> None:
    source = '<table><tr><td rowspan="9" colspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>'
    assert rows(source) == [["a", "<", "b"], ["^", "^", "c"]]


@pytest.mark.parametrize(
    ("source", "heads"),
    [
        ("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>", 1),
        ("<table><thead><tr><td>a</td></tr><tr><td>b</td></tr></thead><tr><td>1</td></tr></table>", 2),
        ("<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>", 0),
    ],
)
def test_heads_are_what_the_table_or_its_first_row_says(source: str, heads: int) -> None:
    kinds = [token.type for token in parser().parse(source)]
    assert kinds[: kinds.index("thead_close")].count("tr_open") == heads if heads else "thead_open" not in kinds


@pytest.mark.parametrize(
    "source",
    [
        "<table>\n<tr><td>a</td></tr>",
        "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
        "<table>loose words<tr><td>a</td></tr></table>",
        "<table></table>",
        '<table><tr><td colspan="999">a</td></tr>' + '<tr><td colspan="999">b</td></tr>' * 11 + "</table>",
    ],
)
def test_what_is_no_table_to_print_stays_raw(source: str) -> None:
    assert [token.type for token in parser().parse(source)] == ["html_block"]


def test_a_cell_s_place_is_its_line() -> None:
    tokens = parser().parse("x\n\n<table>\n<tr>\n<td>a</td>\n</tr>\n</table>")
    assert [token.map for token in tokens if token.type == "inline" and token.content == "a"] == [[4, 5]]


@pytest.mark.parametrize(
    ("inside", "kinds"),
    [
        # Indented rows of one that can't be set are no code; words and headings below an empty line are read as such.
        ("\n\n\n    <tr><td>a</td></tr>\n", ["html_block"]),
        ("\n\nWords.\n\n", ["html_block", "inline", "html_block"]),
    ],
)
def test_a_raw_table_of_tags_alone_ends_with_its_own_end(inside: str, kinds: list[str]) -> None:
    source = f"Above.\n<table><tr><td><table></table></td></tr>{inside}</table>\n"
    found = [token.type for token in parser().parse(source) if token.type in {"html_block", "code_block", "inline"}]
    assert found == ["inline", *kinds]
