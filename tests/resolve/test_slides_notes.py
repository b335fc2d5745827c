"""What the slides of a unit are called, and what of it no slide shows: notes tell that, to the lecturer alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge.deck import deck
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


LONG = "It rains where the wind brings water from the sea, and where hills stand in its way so that it has to rise."

NOTE = "```{note} Of salt\nIt is salt.\n```\n\n"

TEACHER = "```{instructor}\nFor you.\n```\n\n"


def told(unit: Callable[..., Path], body: str, edition: str = "teacher", more: str = "") -> tuple[list[str], list[str]]:
    """Return the titles of a unit's slides, and the texts of the callouts that its notes tell."""
    files = {"course.yaml": f"title: Rivers\nlanguage: en\nunits: [units/01-water.md]\n{more}"}
    (one,) = ready(unit(body, files), Copy(edition)).pack.units  # type: ignore[arg-type]
    blocks = [item.block for section in one.sections for item in section.on("slides")]
    notes = [one.said, *(block.slide.notes if block.slide else block.notes for block in blocks)]  # type: ignore[attr-defined]
    callouts = [one.meta["block"].body.plain() for note in notes if note for one in note.tokens if one.type == "told"]
    return [title.plain() for block in blocks if (title := block.slide_title()[0])], callouts


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (f"## Sea\n\n{NOTE}- a\n", ["Sea"]),
        (f"## Sea\n\n{NOTE}Words.\n", ["Sea"]),
        (f"## Sea\n\n{NOTE}### East\n\n- a\n", ["East"]),
        (f"## Sea\n\n{NOTE}### East\n\n- a\n\n### West\n\n- b\n", ["East", "West"]),
        (f"## Sea\n\n- a\n\n### East\n\n{NOTE}", ["Sea"]),
        (f"Before.\n\n{NOTE}## Sea\n\n- a\n", ["Sea"]),
        (f"## Sea\n\n:::: columns\n::: column\n{NOTE}:::\n::: column\n{LONG}\n:::\n::::\n", ["Sea"]),
    ],
)
def test_a_callout_that_no_slide_shows_is_told_in_the_notes(
    unit: Callable[..., Path], body: str, titles: list[str]
) -> None:
    assert told(unit, body) == (titles, ["It is salt."])
    assert told(unit, body, "student") == (titles, [])


@pytest.mark.parametrize("edition", ["teacher", "student"])
@pytest.mark.parametrize("body", [NOTE, TEACHER + NOTE])
def test_a_section_that_has_callouts_alone_shows_them(unit: Callable[..., Path], body: str, edition: str) -> None:
    assert told(unit, f"## Sea\n\n{body}", edition) == (["Of salt"], [])


ASKED = {
    "question": "```{question}\ntext: Why salt?\nmodel: Rivers bring it.\n```\n\n",
    "decided": "```{question}\ntext: Salt?\noptions: [No, Yes]\nanswer: b\nreason: Taste it.\n```\n\n",
    "video": '```{video}\nurl: https://example.org/sea\ntitle: Tides\nlength: "4:30"\nmeasure: See the moon.\n```\n\n',
}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("question", ["Discuss:", "Why salt?", "A model answer:", "Rivers bring it."]),
        ("decided", ["Discuss:", "Salt?", "No", "Yes", "b is right.", "Taste it."]),
        ("video", ["Video:", "Tides", "example.org/sea", "4:30", "See the moon."]),
    ],
)
def test_a_question_or_film_that_no_slide_shows_is_told_with_its_answer(
    unit: Callable[..., Path], kind: str, words: list[str]
) -> None:
    body = f"## Sea\n\n- a\n\n{ASKED[kind]}"
    sections = {name: deck(ready(unit(body), Copy(name)), None, {}).written.markup for name in ("teacher", "student")}
    (notes,) = [
        one for one in re.findall(r"<aside[^>]*>(.*?)</aside>", sections["teacher"], re.DOTALL) if words[0] in one
    ]
    assert [word for word in words if word not in notes] == []
    assert not [
        word for word in words if word in re.sub(r"<aside.*?</aside>", "", sections["teacher"], flags=re.DOTALL)
    ]
    assert not [word for word in words if word in sections["student"]]


