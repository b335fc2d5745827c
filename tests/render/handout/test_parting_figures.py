"""A figure changes places with what is around it where a page would stay half empty: small, as `smallpages` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smallpages import CSS, FIGURE, order

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying


@pytest.mark.parametrize(
    ("after", "said"),
    [
        # The paragraph that follows is long enough.
        ('<div class="prose"><p>b<br>b<br>b<br>b</p><p>c</p></div>', ["aaabbbb", "Fc"]),
        # It leaves a smaller gap, which the next one fills.
        ('<div class="prose"><p>b<br>b<br>b</p><p>c</p></div>', ["aaabbbc", "F"]),
        # Two are.
        ('<div class="prose"><p>b</p><p>c</p></div>', ["aaabc", "F"]),
        ('<div class="table"><p>b</p><p>b</p></div>', ["aaabb", "F"]),
        # A heading inside a text goes with its paragraph.
        ("<div class='prose'><h4>h</h4><p>b</p><h4>i</h4><p>c</p></div>", ["aaahb", "F", "ic"]),
        ("<div class='prose'><h4>h</h4><ul><li>b</li></ul></div>", ["aaa", "F", "hb"]),
        # What a section's heading heads stays with it, and so does all that stands in a list.
        ("<h2>h</h2><div class='prose'><p>b</p></div>", ["aaa", "Fhb"]),
        ("<div class='prose'><ul><li>b</li></ul></div>", ["aaa", "F", "b"]),
        ("<div class='prose'><p>b</p><ul><li>c</li></ul></div>", ["aaa", "F", "bc"]),
    ],
)
def test_a_figure_lets_by_what_follows_where_a_page_would_stay_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, said: list[str]
) -> None:
    before = '<div class="prose"><p>a<br>a<br>a</p></div>'
    assert order(f"<section>{before}{FIGURE}{after}</section>", laying, page) == said


def test_a_figure_without_a_number_stays_where_it_is_spoken_of(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    source = '<section><div class="prose"><p>a<br>a<br>a</p></div>' + FIGURE.replace(' id="rhine"', "")
    assert order(f'{source}<div class="prose"><p>b</p></div></section>', laying, page) == ["aaa", "Fb"]


LOW = FIGURE.replace("rhine", "rhone").replace('"room"', '"room" style="height:30pt"').replace("Figure", "Low")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<div class="prose"><p>a<br>a</p><p>b</p></div>' + FIGURE, ["aaF", "b"]),
        # What says something of it stays before it.
        ('<div class="prose"><p>a<br>a</p><p>b <a href="#rhine">c</a></p></div>' + FIGURE, ["aabc", "F"]),
        # One paragraph alone does, and so does one that a heading heads.
        ('<div class="prose"><p>a<br>a<br>a</p></div>' + FIGURE, ["aaa", "F"]),
        ('<div class="prose"><p>a<br>a</p><h4>h</h4><p>b</p></div>' + FIGURE, ["aahb", "F"]),
        # Of two figures it is the second that has no room on the page of the first.
        (
            '<div class="prose"><p>a<br>a<br>a<br>a<br>a<br>a</p><p>b<br>b</p></div>' + LOW + FIGURE,
            ["aaaaaa", "Lbb", "F"],
        ),
    ],
)
def test_a_figure_stands_before_a_paragraph_where_a_page_would_stay_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, said: list[str]
) -> None:
    assert order(f"<section>{source}</section>", laying, page) == said


def test_a_table_lets_a_paragraph_by_where_it_leaves_a_smaller_gap(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    table = f'<div class="table"><p id="ties">T</p>{"<p>r</p>" * 3}</div>'
    source = (
        f'<section><div class="prose"><p>{"a<br>" * 4}a</p></div>{table}<div class="prose"><p>b</p></div></section>'
    )
    assert order(source, laying, page) == ["aaaaab", "Trrr"]


@pytest.mark.parametrize(
    ("after", "done", "pages"),
    [
        ("<p>b<br>b<br>b<br>b<br>b<br>b</p>", ["by", "back"], ["aaaaa", "Fbb", "bbbb"]),
        ("<p>b<br>b<br>b<br>b<br>b<br>b</p><p>c</p>", ["by", "back"], ["aaaaa", "Fbb", "bbbbc"]),
        # A figure that has room below what goes on is worth it.
        ("<p>b<br>b<br>b<br>b<br>b</p>", ["by"], ["aaaaabbb", "bbF"]),
    ],
)
def test_a_paragraph_that_was_let_by_comes_back_where_the_figure_has_no_room_below_it(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, done: list[str], pages: list[str]
) -> None:
    before = f'<div class="prose"><p>{"a<br>" * 4}a</p></div>'
    source = f'<section>{before}{FIGURE}<div class="prose">{after}</div></section>'
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name in {"by", "back", "later", "sooner"}] == done
    assert order(source, laying, page) == pages
