"""Words with attributes: known classes are marks, and what means nothing is left to be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser
from coursepack.load.spans import unknown

if TYPE_CHECKING:
    from markdown_it.token import Token


def line(text: str) -> list[Token]:
    return next(token.children or [] for token in parser().parse(text) if token.type == "inline")


def types(text: str) -> list[str]:
    return [token.type for token in line(text) if token.type != "text" or token.content]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (".underline", "u"),
        (".ul", "u"),
        (".smallcaps", "smallcaps"),
        (".sc", "smallcaps"),
        (".mark", "mark"),
        (".highlight", "mark"),
        (".kbd", "kbd"),
    ],
)
def test_a_class_that_pandoc_knows_is_a_mark(written: str, name: str) -> None:
    assert types(f"[x]{{{written}}}") == [f"{name}_open", "text", f"{name}_close"]


def test_a_stage_direction_has_brackets_around_all_that_is_marked_in_it() -> None:
    found = line('[Ask *all* for [vetoes]{.term of="veto"}, [or] @charter.]{.do} Then say.')
    assert "".join(token.content for token in found) == "[Ask all for vetoes, [or] .] Then say."
    assert (found[0].type, found[0].tag, found[0].attrs) == ("do_open", "em", {"class": "do", "data-colour": "accent"})
    assert [token.type for token in found][-2] == "do_close"


def test_marks_in_marks_close_in_their_order() -> None:
    assert types("[a [b]{.mark} c]{.ul}") == ["u_open", "text", "mark_open", "text", "mark_close", "text", "u_close"]


def test_a_language_stays_a_span_and_means_something() -> None:
    opened = line("[là]{lang=fr}")[0]
    assert (opened.type, opened.attrs["lang"]) == ("span_open", "fr")
    assert list(unknown(opened)) == []


@pytest.mark.parametrize(("written", "names"), [(".wide", ["class"]), ("#here", ["id"]), ("lang=fr x=1", ["x"])])
def test_what_nothing_is_made_of_is_named(written: str, names: list[str]) -> None:
    assert list(unknown(line(f"[x]{{{written}}}")[0])) == names


def test_a_known_class_among_others_is_left_so_that_none_is_lost_in_silence() -> None:
    opened = line("[x]{.mark lang=fr}")[0]
    assert opened.type == "span_open"
    assert "class" in list(unknown(opened))


@pytest.mark.parametrize("written", ["{.qr}", "{qr}"])
def test_a_link_with_a_code_to_scan_has_no_letters_of_it_left(written: str) -> None:
    tokens = line(f"[UN](https://un.org){written} says")
    opened = next(token for token in tokens if token.type == "link_open")
    assert opened.attrs["class"] == "qr"
    assert list(unknown(opened)) == []
    assert "".join(token.content for token in tokens) == "UN says"


def test_a_link_has_its_own_attributes_and_any_other_is_named() -> None:
    assert list(unknown(line('[UN](https://un.org "The UN")')[0])) == []
    assert list(unknown(line("[UN](https://un.org){.button}")[0])) == ["class"]


def test_a_few_words_of_code_drop_their_language() -> None:
    (code,) = [token for token in line("`x = 1`{.python}") if token.type == "code_inline"]
    assert (code.content, code.attrs) == ("x = 1", {})


def test_a_style_of_an_author_is_kept_apart_from_what_is_set() -> None:
    opened = [one for one in line("[a]{.red} [b]{.red .big lang=fr} [c](https://x.org){.btn}") if one.nesting == 1]
    assert [one.meta["style"] for one in opened] == ["red", "red .big", "btn"]
    assert [dict(one.attrs) for one in opened] == [{}, {"lang": "fr"}, {"href": "https://x.org"}]
