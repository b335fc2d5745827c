from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def places(found: list[Problem]) -> list[tuple[int, int, int]]:
    return [(one.span.line, one.span.column, one.span.length) for one in found if one.code == "repeated-word"]


def test_the_second_of_two_equal_words_is_named_across_lines(said: Said) -> None:
    assert places(said("A river runs to the\nthe sea.")) == [(12, 1, 3)]
    assert places(said("It rises from [the]{.underline} the rock.")) == [(11, 33, 3)]


def test_speaker_notes_are_read_too(said: Said) -> None:
    body = "```{slide}\ntitle: Rivers\npoints: [One]\nnotes: It runs of of rain.\n```"
    assert places(said(body)) == [(14, 19, 2)]


@pytest.mark.parametrize(
    "words",
    [
        "It had had time.",
        "He gave the `the` key.",
        "From *A* a river runs.",
        "Take the @section:one the next day.",
        "Log in in the morning.",
    ],
)
def test_words_that_may_stand_twice_and_what_is_no_word_are_left(words: str, said: Said) -> None:
    assert places(said(words)) == []


def test_other_languages_have_words_of_their_own(said: Said) -> None:
    assert len(places(said("Der Fluss und und das Meer.", "language: de\n"))) == 1
    assert places(said("Es ist die die Quelle.", "language: de\n")) == []
    assert places(said("Nous nous la voyons, the the.", "language: fr\n")) == []
