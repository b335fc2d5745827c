"""Words on paper: code and formulas in the measures of a page, gaps and boxes that are heard, addresses to type."""

from __future__ import annotations

import re
from time import process_time
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coursepack.build import ready
from coursepack.render.look.measure import measure
from coursepack.render.words.printwords import CompanionWords, PrintWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.text import Rich

    Set = Callable[[str], tuple[PrintWords, Rich]]


@pytest.fixture
def given(unit: Callable[..., Path]) -> Callable[..., tuple[PrintWords, Rich]]:
    """Return a function that reads a text, and what sets it; `on` says on which pages of the handout anchors are."""

    def read(text: str, kind: type[PrintWords] = PrintWords, **on: str) -> tuple[PrintWords, Rich]:
        made = ready(unit(f"## S {{#s}}\n\n{text}\n"))
        size = measure(made.design.theme, made.design.theme.papers["a4"])
        body = next(block.body for block in made.course.units[0].blocks() if block.kind_name() == "text")  # type: ignore[attr-defined]
        return kind(made.pack, size, on), body

    return read


def test_a_listing_has_its_title_and_what_was_printed_has_none(given: Set) -> None:
    words, body = given("```python {title='Doubled'}\n2 * 2\n```")
    assert re.match(r'<div class="listing"><p class="caption"><b>Doubled</b></p>', str(words.prose(body)))


def test_a_column_takes_a_share_of_the_measure_and_gives_it_back(given: Set) -> None:
    words, _ = given("x")
    whole = words.page
    with words.within(50):
        assert words.page.line == pytest.approx(whole.line / 2, rel=0.1)
    assert words.page is whole


def test_a_column_gives_its_measure_back_after_a_fault(given: Set) -> None:
    words, _ = given("x")
    whole = words.page
    with pytest.raises(ZeroDivisionError), words.within(50):
        _ = 1 / 0
    assert words.page is whole


def test_a_formula_that_is_wider_than_the_text_goes_into_the_outer_column(given: Set) -> None:
    for latex, classes in (("x = y", "display"), (" + ".join(f"a_{{{n}}}" for n in range(18)), "display wide")):
        words, body = given(f"Let\n\n$$\n{latex}\n$$\n")
        assert f'<p class="{classes}">' in str(words.prose(body))


def test_a_box_is_heard_before_its_item(given: Set) -> None:
    words, body = given("- [x] done\n- [ ] open")
    labels = words.pack.labels
    said = re.findall(r'data-pdf="Lbl" data-said="([^"]+)"', str(words.prose(body)))
    assert said == [labels["box_ticked"], labels["box"]]


def test_an_address_may_be_broken_after_its_signs(given: Set) -> None:
    words, _ = given("x")
    assert str(words.typed("https://un.org/a-b?c=1")) == "un.<wbr>org/<wbr>a-<wbr>b?<wbr>c=<wbr>1"


def test_a_page_is_said_where_it_is_known(given: Set) -> None:
    words, _ = given("See @section:s.", s="7")
    assert "7" in words.far("s")
    assert words.far("s") != words.far("s", inside=True)
    assert given("See @section:s.")[0].far("s") == ""


def test_the_pages_of_a_range_are_said_where_they_are_known(given: Set) -> None:
    pages = {"s": "7", "before.end.water": "8", "end.water": "9"}
    words, _ = given("x", **pages)
    assert words.far("s", since="s") == " (pp.\u00a07\u2013\u20608)"
    assert given("x", s="7", **{"end.water": "7"})[0].far("s", since="s") == " (p.\u00a07)"


def test_a_companion_prints_an_address_after_its_words_unless_they_are_it(
    given: Callable[..., tuple[PrintWords, Rich]],
) -> None:
    words, body = given("[The UN](https://un.org) and <https://un.org>.", CompanionWords)
    first, second = str(words.prose(body)).split(" and ")
    assert first.replace("<wbr>", "").endswith("</a> (un.org)")
    assert second.endswith("un.org</a>.</p>")


