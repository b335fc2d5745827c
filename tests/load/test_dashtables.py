"""Tables that are drawn with dashes alone: their rows, the sides of their columns, and the lines of their cells."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from steps import steps

SIMPLE = """\
  Right Left     Middle  Plain
------- ------ --------- -----
     12 a b        c     d
      1 **e**                f
"""
SEVERAL = """\
-------------------------------
 First   Second
  head   head
-------- ----------------------
     one two and
         more

   three
-------------------------------
"""
BARE = "----- ---\n  one two\n  a   b\n----- ---\n"


def cells(source: str) -> list[tuple[str, str, str, list[int] | None]]:
    tokens = parser().parse(source)
    return [
        (opened.tag, str(opened.attrs.get("style", ""))[len("text-align:") :], inline.content, inline.map)
        for opened, inline in zip(tokens, tokens[1:], strict=False)  # noqa: RUF007 the tokens are no pairs
        if opened.tag in {"th", "td"} and opened.nesting == 1
    ]


def test_a_row_stands_on_each_line_below_the_dashes() -> None:
    assert cells(f"a\n\n{SIMPLE}\nb") == [
        ("th", "right", "Right", [2, 3]),
        ("th", "left", "Left", [2, 3]),
        ("th", "center", "Middle", [2, 3]),
        ("th", "", "Plain", [2, 3]),
        ("td", "right", "12", [4, 5]),
        ("td", "left", "a b", [4, 5]),
        ("td", "center", "c", [4, 5]),
        ("td", "", "d", [4, 5]),
        ("td", "right", "1", [5, 6]),
        ("td", "left", "**e**", [5, 6]),
        ("td", "center", "", [5, 6]),
        ("td", "", "f", [5, 6]),
    ]


def test_an_empty_line_parts_rows_of_several_lines() -> None:
    assert [(tag, words, lines) for tag, _, words, lines in cells(SEVERAL)] == [
        ("th", "First\nhead", [1, 3]),
        ("th", "Second\nhead", [1, 3]),
        ("td", "one", [4, 5]),
        ("td", "two and\nmore", [4, 6]),
        ("td", "three", [7, 8]),
        ("td", "", [7, 8]),
    ]


def test_one_without_a_head_ends_with_the_dashes_of_its_columns() -> None:
    assert [one[:3] for one in cells(BARE)] == [
        ("td", "right", "one"),
        ("td", "", "two"),
        ("td", "right", "a"),
        ("td", "", "b"),
    ]


def test_wide_letters_take_two_places() -> None:
    found = cells("都市   人口\n------ ----\n東京都 1400\n")
    assert [one[2] for one in found] == ["都市", "人口", "東京都", "1400"]


def test_it_stands_in_lists_divs_and_quotations() -> None:
    body = "a    b\n---- ----\n1    2\n"
    for source in (
        f"- x\n\n{''.join(f'  {line}' for line in body.splitlines(keepends=True))}",
        f"::: {{.center}}\n{body}:::\n",
        "".join(f"> {line}" for line in body.splitlines(keepends=True)),
    ):
        assert [one[2] for one in cells(source)] == ["a", "b", "1", "2"]


@pytest.mark.parametrize(
    "source",
    [
        "a\n-----\n",
        "a    b\n---- ----\n",
        "a    b\n---- ----\n\n1   2\n",
        "---\n\nb\n",
        "a\n\n- --\n",
        "---- ---\na   b\n",
    ],
)
def test_what_is_no_table_is_none(source: str) -> None:
    assert not cells(source)


@pytest.mark.parametrize("line", ["---- ----\n", "-----\n", "-----\na\n"])
def test_many_lines_of_dashes_are_not_looked_at_again_and_again(line: str) -> None:
    once, more = (steps(lambda times=times: parser().parse(line * times)) for times in (50, 200))
    assert more < 8 * once


@pytest.mark.parametrize(("between", "found"), [("\n", (16.7, 83.3)), ("", ())])
def test_columns_of_rows_with_several_lines_are_as_wide_as_their_dashes(between: str, found: tuple[float, ...]) -> None:
    """Pandoc says so of these, and of a table with a row a line that its columns are as wide as their words."""
    dashes = f"{'-' * 8} {'-' * 40}"
    source = f"{dashes}\nLake     {'The longest of all ' * 2}\n{between}Area     580\n{between}{dashes}\n"
    made = next(token.meta["widths"] for token in parser().parse(source) if token.type == "table_open")
    assert made == pytest.approx(found, abs=0.1)
