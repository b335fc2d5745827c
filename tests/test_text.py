from __future__ import annotations

import pytest

from coursepack import text
from coursepack.load.markdown import parser
from coursepack.problem import Span

AT = Span("a.md", 10, 5)


def places(source: str, kind: str, indent: int = 0) -> list[tuple[int, int]]:
    rich = text.prose(source, AT, indent, parser())
    return [(span.line, span.column) for _, span in rich.marks(kind)]


def test_a_mark_on_the_first_line_stands_behind_the_texts_own_column() -> None:
    assert places("see @chart:a", "ref") == [(10, 9)]


def test_a_mark_on_a_further_line_stands_behind_the_indent() -> None:
    assert places("one\ntwo @chart:a\n\n- x @chart:b\n", "ref", indent=4) == [(11, 9), (13, 9)]


def test_a_mark_over_two_lines_is_placed_where_it_begins() -> None:
    assert places("one [@a;\n@b] two", "cite") == [(10, 9)]


def test_the_same_mark_twice_has_two_places() -> None:
    assert places("@chart:a and @chart:a", "ref") == [(10, 5), (10, 18)]
    assert places("[x]{.term}\nand [x]{.term}, [x]{.term}", "term") == [(10, 5), (11, 5), (11, 17)]


def test_a_mark_that_begins_like_another_has_its_own_place() -> None:
    assert places("@chart:ab and @chart:a", "ref") == [(10, 5), (10, 19)]


def test_a_mark_in_code_is_not_mistaken_for_one() -> None:
    assert places("`@chart:a` is @chart:a", "ref") == [(10, 19)]


def test_a_line_of_a_block_scalar_is_placed_in_its_own_line() -> None:
    rich = text.line("one\n@chart:a\n", AT, 4, parser())
    assert [(span.line, span.column) for _, span in rich.marks("ref")] == [(11, 5)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("*one* **two** `three`", "one two three"),
        ("a [veto]{.term} is\nused", "a veto is used"),
        ("[words](https://example.org)", "words"),
        ("one\\\ntwo", "one two"),
    ],
)
def test_plain_words_have_no_marks(source: str, words: str) -> None:
    assert text.prose(source, AT, 0, parser()).plain() == words


@pytest.mark.parametrize(("source", "there"), [("", False), (" \n", False), ("x", True)])
def test_a_text_is_there_if_it_has_words(source: str, there: bool) -> None:  # noqa: FBT001 a case's value
    assert bool(text.line(source, AT, 0, parser())) is there


def test_equal_words_in_two_places_are_two_texts() -> None:
    one, two = text.plain("x"), text.plain("x")
    assert one != two
    assert len({one, two}) == 2


def test_a_plain_text_takes_marks_for_words() -> None:
    assert text.plain("*a* [@b]").plain() == "*a* [@b]"


def test_a_heading_in_a_text_is_a_line_in_bold_whose_id_is_a_target() -> None:
    rich = text.prose("### In the *hills* {#hills}\n\na\n", AT, 0, parser())
    assert rich.plain() == "In the hillsa"
    assert rich.tokens[0].meta["targets"] == ("hills",)


@pytest.mark.parametrize("head", ["## Soluzione", "### **soluzione** :", "## Soluzione {#fine}"])
def test_below_a_label_a_heading_that_only_says_it_is_left_out(head: str) -> None:
    rich = text.prose(f"{head}\n\na\n", AT, 0, parser())
    assert rich.below("Soluzione").plain() == "a"
    assert rich.below("Risposta") is rich


@pytest.mark.parametrize("begins", ["Soluzione\n\na", "## Soluzione breve\n\na", ""])
def test_below_a_label_all_else_stays(begins: str) -> None:
    rich = text.prose(begins, AT, 0, parser())
    assert rich.below("Soluzione") is rich
