"""HTML in Markdown: comments are gone, a few tags are marks, and all else is left for a report."""

from __future__ import annotations

import pytest

from coursepack.load.html import MARKS
from coursepack.load.markdown import parser
from steps import steps


def types(text: str) -> list[str]:
    (inline,) = (token for token in parser().parse(text) if token.type == "inline")
    return [token.type for token in inline.children or []]


def blocks(text: str) -> list[tuple[str, list[int] | None, str]]:
    return [
        (token.type, token.map, token.content) for token in parser().parse(text) if not token.type.endswith("close")
    ]


@pytest.mark.parametrize(("tag", "name"), [(tag, name) for tag, (name, _) in MARKS.items()])
def test_a_tag_that_is_a_mark_of_text_is_set(tag: str, name: str) -> None:
    assert types(f"a <{tag}>b</{tag}> c") == ["text", f"{name}_open", "text", f"{name}_close", "text"]


def test_tags_count_in_any_case_and_in_each_other() -> None:
    assert types("<B>a<i>b</i></B>") == ["strong_open", "text", "em_open", "text", "em_close", "strong_close"]


@pytest.mark.parametrize(
    "text", ["a <sub>b", "a</sub> b", "<b>a<i>b</b></i>", '<b class="x">a</b>', "<blink>a</blink>"]
)
def test_what_does_not_pair_or_is_not_known_is_left_to_be_reported(text: str) -> None:
    assert "html_inline" in types(text)


def test_words_between_tags_of_code_are_code() -> None:
    (inline,) = (
        token for token in parser().parse("a <code>x_1 &lt; y_2</code> b <TT>z</TT>.") if token.type == "inline"
    )
    assert [token.content for token in inline.children or [] if token.type == "code_inline"] == ["x_1 < y_2", "z"]
    assert "html_inline" in types("<code>a **b** c</code>")
    assert types("<code></code>") == ["html_inline"] * 2
    assert types("</code>a<code>") == ["html_inline", "text", "html_inline"]


@pytest.mark.parametrize("attributes", ['class="hidden"', 'class="x" hidden', 'class="x d-none"', 'lang="el" hidden'])
def test_a_span_that_hides_its_words_is_left_to_be_reported(attributes: str) -> None:
    assert types(f"a <span {attributes}>b</span>") == ["text", "html_inline", "text"]


@pytest.mark.parametrize(
    "style",
    ["background: #000", "color:#FFF; background-color: white", "color: transparent", "opacity: 0", "font-size:0"],
)
def test_so_is_one_whose_words_have_the_colour_of_their_ground(style: str) -> None:
    assert types(f'a <span style="{style}">b</span>') == ["text", "html_inline", "text"]


@pytest.mark.parametrize("style", ["background: #eee", "color: #fff; background: black", "color: red", "opacity: 0.5"])
def test_one_whose_words_can_be_read_is_a_matter_of_looks(style: str) -> None:
    assert types(f'a <span style="{style}">b</span>') == ["text"]


def test_a_mark_may_say_how_it_looks_and_which_way_it_is_read() -> None:
    assert types('a <kbd dir="ltr">b</kbd>') == ["text", "kbd_open", "text", "kbd_close"]
    assert types('<code dir="ltr" style="color: red">b</code>') == ["code_inline"]
    assert types('<em style="display: none">b</em>') == ["html_inline", "text", "html_inline"]


def test_words_in_a_tag_of_quotations_have_marks_of_the_language() -> None:
    assert parser().renderInline("<q>a <b>b</b></q>, <Q>c</Q>") == "“a <strong>b</strong>”, “c”"


def test_words_far_in_below_a_tag_are_no_code() -> None:
    source = '<div dir="rtl">\n    <p>\n        a <b>b</b>\n    </p>\n</div>\n\n    code\n'
    assert [one for one in blocks(source) if one[2]] == [
        ("inline", [2, 3], "a <b>b</b>"),
        ("code_block", [6, 7], "code\n"),
    ]


def test_many_tags_below_each_other_are_walked_once() -> None:
    once, more = (steps(lambda times=times: parser().parse("<p>\n" * times)) for times in (50, 200))
    assert more < 6 * once


def test_a_picture_between_tags_for_looks_stands_alone() -> None:
    source = '<div>\n    <img src="a.png">\n    <p>\n        a\n    </p>\n</div>\n'
    assert [one[1] for one in blocks(source) if one[0] == "inline"] == [[3, 4]]
    assert [one[1] for one in blocks(source) if one[0] == "pictures"] == [[1, 2]]


