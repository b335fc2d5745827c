"""The teacher's pack beside the students': the same pages, with answers that move nothing and stay in their room."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from page import validate_pdf_bytes
from pypdfium2 import raw

from coursepack.build import ready
from coursepack.outputs import pdf, teacher
from coursepack.run import store
from pdf_checks import crossing_text, stray_text
from reading import MM, Box, Reading, sides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from kept import Kept
    from reading import Page

Letter = tuple[str, float, float]
# Of the students, as the course says it.
EDITION = "Student edition, 2026"
# What each says in its own place: whose edition it is, and whose exercise goes on.
OWN = re.compile(rf"{EDITION}|Exercise [\d.]+, continued")


@pytest.fixture(scope="module", params=["a4", pytest.param("letter", marks=pytest.mark.thorough)])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def students(exercises: Ready, kept: Kept, size: str) -> Reading:
    return Reading(kept(pdf, exercises, None, size).data)


@pytest.fixture(scope="module")
def teachers(exercises: Ready, kept: Kept, size: str) -> Reading:
    return Reading(kept(teacher, exercises, None, size).data)


def letters(page: Page) -> Counter[Letter]:
    """Return every letter of a page with its place, to a tenth of a point, but for what each says itself."""
    words, own = page.words, [box for found in OWN.findall(page.text) if (box := page.find(found))]
    found = [(sign, Box(*words.get_charbox(index))) for index, sign in enumerate(words.get_text_range())]
    return Counter(
        (sign, round(box.left, 1), round(box.bottom, 1))
        for sign, box in found
        if not sign.isspace() and not any(map(box.within, own))
    )


def near(letter: Letter, others: Counter[Letter]) -> bool:
    sign, across, up = letter
    steps = (-0.1, 0.0, 0.1)
    return any((sign, round(across + x, 1), round(up + y, 1)) in others for x in steps for y in steps)


def test_every_letter_of_a_students_page_is_on_the_teachers_at_the_same_place(
    students: Reading, teachers: Reading
) -> None:
    assert len(teachers.pages) > len(students.pages)
    for number, (mine, theirs) in enumerate(zip(students.pages, teachers.pages, strict=False), 1):
        on_teachers = letters(theirs)
        assert not [letter for letter in letters(mine) if not near(letter, on_teachers)], f"page {number}"


def test_the_teachers_pages_have_the_students_numbers(students: Reading, teachers: Reading) -> None:
    assert all(place == teachers.places[name] for name, place in students.places.items())


def test_no_answer_lies_on_other_words_or_leaves_the_page(exercises: Ready, teachers: Reading, size: str) -> None:
    paper = exercises.design.theme.papers[size]
    assert crossing_text(teachers) == []
    assert stray_text(teachers, paper) == []


def answer(reading: Reading, anchor: str) -> Page:
    return reading.pages[reading.places[anchor][0] - 1]


def from_there(reading: Reading, anchor: str) -> str:
    """Return the words of the page on which an exercise begins, and of the next."""
    first = reading.places[anchor][0] - 1
    return " ".join(" ".join(page.text for page in reading.pages[first : first + 2]).split())


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("q-veto", "XQ7MARK When it agreed"),
        ("ex-plain", "San Francisco XQ7MARK"),
        ("ex-share", "918,273.0"),
        ("ex-why", "XQ7MARK Because nine is three fifths"),
        ("ex-678", "XQ7MARK Force, by states"),
        ("ex-rain", "XQ7MARK In May: 90 mm."),
    ],
)
def test_answers_stand_on_the_page_of_their_question(teachers: Reading, anchor: str, words: str) -> None:
    assert words in from_there(teachers, anchor)


def test_an_answer_without_room_stands_at_the_back_alone(students: Reading, teachers: Reading) -> None:
    asked = from_there(teachers, "ex-long-model")
    assert "XQ7MARK A majority could order" not in asked
    assert "The model answer stands in the notes at the back." in asked
    assert teachers.places["back.ex-long-model"][0] > len(students.pages)
    assert "name a case for each: Korea, Suez, Rwanda, Syria." in from_there(teachers, "back.ex-long-model")


def test_the_right_box_is_ticked_and_no_other(teachers: Reading) -> None:
    page = answer(teachers, "ex-decade")
    ticks = [index for index, sign in enumerate(page.words.get_text_range()) if sign == "✓"]
    row = page.find("1980s")
    assert row
    inside = [box for box in map(page.words.get_charbox, ticks) if row.bottom - 3 < box[1] < row.top + 3]
    assert len(inside) == 1
    assert 0 < row.left - inside[0][0] < 13 * MM


def test_an_answer_reads_in_grey_too(teachers: Reading) -> None:
    """It is not told from the page by its colour alone: it is in italics, which the page's own words are not there."""
    page = answer(teachers, "ex-why")
    text = page.words.get_text_range()
    assert "It" in face(page, text.index("XQ7MARK Because"))
    assert "It" not in face(page, text.index("Why does the Council"))


