"""A figure that leads to an exercise, as on a worksheet. Pages are 200 by 100 pt with a margin of 10: eight lines."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from coursepack.render.handout.parting import early

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = """p {line-height: 10pt} img {display: block}
.figure, .stem, .match, .ask {break-inside: avoid} .figure, .stem {break-after: avoid}
.figure[data-parted], [data-parted] .stem {break-after: auto}
.essay.write .stem {break-after: avoid} [data-parted=freely] .stem {break-inside: auto}"""
LINE = "<p>A line</p>"
FIGURE, HIGH = (f'<div class="pictured figure">{LINE * lines}</div>' for lines in (2, 4))
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='180' height='41'/>"
PICTURE = f'<div class="pictured figure"><img src="data:image/svg+xml,{quote(SVG)}" style="width:180pt"></div>'


def write(asked: int, kind: str = "") -> str:
    ask = f'<div class="ask">{LINE * asked}</div>'
    return f'<div class="exercise write {kind}"><div class="stem">{LINE * 2}</div>{ask}</div>'


def match(lines: int) -> str:
    return f'<div class="exercise match">{LINE * lines}</div>'


@pytest.mark.parametrize(
    ("source", "laid", "done"),
    [
        # Below a head the figure has the wording with it, and the questions stand overleaf.
        (LINE + FIGURE + write(4), [1 + 2 + 2, 4], ["closer", "closer", "parted"]),
        # What is answered as a whole stands there alone.
        (LINE + FIGURE + match(6), [1 + 2, 6], ["closer", "closer", "parted", "alone"]),
        # So does what is written below a wording of two paragraphs: those are not parted for it.
        (LINE + HIGH + write(2, "essay"), [1 + 4, 2 + 2], ["closer", "closer", "parted", "alone"]),
        # Where less of the page is white, both stand on the next one: who answers looks at the figure.
        (LINE * 4 + FIGURE + write(4), [4, 2 + 2 + 4], []),
        # A picture that is a little smaller has room for all of it.
        (LINE + PICTURE + match(3), [1 + 3], ["closer", "small"]),
    ],
)
def test_no_head_stands_alone_for_a_figure_and_its_exercise(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, laid: list[int], done: list[str]
) -> None:
    document, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [name for _, name in early(mended)] == done
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == laid
