"""The deck that is judged is the deck that is written: made once for whoever asks for the same."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from coursepack.build import Ready, ready
from coursepack.judge import deck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def own(course: Callable[..., Path]) -> Ready:
    more = "subtitle: Water\nauthors: [A. Teacher, B. Teacher]\nkeywords: [springs, seas]\ndescription: A sample\n"
    return ready(course({"course.yaml": f"title: Rivers\nlanguage: en-GB\n{more}units: [units/01-water.md]\n"}))


def test_who_asks_for_the_same_gets_the_same_until_it_is_forgotten(own: Ready) -> None:
    first = deck.deck(own, None, {})
    assert deck.deck(own, None, {}) is first
    assert first.data is first.data
    deck.forget()
    again = deck.deck(own, None, {})
    assert again is not first
    assert again.data == first.data


def test_a_unit_and_other_pages_are_other_decks(own: Ready) -> None:
    whole = deck.deck(own, None, {})
    assert deck.deck(own, own.pack.units[0], {}) is not whole
    assert deck.deck(own, None, {"springs": 3}) is not whole


def test_what_is_judged_is_the_whole_deck_with_the_pages_that_are_known(own: Ready) -> None:
    assert deck.judge(own) == deck.deck(own, None, own.printed).problems == ()


def test_a_deck_says_what_the_course_says_of_itself(own: Ready) -> None:
    said = Presentation(BytesIO(deck.deck(own, None, {}).data)).core_properties
    assert (said.title, said.subject, said.author) == ("Rivers", "Water", "A. Teacher, B. Teacher")
    assert (said.keywords, said.language, said.comments) == ("springs, seas", "en-GB", "A sample")
    of_unit = Presentation(BytesIO(deck.deck(own, own.pack.units[0], {}).data)).core_properties
    assert of_unit.title == "Rivers: Water"
