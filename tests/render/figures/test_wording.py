"""How large the words of a drawing come out, by what its file says."""

from __future__ import annotations

from time import perf_counter

import pytest

from coursepack.render.figures.wording import smallest

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{}</svg>'


def drawn(inside: str) -> bytes:
    return DRAWING.format(inside).encode()


@pytest.mark.parametrize(
    ("inside", "size"),
    [
        ('<text font-size="8">a</text>', 4),
        ("<text font-size=' .5 '>a</text>", 0.25),
        ('<text style="fill:red;font-size: 7.5px">a</text>', 3.75),
        ('<text style="font-size:6pt ; fill:red">a</text>', 4),
        ("<style>text{font-size:10px} .b{font-size:9}</style>", 4.5),
        ('<text style="font-size:2em">a</text>', 0),
        ("<text>a</text>", 0),
    ],
)
def test_the_smallest_size_that_a_drawing_says(inside: str, size: float) -> None:
    assert smallest(drawn(inside), 100) == pytest.approx(size)


@pytest.mark.parametrize("run", ["1", " ", "1.", "\t"])
def test_a_long_run_of_signs_takes_no_time(run: str) -> None:
    began = perf_counter()
    assert smallest(drawn(f"<text>font-size:1{run * 100_000}x</text>"), 100) == 0
    assert perf_counter() - began < 1