def test_a_row_is_high_by_the_widths_of_its_columns_and_many_take_no_time(given: Set) -> None:
    words, _ = given("x")
    high = Token("inline", "", 0, content="word " * 240)
    row = [Token("tr_open", "tr", 1), high, Token("tr_close", "tr", -1)]
    options = MarkdownIt().options
    for widths, tall in (((), False), ((20, 80), True)):
        tokens = [Token("table_open", "table", 1, meta={"widths": widths}), *row]
        words.table_open(tokens, 0, options, {})
        assert ("tall" in words.tr_open(tokens, 1, options, {})) == tall
    low = [Token("tr_open", "tr", 1), Token("inline", "", 0, content="a"), Token("tr_close", "tr", -1)] * 20_000
    start = process_time()
    assert not any("tall" in words.tr_open(low, at, options, {}) for at in range(0, len(low), len(row)))
    assert process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("هذا نهر طويل.", True),
        ("هذا نهر طويل (the Lee).", True),
        ("هذا [نهر](https://example.org/a/very/long/river).", True),
        (r"هذا $\alpha + \beta$ و`rivers.sort()`.", True),
        ("The Lee, هذا نهر طويل.", False),
        ("هذا means that this is so.", False),
        ("The Lee.", False),
    ],
)
def test_a_paragraph_that_is_read_from_right_to_left_begins_there(given: Set, text: str, turned: bool) -> None:  # noqa: FBT001 a parameter
    words, body = given(text)
    assert ('<p dir="rtl">' in words.prose(body)) == turned


def test_a_lead_in_is_not_left_by_what_it_leads_to(given: Set) -> None:
    words, body = given("**Sheet 2**\n\nPut in:  \nthe word\n\n- so\n\nA ring:  \ndrawn so:\n\n1. twice:")
    wanted = ['<p class="lead-in">', '<p class="lines">', '<p class="lines lead-in">']
    assert re.findall(r"<p[^>]*>", words.prose(body)) == wanted


def test_a_cell_to_fill_in_is_heard_as_blank(given: Set) -> None:
    filled = "| a | b |\n|---|---|\n| c |   |\n| d | e |"
    words, body = given(f"| Day | Rain |\n|-----|------|\n| Mon |      |\n| Tue |      |\n\n{filled}")
    made = words.prose(body)
    assert made.count('<td class="blank"><span class="heard" data-said="blank">\u00a0</span></td>') == 2
    # One that is empty beside others of its column says nothing.
    assert made.count("<td></td>") == 1


def test_lines_that_their_author_ends_begin_below_each_other(given: Set) -> None:
    words, body = given("A spring.\n\nA: Rain?\\\nB: Snow.\n\nA river.\n")
    assert re.findall(r"<p[^>]*>", words.prose(body)) == ["<p>", '<p class="lines">', "<p>"]


@pytest.mark.parametrize(
    ("tail", "held"), [("\u00a0(3)", '<span class="nobreak">self-defence?</span>'), (" (3)", "self-defence?")]
)
def test_what_holds_on_to_a_word_holds_on_to_all_of_it(given: Set, tail: str, held: str) -> None:
    words, text = given("Does Article 51 set limits on self-defence?")
    assert str(words.passage(text, tail)).replace("\u2010", "-").endswith(f"on {held}{tail}")


@pytest.mark.parametrize(
    ("text", "widths"),
    [
        ("Name: ____ Class: ___________________", ["6", "9.5"]),
        ("____________________________________________, so", ["22"]),
        ("The sun\\_\\_\\_\\_ is *a ______*.", ["6", "6"]),
        # In a name or a drawing of signs, in code, in an address, and two of them.
        ("a___b /\\____/ `____` __ [x](https://a.org/____)", []),
    ],
)
def test_low_strokes_among_words_are_a_gap_and_heard_as_one(given: Set, text: str, widths: list[str]) -> None:
    words, body = given(text)
    found = r'<span class="gap typed" data-said=" blank " style="width:([^"]+)em"></span>'
    assert re.findall(found, words.prose(body)) == widths


@pytest.mark.parametrize(
    ("rows", "words", "is_long"),
    [(6, "Few", False), (7, "Few", True), (3, "words " * 30, False), (3, "words " * 99, True)],
)
def test_a_table_of_few_low_rows_is_kept_whole(given: Set, rows: int, words: str, *, is_long: bool) -> None:
    made, body = given("| One | Two |\n|---|---|\n" + f"| a | {words} |\n" * rows)
    assert ('<table class="rules plain long">' in made.prose(body)) == is_long


def test_a_long_gap_that_ends_its_line_needs_half_its_room(given: Set) -> None:
    words, body = given(f"Why? {'_' * 60}\\\nWho: {'_' * 20}")
    widths = re.findall(r'"gap typed to-end" data-said=" blank " style="width:([^"]+)em"', words.prose(body))
    assert widths == ["15", "10"]


def test_lines_to_write_on_are_ruled_and_heard_with_their_number(given: Set) -> None:
    words, body = given("Copy it.\n\n________\n\n________\n\n________\n")
    made = str(words.prose(body))
    assert (made.count('<div class="write-line"></div>'), "<hr" in made) == (3, False)
    assert 'data-said="3 lines to write on"' in made
