r"""Formulas as mhchem's manual has them (sections 1 to 3), by the LaTeX that sets them."""

from __future__ import annotations

import re

import pytest

from coursepack.render.words.chemistry import ChemistryError, ce


def squeezed(latex: str) -> str:
    """Leave blanks out, and say of an element only its sign."""
    return re.sub(r"\s+", "", re.sub(r"\\mathrm\{([^{}]*)\}", r"\1", latex))


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("H2O", "H_{2}O"),
        ("2 H2O", "2H_{2}O"),
        ("2H2O", r"2\,H_{2}O"),
        ("1/2 O2", "1/2O_{2}"),
        ("1/2O2", r"1/2\,O_{2}"),
        ("Na+", "Na^{+}"),
        ("SO4^2-", "SO_{4}^{2-}"),
        ("[Fe(CN)6]^{3-}", "[Fe(CN)_{6}]^{3-}"),
        ("^{14}_{6}C", "{}^{14}_{6}C"),
        ("NaCl(aq)", r"NaCl\,(aq)"),
        ("CuSO4*5H2O", r"CuSO_{4}\cdot5H_{2}O"),
        ("H-H", "H{-}H"),
        ("O=C=O", "O{=}C{=}O"),
        ("HC#CH", r"HC{\equiv}CH"),
        ("AgCl v", r"AgCl\,{\downarrow}"),
        ("CO2 ^", r"CO_{2}\,{\uparrow}"),
        ("C_{n}H", "C_{n}H"),
        ("e-", "e^{-}"),
        ("^14_6C", "{}^{14}_{6}C"),
        ("3^1_0n", r"3\,{}^{1}_{0}n"),
        ("^0_-1e-", "{}^{0}_{-1}e^{-}"),
        ("Fe^n+", "Fe^{n+}"),
        ("$k$ H2O", "kH_{2}O"),
        ("(1/2) H2O", "(1/2)H_{2}O"),
        ("H{}^3HO", "H{}^{3}HO"),
        (r"\{(X2)3\}2", r"\{(X_{2})_{3}\}_{2}"),
    ],
)
def test_signs_have_the_meaning_of_the_manual(source: str, made: str) -> None:
    assert squeezed(ce(source)) == made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("A -> B", r"A\rightarrowB"),
        ("A<=>B", r"A\rightleftharpoonsB"),
        ("A <- B", r"A\leftarrowB"),
        ("A <-> B", r"A\leftrightarrowB"),
        ("A ->[heat] B", r"A\;{\overset{heat}{\longrightarrow}}\;B"),
        ("A ->[a][b] B", r"A\;\underset{b}{\overset{a}{\longrightarrow}}\;B"),
        ("A ->[H2O, heat] B", r"A\;{\overset{H_{2}O,\heat}{\longrightarrow}}\;B"),
        ("A + B -> C", r"A+B\rightarrowC"),
    ],
)
def test_arrows_have_words_above_and_below(source: str, made: str) -> None:
    assert squeezed(ce(source)) == made


def test_a_sign_that_means_nothing_is_named() -> None:
    with pytest.raises(ChemistryError, match="`!` means nothing"):
        ce("H2!")
