"""Tabs, grids and cards of Sphinx Design are what stands in them; items with room beside each other are columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.load import sidebyside
from coursepack.load.markdown import parser
from coursepack.problem import Span


def shown(source: str) -> list[tuple[str, str, list[int] | None]]:
    tokens = parser().parse(source)
    return [(before.tag, token.content, token.map) for before, token in pairwise(tokens) if token.type == "inline"]


@pytest.mark.parametrize(("fence", "outer"), [(":::", "::::"), ("```", "````")])
def test_a_tab_has_its_title_for_a_heading_and_no_options(fence: str, outer: str) -> None:
    source = f"## S\n\n{outer}{{tab-set}}\n{fence}{{tab-item}} R\n:sync: r\nrain\n{fence}\n{outer}\n\nend\n"
    assert shown(source) == [("h2", "S", [0, 1]), ("h3", "R", [3, 4]), ("p", "rain", [5, 6]), ("p", "end", [9, 10])]


@pytest.mark.parametrize("fence", [":::", "```"])
def test_a_card_has_its_title_in_bold_and_its_parts_in_a_row(fence: str) -> None:
    source = f"{fence}{{card}} Rain\n:link: x\nhead\n^^^\nwater\n+++\nfoot\n{fence}\n"
    assert shown(source) == [
        ("p", "**Rain**", [0, 1]),
        ("p", "head", [2, 3]),
        ("p", "water", [4, 5]),
        ("p", "foot", [6, 7]),
    ]


def grid(head: str, *items: str) -> str:
    return f"::::{{grid}} {head}\n:gutter: 2\n" + "".join(f":::{one}\n:::\n" for one in items) + "::::\n"


def test_items_that_have_room_in_a_row_are_columns() -> None:
    source = grid("1 2", "{grid-item}\n:columns: 4\na", "{grid-item-card} Two\n:margin: 1\nb\n+++\nc")
    (token,) = parser().parse(source)
    assert (token.type, token.map) == ("columns", [0, 13])
    found = sidebyside.values(token.content, Span("a.md", 1), 0).value["columns"]
    assert [one.get("width") for one in found] == ["33.333%", None]
    assert [" ".join(one["body"].split()) for one in found] == ["a", "**Two** b c"]
    # Each line keeps its place, but for the title above them.
    assert [one["body"].span.line for one in found] == [4, 6]
    assert found[1]["body"].split("\n").index("b") + 6 == 9


@pytest.mark.parametrize(
    "source",
    [
        grid("2", *["{grid-item}\na"] * 3),
        grid("auto", *["{grid-item}\na"] * 2),
        grid("2", "{grid-item}\na"),
        grid("9" * 5000, *["{grid-item}\na"] * 2),
    ],
)
def test_all_others_stand_one_after_the_other(source: str) -> None:
    assert {(tag, words) for tag, words, _ in shown(source)} == {("p", "a")}


@pytest.mark.parametrize("fence", [":::", "```"])
def test_one_that_is_never_closed_is_no_design(fence: str) -> None:
    tokens = parser().parse(f"{fence}{{card}} Rain\nwater\n")
    assert [token.type for token in tokens] == ["colon_fence" if fence == ":::" else "fence"]
