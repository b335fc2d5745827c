"""Comments of a deck of Marp: which are notes, where they are put, and what they say."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.load import presenter
from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def notes(source: str, **env: object) -> list[str]:
    tokens = parser().parse(source, {presenter.DECK: {}, **env})
    return [unescape(token.meta["callout"].texts["body"]) for token in tokens if token.type == "callout"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<!-- Ask who swims. -->", ["Ask who swims."]),
        ("<!--\nGreet them.\n\nAsk *why*.\n-->\n\na", ["Greet them.\n\nAsk *why*."]),
        ("- sand <!-- Of the Nile. -->\n- mud", ["Of the Nile."]),
        ("<!-- One. --> <!-- Two. -->", ["One.", "Two."]),
        ("<!-- Note: title: wait. -->", ["Note: title: wait."]),
        ("`<!-- a -->`", []),
    ],
)
def test_a_comment_is_a_note(source: str, said: list[str]) -> None:
    assert notes(source) == said


@pytest.mark.parametrize(
    "told",
    [
        "_class: lead",
        "paginate: false\nfooter: Sea",
        "style: |\n  section { color: red }",
        "fit",
        "prettier-ignore",
        "",
    ],
)
def test_what_tells_a_tool_something_is_none(told: str) -> None:
    assert not notes(f"# A <!-- {told} -->\n\n<!-- {told} -->")


def test_a_note_stands_behind_the_list_that_it_is_in() -> None:
    tokens = parser().parse("- a <!-- Wait. -->\n- b\n\nc", {presenter.DECK: {}})
    assert [one.type for one in tokens if not one.level] == [
        *("bullet_list_open", "bullet_list_close", "callout"),
        *("paragraph_open", "paragraph_close"),
    ]


def test_comments_of_other_files_vanish() -> None:
    assert not [one for one in parser().parse("<!-- Ask. -->\n\n- a <!-- b -->") if one.type == "callout"]


@pytest.mark.parametrize(("front", "deck"), [("theme: a\nmarp: true", True), ("marp: false", False), ("a: b", False)])
def test_the_front_matter_says_what_is_a_deck(front: str, deck: bool) -> None:  # noqa: FBT001 a parameter
    assert presenter.is_deck(front) == deck


@pytest.mark.parametrize("left", ["![bg](a.png)", "<b>a</b>", "```\nx\n```", "a\n\n::: note\nb\n:::"])
def test_what_was_left_out_of_the_slide_is_no_note(left: str) -> None:
    assert not notes(f"a\n\n<!-- {left} -->")


def test_a_note_is_words_and_nothing_in_it_is_a_mistake(unit: Callable[..., Path]) -> None:
    course = unit("## S {#s}\n\n- a <!-- Ask @anna: 5 $ or [x]{.y} & `#1` \\z :dart: -->\n\n<!--\n# So, *now*\n-->\n")
    file = next((course / "units").glob("*.md"))
    file.write_text(file.read_text().replace("---\n", "---\nmarp: true\n", 1))
    found = read(course)
    said = [block.body.plain() for block in found.course.units[0].blocks() if block.kind_name() == "callout"]  # type: ignore[attr-defined]
    assert said == ["Ask @anna: 5 $ or [x]{.y} & `#1` \\z :dart:", "# So, now"]
    assert [one for one in found.problems if one.code != "foreign-field"] == []
