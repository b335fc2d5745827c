"""What every block says of itself: its texts, its name, its number, and what a student's copy has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.exercises.multiple_choice import MultipleChoice
from coursepack.problem import Span
from fenced import FENCE, block, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursepack.text import Rich

CALLOUT = """\
kind: task
title: The title
body: |
  The body, @river2020.

  ```{callout}
  kind: note
  id: inner
  body: A note inside, @spring1999.
  solution: Inside answer.
  ```
hint: The hint.
solution: The answer, @key2001.
slide: {title: On a slide, notes: Said aloud.}
"""


def words(texts: Iterable[Rich]) -> list[str]:
    return [text.plain().strip() for text in texts if text]


def test_texts_come_in_the_order_of_the_fields_each_before_those_inside_it() -> None:
    assert words(block("callout", CALLOUT).texts()) == [
        "On a slide",
        "Said aloud.",
        "The title",
        "The body, .",
        "A note inside, .",
        "Inside answer.",
        "The hint.",
        "The answer, .",
    ]


def test_print_has_neither_the_slide_nor_what_is_secret() -> None:
    printed = words(block("callout", CALLOUT).printed())
    assert printed[:3] == ["The title", "The body, .", "A note inside, ."]
    assert "The hint." in printed
    assert not {"On a slide", "Said aloud.", "The answer, ."} & set(printed)


def test_works_are_those_of_all_texts_or_of_print_alone() -> None:
    made = block("callout", CALLOUT)
    assert list(made.works()) == ["river2020", "spring1999", "key2001"]
    assert list(made.works(printed=True)) == ["river2020", "spring1999"]
    assert list(block("quote", "text: So.\nby: A\ncite: a1").works()) == ["a1"]


def test_a_students_copy_has_no_secret_at_any_depth_and_no_way_back_to_the_file() -> None:
    made = block("callout", CALLOUT)
    assert made.written("solution")
    told = made.told()
    assert (told.solution.plain(), told.slide.notes.plain()) == ("", "")
    assert told.slide.title.plain() == "On a slide"
    assert [one.solution.plain() for one in told.inside()] == [""]
    # Its body holds a block with a secret, and is taken out of the file's values whole.
    assert {path[0] for path in made.secrets()} == {"solution", "teacher", "slide", "body"}
    assert told.written("solution") is None
    assert [told.at(name).line - FENCE.line for name in ("hint", "solution")] == [12, 1]


def test_a_block_for_teachers_inside_a_text_leaves_with_what_is_secret() -> None:
    inner = "body: |\n  A.\n\n  ```{callout}\n  kind: note\n  for: teacher\n  body: Theirs.\n  ```\n"
    made = block("callout", f"kind: note\n{inner}")
    assert len(list(made.inside())) == 1
    assert list(made.told().inside()) == []


@pytest.mark.parametrize(
    ("kind", "fields", "counter"),
    [
        ("figure", "src: a.svg\nalt: A\nid: a\ntitle: T", "figure"),
        ("figure", "src: a.svg\nalt: A\nid: a", None),
        ("figure", "src: a.svg\nalt: A\ntitle: T", None),
        ("true-false", "id: a\ntext: T.\nanswer: true", "exercise"),  # a bare kind needs no title
        ("quote", "text: So.\nby: A\nid: a", None),
    ],
)
def test_a_number_needs_an_id_and_a_title(kind: str, fields: str, counter: str | None) -> None:
    assert block(kind, fields).counted == counter


def test_links_lead_to_the_id_or_to_where_the_block_is_written() -> None:
    assert block("quote", "text: So.\nby: A\nid: said").anchor == "said"
    assert block("quote", "text: So.\nby: A").anchor == f"at.01-water.{FENCE.line}"


def test_minutes_of_the_block_come_before_those_of_its_slide() -> None:
    note = "kind: note\nbody: B\n"
    assert block("callout", f"{note}minutes: 5\nslide: {{minutes: 3}}").spent == 5
    assert block("callout", f"{note}slide: {{minutes: 3}}").spent == 3
    assert block("callout", note).spent == 0


def test_without_a_short_form_it_stays_on_paper_and_on_says_where_alone() -> None:
    quote = "text: So.\nby: A\n"
    media = ("handout", "slides")
    assert [block("quote", quote).goes_to(one) for one in media] == [True, False]
    assert [block("quote", f"{quote}slide: {{}}").goes_to(one) for one in media] == [True, True]
    assert [block("quote", f"{quote}slide: {{}}\non: slides").goes_to(one) for one in media] == [False, True]
    assert [block("quote", f"{quote}slide: {{}}\non: handout").goes_to(one) for one in media] == [True, False]


def test_a_slide_is_named_by_its_own_title_or_by_the_blocks() -> None:
    title, at = block("callout", CALLOUT).slide_title()
    assert (title.plain(), at.line) == ("On a slide", FENCE.line + 14)
    title, at = block("callout", "kind: note\ntitle: Own\nbody: B\nslide: {}").slide_title()
    assert (title.plain(), at) == ("Own", Span(FENCE.file, FENCE.line + 2, 8, 3))


def test_options_are_named_by_number_and_by_their_id() -> None:
    options = "options: [{text: p, right: true}, {text: q, id: second}]"
    made = block("multiple-choice", f"id: a\ntext: T?\n{options}")
    assert made.named_choices() == {"1": 0, "2": 1, "second": 1}
    assert MultipleChoice.kind_name() == "multiple-choice"


@pytest.mark.parametrize("name", ["two words", "-first", "a.b", "見"])
def test_an_id_is_letters_digits_and_hyphens(name: str) -> None:
    _, problems = read("quote", f"text: So.\nby: A\nid: {name}")
    assert [(one.span.line - FENCE.line, one.help) for one in problems] == [(3, "Use letters, digits and hyphens")]
