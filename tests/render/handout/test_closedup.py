"""Full-width marks that meet: which of them is half as wide."""

from __future__ import annotations

import re

import pytest

from coursepack.render.handout.closedup import closed_up


def halved(words: str, language: str = "zh") -> str:
    """Return a text with the marks in `<…>` that are halved."""
    made = closed_up(f'<html dir="ltr" lang="{language}"><p>{words}</p>')
    return re.sub(r'<span class="half">(.)</span>', r"{\1}", made).partition("<p>")[2].removesuffix("</p>")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有人说\uff1a\u201c水\u201d\uff0c河", "有人说{\uff1a}\u201c水{\u201d}\uff0c河"),
        ("很重要\u201d\uff08Rowe\uff09\u3002水", "很重要{\u201d}\uff08Rowe{\uff09}\u3002水"),
        ("\uff08\u300a水\u300b\uff09", "\uff08{\u300a}水{\u300b}\uff09"),
        ("<b>重要</b>\u201d<a>\uff08一</a>", "<b>重要</b>{\u201d}<a>\uff08一</a>"),
        ("<b>\u201c</b>\uff08一", "<b>\u201c</b>{\uff08}一"),
        ("水\u3002</p><p>\u201c河", "水\u3002</p><p>\u201c河"),
        ("<code>\uff09\u3002</code>\uff09 \u3002", "<code>\uff09\u3002</code>\uff09 \u3002"),
        ('<i title="\uff09\u3002">水</i>\uff01\u201d', '<i title="\uff09\u3002">水</i>\uff01\u201d'),
    ],
)
def test_of_marks_that_meet_one_is_half_as_wide(words: str, expected: str) -> None:
    assert halved(words) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-Hans", "水{\uff09}{\u3002}{\u3002}{\u201d}{\uff1a}\uff08"),
        ("zh-TW", "水\uff09\u3002\u3002\u201d\uff1a\uff08"),
        ("ja", "水{\uff09}{\u3002}{\u3002}\u201d\uff1a\uff08"),
        ("en", "水\uff09\u3002\u3002\u201d\uff1a\uff08"),
    ],
)
def test_marks_that_stand_in_the_middle_of_their_square_are_left(language: str, expected: str) -> None:
    assert halved("水\uff09\u3002\u3002\u201d\uff1a\uff08", language) == expected
