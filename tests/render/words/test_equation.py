"""Which equations are set, what is said of the others, and how large a drawing of one is."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from coursepack.render.words.equation import LONGEST, Room, draw, fitted, mistake, pieces, said, tree
from coursepack.render.words.mathml import upright


@pytest.mark.parametrize(
    "latex",
    [
        "x",
        r"\frac{a}{b}",
        r"\{ x \}",
        r"\begin{cases} 1 & x \\ 0 & y \end{cases}",
        r"\begin{aligned} a &= b \\ c &= \begin{pmatrix} 1 \\ 2 \end{pmatrix} \end{aligned}",
        r"a \not= b",
        "x" * LONGEST,
    ],
)
def test_what_can_be_set_has_no_mistake(latex: str) -> None:
    assert mistake(latex) == ""


@pytest.mark.parametrize(
    ("latex", "part"),
    [
        ("{x", "`{` is not closed"),
        ("x}{", "has no `{` before it"),
        (r"\begin{cases} x", r"`\begin{cases}` is not closed"),
        (r"\begin{cases}\begin{matrix} x \end{cases}\end{matrix}", r"`\end{cases}` closes nothing"),
        (r"\end{cases}", "closes nothing"),
        (r"\begin{tikzpicture}x\end{tikzpicture}", "no environment `tikzpicture`"),
        (r"\newcommand{\x}{y}", "cannot define"),
        (r"\def\x{y}", "cannot define"),
        (r"\nothing{x}", r"no command `\nothing`"),
        ("x^", "missing super script or subscript"),
        (r"\not x", r"`\not`"),
        (r"\begin{array}{c:c} a & b \end{array}", "`:` in the columns of an array can't be set"),
        (r"a \hline b", "a line across stands between two rows"),
        (" ", "nothing to set"),
        ("{}", "nothing to set"),
        ("x" * (LONGEST + 1), f"{LONGEST + 1:,}"),
    ],
)
def test_what_can_not_be_set_is_told_by_its_cause(latex: str, part: str) -> None:
    assert part in mistake(latex)


def test_a_drawing_is_paths_alone_without_fonts_and_ids() -> None:
    made = etree.fromstring(draw(r"\sqrt{x^2 + y^2}", inline=False).svg.encode())
    assert not [one for one in made.iter("*") if one.get("id") or one.tag.endswith(("}text", "}use"))]
    assert [one for one in made.iter("*") if one.tag.endswith("}path")]


def test_measures_are_in_em_of_the_text_around() -> None:
    letter, wide, tall = (draw(latex, inline=False) for latex in ("x", "xxx", r"\frac{x}{x}"))
    assert 0.2 < letter.height < 1
    assert wide.width == pytest.approx(3 * letter.width, rel=0.2)
    assert tall.height > 2 * letter.height
    assert abs(letter.depth) < 0.1
    assert tall.depth > 0.3  # its lower half stands below the line


@pytest.mark.parametrize("latex", ["x", "a + b + c + d + e = f", r"\begin{aligned} a \\ b \\ c \end{aligned}"])
def test_measures_are_those_of_the_drawing_so_that_it_fills_its_place(latex: str) -> None:
    made = draw(latex, inline=True)
    root = etree.fromstring(made.svg.encode())
    _, top, width, height = map(float, root.attrib["viewBox"].split())
    assert made.width / width == pytest.approx(made.height / height, rel=0.001)
    assert made.depth / made.height == pytest.approx((top + height) / height, abs=0.001)


def test_letters_of_a_formula_are_as_high_as_those_of_the_text() -> None:
    letter = draw(r"\mathrm{z}", inline=True)
    assert letter.height - 2 / 24 == pytest.approx(0.475, abs=0.01)  # of the theme's face, without the drawing's edge


def test_inside_a_line_of_text_a_formula_is_lower() -> None:
    for latex in (r"\frac{a}{b}", r"\sum_{i=1}^n i"):
        assert draw(latex, inline=True).height < draw(latex, inline=False).height


def test_signs_are_said_in_order_and_an_ampersand_is_no_entity() -> None:
    assert said(tree(r"\frac{a}{b} = c")) == "ab=c"
    assert "&" in said(tree(r"a \& b"))


@pytest.mark.parametrize("most", [12.0, 16.0, 24.0])
def test_what_lines_can_part_is_no_wider_than_its_room(most: float) -> None:
    latex = (
        r"f(x) = \sum_{i} \left(a_i + b_i\right) x^i + \frac{1}{2} = x^2 + 2x + 1 - \sqrt{x} \le 10 x^2 + 20 x + 300"
    )
    assert fitted(latex, Room(most)).width <= most < draw(latex, inline=False).width
    assert max(one.drawn.width for one in pieces(latex, Room(most))) <= most


def test_what_has_room_is_drawn_as_it_is() -> None:
    assert fitted("a = b", Room(99)) == draw("a = b", inline=False)
    assert [one.drawn for one in pieces("a = b", Room(99))] == [draw("a = b", inline=True)]


def test_upright_letters_are_bold_without_serifs_and_no_vectors() -> None:
    made = upright(deepcopy(tree(r"\sigma n + \mathbf{v} + \mathrm{d}x")))
    assert said(made) == "\U0001d782\U0001d5fb+\U0001d42f+d\U0001d605"
    assert said(tree("n")) == "n"
    assert draw("n", inline=True, room=Room(upright=True)) != draw("n", inline=True)
