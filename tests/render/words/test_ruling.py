"""Lines of arrays as they are drawn: the picture is read dot by dot, by what is dark from one end to the other."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

import pytest
import resvg_py
from PIL import Image

from coursepack.render.words.equation import draw

ZOOM = 4


def picture(latex: str) -> list[list[bool]]:
    """Draw a formula; say of each dot whether it is dark, by rows, without the white around."""
    svg = draw(latex, inline=False).svg
    made = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg, zoom=ZOOM, background="white")))).convert("L")
    box = made.point(lambda dot: 255 * (dot < 128)).getbbox()
    assert box is not None
    inked = made.crop(box)
    width, dots = inked.width, [dot < 128 for dot in inked.tobytes()]
    return [dots[start : start + width] for start in range(0, len(dots), width)]


def bars(rows: list[list[bool]], share: float = 0.95) -> list[int]:
    """Return where the rows stand that are dark nearly all along; each line is as thick as a few of them."""
    full = [number for number, row in enumerate(rows) if sum(row) >= share * len(row)]
    return [next(one for _, one in run) for _, run in groupby(enumerate(full), lambda pair: pair[1] - pair[0])]


def turned(rows: list[list[bool]]) -> list[list[bool]]:
    return [list(column) for column in zip(*rows, strict=True)]


def inked(rows: list[list[bool]]) -> int:
    return sum(map(any, rows))


@pytest.mark.parametrize(
    ("columns", "body", "down", "across"),
    [
        ("cc", r"a & b \\ c & d", 0, 0),
        ("c|c", r"a & b \\ c & d", 1, 0),
        ("c||c", r"a & b \\ c & d", 2, 0),
        ("|c|c|", r"a & b \\ c & d", 3, 0),
        ("cc", r"a & b \\ \hline c & d", 0, 1),
        ("cc", r"\hline\hline a & b \\ c & d \\ \hline", 0, 3),
        ("|c|", r"\hline a \\ \hline", 2, 2),
        ("c|c", r"a & b", 1, 0),
    ],
)
def test_as_many_lines_are_drawn_as_are_written(columns: str, body: str, down: int, across: int) -> None:
    rows = picture(rf"\begin{{array}}{{{columns}}} {body} \end{{array}}")
    assert (len(bars(turned(rows))), len(bars(rows))) == (down, across)


def test_a_line_down_stands_between_its_columns_and_touches_neither() -> None:
    columns = turned(picture(r"\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}"))
    (at,) = bars(columns)
    groups = [key for key, _ in groupby(map(any, columns))]
    assert groups == [True, False] * 3 + [True]  # 1, 2, the line, 3, with white between
    assert inked(columns[:at]) == pytest.approx(2 * inked(columns[at + 10 :]), rel=0.25)


def test_a_line_across_stands_between_its_rows_and_touches_neither() -> None:
    rows = picture(r"\begin{array}{cc} A & B \\ \hline C & D \\ E & F \end{array}")
    (at,) = bars(rows)
    assert [key for key, _ in groupby(map(any, rows))] == [True, False] * 3 + [True]
    assert inked(rows[:at]) == pytest.approx(inked(rows[at + 10 :]) / 2, rel=0.25)


def test_a_line_over_some_columns_leaves_the_others_white() -> None:
    rows = picture(r"\begin{array}{ccc} A & B & C \\ \cline{2-3} A & B & C \end{array}")
    (at,) = bars(rows, 0.6)
    line = rows[at]
    assert not any(line[: len(line) // 4])
    assert all(line[len(line) // 2 :])


def test_lines_of_a_frame_meet_at_its_corners() -> None:
    rows = picture(r"\begin{array}{|c|} \hline a \\ \hline \end{array}")
    assert all(rows[y][x] for x in (1, -2) for y in (1, -2))
    assert all(all(row) for row in (rows[1], rows[-2]))
    double = picture(r"\begin{array}{||c||} \hline\hline a \\ \hline\hline \end{array}")
    assert all(double[y][x] for x in (1, -2) for y in (1, -2))
    assert all(all(row) for row in (double[1], double[-2]))


def test_brackets_are_as_high_as_the_frame_inside() -> None:
    bare, ruled = (draw(rf"\left({one}\right)", inline=False) for one in (
        r"\begin{array}{c} a \\ b \end{array}", r"\begin{array}{c} \hline a \\ b \\ \hline \end{array}"
    ))  # fmt: skip
    assert ruled.height > bare.height


def test_a_phantom_has_no_lines() -> None:
    hidden = picture(r"\phantom{\begin{array}{c|c} a & b \\ \hline c & d \end{array}} x")
    assert bars(turned(hidden)) == []
