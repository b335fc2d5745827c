from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.problem import Problem

    Said = Callable[..., list[Problem]]

GLOSSARY = (
    "- {term: delta, definition: the mouth of a river in arms}\n- {term: inland delta, definition: one without a sea}\n"
)


def places(found: list[Problem]) -> list[tuple[str, int]]:
    return [(one.message, one.span.line) for one in found if one.code == "term-before"]


def test_a_term_that_is_explained_in_a_later_section_is_named_once(said: Said) -> None:
    body = "The deltas are wet. A delta is flat.\n\n## Two\n\nA [delta]{.term} has arms.\n"
    assert places(said(body, glossary=GLOSSARY)) == [
        ("“deltas” is used here, and is explained first in Section 1.2", 11)
    ]


def test_a_longer_term_is_not_the_shorter_one_in_it_and_a_section_may_come_to_its_term(said: Said) -> None:
    body = "An inland delta is dry.\n\n## Two\n\nA delta is wet. A [delta]{.term} has arms.\n"
    assert places(said(body, glossary=GLOSSARY)) == []
