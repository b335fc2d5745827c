"""`{option:…}` prints the letter that an option has in a copy, wherever it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.pack import Copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import Item

CHOICE = """```{multiple-choice}
id: ex
text: Where does the Elbe end?
options:
  - {text: in the North Sea, right: true, reason: "Not {option:baltic}."}
  - {id: baltic, text: in the Baltic Sea, reason: "{option:2} is the Oder."}
  - {text: in the Black Sea}
feedback: "{option:1} and *not {option:baltic}*."
slide: {title: The Elbe, notes: "Say {option:1}."}
```
"""


@pytest.fixture
def item(unit: Callable[..., Path]) -> Callable[..., Item]:
    def made(body: str, edition: str = "teacher", variant: int = 0) -> Item:
        course = {"course.yaml": "title: Rivers\nslides: written\nunits: [units/01-water.md]\n"}
        root = unit(f"## One\n\n{body}", course)
        return ready(root, Copy(edition, variant)).pack.units[0].sections[0].items[0]  # type: ignore[arg-type]

    return made


@pytest.mark.parametrize("variant", range(4))
def test_the_letter_is_the_one_that_stands_beside_the_option(variant: int, item: Callable[..., Item]) -> None:
    made = item(CHOICE, variant=variant)
    task = made.task
    words = [option.plain() for option in getattr(task, "options", ())]
    north, baltic = ("abc"[words.index(f"in the {sea} Sea")] for sea in ("North", "Baltic"))
    block = made.block
    assert getattr(block, "feedback", None).plain() == f"{north} and not {baltic}."
    assert block.slide
    assert block.slide.notes
    assert block.slide.notes.plain() == f"Say {north}."
    reasons = [reason.plain() for reason in getattr(task, "reasons", ()) if reason]
    assert sorted(reasons) == sorted([f"Not {baltic}.", f"{baltic} is the Oder."])


def test_a_pair_is_named_by_the_letter_of_its_right_side(item: Callable[..., Item]) -> None:
    made = item(
        "```{matching}\nid: ex\ntext: Join.\npairs: [{left: p, right: q}, {left: r, right: s}, {left: t, right: u}]\n"
        'feedback: "{option:2}"\n```\n'
    )
    rights = [text.plain() for text in getattr(made.task, "right", ())]
    assert getattr(made.block, "feedback", None).plain() == "ABC"[rights.index("s")]


def test_statements_and_things_to_order_are_named_by_letters(item: Callable[..., Item]) -> None:
    made = item('```{ordering}\nid: ex\ntext: Order.\nitems: [p, q, r, s]\nfeedback: "{option:1}"\n```\n')
    shown = [text.plain() for text in getattr(made.task, "items", ())]
    assert getattr(made.block, "feedback", None).plain() == "abcd"[shown.index("p")]
    made = item(
        "```{true-false}\nid: ex\ntext: Judge.\n"
        "statements: [{id: wet, text: p, answer: true}, {text: q, answer: true}]\n"
        'feedback: "{option:wet}"\n```\n'
    )
    shown = [text.plain() for text in getattr(made.task, "statements", ())]
    assert getattr(made.block, "feedback", None).plain() == "ab"[shown.index("p")]


def test_a_discussion_question_keeps_its_letters(item: Callable[..., Item]) -> None:
    made = item('```{question}\ntext: Which?\noptions: [p, q]\nanswer: b\nreason: "{option:2}, not {option:1}."\n```\n')
    assert getattr(made.block, "reason", None).plain() == "b, not a."


def test_a_students_copy_has_no_letter_of_the_answer(item: Callable[..., Item]) -> None:
    made = item(CHOICE, "student")
    assert not getattr(made.block, "feedback", None)
