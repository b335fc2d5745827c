"""Boxes of what is to be chosen as HTML: letters, words, and answers that come at a click."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from lxml import html

from coursepack.problem import Span
from coursepack.render.slides.content import Choices, Slide, Text
from coursepack.render.slides.flat.choices import choices
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.choices import ChoicesFit

if TYPE_CHECKING:
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.native.page import Kit

LEVEL = Level(size=30, leading=36, hang=0.55)
FIT = ChoicesFit(LEVEL, ((1, 2, 4, 1), (5.2, 2, 4, 1)), (36, 36), 0.9, fits=True)


@pytest.fixture
def kit(design: Design) -> Kit:
    theme = SimpleNamespace(colours={"paper": "#FFFFFF"})
    return cast("Kit", SimpleNamespace(design=design, theme=theme))


def drawn(kit: Kit, *marks: str, apart: bool = False, rtl: bool = False) -> html.HtmlElement:
    items = tuple(Text((Paragraph((Run(word),), rtl=rtl),)) for word in ("here", "there"))
    slide = Slide("asked", Span("a.md", 1, 1), "", "", "en", {"options": Choices(items, marks, apart)}, ())
    return html.fragment_fromstring(choices(FIT, slide, "options", kit))


def test_every_box_has_its_letter_and_its_words(kit: Kit) -> None:
    made = drawn(kit, "", "")
    assert [" ".join(item.text_content().split()) for item in made] == ["a.here", "b.there"]
    assert made.find_class("fragment") == []


def test_a_tick_and_its_frame_come_at_one_click(kit: Kit) -> None:
    first, second = drawn(kit, "", "\u2713")
    assert first.find_class("fragment") == []
    assert [one.get("data-fragment-index") for one in second.find_class("fragment")] == ["0", "0"]
    assert second.find(".//svg") is not None


def test_verdicts_come_one_after_the_other(kit: Kit) -> None:
    made = drawn(kit, "True", "False", apart=True)
    assert [(one.text_content(), one.get("data-fragment-index")) for one in made.find_class("fragment")] == [
        ("True", "0"),
        ("False", "1"),
    ]


def test_from_right_to_left_letters_stand_at_the_right(kit: Kit) -> None:
    made = drawn(kit, "", "", rtl=True)
    assert made[0].get("dir") == "rtl"
    assert made[0].find_class("mark")[0].get("style").startswith("right:")
