from __future__ import annotations

import pytest

from coursepack.load.alphabets import clusters, explained, languages


@pytest.mark.parametrize(
    ("letters", "language", "has"), [("äß", "de", True), ("ł", "de", False), ("é", "fr-CA", True), ("a", "xx", False)]
)
def test_a_language_explains_its_own_letters(letters: str, language: str, *, has: bool) -> None:
    assert explained(frozenset(letters), language) is has


@pytest.mark.parametrize(
    ("letters", "fewest"),
    [
        ("", (0, 0)),
        ("ł", (1, 0)),  # Polish
        ("äöüß", (1, 0)),  # German
        ("ßé", (2, 0)),  # German and French, both common
        ("łß", (2, 1)),  # Polish and German
        ("¤", (10, 0)),  # nobody's
    ],
)
def test_letters_are_explained_by_as_few_languages_as_can_be(letters: str, fewest: tuple[int, int]) -> None:
    assert languages(frozenset(letters)) == fewest


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("banana", 0),
        ("straw", 2 + 0),  # s-t, t-r; a-w do not meet
        ("aa", 1),
        ("str", 2 + 2),  # no vowel
        ("éa", 1),  # an accent does not make a consonant of a vowel
        ("ńa", 0 + 2),  # never in Polish
        ("a-a", 0),
    ],
)
def test_clusters_of_vowels_and_of_consonants_are_counted(word: str, count: int) -> None:
    assert clusters([word]) == count