def face(page: Page, index: int) -> str:
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(page.words.raw, index, name, 200, None)
    return name.value.decode().partition("+")[2].replace("SourceSerif4", "").replace("SourceSans3", "")


def test_what_is_for_teachers_stands_at_the_back_and_what_is_for_students_in_its_place(
    students: Reading, teachers: Reading
) -> None:
    count = len(students.pages)
    front = "".join(page.text for page in teachers.pages[:count])
    back = " ".join("".join(page.text for page in teachers.pages[count:]).split())
    assert "Only you read this sentence" in front
    for words in ("XQ7MARK If time is short", "XQ7MARK A spare essay", "XQ7MARK What the rain will be"):
        assert words not in front
        assert words in back


@pytest.mark.parametrize(
    "words",
    [
        "XQ7MARK It is universal",  # why an option is wrong
        "XQ7MARK Many take",  # a common mistake
        "XQ7MARK Article 5 promises help",  # feedback
        "1F 2C 3A 4E 5D",
        "XQ7MARK names the three fifths (1)",
        "exact, defined, applied",
        "XQ7MARK You would give up a third",
        "No exercise tests: 3.",
        "2 put events in order 1.7 (5), 1.8 (3)",
        "fifteen (also XQ7MARK 15)",
    ],
)
def test_the_back_says_all_that_the_teacher_needs(students: Reading, teachers: Reading, words: str) -> None:
    back = " ".join(" ".join(page.text for page in teachers.pages[len(students.pages) :]).split())
    assert words in back


def test_every_page_is_marked_as_the_teachers(exercises: Ready, teachers: Reading, size: str) -> None:
    paper = exercises.design.theme.papers[size]
    for number, page in enumerate(teachers.pages[1:], 2):
        assert page.find("S EDITION"), number
        whole, _ = sides(paper, number)
        edge = Box(whole.right, 0, paper.width * MM, 999) if number % 2 else Box(0, 0, whole.left, 999)
        bars = [bar for bar in page.drawings if bar.within(edge) and bar.top - bar.bottom > 150 * MM]
        assert bars, number


def test_no_page_of_the_teachers_says_that_it_is_the_students(students: Reading, teachers: Reading) -> None:
    assert all(EDITION in page.text for page in students.pages)
    assert not [number for number, page in enumerate(teachers.pages, 1) if EDITION in page.text]
    assert all("Exercises of every kind · Teacher" in page.text for page in teachers.pages[1:])


def test_its_own_pages_repeat_no_question_and_have_none_for_a_unit_without_anything_to_say(
    unit: Callable[..., Path], students: Reading, teachers: Reading
) -> None:
    back = " ".join(page.text for page in teachers.pages[len(students.pages) :])
    assert "Why does the Council need nine votes" not in back
    assert "Sketch the curve of the sums" not in back
    silent = ready(unit("# Springs\n\nWater.\n"))
    assert "For the teacher" not in Reading(teacher.make(silent, None, "a4").data).text


def test_neither_lines_nor_a_grid_are_seen_through_an_answer(teachers: Reading) -> None:
    page = answer(teachers, "ex-why")
    words = page.find("Until 1965 it was")
    assert words
    assert any(words.within(box) for box in page.drawings)


def test_it_is_pdf_ua_1(teachers: Reading) -> None:
    report = validate_pdf_bytes(teachers.data, profile="ua1")
    assert report.is_compliant, report.failures


def test_nothing_is_to_be_said(exercises: Ready, kept: Kept) -> None:
    assert kept(teacher, exercises).notices == ()


@pytest.mark.thorough  # test_sharing asks the same of a smaller course
def test_it_is_the_same_each_time(exercises: Ready, kept: Kept) -> None:
    unit = exercises.unit("2")
    made = kept(teacher, exercises, unit)
    with store.within(None):
        assert teacher.make(exercises, unit, "a4").data == made.data


