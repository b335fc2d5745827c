"""Displays inside a paragraph: which formulas are, their places, and the words that go on around them."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def shape(source: str) -> list[tuple[str, str]]:
    tokens = parser().parse(source)
    kinds = {
        "inline": lambda one: "".join(child.content for child in one.children),
        "math_block": lambda one: one.content,
    }
    return [(token.type, kinds[token.type](token)) for token in tokens if token.type in kinds]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("a\n$$x$$\nb", [("inline", "a"), ("math_block", "x"), ("inline", "b")]),
        ("a\n$$\nx\n$$,\nb", [("inline", "a"), ("math_block", "x,"), ("inline", "b")]),
        ("$$x$$\n\\[y\\]", [("math_block", "x"), ("math_block", "y")]),
        ("- a\n  $$x$$\n- b", [("inline", "a"), ("math_block", "x"), ("inline", "b")]),
        ("a $$x$$ b", [("inline", "a x b")]),
        ("a\n$x$\nb", [("inline", "axb")]),
    ],
)
def test_a_formula_with_its_lines_to_itself_is_a_display(source: str, parts: list[tuple[str, str]]) -> None:
    assert shape(source) == parts


def test_it_knows_its_lines_and_what_is_noted_on_the_paragraph_is_noted_once() -> None:
    tokens = parser().parse("a ~~\n$$\nx\n$$\nb ~~")
    assert [token.map for token in tokens if token.type == "math_block"] == [[1, 4]]
    assert [len(token.meta.get("residue", ())) for token in tokens if token.type == "inline"] == [2, 0]