IN_COLUMNS = ":::: columns\n::: column\n{}{{}}:::\n::: column\n- a\n:::\n::::\n"


@pytest.mark.parametrize(
    "around", ["{}- a\n", "{}", "Words.\n\n{}", IN_COLUMNS.format(""), IN_COLUMNS.format("- b\n\n")]
)
def test_what_is_written_to_be_said_is_in_the_notes_and_on_no_slide(unit: Callable[..., Path], around: str) -> None:
    body = f"## Sea\n\n{around}".format("::: notes\nWait for them.\n:::\n\n")
    titles, notes = told(unit, body)
    assert (titles, notes) == (["Sea"], ["Wait for them."])
    assert told(unit, body, "student") == (["Sea"], [])
    markup = deck(ready(unit(body), Copy("teacher")), None, {}).written.markup
    assert re.findall(r"<p>Wait for them.</p>\s*</aside>", markup)
    assert "Wait" not in re.sub(r"<aside.*?</aside>", "", markup, flags=re.DOTALL)


def test_what_is_for_the_teacher_is_told_nowhere_and_written_slides_have_their_own_notes(
    unit: Callable[..., Path],
) -> None:
    assert told(unit, f"## Sea\n\n{TEACHER}- a\n") == (["Sea"], [])
    inside = f":::: columns\n::: column\n{TEACHER}:::\n::: column\n{LONG}\n:::\n::::\n"
    assert told(unit, f"## Sea\n\n{inside}") == (["Sea"], [])
    slide = "```{slide}\ntitle: Salt\npoints: [a]\n```\n"
    assert told(unit, f"## Sea\n\n{NOTE}{slide}") == (["Salt"], [])
    assert told(unit, f"Before.\n\n{NOTE}## Sea\n\n- a\n", more="slides: written\n") == ([], [])


FOLDED = "<details><summary>Answer</summary>\nIt is {}.\n</details>"


def test_no_slide_that_asks_has_the_answer_that_is_folded_inside(unit: Callable[..., Path]) -> None:
    folded = FOLDED.format("blue").replace("\n", "\n   ")
    source = f"## Ask\n\n1. What?\n\n   {folded}\n\n2. Why?\n\n::: challenge\nWhere?\n\n{FOLDED.format('red')}\n:::\n"
    found = ready(unit(source), Copy("teacher"))
    markup = deck(found, None, {}).written.markup
    faces = [re.sub(r"<aside.*?</aside>", "", one, flags=re.DOTALL) for one in markup.split("<section")]
    (told,) = re.findall(r"<aside[^>]*>([^§]*?blue.*?)</aside>", markup)
    assert "Solution:" in told
    assert not [face for face in faces if "blue" in face]
    assert [("Where?" in face, "answer" in face) for face in faces if "red" in face] == [(False, True)]
    assert len([face for face in faces if "Where?" in face]) == 1


def test_slides_of_heads_that_come_again_say_what_they_stand_in(unit: Callable[..., Path]) -> None:
    task = "## Task {0}\n\n- do\n\n### Input\n\n- one\n\n```sh\nls\n```\n\n```{{code}}\ntitle: Input\ncode: x\n```\n\n"
    titles, _ = told(unit, "".join(map(task.format, "AB")))
    code = ["Input", "Input (2)", "Input (3)", "Task B", "Task B (Input)", "Task B (Input) (2)", "Input (4)"]
    assert [one.replace("\u00a0", " ") for one in titles] == ["Task A", *code]


def test_heads_that_come_again_in_one_section_are_numbered(unit: Callable[..., Path]) -> None:
    titles, _ = told(unit, "## Sea\n\n- a\n\n### Salt\n\n- b\n\n### Salt\n\n- c\n")
    assert [one.replace("\u00a0", " ") for one in titles] == ["Sea", "Salt", "Salt (2)"]
