"""Marks between a sign and a letter, in scripts that do not part words by blanks."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


def marked(text: str) -> str:
    (inline,) = (token for token in parser().parse(text) if token.type == "inline")
    return "".join(f"<{one.tag}>" if one.nesting else one.content for one in inline.children or [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**水源：**河流的", "<strong>水源：<strong>河流的"),
        ("河的**（源头）**在山上", "河的<strong>（源头）<strong>在山上"),
        ("그는 **(물)**을", "그는 <strong>(물)<strong>을"),
        ("一*二*三**四**五", "一<em>二<em>三<strong>四<strong>五"),
        ("水 * 河", "水 * 河"),
        ("水** 河 **水", "水** 河 **水"),
        ("a**(b)**c", "a**(b)**c"),
    ],
)
def test_stars_mark_words_where_no_blank_parts_them(text: str, expected: str) -> None:
    assert marked(text) == expected
