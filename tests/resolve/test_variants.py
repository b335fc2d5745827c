"""The sheet of variants: what stands where, worked out again from the papers' own tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.variants import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def item(name: str) -> str:
    options = f"[{{text: {name} right, right: true}}, {{text: {name} b}}, {{text: {name} c}}, {{text: {name} d}}]"
    return f"```{{multiple-choice}}\nid: {name}\ntext: What?\noptions: {options}\n```\n"


NAMES = ["oak", "elm", "ash", "fir"]
GAP = "```{cloze}\nid: gap\ntext: A river [begins]{.gap} here.\n```\n"
BODY = "\n".join(["## One\n", *map(item, NAMES), GAP])


def test_rows_are_in_the_order_of_the_handout_and_cells_say_where_the_papers_have_them(
    unit: Callable[..., Path],
) -> None:
    root = unit(BODY)
    packs = [ready(root, Copy("key", variant)).pack for variant in range(3)]
    made = rows(packs, 1)
    assert [row.id for row in made] == [*NAMES, "gap"]
    for variant, pack in enumerate(packs):
        for number, here in enumerate(pack.units[0].mixed(), 1):
            (row,) = [row for row in made if row.id == here.block.id]
            cell = row.cells[variant]
            assert cell.number == number
            if here.block.id in NAMES:
                options = [option.plain() for option in here.task.options]  # type: ignore[union-attr]
                assert options["abcd".index(cell.key)].endswith("right")
                # The author's first option is the right one: it is shown where "a" stands.
                assert cell.shown.index("a") == "abcd".index(cell.key)
                assert sorted(cell.shown) == list("abcd")
            else:
                assert cell.key == "begins"
