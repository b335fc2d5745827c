from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser, slug

if TYPE_CHECKING:
    from markdown_it.token import Token


def marks(text: str, kind: str) -> list[Token]:
    inlines = [token for token in parser().parse(text) if token.type == "inline"]
    return [child for token in inlines for child in token.children or [] if child.type == kind]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("[veto]{.term}", "veto", "veto"),
        ('[vetoes]{.term of="Veto"}', "veto", "vetoes"),
        ("[casus\nfoederis]{.term}", "casus-foederis", "casus foederis"),
    ],
)
def test_a_term(text: str, name: str, words: str) -> None:
    (term,) = marks(f"A {text}.", "term")
    assert (term.meta["id"], term.content, term.meta["raw"]) == (name, words, text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("[@charter]", (("charter", ""),)),
        ("[@charter, art. 51]", (("charter", "art. 51"),)),
        ("[@a-1; @b_2, pp. 3, 5]", (("a-1", ""), ("b_2", "pp. 3, 5"))),
        ("[@a;\n@b]", (("a", ""), ("b", ""))),
    ],
)
def test_a_citation(text: str, items: tuple[tuple[str, str], ...]) -> None:
    (cite,) = marks(f"See {text}.", "cite")
    assert cite.meta["items"] == items


def test_a_key_in_a_sentence_may_have_low_lines_inside() -> None:
    (cite,) = marks("As @graham_knuth_1994_ has it", "cite")
    assert cite.meta["items"] == (("graham_knuth_1994", ""),)


def test_a_reference_ends_before_the_full_stop() -> None:
    found = marks("See @chart:rain-1. Then (@table:two), @unit:x", "ref")
    assert [(token.meta["kind"], token.meta["id"]) for token in found] == [
        ("chart", "rain-1"),
        ("table", "two"),
        ("unit", "x"),
    ]


@pytest.mark.parametrize("text", ["a@b:c", "@charter", "@ chart:x", r"\@chart:x", "`@chart:x`"])
def test_what_is_no_reference_stays_text(text: str) -> None:
    assert marks(text, "ref") == []


@pytest.mark.parametrize("text", ["`[veto]{.term}`", r"\[veto]{.term}", "[veto](.term)", "[]{.term}"])
def test_what_is_no_term_stays_text(text: str) -> None:
    assert marks(text, "term") == []


def test_html_that_is_no_mark_is_left_for_the_check() -> None:
    (token,) = parser().parse("<script>alert(1)</script>")
    assert token.type == "html_block"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "vbscript:x", "data:text/html,x"])
def test_an_address_that_runs_is_no_link(address: str) -> None:
    assert "href" not in parser().render(f"[x]({address})")


@pytest.mark.parametrize(
    ("quotes", "quoted"),
    [((), "“a ‘b’”"), (("„", "“", "‚", "‘"), "„a ‚b‘“"), (("«\u202f", "\u202f»", "“", "”"), "«\u202fa “b”\u202f»")],
)
def test_quotation_marks_are_those_that_are_given(quotes: tuple[str, ...], quoted: str) -> None:
    made = parser(lambda _: quotes) if quotes else parser()
    assert made.renderInline("\"a 'b'\"") == quoted


def test_blank_lines_between_items_mean_nothing() -> None:
    assert "<p>" not in parser().render("- one\n\n- two\n\n  - three\n\n- four\n")


def test_an_item_of_two_paragraphs_keeps_them() -> None:
    assert parser().render("- one\n\n  two\n- three\n").count("<p>") == 2


@pytest.mark.parametrize(
    ("text", "name"), [("Casus  Foederis!", "casus-foederis"), ("what's_new?", "whats-new"), ("Élan", "élan")]
)
def test_a_slug(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_gap_lowers_and_raises_digits_and_signs() -> None:
    (gap,) = marks("It is [H~2~O | H~3~O^+^]{.gap}.", "gap")
    assert gap.meta["words"] == ("H₂O", "H₃O⁺")


def test_a_colon_after_a_reference_is_the_sentences() -> None:
    assert [mark.meta["id"] for mark in marks("See @sec-tables: three. @fig-a_b:", "ref")] == ["sec-tables", "fig-a-b"]


def test_attributes_of_a_picture_go_on_in_the_next_line() -> None:
    tokens = parser().parse("![](a.png){alt=\"Two tables. The first\n'items owned' has, say, rows.\"\n  width=40%}")
    image = next(child for child in (tokens[0].children or [])[0].children or [] if child.type == "image")
    assert tokens[0].type == "pictures"
    assert image.attrs["fig-alt"] == "Two tables. The first 'items owned' has, say, rows."
    assert image.attrs["width"] == "40%"
