"""The deck as it is taught: debates, breaks, minutes, points one by one, and what only the lecturer sees."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn

from coursepack.build import ready
from coursepack.outputs import pdf, slides
from coursepack.pack import Copy
from coursepack.problem import ContentError
from lecture import BODY, DATA, named, notes, on, opened
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from kept import Kept


def test_a_debate_is_its_question_two_sides_and_its_roles(deck: Deck) -> None:
    """Under a title of its own the question in full opens the notes."""
    (slide,) = on(deck, "Debate under a band")
    question = "Should the rivers of Europe have been made straight for the sake of the ships that use them?"
    assert notes(slide).split("\n")[1] == question
    assert named(slide) == {
        "title": "Straight rivers?",
        "tab": "Debate",
        "time": "15\u00a0minutes",
        "body-left": "If you say yes\nThink of the ships and of what they carry.",
        "body-right": "If you say no\nThink of floods.",
        "roles": "chair · two speakers a side, 2 min",
        "footer": "Rivers · Unit 1",
        "page": str(list(deck.slides).index(slide) + 1),
    }


def test_roles_are_for_debates_alone(unit: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit("```{callout}\nkind: task\nbody: Do it.\nroles: [chair]\n```\n"))
    assert [problem.message for problem in caught.value.problems] == ["only a debate has `roles`"]


def everything(data: bytes) -> str:
    """Return all text of a package, workbooks opened."""
    found = []
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            inside = package.read(name)
            found.append(everything(inside) if name.endswith(".xlsx") else inside.decode("utf-8", "replace"))
    return "\n".join(found)


SECRETS = sorted(set(re.findall(r"SECRET\w+", BODY + DATA["data/rain.csv"])) - {"SECRETPRINT"})


def test_the_lecturer_s_deck_has_every_answer(folder: Path, kept: Kept) -> None:
    text = everything(kept(slides, ready(folder, Copy("teacher"))).data)
    assert [secret for secret in SECRETS if secret not in text] == []


def test_no_answer_is_anywhere_in_the_students_deck(folder: Path, kept: Kept) -> None:
    data = kept(slides, ready(folder, Copy("student"))).data
    text = everything(data)
    assert [secret for secret in SECRETS if secret in text] == []
    (asked,) = on(opened(data), "Question and answer")
    assert not [shape.name for shape in asked.shapes if shape.name.startswith("Answer")]


def test_no_answer_is_printed_and_options_are_boxes_to_tick(folder: Path, kept: Kept) -> None:
    course = ready(folder)
    printed = Reading(kept(pdf, course).data)
    assert "SECRET" not in printed.text
    assert not [item for item in printed.file.objects if "SECRET" in repr(item)]
    page = printed.pages[printed.places["q-long"][0] - 1]
    for option in ("The Rhine", "The Danube", "The Nile", "The Amazon"):
        place = page.find(option)
        assert place
        boxes = [box for box in page.drawings if box.right < place.left and box.left > place.left - 30]
        assert any(box.bottom < place.top and box.top > place.bottom for box in boxes), option


def test_numbers_are_the_same_in_both_editions(folder: Path) -> None:
    both = [ready(folder, Copy(edition)).pack.targets["lengths"].name for edition in ("student", "teacher")]  # type: ignore[arg-type]
    assert both == ["Table 1.1", "Table 1.1"]


def test_a_break_is_a_slide_and_not_on_paper(deck: Deck, folder: Path, kept: Kept) -> None:
    (slide,) = on(deck, "Break on the accent")
    assert (named(slide)["title"], named(slide)["time"]) == ("Break in Unit 1", "10\u00a0minutes")
    assert "Break" not in Reading(kept(pdf, ready(folder)).data).text


def test_minutes_open_the_notes(deck: Deck) -> None:
    assert notes(on(deck, "Content")[0]) == "5\u00a0min\nSay it aloud."
    assert notes(on(deck, "Debate under a band")[0]).startswith("15\u00a0min\n")
    assert notes(on(deck, "Table")[0]) == "Say which is longer."


def test_the_agenda_keeps_minutes_together_and_its_notes_have_the_sum(unit: Callable[..., Path]) -> None:
    root = unit(BODY, DATA)
    file = root / "units/01-water.md"
    plan = "objectives: [say where a river begins]\nplan: [{do: Read, what: All, minutes: 45}]\n"
    file.write_text(file.read_text().replace("objectives: [say where a river begins]\n", plan))
    deck = opened(slides.make(ready(root, Copy("teacher")), None, "a4").data)
    assert notes(on(deck, "Agenda")[1]).endswith("questions and debates of this unit: 32 of 45.")
    assert named(on(deck, "Agenda")[1])["body"] == "Read All (45\u00a0min)"


def test_points_come_one_by_one_as_powerpoint_s_own_animation(deck: Deck, tmp_path: Path) -> None:
    slide = on(deck, "Content")[0]
    body = next(shape for shape in slide.shapes if shape.name == "body")
    clicks = [
        [(target.getparent().getparent().get("spid"), target.get("st")) for target in step.iter(qn("p:pRg"))]
        for step in slide.element.find(qn("p:timing")).find(f".//{qn('p:seq')}/{qn('p:cTn')}/{qn('p:childTnLst')}")
    ]
    spot = str(body.shape_id)
    assert clicks == [[(spot, "0")], [(spot, "1"), (spot, "2")], [(spot, "3")]]
    moving = [one.slide_layout.name for one in deck.slides if one.element.find(qn("p:timing")) is not None]
    assert moving == ["Content", "Question and answer"]
    deck.save(str(tmp_path / "deck.pptx"))
    assert [error.description for error in OpenXmlValidator().validate(tmp_path / "deck.pptx").errors] == []
