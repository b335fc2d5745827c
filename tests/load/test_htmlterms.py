"""A list of terms of HTML is one of Markdown; one that holds anything else stays raw."""

from __future__ import annotations

from coursepack.load.markdown import parser


def test_terms_and_what_they_mean_are_those_of_markdown() -> None:
    made = parser().render('<dl style="float: right">\n<dt>*Rain*</dt><dd>water\nthat falls</dd>\n<dd>a shower</dl>\n')
    assert made == parser().render("*Rain*\n: water that falls\n: a shower\n")


def test_their_words_know_their_lines() -> None:
    tokens = parser().parse("a\n\n<dl>\n<dt>b</dt>\n<dd>\n  c\n</dd>\n</dl>\n")
    assert [token.map for token in tokens if token.type == "inline"] == [[0, 1], [3, 4], [5, 6]]


def test_words_outside_and_a_list_without_an_end_are_left() -> None:
    for source in ("<dl>a<dt>b</dt></dl>", "<dl><dd>b</dd></dl>", "<dl><dt>b</dt></dl> c", "<dl><dt>b", "<dl></dl>"):
        assert "dt_open" not in [token.type for token in parser().parse(source)]
