from __future__ import annotations

from typing import TYPE_CHECKING

from laidpages import full

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_is_shown_stands_within_an_opening_of_a_mention(said: Callable[..., list[tuple[str, int]]]) -> None:
    pages = [full(number) for number in range(1, 6)]
    there = {"lengths": (5, 30.0), "springs": (1, 0.0), "mouths": (2, 0.0)}
    message = "page 5 shows Table 1.1, of which the text speaks on page 2"
    assert said("far-from-mention", *pages, anchors=there, links=[(1, "lengths"), (2, "lengths")]) == [(message, 13)]
    assert said("far-from-mention", *pages, anchors=there, links=[(2, "lengths"), (3, "lengths")]) == []
    # No text speaks of it: that is no distance.
    assert said("far-from-mention", *pages, anchors=there) == []
    # A page of large print holds less.
    assert said("far-from-mention", *pages, anchors=there, links=[(2, "lengths")], leading=24) == []
    assert (
        len(
            said(
                "far-from-mention",
                *pages,
                full(6),
                anchors={**there, "lengths": (6, 30.0)},
                links=[(1, "lengths")],
                leading=24,
            )
        )
        == 1
    )
