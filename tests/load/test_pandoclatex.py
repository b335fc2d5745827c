"""What Pandoc writes of a LaTeX source."""

from __future__ import annotations

import pytest

from coursepack.load import attributes, div
from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ('[2.1](#def:sum){reference-type="ref" reference="def:sum"}', ("def-sum", True, "2.1")),
        ('[\\[eq:sum\\]](#eq:sum){reference-type="eqref"\nreference="eq:sum"}', ("eq-sum", True, "eq sum")),
        ('[1](#rivers){reference-type="ref+label" reference="rivers"}', ("rivers", False, "1")),
    ],
)
def test_a_reference_prints_what_its_target_has_here(written: str, mark: tuple[str, bool, str]) -> None:
    (_, inline, _) = parser().parse(f"By {written} it flows.")
    (found,) = [token.meta for token in inline.children or [] if token.type == "ref"]
    assert (found["id"], found["bare"], found["outside"]) == mark
    assert found["raw"] == written


def test_an_anchor_prints_nothing_and_a_link_stays_one() -> None:
    (_, inline, _) = parser().parse("*[]{#def:sum}Rivers* flow [down](#sea).")
    kinds = [token.type for token in inline.children or []]
    assert "".join(token.content for token in inline.children or []) == "Rivers flow down."
    assert kinds.count("link_open") == 1


@pytest.mark.parametrize(
    ("info", "text", "made"),
    [
        ("{#def:sum .definition}", "**Definition 1.1** (Of sums). *A sum is one.*", ("Of sums", "*A sum is one.*")),
        ("theorem", "**Theorem 2**. *It flows.*", ("", "*It flows.*")),
        ("proof", "*Proof.* It does. ◻", ("", "It does.\n")),
        # Another word at its beginning is the author's, and so is a head in bold that is no number.
        ("theorem", "**Lemma 2**. It flows.", ("", "**Lemma 2**. It flows.")),
        ("theorem", "**Theorem** of rivers", ("", "**Theorem** of rivers")),
    ],
)
def test_the_head_of_a_statement_is_its_label_and_its_title(info: str, text: str, made: tuple[str, str]) -> None:
    found = div.read(info, text)
    assert (found.title, found.body) == made


def test_a_label_of_latex_is_an_id() -> None:
    assert attributes.read("#fig:a.b_c .wide").id == "fig-a-b-c"
    assert attributes.read("#plain-id").id == "plain-id"
