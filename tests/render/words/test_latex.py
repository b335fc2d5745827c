from __future__ import annotations

from time import process_time

import pytest

from coursepack.render.words.equation import draw, mistake, said, tree
from coursepack.render.words.latex import Lines, lines, plain, usual
from coursepack.render.words.linear import linear
from coursepack.render.words.ruled import marked


@pytest.mark.parametrize(
    ("latex", "row"),
    [
        (r"\ce{2H2 + O2 -> 2H2O}", "2H₂ + O₂ → 2H₂O"),
        (r"\ce{SO4^2-}", "SO₄²⁻"),
        (r"\ce{OH-}", "OH⁻"),
        (r"\ce{Fe^{3+}(aq)}", "Fe³⁺(aq)"),
        (r"\ce{Fe(OH)3}", "Fe(OH)₃"),
        (r"\ce{CuSO4*5H2O}", "CuSO₄ · 5H₂O"),
        (r"\SI{9.81}{m/s^2}", "9.81m/s²"),
        (r"\qty{9.81}{\metre\per\second\squared}", "9.81ms⁻²"),
        (r"\SI{6.02e23}{\per\mole}", "6.02 \u00d7 10²³mol⁻¹"),
        (r"\si{\kilo\gram\cubic\metre}", "kgm³"),
        (r"\num{1.5e-3}", "1.5 \u00d7 10⁻³"),
        (r"\ang{90}", "90°"),
    ],
)
def test_chemistry_and_quantities_are_set(latex: str, row: str) -> None:
    assert mistake(latex) == ""
    assert linear(latex).replace("\u00a0", " ").replace(" ", "") == row.replace(" ", "")


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\ce{H2O$}", "`$` means nothing in \\ce"),
        (r"\SI{x}{m}", "`x` is no number"),
        (r"\SI{1}{\furlong}", "there is no unit `\\furlong`"),
        (r"\SI{1}", "`\\SI` has its argument in braces"),
        (r"\\", "there is nothing to set"),
        ("~", "there is nothing to set"),
        (r"\not", "`\\not` strikes out a relation, such as `\\not=`"),
    ],
)
def test_what_cannot_be_set_is_said(latex: str, why: str) -> None:
    assert mistake(latex).startswith(why)


@pytest.mark.parametrize("alphabet", ["bb", "cal", "scr", "frak", "sf", "bf", "rm", "tt"])
def test_a_letter_of_an_alphabet_needs_no_braces(alphabet: str) -> None:
    bare, braced = (draw(rf"\math{alphabet}{letter}", inline=False).svg for letter in (" P", "{P}"))
    assert bare == braced
    assert bare != draw("P", inline=False).svg


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"a \\ b", r"\begin{aligned}a \\ b\end{aligned}"),
        (r"a \\", "a "),
        (r"\begin{cases} a \\ b \end{cases}", r"\begin{cases} a \\ b \end{cases}"),
        (r"\text{a \\ b}", r"\text{a \\ b}"),
        (r"a \not= b", r"a \neq  b"),
        (r"\notin", r"\notin"),
    ],
)
def test_lines_have_an_environment_and_struck_relations_a_sign(latex: str, expected: str) -> None:
    assert plain(latex) == expected


