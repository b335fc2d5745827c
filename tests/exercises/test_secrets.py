"""What a student's pack must not hold, however one looks for it: every object that it leads to is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursepack.blocks import KINDS
from coursepack.build import ready
from coursepack.exercise import Exercise
from coursepack.exercises.matching import Pair
from coursepack.exercises.multiple_choice import Option
from coursepack.exercises.true_false import Statement
from coursepack.languages.number import lettered
from coursepack.pack import Copy
from coursepack.task import Mark
from coursepack.text import Rich
from marked import reached

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Item, Pack

# Everything secret has this word, or is made of this number.
HIDDEN = "Xanadu"
NUMBER = "4321"

COMMON = f"feedback: {HIDDEN} 1\nmistakes: {HIDDEN} 2\nslide: {{title: Look, notes: {HIDDEN} 3}}\n"
PARTS = f"""\
parts:
  - {{text: What is it?, model: {HIDDEN} 4, marking: [{{text: {HIDDEN} 5}}]}}
  - {{text: And who?, model: {HIDDEN} 6}}
"""
KINDS_OF = {
    "multiple-choice": f"options: [{{text: a, right: true, reason: {HIDDEN}}}, {{text: b}}, {{text: c}}]",
    "multiple-response": "options: [{text: a, right: true}, {text: b, right: true}, {text: c}]",
    "true-false": f"statements: [{{text: a, answer: true, reason: {HIDDEN}}}, {{text: b, answer: false}}]\n{PARTS}",
    "matching": "pairs: [{left: a, right: b}, {left: c, right: d}, {left: e, right: f}]\nextra: [g]",
    "ordering": "items: [d, b, a, c]",
    "cloze": "",
    "numeric": f"parameters: {{n: [2]}}\nwhere: {{m: n * {NUMBER}}}\nanswer: m / 2\ntolerance: 0.{NUMBER}",
    "short-answer": f"accepted: [{HIDDEN} 7]\nmarking: [{{text: {HIDDEN} 8}}]\nmodel: {HIDDEN} 9",
    "essay": f"rubric: [{{name: Cases, levels: [all, none]}}]\nmodel: {HIDDEN} 10",
    "source-analysis": f"source: one\n{PARTS}",
    "data-question": f"table: rivers\n{PARTS}",
    "role-play": f"roles: [{{name: the chair, public: Speaks., private: {HIDDEN} 11}}, {{name: b}}]\n{PARTS}",
}
TEXTS = {
    "cloze": f"One [{HIDDEN}one | {HIDDEN}two]{{.gap}},\n  *two [{HIDDEN}\n  three]{{.gap}}* or [it | him]{{.choice}}",
    "numeric": "What is half of {{n}}?",
}
OTHERS = "```{table}\nid: rivers\ntitle: Rivers\ncolumns: [River]\nrows: [[Rhine]]\n```\n"


def fence(kind: str) -> str:
    text = TEXTS.get(kind, "What is it?")
    return f"```{{{kind}}}\nid: ex\ntext: |\n  {text}\n{COMMON}{KINDS_OF[kind]}\n```\n"


@pytest.fixture
def pack(unit: Callable[..., Path]) -> Callable[[str, Any], Pack]:
    def made(kind: str, edition: Any = "student") -> Pack:  # noqa: ANN401 a literal
        return ready(unit(f"## One\n\n{OTHERS}\n{fence(kind)}\n\nProse beside it.\n"), Copy(edition)).pack

    return made


def test_there_is_an_exercise_of_every_kind() -> None:
    assert set(KINDS_OF) == {name for name, kind in KINDS.items() if issubclass(kind, Exercise)}


@pytest.mark.parametrize("kind", KINDS_OF)
def test_no_word_of_an_answer_is_reached_from_a_students_pack(kind: str, pack: Callable[..., Pack]) -> None:
    said = [one for one in reached(pack(kind)) if isinstance(one, str) and (HIDDEN in one or NUMBER in one)]
    assert not said


@pytest.mark.parametrize("kind", KINDS_OF)
def test_the_words_of_the_answers_are_reached_from_a_teachers_pack(kind: str, pack: Callable[..., Pack]) -> None:
    assert [one for one in reached(pack(kind, "teacher")) if isinstance(one, str) and HIDDEN in one]


@pytest.mark.parametrize("kind", KINDS_OF)
def test_nothing_that_says_what_is_right_is_reached(kind: str, pack: Callable[..., Pack]) -> None:
    assert not [one for one in reached(pack(kind)) if isinstance(one, Option | Pair | Mark | Statement)]


@pytest.mark.parametrize("kind", KINDS_OF)
def test_a_task_of_a_student_has_no_key(kind: str, pack: Callable[..., Pack]) -> None:
    task = exercise(pack(kind)).task
    names = ("right", "pairs", "places", "origin", "reasons", "answers", "tolerance")
    # The right side of a match is what is printed there.
    assert not [name for name in names if getattr(task, name, None) and (kind, name) != ("matching", "right")]
    assert not hasattr(task, "letters") or not task.letters(lettered)
    assert not getattr(getattr(task, "credit", None), "scale", ())


@pytest.mark.parametrize("kind", KINDS_OF)
def test_no_place_is_kept_of_what_is_secret(kind: str, pack: Callable[..., Pack]) -> None:
    block = exercise(pack(kind)).block
    places = [path for one in reached(block) if isinstance(one, dict) for path in one if isinstance(path, tuple)]
    assert places
    assert not [path for path in places if path and path[0] in type(block).secret]


def test_things_to_order_are_nowhere_in_their_order(pack: Callable[..., Pack]) -> None:
    rows = [one for one in reached(pack("ordering")) if isinstance(one, tuple | list) and len(one) == 4]
    words = [[text.plain() for text in row] for row in rows if all(isinstance(text, Rich) for text in row)]
    assert words
    assert ["d", "b", "a", "c"] not in words


def exercise(pack: Pack) -> Item:
    return next(item for item in pack.units[0].sections[0].items if item.task)
