from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]


def found(said: Said, kind: str, title: str, head: str = "") -> list[Problem]:
    body = f'```{{callout}}\nkind: {kind}\ntitle: "{title}"\nbody: It rains.\n```\n'
    return [one for one in said(body, head) if one.code == "label-twice"]


@pytest.mark.parametrize(
    "title", ["Example 3: Rain", "Example 3", "Example: Rain", "example 2.1 (rain)", "Example A. X"]
)
def test_a_title_does_not_say_the_label_again(said: Said, title: str) -> None:
    (one,) = found(said, "example", title)
    assert (one.span.line, one.message) == (13, f"“Example” is printed before “{title}”")


@pytest.mark.parametrize("title", ["Example", "Examples of rain", "Example 3 days later", "Note 3: Rain", "Rain"])
def test_other_titles_are_titles(said: Said, title: str) -> None:
    assert found(said, "example", title) == []


def test_the_label_is_that_of_the_language(said: Said) -> None:
    assert len(found(said, "example", "Voorbeeld 3: Regen", "language: nl\n")) == 1
    assert found(said, "example", "Example 3: Regen", "language: nl\n") == []
