from __future__ import annotations

from time import process_time
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from coursepack.merge import Cell, merged, mistakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.text import Rich


def table(*rows: str) -> Sequence[Sequence[Rich]]:
    """Make cells of words; only what was written of them counts here."""
    return [[SimpleNamespace(source=word) for word in row.split()] for row in rows]  # type: ignore[misc]


def sizes(*rows: str) -> list[list[str]]:
    """Return what each cell covers, as rows x columns, or the sign of what covers it."""
    return [[cell.join or f"{cell.down}x{cell.across}" for cell in row] for row in merged(table(*rows))]


def test_a_cell_takes_what_is_merged_with_it_below_and_at_its_right() -> None:
    assert sizes("a b", "^ c") == [["2x1", "1x1"], ["^", "1x1"]]
    assert sizes("a < b") == [["1x2", "<", "1x1"]]
    assert sizes("a < b", "^ < c") == [["2x2", "<", "1x1"], ["^", "<", "1x1"]]


def test_a_covered_cell_has_the_words_of_the_one_that_covers_it() -> None:
    rows = table("a", "^", "^")
    assert [row[0].text for row in merged(rows)] == [rows[0][0]] * 3
    assert merged(rows)[0][0] == Cell(rows[0][0], down=3)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("^ a",), [((0, 0), "`^` has no cell above")]),
        (("a", "<"), [((1, 0), "`<` has no cell at its left")]),
        (("a <", "^ b"), [((1, 0), "the merged cells are no rectangle")]),
        (("a < b", "^ < ^"), []),
    ],
)
def test_what_cannot_be_merged_is_named_with_its_place(
    rows: tuple[str, ...], found: list[tuple[tuple[int, int], str]]
) -> None:
    assert mistakes(table(*rows)) == found


def test_a_long_table_is_merged_in_a_time_that_grows_with_its_rows() -> None:
    rows, began = table(*["a b c d"] * 2500), process_time()
    assert len(merged(rows)) == 2500
    assert mistakes(rows) == []
    assert process_time() - began < 1  # each cell was looked for among all others: ten times that
