"""The ways to impose: the papers have the sizes of their standards, and a wish of nothing is a booklet."""

from __future__ import annotations

import pytest

from coursepack.press.scheme import SCHEMES, SHEETS, Wish


@pytest.mark.parametrize(("large", "small"), [("a3", "a4"), ("a4", "a5")])
def test_a_paper_of_iso_216_folds_to_the_next(large: str, small: str) -> None:
    width, height = SHEETS[large]
    # Halves are cut down to a millimetre.
    assert SHEETS[small] == (height // 2, width)


@pytest.mark.parametrize(("name", "inches"), [("letter", (8.5, 11)), ("legal", (8.5, 14)), ("tabloid", (11, 17))])
def test_a_paper_of_inches_is_as_large_as_it_says(name: str, inches: tuple[float, float]) -> None:
    assert SHEETS[name] == pytest.approx(tuple(25.4 * side for side in inches))


def test_a_wish_that_says_nothing_is_a_booklet_as_its_scheme_has_it() -> None:
    wish = Wish()
    assert (wish.scheme, wish.up, wish.sheet, wish.bleed, wish.marks) == ("booklet", 0, None, 0, False)


def test_a_booklet_has_two_pages_a_side_and_is_folded_and_others_are_neither() -> None:
    assert SCHEMES["booklet"].up == (2,)
    assert [name for name, one in SCHEMES.items() if one.folded] == ["booklet"]
    assert {one.up[0] for one in SCHEMES.values()} == {2}


@pytest.mark.parametrize(("name", "grows"), [("booklet", True), ("n-up", False), ("stack", True)])
def test_a_sheet_grows_where_pages_keep_their_size(name: str, grows: bool) -> None:  # noqa: FBT001 a row
    assert SCHEMES[name].grows is grows
