from __future__ import annotations

import pytest

from coursepack.languages.collation import key, letter

SPANISH = {"n": "ñ"}
SWEDISH = {"z": "å ä ö"}
CZECH = {"c": "č", "h": "ch"}


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ({}, ["eel", "Égypte", "Émile", "zebra"]),
        ({}, ["cote", "coté", "côte", "côté"]),
        ({}, ["Łódź", "London", "Lyon"]),
        ({}, ["Ofen", "Öl", "Zoll"]),
        ({}, ["Strasse", "Straße", "Straßen"]),
        ({}, ["resolution 84", "resolution 678", "resolution 1031"]),
        (SPANISH, ["nube", "nylon", "ñu", "oso"]),
        (SWEDISH, ["al", "zebra", "ål", "äpple", "öl"]),
        (CZECH, ["cukr", "čaj", "hora", "chata", "ikona"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(letters: dict[str, str], words: list[str]) -> None:
    assert sorted(set(words), key=lambda word: key(word, letters)) == words


@pytest.mark.parametrize(
    ("letters", "word", "head"),
    [
        ({}, "Émile", "E"),
        ({}, "œuvre", "O"),
        ({}, "Łódź", "L"),
        ({}, "51", "#"),
        ({}, "«x»", "#"),
        ({}, "", "#"),
        (SPANISH, "ñu", "Ñ"),
        (CZECH, "chata", "Ch"),
        ({"d": "dz dzs"}, "dzsem", "Dzs"),
        ({}, "я", "Я"),
    ],
)
def test_a_word_stands_under_its_letter(letters: dict[str, str], word: str, head: str) -> None:
    assert letter(word, letters) == head
