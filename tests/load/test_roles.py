"""Roles of MyST, read as the marks that they are here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


def inside(source: str) -> list[Token]:
    return [one for token in parser().parseInline(source) for one in token.children or [] if one.content or one.meta]


def only(source: str) -> Token:
    return next(token for token in inside(source) if token.type != "text" or token.meta)


@pytest.mark.parametrize(
    ("role", "meta"),
    [
        ("{ref}`rain`", ("", "rain", "")),
        ("{ref}`the rain <rain>`", ("", "rain", "the rain")),
        ("{numref}`Figure %s <rain>`", ("", "rain", "")),  # its number is our own to print
        ("{prf:ref}`lines`", ("", "lines", "")),
        ("{doc}`../units/water.md`", ("unit", "water", "")),
        ("{doc}`read on <water>`", ("unit", "water", "read on")),
    ],
)
def test_a_reference_has_its_kind_its_target_and_its_words(role: str, meta: tuple[str, str, str]) -> None:
    found = only(f"See {role}.")
    assert found.type == "ref"
    assert (found.meta["kind"], found.meta["id"], found.meta["words"]) == meta
    assert found.meta["at"] == 4
    assert found.meta["raw"] == role


def test_an_equation_is_named_by_its_number_alone() -> None:
    assert only("{eq}`e1`").meta["bare"]
    assert not only("{ref}`e1`").meta["bare"]


@pytest.mark.parametrize(
    ("role", "named"),
    [("{cite}`m1,m2`", False), ("{cite:p}`m1,m2`", False), ("{cite:t}`m1,m2`", True), ("{footcite}`m1,m2`", False)],
)
def test_works_are_cited_by_their_keys_in_brackets_or_in_the_sentence(role: str, named: bool) -> None:  # noqa: FBT001 a case
    found = only(role)
    assert found.type == "cite"
    assert (found.meta["items"], found.meta["named"]) == ((("m1", ""), ("m2", "")), named)


@pytest.mark.parametrize(
    ("role", "tag", "words"),
    [
        ("{sub}`2`", "sub", "2"),
        ("{superscript}`2`", "sup", "2"),
        ("{kbd}`Enter`", "kbd", "Enter"),
        ("{guilabel}`OK`", "strong", "OK"),
        ("{dfn}`a term`", "em", "a term"),
    ],
)
def test_letters_are_raised_lowered_and_marked(role: str, tag: str, words: str) -> None:
    children = [one for token in parser().parseInline(f"a {role} b") for one in token.children or []]
    types = [one.type for one in children]
    start = types.index(f"{tag}_open")
    assert (children[start + 1].content, types[start + 2]) == (words, f"{tag}_close")


def test_formulas_code_and_words_are_what_they_say() -> None:
    formula = only("{math}`x^2`")
    assert (formula.type, formula.content, formula.meta["display"]) == ("math", "x^2", False)
    assert [(one.type, one.content) for one in inside("{py:func}`~os.getcwd`")] == [("code_inline", "os.getcwd")]
    assert [one.content for one in inside("{abbr}`UN`")] == ["UN"]
    assert [(one.type, one.content) for one in inside("{doc}`the manual <python:index>`")] == [("text", "the manual")]


def test_a_role_that_is_not_known_is_left_to_be_reported() -> None:
    assert "{nobody}" in "".join(one.content for one in inside("{nobody}`x`"))


@pytest.mark.parametrize(
    ("source", "meta"),
    [
        ("see [](eq:sum)", {"id": "eq-sum", "words": "", "bare": True, "outside": "eq sum"}),
        ("see [](#my_place)", {"id": "my-place", "words": "", "bare": False, "outside": "my place"}),
        ("see [the sum](eq:sum)", {"id": "eq-sum", "words": "the sum", "bare": False, "outside": "the sum"}),
    ],
)
def test_a_link_to_a_label_is_a_reference(source: str, meta: dict[str, object]) -> None:
    (found,) = (one for one in parser().parse(source)[1].children or [] if one.type == "ref")
    assert {name: found.meta[name] for name in meta} == meta


@pytest.mark.parametrize("source", ["[a](b.md)", "[](b.md)", "[a](https://x.org)", "[a](section)", "[a](#b)"])
def test_other_links_stay_links(source: str) -> None:
    assert "ref" not in [one.type for one in parser().parse(source)[1].children or []]
