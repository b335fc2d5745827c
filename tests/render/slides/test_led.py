"""A slide's text that is formulas, each below the words that introduce it."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.render.slides.led import led
from coursepack.text import Rich

TALL = r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}"


def found(source: str) -> list[tuple[str, str]]:
    text = Rich(source, Span("a.md"), 0, tuple(parser().parse(source)))
    return [(one.lead.plain() if one.lead else "", one.latex) for one in led(text)]


def test_each_formula_has_the_words_above_it() -> None:
    source = "Power\n\n$$ P = W/t $$\n\n$$ P = Fv $$\n\nOf *light*\n\n$$ E = hf $$"
    assert found(source) == [("Power", "P = W/t"), ("", "P = Fv"), ("Of light", "E = hf")]


@pytest.mark.parametrize(
    "source",
    [
        "Power\n\n$$ P = W/t $$\n\nand words after it",
        "One line\n\nand another\n\n$$ P = W/t $$",
        "- a list\n\n$$ P = W/t $$",
        "$$ a $$\n\n$$ b $$\n\n$$ c $$\n\n$$ d $$",
        f"$$ a $$\n\n$$ {TALL} $$",
        "word " * 20 + "\n\n$$ P = W/t $$",
        "words alone",
    ],
)
def test_any_other_text_is_a_text(source: str) -> None:
    assert found(source) == []


def test_one_formula_may_have_many_lines() -> None:
    assert found(f"Both\n\n$$ {TALL} $$") == [("Both", TALL)]
