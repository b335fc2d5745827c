"""Readings over words."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<ruby>漢字<rt>かんじ</rt></ruby>を読む", "漢字\uff08かんじ\uff09を読む"),
        ("<ruby><rb>水</rb><rp>(</rp><rt>みず</rt><rp>)</rp></ruby>", "水\uff08みず\uff09"),
        ('<ruby lang="ja">山<rt>やま<rt></ruby>', "山\uff08やま\uff09"),
        # A reading for each sign; what has none, and an empty one.
        ("<ruby>東<rt>とう</rt>京<rt>きょう</rt>都</ruby>", "東\uff08とう\uff09京\uff08きょう\uff09都"),
        ("川<ruby><rb></rb><rt></rt></ruby>の", "川の"),
        ("<ruby>Rhine<rt>r&#97;in</rt></ruby>", "Rhine (rain)"),
    ],
)
def test_a_reading_stands_in_brackets_behind_its_words(written: str, said: str) -> None:
    (_, inline, _) = parser().parse(written)
    assert "".join(token.content for token in inline.children or []) == said
    assert all(token.type == "text" for token in inline.children or [])


def test_what_holds_more_than_words_is_no_reading() -> None:
    (_, inline, _) = parser().parse("<ruby><em>水</em><rt>みず</rt></ruby>")
    assert "\uff08" not in "".join(token.content for token in inline.children or [])
