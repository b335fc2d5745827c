"""Lines of drawings, as a tool that is not ours reads their widths from the page."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from weasyprint import HTML

from coursepack.render.handout.thinnest import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

# A drawing of 200 units on 100 pt of paper.
SHRUNK = 0.5
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50" viewBox="0 0 200 50">{}</svg>"""
LINE = '<path d="M0 10H200" fill="none" stroke="{}" stroke-width="{}" {}/>'
PAGE = """<style>@page {{ size: 200pt 100pt; margin: 0 }} img {{ width: 100pt; display: block }}</style>
<img src="data:image/svg+xml;base64,{}">"""


def strokes(inside: str) -> list[tuple[float, tuple[float, ...]]]:
    """Return the width and the dashes of every line of a drawing, in pt of the paper."""
    page = PAGE.format(b64encode(DRAWING.format(inside).encode()).decode())
    with seen():
        data = HTML(string=page).write_pdf(uncompressed_pdf=True)
    with pikepdf.open(BytesIO(data)) as file:
        return list(drawn(file.pages[0], 1.0))


def drawn(content: pikepdf.Page | pikepdf.Object, scale: float) -> Iterator[tuple[float, tuple[float, ...]]]:
    scales, width, dashes = [scale], 1.0, ()
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                scales.append(scales[-1])
            case "Q":
                scales.pop()
            case "cm":
                scales[-1] *= abs(float(operands[0]))
            case "w":
                width = float(operands[0]) * scales[-1]
            case "d":
                dashes = tuple(float(dash) * scales[-1] for dash in operands[0])
            case "S" | "B":
                yield round(width, 2), tuple(round(dash, 2) for dash in dashes)
            case "Do":
                resources = content.Resources if isinstance(content, pikepdf.Page) else content["/Resources"]
                yield from drawn(resources.XObject[str(operands[0])], scales[-1])


def test_a_thin_black_line_is_lifted_to_what_a_copy_of_a_copy_has() -> None:
    assert strokes(LINE.format("#000000", 0.8, "")) == [(0.6, ())]


def test_a_line_that_is_thick_enough_stays_as_it_is() -> None:
    assert strokes(LINE.format("#000000", 2, "")) == [(1.0, ())]


def test_a_coloured_one_is_as_wide_as_has_the_same_ink() -> None:
    """#14466B has three quarters of the ink of black."""
    assert strokes(LINE.format("#14466B", 0.8, "")) == [(0.78, ())]


@pytest.mark.parametrize("pale", ["#ffffff", "#b5b5b5"])
def test_white_between_shapes_and_pale_lines_stay_as_they_are(pale: str) -> None:
    assert strokes(LINE.format(pale, 0.8, "")) == [(0.4, ())]


def test_the_finest_becomes_no_blot() -> None:
    assert strokes(LINE.format("#000000", 0.1, "")) == [(0.18, ())]


def test_a_group_that_is_drawn_apart_knows_how_large_it_stands_on_paper() -> None:
    line = LINE.format("#000000", 0.8, "")
    assert strokes(f'<g opacity="0.9" transform="scale(0.5)">{line}</g>') == [(0.6, ())]


def test_dashes_are_no_shorter_than_is_seen() -> None:
    assert strokes(LINE.format("#000000", 2, 'stroke-dasharray="1.2 0.9"')) == [(1.0, (1.6, 1.2))]
    assert strokes(LINE.format("#000000", 2, 'stroke-dasharray="6 4"')) == [(1.0, (3.0, 2.0))]
    assert strokes(LINE.format("#000000", 0.8, 'stroke-dasharray="6 4"')) == [(0.75, (3.0, 2.0))]


def test_what_makes_a_letter_bolder_is_no_line() -> None:
    letter = '<path d="M0 0H9V9Z" fill="{}" stroke="#000000" stroke-width="0.2"/>'
    assert strokes(letter.format("#000000")) == [(0.1, ())]
    assert strokes(letter.format("#ffffff")) == [(0.35, ())]
