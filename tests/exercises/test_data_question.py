"""A question on data: it is about one chart or one table."""

from __future__ import annotations

import pytest

from fenced import block, said

STEM = "id: ex\ntext: Read.\nparts: [{text: What?}]\n"


@pytest.mark.parametrize("kind", ["chart", "table"])
def test_it_is_about_what_it_names_at_the_place_where_it_does(kind: str) -> None:
    made = block("data-question", f"{STEM}{kind}: rain")
    assert made.about == "rain"
    assert [(what, name, at.line) for what, name, at in made.leads()] == [(kind, "rain", 13)]


def test_without_either_that_is_said() -> None:
    assert said("data-question", STEM) == [("missing-field", 0)]
    assert block("data-question", STEM).about == ""


def test_with_both_that_is_said_at_the_second() -> None:
    assert said("data-question", f"{STEM}chart: rain\ntable: rivers") == [("two-sources", 5)]
