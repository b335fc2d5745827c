"""Formulas on paper and in the deck, and that both files are sound, read back with tools of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from page import validate_pdf_bytes

from coursepack.outputs import slides
from coursepack.render.slides.native.omml import omml
from coursepack.render.words.equation import mistake
from slidexml import MC, A, M, P, alternatives, slide

if TYPE_CHECKING:
    from pathlib import Path

    from coursepack.build import Ready
    from reading import Reading


def test_the_handout_is_pdf_ua_1(printed: bytes) -> None:
    report = validate_pdf_bytes(printed, profile="ua1")
    assert report.is_compliant, report.failures


def test_a_validator_finds_no_error_in_the_deck(deck: bytes, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck)
    result = OpenXmlValidator().validate(tmp_path / "deck.pptx")
    assert [error.description for error in result.errors] == []


@pytest.mark.usefixtures("anew")
def test_the_deck_has_the_same_bytes_again(course: Ready, deck: bytes) -> None:
    assert slides.make(course, None, "a4").data == deck


def test_formulas_on_paper_are_paths_with_words_behind_them(reading: Reading) -> None:
    said = alternatives(reading)
    assert "x bar equals 1 over n the sum from i equals 1 to n of x sub i" in said
    assert "p hat plus or minus 1.96 times the root of p hat times one minus p hat over n" in said
    assert "x sub 1 squared" in said
    assert not [name for name, _ in reading.fonts() if "STIX" in name]


def test_prices_and_escaped_dollars_are_no_formulas(reading: Reading) -> None:
    text = " ".join(reading.text.split())
    assert "a ticket costs $5 and a book $6" in text
    assert "A dollar is written $x$." in text


def test_equations_are_numbered_and_referred_to(reading: Reading) -> None:
    text = " ".join(reading.text.replace("\u00a0", " ").split())
    assert "(1.1)" in text
    assert "(1.2)" in text
    assert "1.2 and Equation 1.1" in text


def test_a_formula_in_the_deck_is_native_with_a_fallback(deck: bytes) -> None:
    _, tree = slide(deck, "The mean is a sum shared out")
    both = next(one for one in tree.iter(f"{MC}AlternateContent") if one.find(f".//{M}oMathPara") is not None)
    choice, fallback = both.find(f"{MC}Choice"), both.find(f"{MC}Fallback")
    assert choice.nsmap[choice.get("Requires")] == "http://schemas.microsoft.com/office/drawing/2010/main"
    assert choice.find(f".//{M}nary/{M}naryPr/{M}chr").get(f"{M}val") == "∑"
    picture = fallback.find(f"{P}pic")
    assert picture.find(f".//{A}blip") is not None
    assert picture.find(f".//{P}cNvPr").get("descr") == "x bar equals 1 over n the sum from i equals 1 to n of x sub i"


def test_libreoffice_shows_the_picture_of_a_formula(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, _ = slide(deck, "How far off a sample is")
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_PATH, pypdfium2.raw.FPDF_PAGEOBJ_FORM]
    boxes = [one.get_bounds() for one in drawn[number - 1].get_objects(kinds, max_depth=1)]
    high = drawn[number - 1].get_height()
    assert any(box[1] > high - 6.3 * 72 and box[3] < high - 1.9 * 72 and box[3] - box[1] > 15 for box in boxes)


def test_a_matrix_with_a_line_is_native_and_a_table_with_lines_across_a_picture(deck: bytes) -> None:
    _, system = slide(deck, "A system as a matrix")
    fences = [one.find(f"{M}dPr/{M}sepChr") for one in system.iter(f"{M}d")]
    assert [one.get(f"{M}val") for one in fences if one is not None] == ["|"]
    _, truth = slide(deck, "Not is the other one")
    assert not list(truth.iter(f"{M}oMath"))
    (picture,) = truth.iter(f"{P}pic")
    assert picture.find(f".//{P}cNvPr").get("descr") == "p not p next row, 0 1 next row, 1 0"


def test_a_formula_in_a_line_is_native_and_a_row_of_signs_elsewhere(deck: bytes, drawn: pypdfium2.PdfDocument) -> None:
    number, tree = slide(deck, "The mean x\u0304 is a sum")
    choice = tree.find(f".//{MC}Choice//{P}sp")
    assert [one.tag for one in choice.iter(f"{M}oMath")] == [f"{M}oMath"] * 2
    assert "".join(choice.iter(f"{A}t").__next__().itertext()) == "The mean is "
    text = drawn[number - 1].get_textpage().get_text_bounded()
    assert "costs $5 and $6" in text
    assert "1/n∑" in text


@pytest.mark.parametrize(
    ("latex", "path"),
    [
        (r"\frac{a}{b}", "f/num/r"),
        (r"\sqrt{x}", "rad/radPr/degHide"),
        (r"\sqrt[3]{x}", "rad/deg/r"),
        (r"\hat{p}", "acc/e/r"),
        (r"\bar{x}", "bar/e/r"),
        (r"\left(\frac{a}{b}\right)^2", "sSup/e/d/e/f"),
        (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "d/e/m/mr/e/r"),
        (r"\begin{array}{|c|c|}a&b\end{array}", "d/e/m/mr/e/r"),
        (r"\begin{cases}a\\b\end{cases}", "d/e/m/mr"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "m/mr/e/r"),
        (r"\lim_{n\to\infty}a_n", "limLow/lim/r"),
        (r"\int_0^1 x", "nary/sub/r"),
        (r"\underbrace{a+b}_{n}", "limLow/e/groupChr/e/r"),
        (r"\overline{AB}", "bar/e/r"),
        (r"\text{a b}", "r/rPr/nor"),
    ],
)
def test_every_form_has_its_office_element(latex: str, path: str) -> None:
    assert mistake(latex) == ""
    assert omml(latex).find("/".join(f"{M}{name}" for name in path.split("/"))) is not None
