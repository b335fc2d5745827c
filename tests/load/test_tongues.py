"""Words in another language: what says it, and the quotation marks of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import ENGLISH_QUOTES, parser

if TYPE_CHECKING:
    from collections.abc import Sequence

QUOTES = {"fr": ("<<", ">>", "<", ">"), "de": (",,", "``", ",", "`")}


def quotes(tag: str) -> Sequence[str]:
    return QUOTES.get(tag, ENGLISH_QUOTES)


def words(source: str) -> str:
    return "|".join(
        "".join(child.content for child in token.children or [])
        for token in parser(quotes).parse(source)
        if token.type == "inline"
    )


@pytest.mark.parametrize(
    ("source", "set_"),
    [
        ('"a"', "“a”"),
        ('["a"]{lang=fr}', "<<a>>"),
        ("\"a [\"b 'c'\"]{lang=fr} d\" 'e'", "“a <<b <c>>> d” \u2018e\u2019"),
        ('"[a]{lang=fr}" "b"', "“a” “b”"),
        ('[a "b [*"c"*]{lang=de} d"]{lang=fr} "e"', "a <<b ,,c`` d>> “e”"),
        ("[l'eau]{lang=fr}", "l\u2019eau"),
        ('"a"\n\n::: {lang=fr}\n"b"\n\n- "c"\n:::\n\n"d"', "“a”|<<b>>|<<c>>|“d”"),
        ('::: {lang=fr}\n"b"\n\n:::: {lang=de}\n"c"\n::::\n\n"d"\n:::', "<<b>>|,,c``|<<d>>"),
    ],
)
def test_quotation_marks_are_those_of_the_words(source: str, set_: str) -> None:
    assert words(source) == set_


def test_what_stands_in_a_div_of_a_language_says_it() -> None:
    tokens = parser(quotes).parse("a\n\n::: {lang=fr}\nb\n\n- c\n\n### d\n:::\n\ne")
    said = [(token.tag, token.attrs.get("lang")) for token in tokens if token.nesting > 0 and not token.level]
    assert said == [("p", None), ("p", "fr"), ("ul", "fr"), ("h3", "fr"), ("p", None)]


@pytest.mark.parametrize("source", ["::: {lang=French}\na\n:::", "::: {lang=fr .note}\na\n:::"])
def test_what_is_no_language_alone_is_a_div(source: str) -> None:
    assert [token.type for token in parser(quotes).parse(source)] == ["colon_fence"]
