from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize("words", [".smaller", '#low target="_blank"', "toc", ".no_toc", ""])
def test_attributes_of_a_screen_alone_are_left_out(words: str) -> None:
    assert parser().render(f"a\n{{:{words}}}\n") == "<p>a</p>\n"


def test_a_mark_that_ends_a_block_is_left_out() -> None:
    assert parser().render("- a\n^\n- b ^\n") == "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b ^</li>\n</ul>\n"
    made = parser().render("rain\n: falls\n^\n\nsnow\n: lies\n^\n")
    assert "^" not in made
    assert made.count("<dt>") == made.count("<dd>") == 2


def test_a_style_of_its_own_is_kept_for_a_word_about_it() -> None:
    (styled,) = [token for token in parser().parse("| a |\n|---|\n| b |\n{: .wall}\n") if token.type == "styled_div"]
    assert (styled.info, styled.map) == ("{.wall}", [3, 4])


def test_attributes_behind_a_link_are_left_out_and_behind_words_they_stay() -> None:
    assert parser().render('[a](b){:target="_blank"}.') == '<p><a href="b">a</a>.</p>\n'
    assert parser().render('**a**{: data-type="term"}, `b`{: data-type="code"}') == (
        "<p><strong>a</strong>, <code>b</code></p>\n"
    )
    assert "{:.2f}" in parser().render("a {:.2f}")


def test_code_between_tags_is_code_with_what_stands_beside_them() -> None:
    source = '{% highlight cs linenos mark_lines="1 3" %}int a;\nint b;\n{% endhighlight %}\n\nc\n'
    (code,) = [token for token in parser().parse(source) if token.type == "fence"]
    assert (code.info, code.content) == ("cs linenos {1,3}", "int a;\nint b;\n")
    assert "fence" not in [token.type for token in parser().parse("{% highlight cs %}\nint a;\n")]


def test_a_class_below_a_quotation_or_paragraph_makes_it_a_callout_whose_lines_keep_their_places() -> None:
    source = "> ## Swap\n> a\n>\n> > ## Solution\n> > b\n> {: .solution}\n{: .challenge}\n\nc\n{: .answer}\n"
    outer, paragraph = [token.meta for token in parser().parse(source) if token.type == "callout"]
    assert (outer["callout"].kind, outer["callout"].title, outer["indent"]) == ("task", "Swap", 2)
    assert (outer["callout"].skipped, outer["callout"].texts["body"].split("\n")[0]) == (0, "a")
    (inner,) = [token for token in parser().parse(outer["callout"].texts["body"]) if token.type == "callout"]
    assert (inner.meta["callout"].kind, inner.meta["callout"].texts["body"]) == ("solution", "b\n")
    assert (paragraph["callout"].kind, paragraph["callout"].skipped, paragraph["indent"]) == ("solution", -1, 0)


@pytest.mark.parametrize("above", ["1. a\n", "> a\n\n", "```\na\n```\n", "# a\n"])
def test_below_anything_else_it_is_said(above: str) -> None:
    kinds = [token.type for token in parser().parse(f"{above}{{: .solution}}\n")]
    assert "styled_div" in kinds
    assert "callout" not in kinds


def test_the_kind_of_a_list_below_it_counts_it_and_below_words_it_is_said() -> None:
    assert parser().render('1. lye\n2. lime\n{: type="a"}\n').startswith('<ol type="a">')
    assert "styled_div" in [token.type for token in parser().parse('lye\n{: type="a"}\n')]
