"""Addresses of lists and tables of links: too many for the margin beside them, or not."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from coursepack.render.words.crowding import crowded

FAR = "https://archive.example.org/maps/rivers/of/the/north/sheet"
LINKS = "".join(f"- Sheet {number}: [take it]({FAR}-{number})\n" for number in range(12))


def said(source: str) -> list[bool]:
    """Tell of each run of a text whether its addresses stand in it."""
    tokens = parser().parse(source)
    found = crowded(tokens)
    return [id(token) in found for token in tokens if token.type == "inline"]


@pytest.mark.parametrize(
    "source",
    [
        LINKS,
        "| map |\n|---|\n" + "".join(f"| [it]({FAR}-{number}) |\n" for number in range(12)),
    ],
)
def test_addresses_of_a_list_or_table_of_links_have_no_room_beside_it(source: str) -> None:
    before, *held, after = said(f"[Before]({FAR}-b)\n\n{source}\n[After]({FAR}-a)\n")
    assert (before, after) == (False, False)
    assert held
    assert all(held)


@pytest.mark.parametrize(
    "source",
    [
        "".join(LINKS.splitlines(keepends=True)[:9]),
        # Words that are as high as what is said of them leave room.
        LINKS.replace("take it", "words " * 60),
        # The same address is said once, and words that are one say it themselves.
        "".join(f"- [take {number}]({FAR})\n" for number in range(20)),
        "".join(f"- <{FAR}-{number}>\n" for number in range(20)),
        "".join(f"- [words](#here-{number})\n" for number in range(20)),
    ],
)
def test_other_addresses_stand_in_the_margin(source: str) -> None:
    assert not any(said(source))
