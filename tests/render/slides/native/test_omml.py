"""Equations as Office MathML, read by their elements (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides.native.omml import omml

if TYPE_CHECKING:
    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def one(latex: str, tag: str) -> _Element:
    (found,) = omml(latex).iter(f"{M}{tag}")
    return found


def said(element: _Element | None) -> str:
    return "".join(element.itertext()) if element is not None else ""


def slots(element: _Element) -> dict[str, str]:
    return {part.tag.removeprefix(M): said(part) for part in element if not part.tag.endswith("Pr")}


def value(element: _Element, path: str) -> str | None:
    found = element.find("/".join(f"{M}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{M}val")


@pytest.mark.parametrize(
    ("latex", "tag", "expected"),
    [
        (r"\frac{a}{b}", "f", {"num": "a", "den": "b"}),
        (r"\sqrt[3]{x}", "rad", {"deg": "3", "e": "x"}),
        (r"\sqrt{x+1}", "rad", {"deg": "", "e": "x+1"}),
        ("x^2", "sSup", {"e": "x", "sup": "2"}),
        ("x_i", "sSub", {"e": "x", "sub": "i"}),
        ("x_i^2", "sSubSup", {"e": "x", "sub": "i", "sup": "2"}),
        (r"\lim_{n} a", "limLow", {"e": "lim", "lim": "n"}),
    ],
)
def test_every_part_stands_in_its_own_slot(latex: str, tag: str, expected: dict[str, str]) -> None:
    assert slots(one(latex, tag)) == expected


def test_a_square_root_hides_its_empty_degree_and_a_binomial_has_no_bar() -> None:
    assert value(one(r"\sqrt{x}", "rad"), "radPr/degHide") == "1"
    assert value(one(r"\sqrt[3]{x}", "rad"), "radPr/degHide") is None
    assert value(one(r"\binom{n}{k}", "f"), "fPr/type") == "noBar"
    assert value(one(r"\frac{n}{k}", "f"), "fPr/type") is None


@pytest.mark.parametrize(("latex", "mark"), [(r"\hat{x}", "\u0302"), (r"\vec{v}", "\u20d7"), (r"\dot{x}", "\u0307")])
def test_an_accent_is_a_joining_mark(latex: str, mark: str) -> None:
    accent = one(latex, "acc")
    assert value(accent, "accPr/chr") == mark
    assert said(accent.find(f"{M}e")) in {"x", "v"}


def test_bars_and_braces_stand_over_or_under_what_they_mean() -> None:
    assert value(one(r"\overline{ab}", "bar"), "barPr/pos") == "top"
    assert value(one(r"\underline{ab}", "bar"), "barPr/pos") == "bot"
    assert value(one(r"\underbrace{a+b}_{c}", "groupChr"), "groupChrPr/pos") == "bot"
    assert said(one(r"\underbrace{a+b}_{c}", "limLow").find(f"{M}lim")) == "c"


def test_brackets_that_grow_hold_what_is_between_them() -> None:
    fence = one(r"a \left( \frac{b}{c} \right] d", "d")
    assert (value(fence, "dPr/begChr"), value(fence, "dPr/endChr")) == ("(", "]")
    assert said(fence.find(f"{M}e")) == "bc"
    assert said(omml(r"a \left( \frac{b}{c} \right] d")) == "abcd"


def test_cases_have_one_bracket() -> None:
    fence = one(r"f = \begin{cases} 1 & x \\ 0 & y \end{cases}", "d")
    assert (value(fence, "dPr/begChr"), value(fence, "dPr/endChr")) == ("{", "")


def test_a_matrix_has_its_rows_and_cells_in_brackets() -> None:
    fence = one(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "d")
    rows = [[said(cell) for cell in row] for row in fence.iter(f"{M}mr")]
    assert rows == [["a", "b"], ["c", "d"]]
    assert (value(fence, "dPr/begChr"), value(fence, "dPr/endChr")) == ("(", ")")


def test_lines_down_are_bars_between_matrices_in_brackets_of_their_own() -> None:
    outer, inner = omml(r"\left(\begin{array}{cr|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right)").iter(f"{M}d")
    assert (value(outer, "dPr/begChr"), value(outer, "dPr/endChr")) == ("(", ")")
    marks = [value(inner, f"dPr/{name}") for name in ("begChr", "sepChr", "endChr")]
    assert marks == ["", "|", ""]
    parts = [[[said(cell) for cell in row] for row in part.iter(f"{M}mr")] for part in inner.findall(f"{M}e")]
    assert parts == [[["1", "2"], ["4", "5"]], [["3"], ["6"]]]
    left = one(r"\begin{array}{|cc} 1 & 2 \end{array}", "d")
    assert [value(left, f"dPr/{name}") for name in ("begChr", "endChr")] == ["|", ""]
    frame = one(r"\begin{array}{||c||} 1 \\ 2 \end{array}", "d")
    assert [value(frame, f"dPr/{name}") for name in ("begChr", "sepChr", "endChr")] == ["‖", "‖", "‖"]


def test_columns_keep_their_sides() -> None:
    sides = [one.get(f"{M}val") for one in omml(r"\begin{array}{lcr} 1 & 2 & 3 \end{array}").iter(f"{M}mcJc")]
    assert sides == ["left", "center", "right"]
    assert not list(omml(r"\begin{pmatrix} 1 & 2 \end{pmatrix}").iter(f"{M}mcs"))


def test_a_sum_has_its_limits_above_and_below_and_an_integral_beside() -> None:
    total, area = one(r"\sum_{i=1}^{n} x", "nary"), one(r"\int_0^1 x\,dx", "nary")
    assert {name: slots(total)[name] for name in ("sub", "sup")} == {"sub": "i=1", "sup": "n"}
    assert {name: slots(area)[name] for name in ("sub", "sup")} == {"sub": "0", "sup": "1"}
    assert [value(made, "naryPr/limLoc") for made in (total, area)] == ["undOvr", "subSup"]
    bare = one(r"\sum x", "nary")
    assert (value(bare, "naryPr/subHide"), value(bare, "naryPr/supHide")) == ("1", "1")


def test_names_of_functions_are_upright_words_are_text_and_letters_lean() -> None:
    runs = {said(run.find(f"{M}t")): run for run in omml(r"\sin x = \text{and} - 2").iter(f"{M}r")}
    assert value(runs["sin"], "rPr/sty") == "p"
    assert value(runs["x"], "rPr/sty") is None
    assert runs["and"].find(f"{M}rPr/{M}nor") is not None
    assert "\u2212" in runs  # a minus and no hyphen
    assert value(runs["2"], "rPr/sty") == "p"
