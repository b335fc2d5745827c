"""Texts with a label: their kind says how they are set, numbered and called."""

from __future__ import annotations

import pytest

from coursepack.problem import Span
from fenced import FENCE, block, read, said

LABELS = {"theorem": "Theorem", "note": "Note"}


def test_statements_with_an_id_have_a_number_of_their_kind() -> None:
    assert block("callout", "kind: theorem\nid: a\nbody: B").counted == "theorem"
    assert block("callout", "kind: theorem\nbody: B").counted is None
    assert block("callout", "kind: note\nid: a\nbody: B").counted is None


def test_its_author_may_ask_for_a_number_or_for_none() -> None:
    assert block("callout", "kind: note\nnumbered: true\nbody: B").counted == "note"
    assert block("callout", "kind: theorem\nid: a\nnumbered: false\nbody: B").counted is None


def test_it_is_called_by_its_kind_and_printed_under_its_own_label() -> None:
    made = block("callout", "kind: theorem\nid: a\nbody: B")
    assert made.called == ("theorem", "callout")
    assert made.named(LABELS) == "Theorem"
    assert block("callout", "kind: theorem\nlabel: Law\nbody: B").named(LABELS) == "Law"


@pytest.mark.parametrize(("title", "shown"), [("note:", False), ("Note well", True)])
def test_a_title_that_only_says_the_label_is_none(title: str, shown: bool) -> None:  # noqa: FBT001 a case's value
    made = block("callout", f"kind: note\ntitle: '{title}'\nbody: B")
    assert made.headed(LABELS) is (made.title if shown else None)
    assert block("callout", "kind: note\nbody: B").headed(LABELS) is None


@pytest.mark.parametrize(
    ("kind", "look"), [("note", "aside"), ("proof", "statement"), ("task", "rules"), ("testimonial", "voice")]
)
def test_the_kind_says_how_it_is_set(kind: str, look: str) -> None:
    assert block("callout", f"kind: {kind}\nbody: B").look == look


@pytest.mark.parametrize(
    ("field", "answered"), [("solution: S", True), ("teacher: S", True), ("hint: S", False), ("title: S", False)]
)
def test_a_solution_or_a_word_to_the_teacher_is_for_them(field: str, answered: bool) -> None:  # noqa: FBT001 a case
    assert block("callout", f"kind: task\nbody: B\n{field}").answered is answered


@pytest.mark.parametrize(
    ("fields", "audience"),
    [
        ("kind: solution", "teacher"),
        ("kind: instructor", "teacher"),
        ("kind: solution\nfor: student", "student"),
        ("kind: note", None),
    ],
)
def test_a_kind_for_the_teacher_is_theirs_unless_it_says_otherwise(fields: str, audience: str | None) -> None:
    assert block("callout", f"{fields}\nbody: B").audience == audience


def test_a_solution_leads_to_what_it_answers() -> None:
    made = block("callout", "kind: solution\nanswers: swap\nbody: B")
    assert list(made.leads()) == [("", "swap", Span(FENCE.file, FENCE.line + 2, 10, 4))]
    assert list(block("callout", "kind: note\nbody: B").leads()) == []


SIDES = "sides: [{title: For, body: F}, {title: Against, body: G}]"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: note\ntitle: T", [("missing-field", 0)]),
        ("kind: task\nsteps: [a, b]", []),
        ("kind: task\ntitle: Which?\nsolution: This.", []),
        (f"kind: debate\ntitle: Q?\n{SIDES}", []),
        (f"kind: debate\n{SIDES}", [("debate-sides", 0)]),
        ("kind: debate\ntitle: Q?\nsides: [{title: For, body: F}]", [("debate-sides", 0)]),
        (f"kind: note\nbody: B\n{SIDES}", [("unknown-field", 3)]),
        ("kind: note\nbody: B\nroles: [chair]", [("unknown-field", 3)]),
    ],
)
def test_a_debate_has_sides_and_all_else_a_body(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("callout", fields) == expected


@pytest.mark.parametrize(
    ("kind", "advice"),
    [("warning", "Write `caution`"), ("thm", "Write `theorem`"), ("exmple", "did you mean `example`?")],
)
def test_a_kind_of_another_tool_or_a_slip_is_said_with_ours(kind: str, advice: str) -> None:
    _, problems = read("callout", f"kind: {kind}\nbody: B")
    assert [(one.span.line - FENCE.line, one.help) for one in problems] == [(1, advice)]
