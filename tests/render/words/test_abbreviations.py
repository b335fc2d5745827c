from __future__ import annotations

from markdown_it.token import Token

from coursepack.render.words.abbreviations import Abbreviations
from coursepack.text import plain

KNOWN = {"UN": "United Nations", "R&D": "research <and> development"}


def test_the_first_mention_in_a_text_is_spelled_out_however_often_it_is_rendered() -> None:
    abbreviations, text = Abbreviations(KNOWN), plain("x")
    first, second = Token("text", "", 0), Token("text", "", 0)
    full = '<abbr title="United Nations">UN</abbr> of the UN'
    for _ in range(2):
        assert abbreviations.spelled("UN of the UN", text, first) == full
        assert abbreviations.spelled("the UN", text, second) == "the UN"
    assert abbreviations.spelled("UN of the UN", plain("x"), second) == full


def test_what_stands_inside_a_tag_is_no_word_and_signs_are_written_as_html_has_them() -> None:
    abbreviations, token = Abbreviations(KNOWN), Token("text", "", 0)
    assert abbreviations.spelled('<a id="UN">R&amp;D</a>', None, token) == (
        '<a id="UN"><abbr title="research &lt;and&gt; development">R&amp;D</abbr></a>'
    )


def test_a_course_without_abbreviations_has_its_words_as_they_are() -> None:
    assert Abbreviations({}).spelled("the UN", None, Token("text", "", 0)) == "the UN"
