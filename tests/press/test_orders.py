"""Orders of pages, tried by folding and cutting: sheets become leaves, and leaves are turned."""

from __future__ import annotations

import pytest

from coursepack.press.orders import Grid, booklet, n_up, stack
from folding import cut, folded, signatures

TWO = Grid(2, 1)


@pytest.mark.parametrize("most", [1, 4, 20])
def test_a_booklet_of_1_to_200_pages_is_read_in_order(most: int) -> None:
    for pages in range(1, 201):
        made = signatures(booklet(pages, TWO, most))
        read = [page for signature in made for page in folded(signature)]
        assert read == list(range(-(-pages // 4) * 4))
        sizes = [len(signature) for signature in made]
        assert max(sizes) <= most
        assert max(sizes) - min(sizes) <= 1


def test_booklets_of_8_and_of_12_pages_are_those_that_a_hand_folds() -> None:
    counted = [[[page + 1 for page in side] for one in booklet(pages, TWO, 20) for side in (one.front, one.back)]
               for pages in (8, 12)]  # fmt: skip
    assert counted[0] == [[8, 1], [2, 7], [6, 3], [4, 5]]
    assert counted[1] == [[12, 1], [2, 11], [10, 3], [4, 9], [8, 5], [6, 7]]


@pytest.mark.parametrize("grid", [Grid(1, 1), TWO, Grid(1, 2), Grid(2, 2), Grid(3, 2)])
def test_a_pile_of_1_to_200_pages_is_in_order_when_it_is_cut(grid: Grid) -> None:
    for pages in range(1, 201):
        sheets = stack(pages, grid, 1)
        read = list(cut(sheets, grid))
        assert read == list(range(len(read)))
        assert pages <= len(read) < pages + 2 * grid.cells


@pytest.mark.parametrize("grid", [Grid(1, 1), TWO, Grid(2, 2), Grid(3, 3)])
def test_several_a_side_are_read_along_the_rows(grid: Grid) -> None:
    for pages in range(1, 201):
        read = [page for sheet in n_up(pages, grid, 1) for side in (sheet.front, sheet.back) for page in side]
        assert read == list(range(len(read)))
        assert pages <= len(read) < pages + 2 * grid.cells
