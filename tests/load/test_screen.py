"""What means something on a screen alone is left out; what else stands beside it is not."""

from __future__ import annotations

import pytest

from coursepack.load import attributes, screen
from coursepack.load.markdown import parser
from coursepack.load.screen import _BEHIND
from steps import Looks


@pytest.mark.parametrize(
    ("heading", "left"),
    [
        ('## Rain {background-color="#447099" .smaller}', "Rain"),
        ('## Rain {#rain .new-page transition="fade"}', "Rain {#rain .new-page}"),
        ("## Rain {.unnumbered .smaller}", "Rain {.unnumbered}"),
        ("## Rain {-}", "Rain {.unnumbered}"),
        ("## Rain {.unlisted #rain .unnumbered}", "Rain {#rain .unlisted .unnumbered}"),
        ("## Rain {#rain}", "Rain {#rain}"),
        ("## Rain {.wall .smaller}", "Rain"),
    ],
)
def test_a_heading_keeps_its_id(heading: str, left: str) -> None:
    assert parser().parse(f"{heading}\n")[1].content == left


@pytest.mark.parametrize("behind", ['{background-image="a.png"}', '{.unnumbered background-color="red"}'])
def test_a_heading_without_words_is_none(behind: str) -> None:
    tokens = parser().parse(f"## {behind}\n\nRain.\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize("mark", ["{.fragment}", '{.r-fit-text style="color: red"}', "{dir=rtl}"])
def test_words_have_nothing_of_it(mark: str) -> None:
    (inline,) = (token for token in parser().parse(f"[Rain]{mark} and [more](https://x.org){{.uri}}") if token.children)
    assert not inline.meta.get("residue")
    assert [dict(one.attrs) for one in inline.children or [] if one.nesting == 1] == [{}, {"href": "https://x.org"}]


def test_divs_of_a_screen_leave_their_text_and_others_do_not() -> None:
    assert "colon_fence" not in [one.type for one in parser().parse('::: {style="x"}\na\n:::\n')]
    assert "colon_fence" not in [one.type for one in parser().parse("::: {layout-ncol=2}\na\n:::\n")]
    assert "styled_div" in [one.type for one in parser().parse("::: {.wall .smaller-type}\na\n:::\n")]


def test_nothing_is_not_all_of_a_screen() -> None:
    assert not screen.is_all(attributes.read(""))
    assert screen.is_for_screen("class", "fragment fade-in")
    assert not screen.is_for_screen("class", "fragment wall")


@pytest.mark.parametrize("heading", ["The word {center}", "{email}", "Rain {smaller .smaller}"])
def test_words_in_braces_without_a_sign_are_words(heading: str) -> None:
    assert parser().parse(f"## {heading}\n")[1].content == heading


def test_blanks_in_a_heading_are_looked_at_once() -> None:
    once, more = (Looks(_BEHIND, "a" + " " * times + "b") for times in (25, 100))
    assert more.count < 5 * once.count


def test_words_that_no_screen_shows_are_reported() -> None:
    (inline,) = (token for token in parser().parse('[Rain]{style="display: none"}') if token.children)
    assert [one.raw for one in inline.meta["residue"]] == ['{style="display: none"}']


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("## **Rain**", "Rain"),
        ("## __Rain *and* sun__", "Rain <em>and</em> sun"),
        ("## **Rain** {#rain}", "Rain {#rain}"),
        ("## **Rain** and **sun**", "<strong>Rain</strong> and <strong>sun</strong>"),
        ("## Rain **and sun**", "Rain <strong>and sun</strong>"),
    ],
)
def test_a_heading_that_is_bold_as_a_whole_is_like_all_others(heading: str, words: str) -> None:
    assert parser().render(heading) == f"<h2>{words}</h2>\n"
