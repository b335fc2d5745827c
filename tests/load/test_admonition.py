"""Callouts of other tools: their kinds here, their titles, and the fields inside them with the lines they stand in."""

from __future__ import annotations

import pytest

from coursepack.load.admonition import alert, parted, read
from coursepack.problem import Span


@pytest.mark.parametrize(
    ("info", "content", "kind", "title", "id_"),
    [
        ("{note}", "x", "note", "", ""),
        ("{warning} Look out", "x", "caution", "Look out", ""),
        ("{.callout-important title='Look'}", "x", "key-idea", "Look", ""),
        ("{admonition} A title", ":class: tip\n\nx", "tip", "A title", ""),  # a class says more than the name
        ("{prf:theorem} Of lines", ":label: lines\n\nx", "theorem", "Of lines", "lines"),
        ("challenge", "## Swap\nx", "task", "Swap", ""),
        ("{#exm-}", "x", "example", "", ""),
        ("question", "x", "task", "", ""),
        ("solutionorlines", "x", "solution", "", ""),
    ],
)
def test_a_callout_has_its_kind_here_its_title_and_its_id(
    info: str, content: str, kind: str, title: str, id_: str
) -> None:
    found = read(info, content)
    assert found
    assert (found.kind, found.title, found.id) == (kind, title, id_)


def test_the_beginning_of_an_id_alone_gives_a_number() -> None:
    found = read("{#def-}", "x")
    assert found
    assert found.plain == {"numbered": True}


def test_a_question_of_an_exam_has_a_number_and_its_solution_for_the_teacher() -> None:
    found = read("question", "Two rivers?\n\n::: solutionorbox\nRhine, Elbe\n:::")
    assert found
    assert found.plain == {"numbered": True}
    assert {name: text.strip() for name, text in found.texts.items()} == {
        "body": "Two rivers?",
        "solution": "Rhine, Elbe",
    }


def test_what_is_no_callout_is_none() -> None:
    assert read("{.column-margin}", "x") is None
    assert read("{quote}", "text: x") is None


def test_what_is_for_teachers_is_theirs_and_its_title_says_no_more_than_its_label() -> None:
    solution, own = read("solution", "## The solution\nx"), read("solution", "## By hand\nx")
    assert solution
    assert own
    assert (solution.title, own.title) == ("", "By hand")
    hint = read("{note} Hint", "x")
    assert hint
    assert (hint.title, hint.plain) == ("Hint", {})


def test_a_statement_with_an_id_is_numbered_unless_it_says_that_it_is_not() -> None:
    numbered = read("{prf:theorem}", ":label: a\n\nx")
    bare = read("{prf:theorem}", ":label: a\n:nonumber:\n\nx")
    assert numbered
    assert bare
    assert (numbered.plain, bare.plain) == ({"numbered": True}, {"numbered": False})


def test_the_fields_inside_a_div_keep_their_lines() -> None:
    body = "ask\n::: solution\n## Solution\nit\n:::\nmore\n::: hint\nthink\n:::"
    assert parted(body) == {
        "body": "ask\n\n\n\n\nmore\n\n\n",
        "solution": "\n\n\nit\n\n\n\n\n",
        "hint": "\n\n\n\n\n\n\nthink\n",
    }


def test_a_heading_that_only_says_the_label_is_left_out_of_a_field() -> None:
    body = "::: solution\n## Solution\nit\n:::\n::: hint\n## Draw it\nso\n:::"
    fields = parted(body)
    assert fields["solution"].split() == ["it"]
    assert fields["hint"].split("\n")[5:7] == ["## Draw it", "so"]


def test_fields_know_their_lines_below_the_fence() -> None:
    found = read("challenge", "## Swap\nask\n::: solution\nit\n:::")
    assert found
    values = found.values(Span("a.md", 10, 1), 0)
    assert {name: str(value).strip() for name, value in values.value.items()} == {
        "kind": "task",
        "body": "ask",
        "solution": "it",
        "title": "Swap",
    }
    assert values.at(("body",)) == Span("a.md", 12, 1)  # the fence is in line 10, the heading in 11
    assert values.at(("title",)) == Span("a.md", 10, 1)


