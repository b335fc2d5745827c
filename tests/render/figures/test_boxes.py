"""Diagrams on paper: what the block says, as wide as its measure allows. Points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from coursepack.render.figures.boxes import WideError, draw, graph
from coursepack.render.figures.graph import Graph
from coursepack.render.figures.route import Arrow
from fenced import block

if TYPE_CHECKING:
    from coursepack.render.look.design import Design

DIAGRAM = """\
id: d
title: T
alt: A
nodes: {spring: Spring, sea: The sea}
edges:
- spring -> sea: flows
- sea -- spring
groups: [{title: Water, nodes: [spring]}]
"""


def drawn(own_design: Design, given: Graph, width: float = 340, size: float = 8.5) -> etree._Element:
    return etree.fromstring(draw(given, width, own_design.theme, own_design.templates, size).encode())


def words(svg: etree._Element) -> list[str]:
    return ["".join(one.itertext()).strip() for one in svg.iter("{*}text")]


def row(*names: str, right: bool = True) -> Graph:
    boxes = tuple((f"n{number}", name) for number, name in enumerate(names))
    arrows = tuple(Arrow(f"n{number}", f"n{number + 1}", "->", "") for number in range(len(names) - 1))
    return Graph(boxes, arrows, (), right)


def places(svg: etree._Element) -> dict[str, tuple[float, float]]:
    """Where the words of each box begin, by their first word."""
    found = {}
    for one in svg.iter("{*}text"):
        x, y = (re.split("[ ,]", one.get(name, ""))[0] for name in ("x", "y"))
        found.setdefault("".join(one.itertext()).split()[0], (float(x), float(y)))
    return found


def test_a_graph_is_what_the_block_says() -> None:
    found = graph(block("diagram", DIAGRAM))
    assert found.nodes == (("spring", "Spring"), ("sea", "The sea"))
    assert found.arrows == (Arrow("spring", "sea", "->", "flows"), Arrow("sea", "spring", "--", ""))
    assert found.groups == (("Water", ("spring",)),)
    assert found.right
    assert not graph(block("diagram", f"{DIAGRAM}direction: down")).right


def test_all_words_are_drawn_and_the_title_of_a_group_in_bold(own_design: Design) -> None:
    svg = etree.fromstring(draw(graph(block("diagram", DIAGRAM)), 340, own_design.theme, own_design.templates).encode())
    assert sorted(words(svg)) == ["Spring", "The sea", "Water", "flows"]
    bold = {"".join(one.itertext()).strip() for one in svg.iter("{*}text") if one.get("font-weight") == "bold"}
    assert bold <= {"Water"}


def test_a_diagram_stands_in_the_middle_of_its_measure(own_design: Design) -> None:
    svg = drawn(own_design, row("Spring", "Sea"), 300)
    start, _, width, _ = map(float, svg.get("viewBox", "").split())
    ends = [float(one.get("x", "")) + float(one.get("width", "")) for one in svg.iter("{*}rect")]
    assert width == 300
    assert -start == pytest.approx(start + width - max(ends), abs=0.02)


def test_it_runs_to_the_right_and_is_turned_down_where_it_would_be_too_wide(own_design: Design) -> None:
    names = ("Mountain", "River", "Harbour")
    across, down = (places(drawn(own_design, row(*names), width)) for width in (340, 110))
    assert [across[name][0] for name in names] == sorted(across[name][0] for name in names)
    assert len({across[name][1] for name in names}) == 1
    assert [down[name][1] for name in names] == sorted(down[name][1] for name in names)
    assert len({down[name][1] for name in names}) == 3


def test_words_stand_in_shorter_lines_before_it_is_turned(own_design: Design) -> None:
    long = "a river that flows into the sea"
    whole, folded = (words(drawn(own_design, row(long, long), width)) for width in (340, 190))
    assert len(folded) > len(whole)
    assert " ".join(folded).split() == " ".join(whole).split()


def test_what_is_too_wide_in_every_way_is_refused_with_both_widths(own_design: Design) -> None:
    with pytest.raises(WideError, match=r"this diagram is \d+ pt wide, its measure 30"):
        drawn(own_design, row("Mountain", "River"), 30)


def test_larger_words_need_a_wider_measure(own_design: Design) -> None:
    names = ("Mountain", "River", "Harbour")
    usual, large = (places(drawn(own_design, row(*names), 230, size)) for size in (8.5, 17))
    assert len({place[1] for place in usual.values()}) == 1
    assert len({place[1] for place in large.values()}) == 3
