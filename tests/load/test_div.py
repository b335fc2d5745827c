"""Divs open with words and close without, whatever the number of their colons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load import div
from coursepack.load.div import _COLONS, _HEAD, _HEAD_ID
from coursepack.load.markdown import parser
from steps import Looks, steps

if TYPE_CHECKING:
    import re


def test_a_div_ends_where_as_many_have_closed_as_opened() -> None:
    source = "::::: challenge\na\n::::::::: solution\nb\n:::\nc\n::::::::\n\nd\n"
    (token,) = (token for token in parser().parse(source) if token.type == "colon_fence")
    assert token.content == "a\n::::::::: solution\nb\n:::\nc\n"


def test_code_opens_and_closes_nothing() -> None:
    source = "::: note\n```text\n:::\n```\nb\n:::\n"
    (token,) = (token for token in parser().parse(source) if token.type == "colon_fence")
    assert token.content == "```text\n:::\n```\nb\n"


def test_a_div_of_the_screen_leaves_its_text_where_it_stands() -> None:
    tokens = parser().parse("::: {.panel-tabset}\n::: {.center}\n- a\n:::\n:::\n")
    assert [token.type for token in tokens][:2] == ["bullet_list_open", "list_item_open"]
    assert not [token for token in tokens if token.type == "colon_fence"]


def test_questions_that_hold_divs_are_an_exam_and_no_box_of_a_lesson() -> None:
    lesson, exam = "::: questions\n- Why?\n:::\n", ":::: questions\nWhy?\n\n::: solution\nSo.\n:::\n::::\n"
    assert [token.info for token in parser().parse(lesson) if token.type == "colon_fence"] == ["questions"]
    assert [token.info for token in parser().parse(exam) if token.type == "colon_fence"] == ["solution"]


@pytest.mark.parametrize(
    ("info", "content", "expected"),
    [
        ("challenge", "## Swap\nx", (("challenge",), "", "Swap", "x", 1)),
        ("{.callout-note title='Look'}", "x", (("note",), "", "Look", "x", 0)),
        ('{#thm-line .theorem name="Line"}', "x", (("theorem",), "thm-line", "Line", "x", 0)),
        ("{#exr-one}", "x", (("exr",), "exr-one", "", "x", 0)),
        ("{prf:lemma} Of Zorn", ":label: zorn\n\nx", (("lemma",), "zorn", "Of Zorn", "\nx", 1)),
        ("{note}", "---\nname: one\n---\nx", (("note",), "one", "", "x", 3)),
        ("note A title", "x", (("note",), "", "A title", "x", 0)),
        ("{admonition} Of $\\sqrt{x}$", "x", (("admonition",), "", "Of $\\sqrt{x}$", "x", 0)),
        ("tip Of $x^{2}$", "x", (("tip", "2"), "", "Of $x^{2}$", "x", 0)),
        ("tip {#two} Of $x^{2}$", "x", (("tip", "two"), "two", "Of $x^{2}$", "x", 0)),
        ("tip{#two} Of two", "x", (("tip", "two"), "two", "Of two", "x", 0)),
        ("tip Of $x^{2}$ {#two}", "x", (("tip", "2"), "two", "Of $x^{2}$", "x", 0)),
        ('{.callout-tip #two title="Of $x^{2}$"}', "x", (("tip",), "two", "Of $x^{2}$", "x", 0)),
        ("{.column-margin}", "x", (("column-margin",), "", "", "x", 0)),
    ],
)
def test_what_opens_a_div_says_its_name_id_and_title(
    info: str, content: str, expected: tuple[tuple[str, ...], str, str, str, int]
) -> None:
    read = div.read(info, content)
    assert (read.names, read.id, read.title, read.body, read.skipped) == expected


@pytest.mark.parametrize("pattern", [_COLONS, _HEAD, _HEAD_ID])
@pytest.mark.parametrize(("begins", "run"), [(":::a", ":"), ("::: a", " "), ("# a", " "), ("# a", "#"), ("# a", " #")])
def test_long_runs_are_looked_at_once(pattern: re.Pattern[str], begins: str, run: str) -> None:
    once, more = (Looks(pattern, begins + run * times + "b") for times in (25, 100))
    assert more.count < 5 * once.count


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("::: center\n", ":::\n"),
        ("::: {layout-ncol=2}\n", ":::\n"),
        ("::: columns\n::: column\n", ":::\nx\n:::\n"),
        ("::: x\n", ""),
    ],
)
def test_four_times_the_divs_in_each_other_take_four_times_the_steps(opens: str, closes: str) -> None:
    once, more = (opens * times + closes * times for times in (25, 100))
    assert steps(lambda: parser().parse(more)) < 5 * steps(lambda: parser().parse(once))
    assert steps(lambda: list(div.inner(more))) < 5 * steps(lambda: list(div.inner(once)))


def test_a_div_that_is_not_closed_holds_those_that_are() -> None:
    assert list(div.inner("::: a\n::: b\n::: c\n:::\n:::\n::: d\n:::\n")) == [(1, 4, "b"), (5, 6, "d")]
