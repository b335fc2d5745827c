"""Directives of MyST that are no blocks of their own here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


def first(source: str) -> Token:
    return parser().parse(source)[0]


def test_a_formula_with_a_label_is_a_block_and_one_without_stands_in_the_text() -> None:
    named = first("```{math}\n:label: e1\na = b\n```\n")
    assert (named.type, named.meta) == ("formula", {"id": "e1", "latex": "a = b"})
    bare = first("```{math} a\n= b\n```\n")
    assert (bare.type, bare.content) == ("math_block", "a = b")


def test_our_own_fields_stay_a_block_of_ours() -> None:
    own = first("```{math}\nlatex: a\nid: b\n```\n")
    assert (own.type, own.content) == ("fence", "latex: a\nid: b\n")


def test_a_picture_has_its_options_and_below_them_its_caption() -> None:
    found = first("```{figure} a.svg\n:alt: A\n:width: 40%\n:name: fig-a\n\nThe\ncaption.\n```\n")
    assert (found.type, found.meta) == (
        "picture",
        {"id": "fig-a", "src": "a.svg", "title": "The caption.", "alt": "A", "width": "40%"},
    )


@pytest.mark.parametrize(("width", "kept"), [("60mm", True), ("6cm", True), ("300px", True), ("20em", False)])
def test_a_width_that_is_none_on_paper_is_left_out(width: str, kept: bool) -> None:  # noqa: FBT001 a case
    found = first(f"```{{image}} a.svg\n:alt: A\n:width: {width}\n```\n")
    assert found.meta == {"src": "a.svg", "alt": "A", **({"width": width} if kept else {})}


def test_targets_name_what_follows_them() -> None:
    heading, *rest = parser().parse("(rain)=\n(snow)=\n\n## Two\n\nx\n\n(hail)=\n\ny\n")
    assert (heading.type, heading.meta) == ("heading_open", {"targets": ("rain", "snow")})
    assert [token.meta["targets"] for token in rest if "targets" in token.meta] == [("hail",)]
    assert [token.content for token in rest if token.type == "inline"] == ["Two", "x", "y"]


@pytest.mark.parametrize("anchor", ['<a name="rain"></a>', "<a id=rain> </a>", "<A NAME='rain'></A>", "(rain)=\n"])
def test_an_empty_anchor_is_a_target_alone_and_before_words(anchor: str) -> None:
    tokens = parser().parse(f"{anchor}\n\n## One\n\n{anchor}\n## Two\n\n{anchor}Words\n\nThere, `{anchor.strip()}`\n")
    assert [(one.type, one.meta) for one in tokens if "targets" in one.meta] == [
        (kind, {"targets": ("rain",)}) for kind in ("heading_open", "heading_open", "paragraph_open")
    ]
    assert [one.content for one in tokens if one.type == "inline"] == [
        "One",
        "Two",
        "Words",
        f"There, `{anchor.strip()}`",
    ]


def test_what_follows_a_target_keeps_its_line() -> None:
    _, inline, _ = parser().parse("(rain)=\n<a name=snow></a>\nWords\n")
    assert (inline.content, inline.map) == ("Words", [2, 3])


def test_what_stands_between_start_and_end_is_one_directive_with_the_code_in_it() -> None:
    inside = "It is\n\n```python\nx\n```\n"
    found, *after = parser().parse(
        f"```{{solution-start}} swap\n:class: d\n```\n{inside}```{{solution-end}}\n```\nafter\n"
    )
    assert (found.type, found.info) == ("fence", "{solution} swap")
    assert found.content == f":class: d\n\n{inside}"
    assert found.map == [0, 10]
    assert [token.content for token in after if token.type == "inline"] == ["after"]


def test_one_that_has_no_end_stays_what_it_is() -> None:
    found = first("```{solution-start} swap\n```\nafter\n")
    assert (found.type, found.info.strip()) == ("fence", "{solution-start} swap")


@pytest.mark.parametrize("name", ["toctree", "index", "bibliography"])
def test_what_only_makes_a_list_that_the_pack_has_vanishes(name: str) -> None:
    assert next(token.type for token in parser().parse(f"```{{{name}}}\na\n```\nx\n")) == "paragraph_open"


@pytest.mark.parametrize("info", ["{raw} latex", "{=html}"])
def test_what_is_for_another_output_is_raw(info: str) -> None:
    assert first(f"```{info}\nx\n```\n").type == "raw"


def test_a_table_has_its_caption_beside_its_name_and_its_rows_below_the_options() -> None:
    found = first("```{table} Lakes of *ours*\n:name: tbl-lakes\n:widths: 20 80\n\n| a |\n|---|\n| b |\n```\n")
    assert (found.type, found.meta) == (
        "captioned",
        {
            "title": "Lakes of *ours*",
            "id": "tbl-lakes",
            "widths": (20.0, 80.0),
            "body": "\n| a |\n|---|\n| b |\n",
            "line": 0,
            "start": 3,
        },
    )
    assert first("```{table}\ncolumns: [a]\nrows: [[b]]\n```\n").type == "fence"


@pytest.mark.parametrize(
    ("info", "kind", "title"),
    [
        ('admonish tip title="Of $x^{2}$"', "tip", "Of $x^{2}$"),
        ("admonish", "note", ""),
        ('admonish warning "Look out"', "caution", "Look out"),
        ('admonish title="Look"', "note", "Look"),
        ("admonish success", "note", "Success"),
        ('admonish info title="Answer" collapsible=true', "solution", ""),
    ],
)
def test_a_callout_of_mdbook_is_one(info: str, kind: str, title: str) -> None:
    (token,) = parser().parse(f"```{info}\nrain\n```\n")
    found = token.meta["callout"]
    assert (token.type, found.kind, found.title, found.texts["body"]) == ("callout", kind, title, "rain\n")
