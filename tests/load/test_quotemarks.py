"""Straight quotation marks between letters: pairs where a language parts no words there, and what stays as it is."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def curled(text: str) -> str:
    (inline,) = (token for token in parser(lambda _: "“”‘’").parse(text) if token.type == "inline")
    return "".join(one.content or " " * one.type.endswith("break") for one in inline.children or [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('水称为"源"的地方，"河"。', "水称为“源”的地方，“河”。"),
        ("他说：\"水'清'吗\"。", "他说：“水‘清’吗”。"),
        ('先"源"后"河"再"海"', "先“源”后“河”再“海”"),
        ('函数"`f"g`"的**"源"**头', '函数“f"g”的“源”头'),
        ('"水\n源"头', "“水 源”头"),
        ('水と"川"の', "水と“川”の"),
        ('그는 "물"이라고', "그는 “물”이라고"),
        ('نهر و"بحر" هنا', "نهر و“بحر” هنا"),
        ('ה"נהר" של צה"ל אמר "כן"', 'ה“נהר” של צה"ל אמר “כן”'),
    ],
)
def test_a_pair_is_curled_where_no_blank_parts_it_from_the_words_around(text: str, expected: str) -> None:
    assert curled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In '09, and in the '90s.", "In ’09, and in the ’90s."),
        ("I've been, 've you?", "I’ve been, ’ve you?"),
        ("'s avonds", "’s avonds"),
        ("Add 's' to it.", "Add ‘s’ to it."),
        ("'12 people came,' he said.", "‘12 people came,’ he said."),
        ("It was 'long", "It was 'long"),
        ("A `'09` in code", "A '09 in code"),
    ],
)
def test_what_is_left_of_a_word_has_an_apostrophe(text: str, expected: str) -> None:
    assert curled(text) == expected


@pytest.mark.parametrize("text", ['ארה"ב וצה"ל', 'ח"כים וד"ר', 'a"b"c', '高5"宽6"', "don't中文's", 'ד"ר כהן, ע"י צה"ל'])
def test_what_is_no_pair_stays(text: str) -> None:
    assert curled(text).replace("’", "'") == text
