"""One work under two keys of a library, said at the first citation of the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORK = "- id: {}\n  type: book\n  title: Rivers\n  author: [{{family: Hall}}]\n  issued: {{date-parts: [[{}]]}}\n  {}\n"


@pytest.mark.parametrize(
    ("year", "more", "found"),
    [
        # A note and an address are of the library.
        (2001, "note: twice", [("twin-work", 5, "`other` is the same work as `hall`: both are listed")]),
        (2001, "URL: https://example.org", [("twin-work", 5, "`other` is the same work as `hall`: both are listed")]),
        (2002, "note: twice", []),
        (2001, "volume: 2", []),
    ],
)
def test_two_keys_of_one_work(
    unit: Callable[..., Path], year: int, more: str, found: list[tuple[str, int, str]]
) -> None:
    works = WORK.format("hall", 2001, "note: once") + WORK.format("other", year, more)
    made = ready(unit("## S\n\nRain [@hall].\n\nSnow [@other, p. 3], hail [@other].\n", {"references.yaml": works}))
    told = [one for one in made.notices if one.code == "twin-work"]
    first = next((one.span.line for one in told), 0)
    assert [(one.code, one.span.line - first + 5, one.message) for one in told] == found
