"""What a preview recalls: fewer layouts, and the same pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf
from coursepack.render.handout import recalled
from coursepack.render.handout.bench import Bench, Laid, Wanted
from coursepack.render.handout.cutting import Chunk
from coursepack.render.handout.order import Order
from coursepack.render.handout.piece import Piece
from coursepack.render.handout.recalled import Numbers, recalling

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A picture as high as a page.
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="170"><path d="M0 0H9V9z"/></svg>'
PAGE = "```{{figure}}\nid: p{0}\nsrc: media/a.svg\ntitle: T\nalt: x\n```\n"
TABLE = "```{table}\nid: t\ntitle: T\ncolumns: [a, b]\nrows:\n  - [c, d]\n```\n"
FAR = f"## S\n\nSee @table:t.\n\n{''.join(map(PAGE.format, range(4)))}\n{TABLE}"
NEAR = f"## S\n\nSee @table:t.\n\n{TABLE}\n\n{PAGE.format(0)}"


def alone(root: Path) -> bytes:
    """Print the first unit of a course by itself."""
    made = ready(root)
    return pdf.make(made, made.pack.units[0], "a4").data


@pytest.mark.usefixtures("anew")
def test_pages_are_laid_out_once_where_numbers_stay_and_are_the_same_in_any_case(
    unit: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, laid = dict[str, Numbers](), list[str]()
    original = Bench.laid

    def noted(self: Bench, wanted: Wanted, first: int) -> Laid:
        laid.append(wanted.html)
        return original(self, wanted, first)

    monkeypatch.setattr(Bench, "laid", noted)
    counts = []
    # A comma, a page more before the table, and a table that is near now.
    for body in (FAR, FAR.replace("See", "Now see"), FAR.replace("## S", f"## S\n\n{PAGE.format(9)}"), NEAR, NEAR):
        root = unit(body, {"media/a.svg": SVG})
        usual = alone(root)
        laid.clear()
        with recalling(memory):
            assert alone(root) == usual
        counts.append(len([html for html in laid if "See" in html or "see" in html]))
    assert counts == [2, 1, 2, 2, 1]


class Turning:
    """Pages on which a table is near where its page is not told; where it is, it is on another page each time."""

    stamp = "turning"

    def __init__(self) -> None:
        self.turns = 0

    def told(self, wanted: Wanted, **_: object) -> Piece:
        self.turns += 1
        return Piece(90, {"from-1": 0, "t": 2 * self.turns if "p. " in wanted.html else 0}, (), {}, ())

    @staticmethod
    def drawn(_wanted: Wanted, _first: int) -> Piece:
        return Piece(90, {}, (), {}, ())


def test_numbers_that_lead_nowhere_are_given_up() -> None:
    """What was told is told on and on, and moves; from the beginning nothing has to be told."""
    chunk = Chunk("<html><body>", '<span id="from-1" data-far="#t"> (p. {page})</span><b id="t">')
    memory = {"turning": Numbers({"t": 100}, frozenset({"from-1"}))}
    with recalling(memory):
        order = Order(Turning(), [chunk])  # type: ignore[arg-type]
        assert order.settle() == {"from-1": 1, "t": 1}
    assert memory == {"turning": Numbers()}


def test_no_more_is_kept_than_is_looked_at_in_turn() -> None:
    memory: dict[str, Numbers] = {}
    recalled.keep("nobody", Numbers())
    with recalling(memory):
        for number in range(20):
            recalled.keep(f"{number}", Numbers({"a": number}))
        assert recalled.last("0") is None
        assert recalled.last("19") == Numbers({"a": 19})
    assert recalled.last("19") is None
    assert len(memory) == 12
