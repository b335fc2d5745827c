"""Columns of other tools: what is read as columns, with their widths and places, and what stays as it stands."""

from __future__ import annotations

import pytest

from coursepack.load import sidebyside
from coursepack.load.markdown import parser
from coursepack.problem import Span

TWO = """\
::::: {.columns}

::: {.column width="40%"}
- a
:::

:::: {.column width=60%}
b

::: note
c
:::
::::
:::::
"""


def columns(source: str) -> list[tuple[str, str, int]]:
    """Return the width, the text and its line of each column of the first that there are."""
    token = next((one for one in parser().parse(source) if one.type == "columns"), None)
    if token is None or token.map is None:
        return []
    found = sidebyside.values(token.content, Span("a.md", token.map[0] + 1), 0).value["columns"]
    return [
        (
            one.get("width", ""),
            one["body"].strip() if "body" in one else "",
            one["body"].span.line if "body" in one else 0,
        )
        for one in found
    ]


def test_columns_have_the_widths_and_the_texts_that_are_written() -> None:
    assert columns(TWO) == [("40%", "- a", 4), ("60%", "b\n\n::: note\nc\n:::", 8)]


@pytest.mark.parametrize(
    ("opened", "width"),
    [
        ("::: column", ""),
        ('::: {.column style="width: 35%;"}', "35%"),
        ("::: {.g-col-4}", "33.333%"),
        ("::: {.column width=300px}", "300px"),
    ],
)
def test_a_width_is_said_in_several_ways(opened: str, width: str) -> None:
    assert columns(f"::: columns\n{opened}\na\n:::\n:::\n") == [(width, "a", 3)]


@pytest.mark.parametrize("nothing", ["", "<!-- a gap -->\n", "&nbsp;\n", "\\ \n"])
def test_what_holds_nothing_is_a_gap(nothing: str) -> None:
    assert columns(f"::: columns\n::: column\n{nothing}:::\n::: column\na\n:::\n:::\n")[0] == ("", "", 0)


@pytest.mark.parametrize(
    "source",
    [
        "::: columns\na\n:::\n",
        "::: columns\n::: column\na\n:::\nb\n:::\n",
        "::: columns\n::: column\na\n\n## A section\n:::\n:::\n",
    ],
)
def test_what_is_no_columns_stays_as_it_stands(source: str) -> None:
    assert columns(source) == []
    assert "paragraph_open" in [token.type for token in parser().parse(source)]


def test_a_comment_in_code_is_no_section() -> None:
    code = "a\n\n```python\n# draw\nx = 1\n```"
    assert columns(f"::: columns\n::: column\n{code}\n:::\n:::\n") == [("", code, 3)]


def test_a_heading_that_a_column_begins_with_is_no_section() -> None:
    assert columns("::: columns\n::: column\n## Head\n\na\n:::\n:::\n") == [("", "## Head\n\na", 3)]


def test_comments_that_are_not_closed_are_looked_for_once() -> None:
    assert columns("::: columns\n::: column\n<!-- a --> &nbsp;\n:::\n::: column\n<!-- a <!-- b\n:::\n:::\n") == [
        ("", "", 0),
        ("", "<!-- a <!-- b", 6),
    ]
