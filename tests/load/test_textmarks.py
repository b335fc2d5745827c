"""Marks of other editors: what they come to, and that what is inside keeps its place."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("==wet== rock", "<mark>wet</mark> rock"),
        ("a == b == c", "a == b == c"),
        (r"\textbf{wet} rock", "<strong>wet</strong> rock"),
        (r"\emph{a \textbf{b}}", "<em>a <strong>b</strong></em>"),
        (r"\textsc{Nato}", '<span class="smallcaps">Nato</span>'),
        (r"H\textsubscript{2}O", "H<sub>2</sub>O"),
        (r"\texttt{a\_b}", "<code>a_b</code>"),
        (r"\textbf{open", r"\textbf{open"),
        ("**rain****fall** is", "<strong>rainfall</strong> is"),
        ("**a:****b** **c****d****.**", "<strong>a:b</strong> <strong>cd.</strong>"),
        ("**a *b*c****d**", "<strong>a <em>b</em>cd</strong>"),
        ("**a** b****c** d", "<strong>a</strong> b****c** d"),
        ("**a** 2****3", "<strong>a</strong> 2****3"),
        ("`**`c****d**", "<code>**</code>c****d**"),
        ("**a****b", "**a****b"),
    ],
)
def test_a_mark_is_set(written: str, html: str) -> None:
    assert parser().render(written).strip() == f"<p>{html}</p>"


def test_what_is_inside_is_known_by_its_place() -> None:
    (_, inline, _) = parser().parse(r"wet \textbf{see [rain]{.term}}")
    term = next(child for child in inline.children or [] if child.type == "term")
    assert inline.content[term.meta["at"] :].startswith("[rain]")


def test_what_stands_behind_bolds_that_meet_is_known_by_its_place() -> None:
    (_, inline, _) = parser().parse("**a****b** {{c}}")
    assert [one.at for one in inline.meta["residue"]] == [11]
