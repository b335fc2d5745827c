from __future__ import annotations

from copy import deepcopy

import pytest

from coursepack.render.words.equation import draw, mistake, said, tree
from coursepack.render.words.mathml import placed


def forms(latex: str) -> list[bool]:
    """Say of each plus and minus whether it is a sign."""
    return [one.get("form") == "prefix" for one in tree(latex).iter("mo") if said(one) in {"\u2212", "+", "±"}]


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        ("(-3)", [True]),
        ("y = -1x", [True]),
        ("a - b", [False]),
        ("-x", [True]),
        ("a - -b", [False, True]),
        (r"2 \times -3", [True]),
        ("f(x) - 1", [False]),
        ("[-1, -2]", [True, True]),
        ("x! - 1", [False]),
        ("|-x| - 1", [True, False]),
        ("|x| = -x", [True]),
        (r"b \pm c", [False]),
        (r"\sin x - 1", [False]),
        (r"e^{-x}", [True]),
    ],
)
def test_a_minus_after_an_operator_or_a_bracket_is_a_sign(latex: str, signs: list[bool]) -> None:
    assert forms(latex) == signs


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        ("f := x", ["≔"]),
        (r"f \coloneqq x", ["≔"]),
        ("x^2 =: f", ["≕"]),
        ("x:y = 1:2", ["="]),
        (r"f\colon A = B", ["="]),
    ],
)
def test_a_colon_beside_an_equals_sign_is_one_sign_with_it(latex: str, signs: list[str]) -> None:
    made = tree(latex)
    assert [said(one) for one in made.iter("mo")] == signs
    assert said(made).count(":") == ("≔" not in signs and "≕" not in signs) * latex.replace(r"\colon", ":").count(":")


@pytest.mark.parametrize(
    ("latex", "signs"),
    [
        (r"\big\{x\big\}", "{x}"),
        (r"\bigl\langle x\bigr\rangle", "⟨x⟩"),
        (r"\Big\lfloor x\Big\rfloor", "⌊x⌋"),
        (r"\Bigg\|x\Bigg\|", "‖x‖"),
    ],
)
def test_a_bracket_of_a_size_of_its_own_is_drawn_higher(latex: str, signs: str) -> None:
    assert not mistake(latex)
    assert said(tree(latex)) == signs
    assert draw(latex, inline=False).height > draw(signs.replace("{", r"\{").replace("}", r"\}"), inline=False).height


@pytest.mark.parametrize(("alphabet", "sign"), [("bb", 0x1D7D9), ("bf", 0x1D7CF), ("tt", 0x1D7F7)])
def test_a_digit_of_another_alphabet_is_drawn_so(alphabet: str, sign: int) -> None:
    latex = rf"\math{alphabet}{{1}}"
    assert said(tree(latex)) == chr(sign)
    assert not mistake(latex)
    assert draw(latex, inline=False).svg != draw("1", inline=False).svg


@pytest.mark.parametrize(
    ("latex", "sign"), [(r"\to", "↛"), (r"\gets", "↚"), (r"\implies", "⇏"), (r"\iff", "⇎"), (r"\models", "⊭")]
)
def test_a_struck_arrow_has_a_sign_and_the_room_of_a_relation(latex: str, sign: str) -> None:
    assert said(tree(rf"a \not{latex} b")) == f"a{sign}b"
    assert tree(rf"a \not{latex} b").find(".//mo").get("lspace") == "0.208em"


def test_a_sign_stands_close_to_its_number() -> None:
    # A binary minus has a blank on both sides: two of them are wider than two signs.
    assert draw("(-3)", inline=True).width < draw("a-3", inline=True).width


@pytest.mark.parametrize(
    ("latex", "inline", "tag"),
    [
        (r"\sum_{i=1}^n i", True, "msubsup"),
        (r"\sum_{i=1}^n i", False, "munderover"),
        (r"\lim_{x\to 0} x", True, "msub"),
        (r"\lim_{x\to 0} x", False, "munder"),
        (r"\underbrace{a}_{b}", True, "munder"),
    ],
)
def test_limits_stand_beside_in_a_line_and_under_on_a_line_of_their_own(latex: str, inline: bool, tag: str) -> None:  # noqa: FBT001 a parameter
    assert placed(deepcopy(tree(latex)), inline=inline)[0][0].tag == tag


@pytest.mark.parametrize("latex", [r"\left(\sum_i x_i\right)", r"\left(\prod^n x\right)^2"])
def test_a_bracket_around_a_sum_with_one_limit_is_no_higher_than_that(latex: str) -> None:
    """It was 82 em high."""
    assert draw(latex, inline=False).height < 1.5 * draw(r"\sum_i x_i", inline=False).height


def test_a_wide_space_is_as_wide_as_it_says() -> None:
    """The library's em is 4/3 of one."""
    wide, narrow = (draw(latex, inline=True).width for latex in (r"a \quad b", "a b"))
    assert wide - narrow == pytest.approx(1, abs=0.01)


def test_a_box_stands_off_what_is_in_it() -> None:
    bare, boxed = (draw(latex, inline=False) for latex in (r"\text{sea}", r"\boxed{\text{sea}}"))
    assert boxed.width - bare.width > 0.5
    assert boxed.height - bare.height > 0.3
    assert draw(r"\boxed{\phantom{00}}", inline=False).width < 3
