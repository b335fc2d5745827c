"""Signs that copies of copies lose are marked in text, and in nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.words.frail import dashed, heavier, marked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A, Z = '<span class="frail">', "</span>"


@pytest.mark.parametrize(
    ("html", "set_"),
    [
        ("12.5% of 3,314, so", f'12.5{A}%{Z} of <span class="nobreak">3{A},{Z}314{Z}, so'),
        ("2,5 or 1,069,100.", f'<span class="nobreak">2{A},{Z}5{Z} or <span class="nobreak">1{A},{Z}069{A},{Z}100{Z}.'),
        ("3,5,8,13 and 1,2,345", "3,5,8,13 and 1,2,345"),
        # A line ended between the thousands and the rest of a number.
        ("$1,022.34?", f'$<span class="nobreak">1{A},{Z}022.34{Z}?'),
        ("1.022,34 €.", f'<span class="nobreak">1.022{A},{Z}34{Z} €.'),
        ("20 °C", f'20 <span class="frail ring">°{Z}C'),
        ('<img style="width: 5%" alt="a_b"> a_b', f'<img style="width: 5%" alt="a_b"> a{A}_{Z}b'),
        ("<title>5%</title><body>5%", f"<title>5%</title><body>5{A}%{Z}"),
        ("&#39;5&amp;&#39;", "&#39;5&amp;&#39;"),
        # Of the Arabic "12.5% of it" the sign would go to the other side of the number.
        ("<p>\u0648\u0641\u064a\u0647 12.5%</p>", "<p>\u0648\u0641\u064a\u0647 12.5%</p>"),
    ],
)
def test_signs_are_marked_in_text_alone(html: str, set_: str) -> None:
    assert marked(html) == set_


def test_hyphens_are_marked_between_letters() -> None:
    assert dashed('<a href="a-b">a-b</a> - 4') == f'<a href="a-b">a{A}-{Z}b</a> - 4'


def test_a_voice_is_heavier_and_cut_for_small_letters_if_it_knows_sizes() -> None:
    assert heavier('"opsz" 11, "wght" 410', 180, 8) == '"opsz" 8, "wght" 590'
    assert heavier('"wght" 450', 180, 8) == '"wght" 630'


def test_no_line_ends_inside_a_number(unit: Callable[..., Path]) -> None:
    words = " ".join(f"{'m' * (at % 11 + 1)} 1,069,{at}.25" for at in range(100, 220))
    table = f"| Year | Loaves |\n|---|---|\n| one | {words[:400]} |\n"
    pages = pypdfium2.PdfDocument(pdf.make(ready(unit(f"## Loaves\n\n{words}\n\n{table}")), None, "a4").data)
    lines = [line for page in pages for line in page.get_textpage().get_text_range().splitlines()]
    assert sum(line.count("1,069,") for line in lines) == 120 + words[:400].count("1,069,")
    assert not [line for line in lines if line.endswith((",", "."))]
