from __future__ import annotations

from coursepack.load.markdown import parser


def test_a_list_of_html_is_one_of_markdown_with_lists_inside() -> None:
    made = parser().render("<ul class='x'>\n<li>a *b*\n<ol><li>c</li></ol>\n</li>\n<li>d\n</ul>\n")
    plain = parser().render("- a *b*\n  1. c\n- d\n")
    assert made == plain


def test_its_words_know_their_lines() -> None:
    tokens = parser().parse("a\n\n<ul>\n<li>b</li>\n<li>\n  c\n</li>\n</ul>\n")
    assert [token.map for token in tokens if token.type == "inline"] == [[0, 1], [3, 4], [5, 6]]


def test_words_or_lists_outside_its_items_and_a_list_without_an_end_are_left() -> None:
    for source in ("<ul>a<li>b</li></ul>", "<ul><ul><li>b</li></ul></ul>", "<ul><li>b</li></ul> c", "<ul><li>b"):
        assert "list_item_open" not in [token.type for token in parser().parse(source)]