def test_a_unit_has_a_teachers_pack_of_its_own(course: Callable[..., Path]) -> None:
    asked = "## {0}\n\n```{{question}}\nid: {0}\ntext: Why?\nlines: 4\nmodel: Because of {0}.\n```\n"
    units = {f"{name}.md": f"# {name}\n\n{asked.format(name)}" for name in ("ice", "dew")}
    made = ready(course({**units, "course.yaml": f"title: Water\nunits: [{', '.join(units)}]\n"}))
    alone, theirs = (Reading(output.make(made, made.unit("2"), "a4").data) for output in (teacher, pdf))
    assert "Because of dew." in alone.text
    assert "Because of" not in theirs.text
    for mine, same in zip(theirs.pages, alone.pages, strict=False):
        on_teachers = letters(same)
        assert not [letter for letter in letters(mine) if not near(letter, on_teachers)]
    assert "For the teacher: Unit 2" in alone.text
    assert "For the teacher: Unit 1" not in alone.text


@pytest.mark.parametrize("lines", [1, 2, 3, 30])
def test_an_answer_is_never_cut(unit: Callable[..., Path], lines: int) -> None:
    """It is there whole, or not at all: also where the room goes on over the page's end."""
    model = " ".join(f"word{number}" for number in range(60))
    filling = "Water runs downhill, and makes a river.\n\n" * 34
    root = unit(f"{filling}```{{question}}\nid: q\ntext: Why?\nlines: {lines}\nmodel: {model}\n```\n")
    reading = Reading(teacher.make(ready(root), None, "a4").data)
    front = [page.text for page in reading.pages[: reading.places["back.q"][0] - 1]]
    shown = [text.count("word") for text in front if "word" in text]
    assert shown in ([], [60])
    assert bool(shown) != any("stands in the notes" in text for text in front)


@pytest.mark.parametrize("lines", [52, pytest.param(54, marks=pytest.mark.thorough), 58])
def test_what_tests_an_objective_is_in_one_table_on_one_page(unit: Callable[..., Path], lines: int) -> None:
    """Wherever it begins: after an opening of so many lines."""
    opening = "".join("    Say this.\n\n" for _ in range(lines))
    aims = ", ".join(f"aim {number}" for number in range(9))
    task = "```{true-false}\nid: t\ntext: It runs.\nanswer: true\nobjectives: [1]\n```\n"
    head = f"---\nid: water\ntitle: Water\nobjectives: [{aims}]\nopening: |\n{opening}---\n\n# Water\n\n"
    root = unit("", {"units/01-water.md": f"{head}{task}"})
    pages = [page.text for page in Reading(teacher.make(ready(root), None, "a4").data).pages]
    (whole,) = [text for text in pages if "Exercises that test it" in text]
    assert all(f"aim {number}" in whole for number in range(9))


def test_what_an_exercise_is_ends_above_the_next(unit: Callable[..., Path]) -> None:
    task = "```{{true-false}}\nid: ex-{}-entrapment\ntext: It runs.\nanswer: true\n{}```\n"
    facts = "difficulty: 2\nminutes: 2\nobjectives: [1]\nmistakes: It seems so.\n"
    root = unit(task.format("a", facts) + task.format("b", facts))
    page = next(page for page in Reading(teacher.make(ready(root), None, "a4").data).pages if "apply" in page.text)
    first, second = (
        next(run for run in page.runs if page.inside(run).startswith(words)) for words in ("apply", "Exercise 1.2")
    )
    assert first.bottom - second.top > 8


def test_the_line_below_an_answer_is_seen_whole_or_not_at_all(unit: Callable[..., Path]) -> None:
    """Two lines of an answer are as high as a row to write on."""
    model = " ".join(f"word{number}" for number in range(20))
    root = unit(f"```{{short-answer}}\nid: why\ntext: Why?\nspace: {{lines: 4}}\nmodel: {model}\n```\n")
    page = next(page for page in Reading(teacher.make(ready(root), None, "a4").data).pages if "word1" in page.text)
    words = page.find("word1 ")
    assert words
    around = [box for box in page.drawings if words.within(box) and box.top - box.bottom < 60]
    # What is drawn last lies above: a ground that ended with the row would leave a hair of its line.
    *_, ground = around
    assert len(around) > 1
    assert not [row for row in around[:-1] if abs(row.bottom - ground.bottom) < 0.5]
