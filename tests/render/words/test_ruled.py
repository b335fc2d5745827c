"""What LaTeX says of lines in arrays, read on the tables of MathML, and what cannot be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.words.equation import mistake, native, said, tree
from coursepack.render.words.linear import linear
from coursepack.render.words.ruled import Across, across, down, has_lines
from coursepack.render.words.spoken import spoken

if TYPE_CHECKING:
    from lxml.etree import _Element


def array(columns: str, body: str = r"a & b & c \\ d & e & f") -> _Element:
    latex = rf"\begin{{array}}{{{columns}}} {body} \end{{array}}"
    assert mistake(latex) == ""
    return next(tree(latex).iter("mtable"))


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        ("ccc", [0, 0, 0, 0]),
        ("cc|c", [0, 0, 1, 0]),
        ("|c||cc|", [1, 2, 0, 1]),
        ("*{2}{c|}c", [0, 1, 1, 0]),
        ("c@{}c|@{\\,}c", [0, 0, 1, 0]),
        ("c !{\\vrule} c @{\\;|\\;} c", [0, 1, 1, 0]),
        ("p{2cm}|m{1em}|b{3mm}", [0, 1, 1, 0]),
        ("c|||cc", [0, 3, 0, 0]),
    ],
)
def test_lines_go_down_where_the_columns_say(columns: str, lines: list[int]) -> None:
    table = array(columns)
    assert down(table, 3) == lines
    assert [[said(cell) for cell in row] for row in table] == [["a", "b", "c"], ["d", "e", "f"]]


def test_columns_keep_their_sides() -> None:
    assert [cell.get("columnalign") for cell in array("l|c|r")[0]] == ["left", "center", "right"]
    assert [cell.get("columnalign") for cell in array("p{2cm}cr")[0]] == ["left", "center", "right"]


@pytest.mark.parametrize("name", ["matrix", "pmatrix", "bmatrix*", "smallmatrix"])
def test_every_matrix_may_have_columns_of_its_own(name: str) -> None:
    latex = rf"\begin{{{name}}}[cc|c] a & b & c \end{{{name}}}"
    assert mistake(latex) == ""
    assert down(next(tree(latex).iter("mtable")), 3) == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r"a & b \\ \hline c & d", [(1, 1, 2)]),
        (r"\hline a & b \\ c & d \\ \hline", [(0, 1, 2), (2, 1, 2)]),
        (r"a & b \\ \hline\hline c & d", [(1, 1, 2), (1, 1, 2)]),
        (r"a & b \\ \cline{2-2} c & d", [(1, 2, 2)]),
        (r"a & b \\[1ex] \hline c & d", [(1, 1, 2)]),
        (r"\toprule a & b \\ \midrule[1pt] c & d \\ \cmidrule(lr){1-1} e & f \\ \bottomrule",
         [(0, 1, 2), (1, 1, 2), (2, 1, 1), (3, 1, 2)]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("columns", ["cc", "c|c"])
def test_lines_go_across_before_their_row_or_after_the_last(
    columns: str, body: str, lines: list[tuple[int, ...]]
) -> None:
    assert across(array(columns, body)) == [Across(*one) for one in lines]


def test_a_row_that_ends_with_an_empty_cell_stays() -> None:
    assert [said(row) for row in array("cc", r"a & b \\ \hline c &")] == ["ab", "c"]
    assert [len(row) for row in array("c|c", r"a & b \\ \hline & \\ \hline")] == [2, 2]  # to be filled in
    assert said(tree(r"\begin{pmatrix} a & b \\ c & \end{pmatrix}")) == "(abc)"
    assert said(tree(r"\begin{matrix} a \& \end{matrix}")) == "a&"


def test_lines_stand_in_matrices_and_sums_too_and_each_table_has_its_own() -> None:
    system = next(tree(r"\begin{pmatrix}[cc|c] 1 & 2 & 3 \end{pmatrix}").iter("mtable"))
    assert down(system, 3) == [0, 0, 1, 0]
    total = next(tree(r"\begin{aligned} 1 & \\ \hline 2 & \end{aligned}").iter("mtable"))
    assert [one.row for one in across(total)] == [1]
    outer, inner = tree(r"\begin{array}{c} \begin{array}{c|c} a & b \end{array} \\ \hline x \end{array}").iter("mtable")
    assert (down(outer, 1), across(inner)) == ([0, 0], [])
    assert (down(inner, 2), across(outer)) == ([0, 1, 0], [Across(1, 1, 1)])


def test_what_stands_first_in_a_cell_is_what_it_was() -> None:
    signs = [one.get("form") for one in tree(r"\begin{array}{c|c} -1 & -2 \end{array}").iter("mo")]
    assert signs == ["prefix", "prefix"]
    assert said(tree(r"\begin{array}{c|c} {}^{14}C & ^2 x \end{array}")) == "14C2x"
    assert said(tree(r"\begin{array}{c|c} ^{14}C & x \end{array}")) == "14Cx"


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\begin{array}{c:c} a & b \end{array}", "`:` in the columns"),
        (r"\begin{array}{c@{=}c} a & b \end{array}", "`@{=}` in the columns"),
        (r"\begin{array}{>{x}c} a \end{array}", "`>` in the columns"),
        (r"\begin{array}{*{2}{*{2}{c}}} a \end{array}", "`*` in the columns"),
        (r"\begin{array}{*{99}{c}} a \end{array}", "1 to 40 columns, this one 99"),
        (r"\begin{array}{c||||c} a & b \end{array}", "at most 3 lines"),
        (r"\begin{array}{||} a \end{array}", "1 to 40 columns, this one 0"),
        (r"\begin{array}{cc} a & \hline b \end{array}", "between two rows"),
        (r"\begin{array}{cc} a \hline & b \end{array}", "between two rows"),
        (r"\hline", "between two rows"),
        (r"\begin{array}{cc} a & b \\ \cline{2-3} c & d \end{array}", "`\\cline{2-3}` goes over columns"),
        (r"\begin{array}{cc} a & b \\ \cline{2-1} c & d \end{array}", "`\\cline{2-1}` goes over columns"),
        (r"\begin{array}{cc} a & b \\ \cline{2} c & d \end{array}", "from which column to which"),
        (r"\begin{array}{cc} a & b \\ \hdashline c & d \end{array}", "`\\hdashline` can't be drawn"),
    ],
)
def test_a_line_that_cannot_be_drawn_is_said(latex: str, why: str) -> None:
    assert why in mistake(latex)


def test_an_author_writes_no_mark() -> None:
    assert down(array("cc", "\\text{\uf8e09,9,9} a & b"), 2) == [0, 0, 0]


def test_bars_are_written_in_a_row_and_lines_are_not_said() -> None:
    latex = r"\left(\begin{array}{c|c} 1 & 2 \\ \hline 3 & 4 \end{array}\right)"
    assert linear(latex).replace("\u00a0", " ") == "(1 | 2; 3 | 4)"
    words = {"end-of-row": "next row,"}
    assert (
        spoken(latex, words) == spoken(latex.replace("|", "").replace(r"\hline", ""), words) == "( 1 2 next row, 3 4 )"
    )


@pytest.mark.parametrize(
    ("latex", "is_native"),
    [
        (r"\begin{array}{cc} a & b \end{array}", True),
        (r"\begin{array}{c|c} a & b \end{array}", True),
        (r"\begin{array}{||c||c||} a & b \end{array}", True),
        (r"\begin{array}{c|c||c} a & b & c \end{array}", False),
        (r"\begin{array}{c|||c} a & b \end{array}", False),
        (r"\begin{array}{c|c} \frac{a}{b} & c \end{array}", False),
        (r"\begin{array}{cc} \frac{a}{b} & c \end{array}", True),
        (r"\begin{array}{cc} a & b \\ \hline c & d \end{array}", False),
    ],
)
def test_office_sets_bars_that_are_alike_between_low_rows(latex: str, is_native: bool) -> None:  # noqa: FBT001 a parameter
    assert native(latex) == is_native


def test_lines_that_have_a_rule_between_them_are_known() -> None:
    assert has_lines(r"a \\ \hline b")
    assert not has_lines(r"a \\ b")
