from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.look.measure import measure
from coursepack.render.words.tablerows import is_high

if TYPE_CHECKING:
    from coursepack.render.look.design import Design


def test_a_row_that_would_leave_much_of_a_page_empty_goes_on_over_its_end(own_design: Design) -> None:
    theme = own_design.theme
    size = measure(theme, theme.papers["a4"])
    # By hand: 120 mm hold about 80 letters of the table's 8.25 pt, a page about 60 of its lines.
    assert [is_high([many, 3], (), size.text, size) for many in (200, 3000)] == [False, True]
    assert is_high([1500, 3], (50, 50), size.text, size)
    assert not is_high([1500, 3], (95, 5), size.text, size)
