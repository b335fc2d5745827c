from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize(
    ("source", "gives"),
    [
        ("<blockquote>Still *so*.</blockquote>", ["Still *so*."]),
        ('a\n<blockquote class="x">One.<footer>Anon, 1603</footer></blockquote>\nb', ["One.", "— Anon, 1603"]),
        (
            "<blockquote>\n<p>One\nline.</p>\n<p>Two.</p>\n<cite>— Anon</cite>\n</blockquote>",
            ["One\nline.", "Two.", "— Anon"],
        ),
        ("<blockquote>\n\nOne.\n\nTwo.\n\n</blockquote>", ["One.", "Two."]),
    ],
)
def test_a_quotation_has_its_paragraphs_and_who_said_them(source: str, gives: list[str]) -> None:
    tokens = parser().parse(source)
    first, last = (
        next(n for n, one in enumerate(tokens) if one.type == f"blockquote_{end}") for end in ("open", "close")
    )
    inside = [one for one in tokens[first:last] if one.type == "inline"]
    assert [one.content for one in inside] == gives
    lines = source.split("\n")
    assert all(one.content.split("\n")[0].lstrip("— ") in lines[(one.map or [0])[0]] for one in inside)


@pytest.mark.parametrize(
    "source",
    [
        "<blockquote>a",
        "<blockquote>a</blockquote> b",
        "<blockquote><ul><li>a</li></ul></blockquote>",
        "<blockquote></blockquote>",
        "<blockquote hidden>a</blockquote>",
        '<blockquote style="display:none">a</blockquote>',
        '<blockquote class="sr-only">a</blockquote>',
    ],
)
def test_one_with_blocks_without_an_end_or_hidden_stays_raw(source: str) -> None:
    assert all(one.type != "blockquote_open" for one in parser().parse(source))