def test_a_line_break_is_one() -> None:
    assert types("a<br>b<br/>c") == ["text", "hardbreak", "text", "hardbreak", "text"]


def test_comments_vanish_from_lines_and_between_them() -> None:
    assert types("a<!-- b -->c") == ["text"]
    assert blocks("<!-- one\ntwo -->") == []


def test_what_follows_a_comment_keeps_its_line() -> None:
    found = blocks("<!-- one\ntwo --> Words.\n")
    assert [(kind, place) for kind, place, _ in found] == [("paragraph_open", [1, 2]), ("inline", [1, 2])]
    assert found[1][2] == "Words."


@pytest.mark.parametrize(
    "text",
    ['<div style="page-break-after: always"></div>', '<p style="break-before:page">\n</p>'],
)
def test_a_block_that_only_breaks_the_page_breaks_the_page(text: str) -> None:
    assert [kind for kind, _, _ in blocks(text)] == ["page_break"]


def test_a_block_with_words_in_it_is_no_page_break() -> None:
    text = '<div style="page-break-after: always">Words</div>'
    assert blocks(text) == [("html_block", [0, 1], text)]


@pytest.mark.parametrize(
    "text",
    [
        '<div align="center">\n\nWords\n\n</div>',
        "<center>\nWords\n</center>",
        '<DIV style="width: 9em">Words</DIV>',
        '<p align="right">Words</p>',
        '<span style="color: red"><font color=red size="+1">Words</font></span>',
        "<div>\n<style scoped>\n  .a { top: 0 }\n\n  .b { top: 0 }\n</style>\nWords\n</div>",
    ],
)
def test_what_says_how_words_look_on_a_screen_is_left_out(text: str) -> None:
    found = parser().parse(text)
    assert [token.type for token in found] == ["paragraph_open", "inline", "paragraph_close"]
    assert [(one.type, one.content) for one in found[1].children or []] == [("text", "Words")]


def test_what_follows_a_style_sheet_keeps_its_line() -> None:
    found = [place for kind, place, _ in blocks("<style>\n.a { top: 0 }\n</style> Words\n") if kind == "inline"]
    assert found == [[2, 3]]


def test_breaks_of_lines_that_only_leave_room_between_paragraphs_are_left_out() -> None:
    assert blocks("<br>\n<BR/> <br />\n") == []
    assert blocks("<!-- a -->\n\n<br>\n\n<br>") == []
    assert [(kind, place) for kind, place, _ in blocks("<br>\nWords\n")] == [
        ("paragraph_open", [1, 2]),
        ("inline", [1, 2]),
    ]
    assert types("One\n<br>\nTwo") == ["text", "softbreak", "hardbreak", "softbreak", "text"]


def test_what_begins_after_such_a_tag_is_no_part_of_what_stands_before_it() -> None:
    kinds = [
        kind for kind, _, _ in blocks("One\n<p>Two</p>\n<p>Three<p>Four\n</div>\n| a |\n|---|\n| <span>b</span> |")
    ]
    assert kinds[:6] == ["paragraph_open", "inline"] * 3
    assert kinds[6] == "table_open"
    assert types("<p>Three</p><p>Four</p>") == ["text", "hardbreak", "text"]


@pytest.mark.parametrize(
    "text", ['<div class="alert">a</div>', '<div style="display: none">a</div>', "<div hidden>a</div>", "<p id=a>a</p>"]
)
def test_what_a_tag_says_beside_its_look_is_left_to_be_reported(text: str) -> None:
    assert [kind for kind, _, _ in blocks(text)] == ["html_block"]


def test_a_link_of_html_leads_where_one_of_markdown_may_lead_and_no_picture_to_a_larger_one() -> None:
    link = ["link_open", "text", "link_close"]
    for address in ("https://example.org", "lake.html#shore", "#shore", "mailto:a@example.org"):
        assert types(f'<a class="x" href="{address}">the lake</a>') == link
    assert types('<a href="javascript:x()">the lake</a>')[0] == "html_inline"
    larger = ("[![Rain](rain.png)](rain-large.PNG)", '<a href="rain-large.jpg"><img src="rain.png"></a>')
    for source in larger:
        assert types(f"See {source} there") == ["text", "image", "text"]
    assert types("See [![Rain](rain.png)](rain.html)")[1:] == ["link_open", "image", "link_close"]