def test_a_quotation_is_an_alert_by_the_word_in_its_first_line() -> None:
    found = alert("> [!WARNING] Look out\n> Deep.\n> Very deep.\n")
    assert found
    assert (found.kind, found.title) == ("caution", "Look out")
    assert found.texts["body"].split("\n")[:2] == ["Deep.", "Very deep."]
    assert alert("> Deep.\n") is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('{.callout-note collapse="true" title="Suggested answer"}', "Suggested answer"),
        ("{dropdown} Solution to Exercise 3", "Solution to Exercise 3"),
        ('{.callout-tip collapse="true" title="Solution"}', ""),
    ],
)
def test_a_folded_box_that_is_called_an_answer_is_the_teachers(head: str, title: str) -> None:
    found = read(head, "\nIt is nine.\n")
    assert found
    assert (found.kind, found.title) == ("solution", title)


@pytest.mark.parametrize(
    "head", ['{.callout-note collapse="true" title="Why it is so"}', '{.callout-note title="An answer that is wrong"}']
)
def test_one_that_is_not_folded_or_called_so_is_not(head: str) -> None:
    found = read(head, "\nWords.\n")
    assert found
    assert found.kind == "note"


@pytest.mark.parametrize(
    ("info", "kind", "taken"),
    [
        ('{.callout-note collapse="true" title="Answer 3:"}', "solution", ""),
        ('{.callout-example collapse="true" title="Solution"}', "solution", ""),
        ('{.callout-tip collapse="true" title="Beispiellösung"}', "solution", ""),
        ('{.callout-note collapse="true" title="Solution of salt in water"}', "solution", "Solution of salt in water"),
        ('{.callout-example collapse="true" title="A solution of salt"}', "example", ""),
        ('{.callout-note collapse="true" title="Auflösung"}', "note", ""),
        ('{.callout-note title="Solution of salt in water"}', "note", ""),
        ('{.callout-solution collapse="true" title="By an answer"}', "solution", ""),
    ],
)
def test_a_folded_title_that_speaks_of_more_than_an_answer_is_remembered(info: str, kind: str, taken: str) -> None:
    found = read(info, "x")
    assert found
    assert (found.kind, found.taken) == (kind, taken)


@pytest.mark.parametrize(
    ("title", "kind", "taken", "shut"),
    [
        ("Reveal", "solution", "Reveal", ""),
        ("Click to reveal", "solution", "Click to reveal", ""),
        ("Click to see the answer", "solution", "Click to see the answer", ""),
        ("Dévoiler", "solution", "Dévoiler", ""),
        ("Spoiler", "solution", "Spoiler", ""),
        ("Click to expand", "note", "", "Click to expand"),
        ("Hier klicken", "note", "", "Hier klicken"),
        ("Klik hier", "note", "", "Klik hier"),
        ("Show more", "note", "", "Show more"),
        ("Ver", "note", "", "Ver"),
        ("Нажмите, чтобы показать", "note", "", "Нажмите, чтобы показать"),
        ("Tap here", "note", "", "Tap here"),
        ("Tap water", "note", "", ""),
        ("Click chemistry", "note", "", ""),
        ("Show trials", "note", "", ""),
        ("Verbs of motion", "note", "", ""),
    ],
)
def test_a_folded_title_that_says_only_that_it_is_shut_is_remembered(
    title: str, kind: str, taken: str, shut: str
) -> None:
    found = read(f'{{.callout-note collapse="true" title="{title}"}}', "x")
    assert found
    assert (found.kind, found.taken, found.shut) == (kind, taken, shut)
    opened = read(f'{{.callout-note title="{title}"}}', "x")
    assert opened
    assert (opened.kind, opened.taken, opened.shut) == ("note", "", "")


@pytest.mark.parametrize(
    ("lines", "kind", "title", "body"),
    [
        ("> [!tip]- Answer\n> a", "solution", "", "a"),
        ("> [!tip]+ Show the answer\n> a", "solution", "Show the answer", "a"),
        ("> [!tip] Answer\n> a", "tip", "Answer", "a"),
        ("> [!success]\n> a", "note", "Success", "a"),
        ("   > [!NOTE]\n   > a", "note", "", "a"),
    ],
)
def test_an_alert_of_obsidian_may_be_folded_and_of_any_name(lines: str, kind: str, title: str, body: str) -> None:
    found = alert(lines)
    assert found
    assert (found.kind, found.title, found.texts["body"]) == (kind, title, body)
