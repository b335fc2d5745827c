from __future__ import annotations

import pytest

from coursepack.load.markdown import parser


@pytest.mark.parametrize("words", [".smaller", '#low target="_blank"', "toc", ".no_toc", ""])
def test_attributes_of_a_screen_alone_are_left_out(words: str) -> None:
    assert parser().render(f"a\n{{:{words}}}\n") == "<p>a</p>\n"


def test_a_style_of_its_own_is_kept_for_a_word_about_it() -> None:
    (styled,) = [token for token in parser().parse("| a |\n|---|\n| b |\n{: .wall}\n") if token.type == "styled_div"]
    assert (styled.info, styled.map) == ("{.wall}", [3, 4])


def test_attributes_behind_a_link_are_left_out_and_behind_words_they_stay() -> None:
    assert parser().render('[a](b){:target="_blank"}.') == '<p><a href="b">a</a>.</p>\n'
    assert "{:.2f}" in parser().render("a {:.2f}")


def test_code_between_tags_is_code_with_what_stands_beside_them() -> None:
    source = '{% highlight cs linenos mark_lines="1 3" %}int a;\nint b;\n{% endhighlight %}\n\nc\n'
    (code,) = [token for token in parser().parse(source) if token.type == "fence"]
    assert (code.info, code.content) == ("cs linenos {1,3}", "int a;\nint b;\n")
    assert "fence" not in [token.type for token in parser().parse("{% highlight cs %}\nint a;\n")]
