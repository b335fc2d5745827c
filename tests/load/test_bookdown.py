"""Statements, references and labels of bookdown are those of a course."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("head", "info"),
    [
        ('{theorem, label="sum", name="Of sums"}', '{theorem #sum title="Of sums"}'),
        ('{theorem sum_a, name="Of sums"}', '{theorem #sum-a title="Of sums"}'),
        ("{exercise, add}", "{exercise #add}"),
        ('{proof, name="by hand"}', '{proof title="by hand"}'),
        ('{diagram, name="a"}', '{diagram, name="a"}'),
    ],
)
def test_a_chunk_that_is_a_statement_has_its_label_as_id(head: str, info: str) -> None:
    (token,) = parser().parse(f"```{head}\nWords.\n```\n")
    assert token.info == info


def test_a_label_in_a_formula_numbers_it_and_is_no_part_of_it() -> None:
    (token,) = parser().parse("\\begin{equation}\na = b\n(\\#eq:sum)\n\\end{equation}\n")
    assert token.type == "formula"
    assert token.meta["id"] == "eq-sum"
    assert "#" not in token.meta["latex"]


def test_a_reference_is_its_number_and_leads_to_a_formula_by_its_kind() -> None:
    (_, inline, _) = parser().parse("\\@ref(thm:sum) and \\@ref(eq:sum)")
    marks = [token.meta for token in inline.children or [] if token.type == "ref"]
    assert [(one["id"], one["bare"]) for one in marks] == [("sum", True), ("eq-sum", True)]
