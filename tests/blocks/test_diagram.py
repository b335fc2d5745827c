"""Boxes and arrows as they are written."""

from __future__ import annotations

import pytest

from fenced import block, read, said

HEAD = "id: d\ntitle: T\nalt: A\nnodes: {one: One, two: Two}\n"


@pytest.mark.parametrize(
    ("written", "edge"),
    [
        ("one -> two", ("one", "->", "two", "")),
        ("one <-> two", ("one", "<->", "two", "")),
        ("one -- two", ("one", "--", "two", "")),
        ("one -> two: some words", ("one", "->", "two", "some words")),
        ('"one -> two: some: words"', ("one", "->", "two", "some: words")),
        ("'  one   ->  two '", ("one", "->", "two", "")),
    ],
)
def test_an_arrow_says_from_where_how_and_to_where(written: str, edge: tuple[str, ...]) -> None:
    (made,) = block("diagram", f"{HEAD}edges:\n- {written}").edges
    assert (made.start, made.kind, made.end, made.text) == edge


@pytest.mark.parametrize("written", ["one two", "one => two", "one->two", "one -> two -> one"])
def test_what_is_no_arrow_is_said_at_its_line(written: str) -> None:
    _, problems = read("diagram", f"{HEAD}edges:\n- one -> two\n- {written}")
    assert [one.span.line - 9 for one in problems] == [7]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("edges: [one -> two]\ngroups: [{title: G, nodes: [one, two]}]", []),
        ("edges:\n- one -> two\n- three -> two", [("unknown-node", 7)]),
        ("edges:\n- one -> three", [("unknown-node", 6)]),
        ("groups:\n- {title: G, nodes: [one, three]}", [("unknown-node", 6)]),
        (
            "groups:\n- {title: G, nodes: [one]}\n- {title: H, nodes: [one, two]}",
            [("duplicate-id", 6), ("duplicate-id", 7)],
        ),
    ],
)
def test_arrows_and_groups_name_boxes_that_there_are(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("diagram", HEAD + fields) == expected
