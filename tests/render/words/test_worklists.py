"""Where works are listed: at the end of the pack, or of each part that cites them; citations lead to the right list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.render.words import worklists

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Pack

HEAD = "---\nid: {0}\ntitle: {0}\n---\n\n## S {{#s-{0}}}\n\n{1}\n"
WORK = "- {{id: {0}, type: book, title: {0}, author: [{{family: {0}}}], issued: {{date-parts: [[1999]]}}}}\n"


@pytest.fixture
def pack(course: Callable[..., Path]) -> Callable[[str], Pack]:
    """Return a function that gives two units: the first cites Murray, the second Murray and Okafor."""

    def read(works: str) -> Pack:
        units = {
            "units/a.md": HEAD.format("a", "See @murray."),
            "units/b.md": HEAD.format("b", "See @okafor, @murray."),
        }
        listed = f"title: Rivers\nlanguage: en\nworks: {works}\nunits: [{', '.join(units)}]\n"
        files = {"course.yaml": listed, "references.yaml": WORK.format("murray") + WORK.format("okafor"), **units}
        return ready(course(files)).pack

    return read


def keys(pack: Pack, number: int | None = None) -> list[str]:
    return [work.key for work in worklists.listed(pack, None if number is None else pack.units[number])]


def test_at_the_end_all_works_are_in_one_list(pack: Callable[[str], Pack]) -> None:
    made = pack("end")
    assert (sorted(keys(made)), keys(made, 0), keys(made, 1)) == (["murray", "okafor"], [], [])
    assert worklists.found(made, "murray", made.units[1].part.span.file) == "w-murray"


def test_or_each_unit_lists_its_own(pack: Callable[[str], Pack]) -> None:
    made = pack("unit")
    assert (keys(made), keys(made, 0), sorted(keys(made, 1))) == ([], ["murray"], ["murray", "okafor"])


def test_a_citation_leads_to_the_list_of_its_unit_or_to_the_first_that_has_the_work(
    pack: Callable[[str], Pack],
) -> None:
    made = pack("unit")
    first, second = (unit.part.span.file for unit in made.units)
    assert worklists.found(made, "murray", first) == "w-murray.a"
    assert worklists.found(made, "murray", second) == "w-murray.b"
    assert worklists.found(made, "okafor", first) == "w-okafor.b"


def test_every_anchor_has_the_short_form_without_marks(pack: Callable[[str], Pack]) -> None:
    names = dict(worklists.names(pack("unit")))
    assert {"w-murray", "w-murray.a", "w-murray.b", "w-okafor.b"} <= set(names)
    assert "<" not in "".join(names.values())
    assert "1999" in names["w-murray.a"]
