"""Links of a slide in the making: into the web, to another slide, and nowhere."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pptx import Presentation

from coursepack.render.slides.native.page import Page


@pytest.fixture
def page() -> Page:
    deck = Presentation()
    first, second = (deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(2))
    nothing = cast("Any", None)
    return Page(nothing, nothing, first, nothing, {"sea": second.part}, {})


def test_an_address_is_a_relation_to_what_is_outside(page: Page) -> None:
    found = page.link("https://example.org/a")
    relation = page.made.part.rels[found["id"]]
    assert (relation.is_external, relation.target_ref) == (True, "https://example.org/a")
    assert "action" not in found


def test_an_id_is_a_jump_to_its_slide(page: Page) -> None:
    found = page.link("#sea")
    relation = page.made.part.rels[found["id"]]
    assert relation.target_part is page.targets["sea"]
    assert found["action"] == "ppaction://hlinksldjump"


def test_what_the_deck_lacks_is_no_link(page: Page) -> None:
    before = len(page.made.part.rels)
    assert page.link("#ice") == {}
    assert len(page.made.part.rels) == before


def test_its_shapes_are_those_of_the_slide(page: Page) -> None:
    page.made.shapes.add_textbox(0, 0, 9, 9)
    assert len(page.tree.findall("{*}sp")) == 1