@pytest.mark.parametrize(
    ("latex", "means"),
    [
        (r"\begin{align*}a &= b \\ c &= d\end{align*}", r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
        (r"\begin{alignat}{2}a &= b\end{alignat}", r"\begin{aligned}a &= b\end{aligned}"),
        (r"\begin{equation}a = b\end{equation}", "a = b"),
        (r"\begin{eqnarray}a &=& b\end{eqnarray}", r"\begin{array}{rcl}a &=& b\end{array}"),
        (r"a \nonumber", "a "),
        (r"\bm{v}", r"\mathbf{v}"),
        (r"\text{if $n$ is even}", r"\text{if }n\text{ is even}"),
        (r"\text{$a$ and $b$}", r"a\text{ and }b"),
        (r"\hbox{any $a$} \mbox {so}", r"\text{any }a \text {so}"),
    ],
)
def test_displays_of_other_tools_are_usual_ones(latex: str, means: str) -> None:
    assert usual(latex) == means
    assert mistake(latex) == ""


@pytest.mark.parametrize("name", ["align", "gather", "multline", "flalign", "equation", "eqnarray"])
def test_a_display_has_no_number_of_its_own(name: str) -> None:
    assert said(tree(rf"\begin{{{name}}}x = y\end{{{name}}}")) == "x=y"


def test_a_formula_is_parted_only_between_lines_of_its_own() -> None:
    assert lines(r"\begin{align}a \\ b \\\end{align}").rows == ("a", "b")
    assert lines(r"a \\ b").rows == ("a", "b")
    bracket = r"a = \left( b \\ c \right)"
    assert mistake(bracket) == ""
    assert lines(bracket).rows == (bracket,)
    matrix = r"A = \begin{pmatrix}1 \\ 2\end{pmatrix}"
    assert lines(matrix).rows == (matrix,)
    summed = r"a &= 1 \\ \hline b &= 2"
    assert lines(summed).rows == (summed,)
    two = r"\begin{aligned}a \\ b\end{aligned} + \begin{aligned}c \\ d\end{aligned}"
    assert lines(two).rows == (two,)
    pair = r"\begin{cases}a \\ b\end{cases} + \begin{cases}c \\ d\end{cases}"
    assert lines(pair).rows == (pair,)


def test_lines_are_shared_evenly_and_none_is_lost() -> None:
    parts = Lines(("a &= 1", "b", "c", "d", "e")).shared(2)
    assert [lines(part).rows for part in parts] == [("a &= 1", "b", "c"), ("d", "e")]
    assert Lines(("x &= 1", "y")).shared(2) == [r"\begin{aligned}x &= 1\end{aligned}", "y"]


def test_cases_are_parted_with_what_stands_before_their_brace() -> None:
    cases = r"f(x) = \begin{cases}1, & x > 1 \\ 2, & x > 2 \\ 3, & x > 3\end{cases}"
    assert lines(cases).rows == ("1, & x > 1", "2, & x > 2", "3, & x > 3")
    assert lines(cases).shared(2) == [
        r"f(x) = \begin{cases}1, & x > 1 \\ 2, & x > 2\end{cases}",
        r"f(x) = \begin{cases}3, & x > 3\end{cases}",
    ]


def test_a_page_says_how_large_its_formulas_are() -> None:
    assert usual(r"{\large x} \hfill = \normalsize 2 \smallint") == r"{x} = 2 \smallint"


@pytest.mark.parametrize("end", [r"\\[1ex]", r"\\*", r"\\*[-2,5 pt]", r"\\ [.5em]", r"\\[2\jot]"])
@pytest.mark.parametrize("name", ["pmatrix", "cases", "aligned", "align*"])
def test_a_page_says_how_far_apart_lines_are(end: str, name: str) -> None:
    latex = rf"\begin{{{name}}} a & b {end} c & d \end{{{name}}}"
    assert mistake(latex) == ""
    assert [[said(cell) for cell in row] for row in tree(latex).iter("mtr")] == [["a", "b"], ["c", "d"]]
    assert lines(f"a &= b {end} c &= d").rows == ("a &= b", "c &= d")


@pytest.mark.parametrize("inside", ["[1, 2]", "[x]", "[x|y]"])
def test_a_bracket_may_begin_any_line(inside: str) -> None:
    for name in ("pmatrix", "cases", "aligned"):
        latex = rf"\begin{{{name}}} {inside} & a \\ {inside} & b \end{{{name}}}"
        assert mistake(latex) == ""
        assert [said(row[0]) for row in tree(latex).iter("mtr")] == [inside.replace(" ", "")] * 2
    assert lines(rf"a = b \\ {inside} = c").rows == ("a = b", f"{inside} = c")


def test_how_lines_stand_among_others_is_left_out() -> None:
    assert usual(r"\begin{split}[t] a &= b \end{split}") == r"\begin{aligned} a &= b \end{aligned}"


def test_a_long_formula_is_read_in_no_time() -> None:
    start = process_time()
    for piece in ("\\\\[1", "\\\\[" + "1" * 9, "\\begin{cases}[", "\\begin{pmatrix}[|", "|", "[c"):
        usual(marked(r"\begin{pmatrix}[" + piece * (50_000 // len(piece))))
    assert process_time() - start < 2
