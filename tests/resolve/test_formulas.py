"""Formulas of a text on slides: with what introduces them, a few of one line together."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.resolve.formulas import together
from coursepack.resolve.passages import of
from coursepack.text import Rich

LOW, TALL = "x = 1", r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}"


def led(*formulas: tuple[str, str]) -> dict[int, list[str]]:
    """Return what goes together of formulas that follow each other, each with its words, as their words alone."""
    source = "\n\n".join(f"{lead}\n\n$$ {latex} $$" for lead, latex in formulas)
    text = Rich(source, Span("a.md"), 0, tuple(parser().parse(source)))
    found, lead = {}, []
    for passage in of(text):
        if passage.kind == "math_block":
            found[len(found)] = [*lead, *passage.words]
        lead = passage.words if passage.is_line else []
    made = together(found)
    return {place: [one.content for _, one in words if one.content] for place, words in made.items()}


def test_a_formula_has_the_words_before_it() -> None:
    assert led(("Power", LOW)) == {0: ["Power", LOW]}


def test_a_formula_that_nothing_introduces_is_left_alone() -> None:
    assert led(("", LOW)) == {}


def test_long_words_are_said() -> None:
    assert led(("word " * 20, LOW)) == {}


@pytest.mark.parametrize(("count", "shared"), [(2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 2, 2])])
def test_formulas_of_one_line_are_shared_out_evenly(count: int, shared: list[int]) -> None:
    made = led(*[("Power", LOW)] * count)
    assert sorted(len(words) // 2 for words in made.values() if words) == sorted(shared)
    assert len(made) == count


def test_one_of_several_lines_has_a_slide_to_itself() -> None:
    assert led(("Power", LOW), ("Work", TALL), ("", LOW)) == {0: ["Power", LOW], 1: ["Work", TALL]}
