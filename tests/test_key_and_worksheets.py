"""The key, the worksheets and the role cards, read back with tools that are not ours."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from page import validate_pdf_bytes

from conftest import EXERCISES
from coursepack.build import ready
from coursepack.outputs import cards, key, pdf, worksheets
from coursepack.outputs.companion import companion as companion_file
from coursepack.pack import Copy
from coursepack.problem import ContentError, Span
from coursepack.render.handout.markup import companion
from coursepack.render.handout.printing import print_html
from coursepack.run import store
from pdf_checks import crossing_text, foreign_fonts, stray_text
from reading import MM, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from coursepack.build import Ready
    from coursepack.pack import Item
    from kept import Kept

COMPANIONS: list[ModuleType] = [key, worksheets, cards]
# Whether keys and worksheets are the same each time is asked in test_variants, too.
_ASKED_OF_VARIANTS = [pytest.param(one, marks=pytest.mark.thorough) for one in (key, worksheets)]


@pytest.fixture(scope="module", params=["a4", pytest.param("letter", marks=pytest.mark.thorough)])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("output", COMPANIONS)
def test_it_is_pdf_ua_1(exercises: Ready, kept: Kept, output: ModuleType, size: str) -> None:
    made = kept(output, exercises, None, size)
    report = validate_pdf_bytes(made.data, profile="ua1")
    assert report.is_compliant, report.failures
    assert made.notices == ()


@pytest.mark.parametrize("output", [*_ASKED_OF_VARIANTS, cards])
def test_it_is_the_same_each_time(exercises: Ready, kept: Kept, output: ModuleType) -> None:
    unit = exercises.unit("2")
    made = kept(output, exercises, unit)
    with store.within(None):
        assert output.make(exercises, unit, "a4").data == made.data


@pytest.mark.parametrize("output", COMPANIONS)
def test_no_text_lies_on_other_text_and_faces_are_the_themes(
    exercises: Ready, kept: Kept, output: ModuleType, size: str
) -> None:
    reading = Reading(kept(output, exercises, None, size).data)
    assert crossing_text(reading) == []
    assert foreign_fonts(reading, exercises.design.theme) == []
    if output is not cards:
        assert stray_text(reading, exercises.design.theme.papers[size]) == []


def words(reading: Reading) -> str:
    return " ".join(reading.text.replace("\u00a0", " ").split())


def test_the_key_has_every_exercise_once_with_its_points(exercises: Ready, kept: Kept) -> None:
    said = words(Reading(kept(key, exercises).data))
    for item in (item for unit in exercises.pack.units for item in unit.exercises()):
        assert item.target
        row = rf"{re.escape(item.target.number)} {item.block.worth:g}|{re.escape(item.target.number)} {item.block.id} "
        assert len(re.findall(rf"(?<![\w-]){item.block.id}(?![\w-])", said)) == 1
        assert re.search(row, said)
    # What the teacher has spare is no part of the sum, nor of that on the pupils' sheets.
    assert "8 exercises · 16 points" in said
    assert "9 exercises · 37 points" in said
    assert "c 1980s" in said
    assert "918,273.0 points" in said
    assert "XQ7MARK A regional arrangement." in said


def test_the_key_begins_with_a_line_an_exercise(exercises: Ready, kept: Kept) -> None:
    first, *others = Reading(kept(key, exercises).data).pages
    lines = {" ".join(line.split()) for line in first.text.splitlines()}
    assert {"1.1 a (1)", "1.4 b, c, e (2)", "1.5 False (1)", "1.7 1F 2C 3A 4E 5D (5)", "1.8 a4 b1 c3 d2 (3)"} <= lines
    assert "2.3 918,273.0 points (3)" in lines
    # What has to be judged stands in full on the page that is named.
    (essay,) = [line for line in lines if line.startswith("2.6 ")]
    number = int(essay.removeprefix("2.6 p. ").partition(" ")[0])
    assert "ex-essay" in others[number - 2].text


def test_each_page_of_these_lines_says_of_which_units_they_are(course: Callable[..., Path]) -> None:
    asked = "```{{true-false}}\nid: {}{}\ntext: It is so.\nanswer: true\n```\n"
    files = {
        f"{name}.md": f"# {name}\n\n## S\n\n" + "\n".join(asked.format(name, at) for at in range(count))
        for name, count in (("dough", 70), ("bread", 4))
    }
    root = course({**files, "course.yaml": "title: Bread\nunits: [dough.md, bread.md]\n"})
    pages = Reading(key.make(ready(root, paper="a5"), None, "a5").data).pages
    (both,) = [
        page.text for page in pages if "at a glance" in page.text and re.search(r"^2\.1 ", page.text, re.MULTILINE)
    ]
    assert re.search(r"at a glance\s+Unit\s1,\scontinued\s+Unit\s2", both)
    assert not re.search(r"^1\.1 ", both, re.MULTILINE)
    assert "continued" not in pages[0].text


def test_a_line_of_the_key_that_is_turned_over_begins_below_its_answer(unit: Callable[..., Path]) -> None:
    words = ("mountainside", "harbourmaster", "villagers", "highlanders", "moorland", "vineyards")
    gaps = " ".join(f"So [{word}]{{.gap}}." for word in words)
    asked = f"```{{cloze}}\nid: words\ntext: |\n  {gaps}\n```\n"
    page = Reading(key.make(ready(unit(asked)), None, "a4").data).pages[0]
    starts = [box.left for at, word in enumerate(words, 1) if (box := page.find(f"{at} {word}"))]
    turned = [here for before, here in pairwise(starts) if here < before]
    assert turned
    assert "\n·" not in page.text
    assert turned == pytest.approx([starts[0]] * len(turned), abs=0.8)


def test_of_ways_to_answer_a_line_names_one_only_where_it_is_all_that_counts(unit: Callable[..., Path]) -> None:
    asked = "```{{short-answer}}\nid: {}\ntext: Which?\naccepted: [the spring, the source]\n{}```\n\n"
    marks = "marking: [{text: it names both, points: 2}]\n"
    course = ready(unit(asked.format("word", "") + asked.format("both", marks)))
    said = words(Reading(key.make(course, None, "a4").data))
    assert "1.1 the spring (1) 1.2 p. 1 (2)" in said


def test_a_model_below_the_answers_that_are_accepted_is_called_one(unit: Callable[..., Path]) -> None:
    """They ran on into each other: "the source It is"."""
    asked = (
        "```{short-answer}\nid: word\ntext: Which?\naccepted: [the spring, the source]\nmodel: It is the first.\n```\n"
    )
    said = words(Reading(key.make(ready(unit(asked)), None, "a4").data))
    assert "the spring / the source A model answer: It is the first." in said


def test_where_no_answer_is_written_the_key_has_the_criteria_or_a_dash(unit: Callable[..., Path]) -> None:
    roles = "text: They meet.\nroles: [{name: Upper}, {name: Lower}]\n"
    rubric = "rubric: [{name: Tone, levels: [calm, loud], points: 3}]\n"
    games = f"```{{role-play}}\nid: played\n{roles}```\n\n```{{role-play}}\nid: judged\n{roles}{rubric}```\n\n"
    essay = f"```{{essay}}\nid: written\ntext: Why?\n{rubric}```\n"
    said = words(Reading(key.make(ready(unit(games + essay)), None, "a4").data))
    assert "1.1 \N{EN DASH} (0)" in said
    assert "1.2 p. 1 (3)" in said
    assert "1.1 played 0 \N{EN DASH} 1.2 judged 3 Tone (3) 1.3 written 3 Tone (3)" in said


def test_the_key_says_why_below_the_answer(exercises: Ready, kept: Kept) -> None:
    page = Reading(kept(key, exercises).data).pages[1]
    answer, why = page.find("a NATO: XQ7MARK Article 5."), page.find("Why the others are wrong")
    assert answer
    assert why
    assert why.top < answer.bottom
    assert why.left == pytest.approx(answer.left, abs=1)


def test_the_key_of_a_unit_has_its_lines_above_the_answers(exercises: Ready) -> None:
    page = Reading(key.make(exercises, exercises.unit("1"), "a4").data).pages[0]
    assert page.text.index("1F 2C 3A 4E 5D") < page.text.index("ex-pact")


def test_numbers_of_a_key_that_is_drawn_in_stay_in_their_column(exercises: Ready) -> None:
    own, paper = exercises.design, exercises.design.theme.papers["a4"]
    made = companion(exercises.pack, own.theme, paper, own.templates, name="key", key=exercises.copy("key"))
    html = made.html.replace("<body ", "<body data-drawn-in ")
    fonts = [face.file for face in own.theme.faces]
    data, _, _ = print_html(html, made.css, {}, fonts, Span("01.md"), own.templates)
    page = Reading(data).pages[0]
    head, number = page.find("Unit 1"), page.find("1.1 a (1)")
    assert head
    assert number
    assert number.left == pytest.approx(head.left, abs=1)


def test_the_key_of_a_variant_names_its_own_letters(exercises: Ready, kept: Kept) -> None:
    first = words(Reading(kept(key, exercises).data))
    variant = ready(EXERCISES, Copy(variant=1))
    other = words(Reading(key.make(variant, variant.unit("1"), "a4").data))
    assert "1F 2C 3A 4E 5D" in first
    assert "1F 2C 3A 4E 5D" not in other


@pytest.mark.parametrize("name", ["key", "worksheets"])
def test_each_head_of_a_variant_has_its_letter(exercises: Ready, name: str) -> None:
    own, paper = exercises.design, exercises.design.theme.papers["a4"]
    about = exercises.pack, own.theme, paper, own.templates
    html = companion(*about, name=name, key=exercises.copy("key"), more={"variant": "B"}).html
    heads = re.findall(r'<h1 [^>]*data-head="([^"]*)"', html)
    assert len(heads) == html.count("<h1 ")
    assert {head[-9:] for head in heads} == {"Variant\u00a0B"}


@pytest.mark.parametrize(("title", "named"), [("Why?", "Why? Variant B"), ("Water", "Water, Variant B")])
def test_a_comma_parts_a_name_from_its_variant_but_not_after_a_question(
    unit: Callable[..., Path], title: str, named: str
) -> None:
    folder = unit("```{true-false}\nid: o\ntext: It flows.\nanswer: true\nreason: It does.\n```\n")
    file = folder / "units" / "01-water.md"
    file.write_text(re.sub("(?m)^title: .*", f"title: {title}", file.read_text(encoding="utf-8")), encoding="utf-8")
    made = ready(folder, Copy(variant=1))
    data = companion_file(made, None, "a4", "key", made.copy("key"), more={"variant": "B"}).data
    assert f"Key to Unit 1: {named}" in words(Reading(data))


def test_a_solution_under_the_word_of_its_own_language_says_it_once(unit: Callable[..., Path]) -> None:
    asked = "::: challenge\n## Dove nasce?\nCerca.\n\n::: solution\n## Soluzione\nIn montagna.\n:::\n:::\n"
    file = "title: Fiumi\nlanguage: it\nunits: [units/01-water.md]\n"
    assert Reading(key.make(ready(unit(asked, {"course.yaml": file})), None, "a4").data).text.count("Soluzione") == 1


def test_code_in_an_answer_stays_in_its_column(unit: Callable[..., Path]) -> None:
    """Lines that a page holds whole: none leaves the wide measure, or reaches into what is said of an answer."""
    code = "".join(f"  ```\n  {'word ' * words}end\n  ```\n\n" for words in (11, 16, 18))
    asked = f"```{{short-answer}}\nid: o\ntext: Why?\nmodel: |\n{code}feedback: Because.\n```\n"
    course = ready(unit(f"{asked}\n```{{callout}}\nkind: task\nbody: Try.\nsolution: |\n{code}```\n"))
    reading, paper = Reading(key.make(course, None, "a4").data), course.design.theme.papers["a4"]
    assert stray_text(reading, paper) + crossing_text(reading) == []


def test_a_long_name_has_room_beside_a_short_answer_at_the_end_of_a_page_too(unit: Callable[..., Path]) -> None:
    name = "Where does the longest of all rivers of the country begin"
    said = "::: challenge\n## {} ({})?\nX.\n\n::: solution\n{}\n:::\n:::\n\n"
    body = "".join(said.format(name, number, "word " * (number % 2 * (90 + 9 * number) + 1)) for number in range(32))
    reading = Reading(key.make(ready(unit(body)), None, "a4").data)
    assert crossing_text(reading) == []
    assert reading.text.count("begin") == 32


def test_a_key_of_solutions_alone_has_no_page_for_lines_of_exercises(course: Callable[..., Path]) -> None:
    asked = "::: challenge\nWhere?\n\n::: solution\nThere.\n:::\n:::\n"
    units = {f"units/{name}.md": f"---\ntitle: {name}\n---\n\n## {name}s\n\n{asked}" for name in ("Spring", "Mouth")}
    file = {"course.yaml": f"title: Rivers\nlanguage: en\nunits: [{', '.join(units)}]\n"}
    pages = Reading(key.make(ready(course({**file, **units})), None, "a4").data).pages
    assert ["There." in page.text for page in pages] == [True, True]


@pytest.mark.parametrize(
    "lines", [pytest.param(lines, marks=() if lines == 73 else pytest.mark.thorough) for lines in range(71, 75)]
)
def test_a_row_of_the_key_begins_in_all_of_its_cells(unit: Callable[..., Path], lines: int) -> None:
    """Wherever it begins: after a row of so many lines."""
    before = "".join(f"    Say this {number}.\n\n" for number in range(lines))
    parts = "".join(f"  - {{text: What?, points: 2, model: '{'word ' * 14}first {part}'}}\n" for part in range(9))
    first = f"```{{short-answer}}\nid: o\ntext: Why?\npoints: 1\nmodel: |\n{before}```\n"
    body = f"{first}\n```{{short-answer}}\nid: parted\ntext: Look.\nfeedback: Because of this.\nparts:\n{parts}```\n"
    pages = [" ".join(page.text.split()) for page in Reading(key.make(ready(unit(body)), None, "a4").data).pages]
    assert [("first 0" in text) for text in pages if "Because" in text] == [True]


def instruction(item: Item, course: Ready) -> str:
    labels = course.pack.labels
    return str(labels.get(f"ask_{item.kind}") or labels[f"ask_{item.form}"])


def test_the_head_of_the_key_says_whose_answer_goes_on(unit: Callable[..., Path]) -> None:
    asked = "```{{essay}}\nid: {}\ntext: Why?\nmodel: |\n{}\nfeedback: It holds.\n```\n"
    long = "\n\n".join(f"  Line {number}." for number in range(60))
    root = unit("## One\n\n" + "\n".join(asked.format(name, long) for name in ("dough", "bread")))
    pages = Reading(key.make(ready(root), None, "a4").data).pages
    assert [set(re.findall(r"\b1\.\d", page.text)) for page in pages[1:]] == [{"1.1", "1.2"}, {"1.2"}, {"1.2"}]


def test_worksheets_have_the_exercises_alone_each_unit_on_a_fresh_right_page(exercises: Ready, kept: Kept) -> None:
    reading = Reading(kept(worksheets, exercises).data)
    said = words(reading)
    assert "The Council gives a" not in said
    for unit in exercises.pack.units:
        first = reading.places[str(unit.exercises()[0].block.id)][0]
        head = reading.pages[first - 1].text
        assert first % 2 == 1
        assert "Name" in head
        assert "Class" in head
        assert "Worksheet for Unit" in head
        for item in unit.exercises():
            assert item.target
            assert said.count(f"{item.target.name} {instruction(item, exercises)}") == 1
        assert f"Total Points {' '.join(f'{item.block.worth:g}' for item in unit.exercises())}" in said  # type: ignore[attr-defined]


def test_below_a_sheets_head_stand_a_chart_and_the_wording_of_its_exercise(unit: Callable[..., Path]) -> None:
    """With the first question they are higher than what is left there."""
    rows = "w,h\n" + "".join(f"Well {chr(65 + n)},{n + 3}\n" for n in range(20))
    chart = "```{chart}\nid: f\nkind: ranked\ndata: data/a.csv\nx: w\ny: h\nunit: m\ntitle: Wells\nalt: A\n```\n\n"
    parts = "".join(f"  - {{text: What is {one}?, points: 1, space: {{lines: 10}}, model: A}}\n" for one in "ab")
    body = f"{chart}```{{data-question}}\nid: o\ntext: Look.\nchart: f\nparts:\n{parts}```\n"
    reading = Reading(worksheets.make(ready(unit(body, {"data/a.csv": rows})), None, "a4").data)
    first, second, *_ = [page.text for page in reading.pages]
    assert "This is about Figure" in first
    assert "What is a" not in first
    assert "What is b" in second


def test_a_source_on_a_worksheet_leads_to_no_list_of_works(unit: Callable[..., Path]) -> None:
    source = "```{source}\nid: rule\nsymbol: Rule 2\ntitle: The well\ntext: Share the well.\ncite: m\n```\n\n"
    body = f"{source}```{{short-answer}}\nid: o\ntext: What does @source:rule say?\nmodel: Share.\n```\n"
    made = ready(unit(body, {"references.yaml": "- {id: m, type: book, title: M}\n"}))
    assert Reading(pdf.make(made, None, "a4").data).text.count("Rule 2") == 1
    sheets = worksheets.make(made, None, "a4")
    assert (Reading(sheets.data).text.count("Rule 2"), sheets.notices) == (1, ())


def test_a_chart_that_is_asked_about_is_printed_with_its_question(exercises: Ready, kept: Kept) -> None:
    reading = Reading(kept(worksheets, exercises).data)
    chart, asked = reading.places["rain"], reading.places["ex-rain"]
    assert (chart[0], -chart[1]) < (asked[0], -asked[1])
    assert words(reading).count("It rains most in May") == 1


def test_each_role_has_a_card_with_what_it_keeps_to_itself(exercises: Ready, kept: Kept, size: str) -> None:
    reading = Reading(kept(cards, exercises, None, size).data)
    half = exercises.design.theme.papers[size].height * MM / 2
    for name, secret in (("Upper state", "a third of the height"), ("Lower state", "Your government falls")):
        page = reading.pages[0]
        head, text = page.find(name), page.find(secret)
        assert head
        assert text
        assert (head.bottom > half) == (text.bottom > half)
    assert len(reading.pages) == 2
    assert "Mediator" in reading.pages[1].text
    assert "Upper state" not in reading.pages[1].text


def test_a_long_card_takes_a_page(unit: Callable[..., Path]) -> None:
    secret = "You know this. " * 260
    body = f"""```{{role-play}}
id: play
text: A river.
roles:
  - {{name: One, private: "{secret}"}}
  - {{name: Two, private: Nothing.}}
parts: [{{text: What now?}}]
```
"""
    data = cards.make(ready(unit(body)), None, "a4").data
    assert [("One" in page.text, "Two" in page.text) for page in Reading(data).pages] == [(True, False), (False, True)]
    # The line to cut along, which lies behind it, has no hair at its side.
    page = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil().convert("L")
    middle = page.height // 2
    assert page.crop((0, middle - 4, int(18 / 210 * page.width) + 1, middle + 4)).getextrema()[0] == 255


@pytest.mark.parametrize("output", COMPANIONS)
def test_where_there_is_nothing_to_print_nothing_is_made(golden_course: Ready, output: ModuleType) -> None:
    with pytest.raises(ContentError) as error:
        output.make(golden_course, None, "a4")
    (problem,) = error.value.problems
    assert problem.code == "nothing-to-print"
