"""The deck as it is taught: questions and their answers, debates, breaks, minutes, and the handout's pages."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from casefile import COURSE, lay
from coursepack.build import ready
from coursepack.outputs import pagenumbers, pdf, slides
from coursepack.pack import Copy
from coursepack.problem import ContentError
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.build import Ready
    from kept import Kept

# Whatever begins with SECRET is an answer.
BODY = """\
## Springs {#springs}

```{slide}
title: A river has many beginnings
points: [Springs, {text: Glaciers, points: [high up]}, Lakes]
build: true
minutes: 5
notes: Say it aloud.
```

A river begins at a spring.

```{question}
id: q-long
text: Which of these rivers carries most water to the sea in a year, and how do we know?
minutes: 2
options: [The Rhine, The Danube, The Nile, The Amazon]
answer: d
reason: "SECRETREASON: it drains half a continent."
model: "SECRETMODEL: look at the rain."
slide: {title: "Which river?", notes: "SECRETNOTES: it is the last one."}
```

```{question}
text: Where would you say that the Rhine begins, and why there?
minutes: 10
lines: 3
model: "SECRETSTART: at more than one place."
slide: {title: "Where does it begin?", notes: Ask it twice.}
```

```{slide}
for: teacher
title: SECRETSLIDE
points: [SECRETPOINT]
notes: Only for you.
```

```{chart}
id: wet
for: teacher
kind: bar
data: data/rain.csv
x: month
y: rain
unit: mm
title: SECRETPRINT
alt: SECRETALT
slide: {title: SECRET chart, notes: See.}
```

```{break}
minutes: 10
```

```{table}
id: lengths
title: Two rivers
columns: [River, Length]
rows: [[Rhine, "1233"], [Danube, "2850"]]
slide: {title: Two long rivers, notes: Say which is longer.}
```

```{callout}
kind: debate
title: Should the rivers of Europe have been made straight for the sake of the ships that use them?
minutes: 15
roles: [chair, "two speakers a side, 2 min"]
sides:
  - {title: If you say yes, body: Think of the ships and of what they carry.}
  - {title: If you say no, body: Think of floods.}
slide: {title: "Straight rivers?", notes: Two corners of the room.}
```
"""
DATA = {"data/rain.csv": "month,rain\nSECRETMONTH,60\nMay,90\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, which no test changes."""
    head = COURSE["units/01-water.md"].partition("\n\n")[0]
    return lay(tmp_path_factory.mktemp("lecture"), COURSE, {"units/01-water.md": f"{head}\n\n{BODY}", **DATA})


@pytest.fixture(scope="module")
def deck(folder: Path, kept: Kept) -> Deck:
    """The lecturer's."""
    return opened(kept(slides, ready(folder, Copy("teacher"))).data)


def opened(data: bytes) -> Deck:
    return Presentation(BytesIO(data))


def named(slide: Slide) -> dict[str, str]:
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def on(deck: Deck, layout: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.slide_layout.name == layout]


def notes(slide: Slide) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


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


def test_a_question_under_a_short_title_is_there_in_full(deck: Deck) -> None:
    (slide,) = on(deck, "Question beside a column")
    assert named(slide)["title"] == "Where does it begin?"
    assert named(slide)["body"] == "Where would you say that the Rhine begins, and why there?"


def test_a_question_and_its_answer_are_one_slide_a_click_apart(deck: Deck) -> None:
    (slide,) = on(deck, "Question and answer")
    words = named(slide)
    assert words["title"] == "Which of these rivers carries most water to the sea in a year, and how do we know?"
    assert [words[f"Option {letter}"] for letter in "abcd"] == ["The Rhine", "The Danube", "The Nile", "The Amazon"]
    assert words["Answer reason"] == "SECRETREASON: it drains half a continent."
    letters = [shape.find(f".//{qn('a:buAutoNum')}") for shape in slide.shapes.element.iter(qn("p:sp"))]
    given = [(one.get("type"), one.get("startAt", "1")) for one in letters if one is not None]
    assert given == [("alphaLcPeriod", number) for number in "1234"]


def test_one_click_shows_all_that_answers_and_nothing_else(deck: Deck) -> None:
    (slide,) = on(deck, "Question and answer")
    timing = slide.element.find(qn("p:timing"))
    shown = {int(one.get("spid")) for one in timing.iter(qn("p:spTgt"))}
    names = [shape.name for shape in slide.shapes if shape.shape_id in shown]
    assert names == ["Answer d", "Answer d", "Answer reason"]
    assert [one.name for one in slide.shapes if one.name.startswith("Answer")] == names
    assert [one.get("nodeType") for one in timing.iter(qn("p:cTn"))].count("clickEffect") == 1


def test_the_students_slide_is_the_lecturers_without_what_answers(folder: Path, deck: Deck, kept: Kept) -> None:
    (mine,) = on(deck, "Question and answer")
    (theirs,) = on(opened(kept(slides, ready(folder, Copy("student"))).data), "Question and answer")
    bare = {name: text for name, text in named(mine).items() if not name.startswith("Answer")}
    assert named(theirs).keys() == bare.keys()
    assert theirs.element.find(qn("p:timing")) is None


def test_statements_are_judged_a_click_each(unit: Callable[..., Path]) -> None:
    body = """
```{true-false}
id: rivers
text: Judge them.
statements: [{text: Rivers rise., answer: true}, {text: Seas end., answer: false, reason: They meet.}]
points: 2
slide: {title: Two claims, notes: One by one.}
```
"""
    made = slides.make(ready(unit(body), Copy("teacher")), None, "a4")
    (slide,) = on(opened(made.data), "Question and answer")
    words = named(slide)
    judged = {words[f"Option {letter}"]: words[f"Answer {letter}"] for letter in "ab"}
    assert judged == {"Rivers rise.": "True", "Seas end.": "False"}
    timing = slide.element.find(qn("p:timing"))
    assert [one.get("nodeType") for one in timing.iter(qn("p:cTn"))].count("clickEffect") == 3


@pytest.fixture
def pair(unit: Callable[..., Path]) -> Deck:
    """A deck in which an option is a picture: it stands in no box, so the answer has a slide of its own."""
    body = BODY.replace("The Nile, The Amazon]", '"![The Nile](media/nile.svg)", The Amazon]')
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    root = unit(body, {**DATA, "media/nile.svg": drawn})
    return opened(slides.make(ready(root, Copy("teacher")), None, "a4").data)


def test_an_answer_that_goes_in_no_box_comes_on_the_next_slide(pair: Deck) -> None:
    (asked,), (answered,) = on(pair, "Choice"), on(pair, "Answer")
    every = list(pair.slides)
    assert every.index(answered) == every.index(asked) + 1
    words = named(asked)["title"]
    assert words == "Which of these rivers carries most water to the sea in a year, and how do we know?"
    assert named(answered)["title"] == f"{words} (the answer)"
    assert named(asked)["body"] == named(answered)["body"] == "The Rhine\nThe Danube\nThe Nile\nThe Amazon"
    assert named(answered)["reason"] == "d is right.\nSECRETREASON: it drains half a continent."


def test_nothing_moves_between_a_question_and_its_answer(pair: Deck) -> None:
    (asked,), (answered,) = on(pair, "Choice"), on(pair, "Answer")
    places = [
        {shape.name: (shape.left, shape.top, shape.width, shape.height) for shape in one.shapes}
        for one in (asked, answered)
    ]
    assert {name: at for name, at in places[1].items() if name != "reason"} == places[0]
    for name in ("title", "body"):
        first, second = (sizes(next(shape for shape in one.shapes if shape.name == name)) for one in (asked, answered))
        assert first == second
    # The answer's title is longer: both are set smaller than the layout says.
    assert sizes(asked.shapes.title) == {Pt(37)}


def sizes(shape: object) -> set[object]:
    return {run.font.size for paragraph in shape.text_frame.paragraphs for run in paragraph.runs}  # type: ignore[attr-defined]


def test_the_right_option_is_bold_in_the_accent_and_the_others_are_grey(pair: Deck) -> None:
    (slide,) = on(pair, "Answer")
    body = next(shape for shape in slide.shapes if shape.name == "body")
    runs = [paragraph.runs[0] for paragraph in body.text_frame.paragraphs]
    assert [run.font.bold for run in runs] == [None, None, None, True]
    colours = [run._r.find(f".//{qn('a:schemeClr')}").get("val") for run in runs]  # noqa: SLF001 python-pptx has no other way to its XML
    assert colours == ["accent2", "accent2", "accent2", "accent1"]


@pytest.mark.parametrize("answer", ["D", "d.", "The Amazon"])
def test_an_answer_is_a_letter_or_the_option_s_words(unit: Callable[..., Path], answer: str) -> None:
    root = unit(BODY.replace("answer: d", f'answer: "{answer}"'), DATA)
    (slide,) = on(opened(slides.make(ready(root, Copy("teacher")), None, "a4").data), "Question and answer")
    assert next(shape.name for shape in slide.shapes if shape.name.startswith("Answer ")) == "Answer d"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("answer: d", "answer: e", "`e` is none of the options"),
        ("answer: d\n", "", "there is a reason and no `answer`"),
        ("options: [The Rhine, The Danube, The Nile, The Amazon]\n", "", "an answer needs `options` to choose from"),
        ("[The Rhine, The Danube, The Nile, The Amazon]", "[The Rhine]", "one option is no choice"),
    ],
)
def test_an_answer_that_cannot_be_is_found(unit: Callable[..., Path], old: str, new: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(BODY.replace(old, new), DATA))
    assert [problem.message for problem in caught.value.problems] == [message]


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


def made(course: Ready, side: bytes | None) -> tuple[Deck, str]:
    found = slides.make(course, None, "a4", pages=side)
    return opened(found.data), found.size


def linked(deck: Deck) -> dict[str, str]:
    """Return what slides say of the handout, by their layouts."""
    found = {}
    for slide in deck.slides:
        for words in named(slide).values():
            page = re.search(r"handout p.*", words)
            if page:
                found[slide.slide_layout.name] = page[0]
    return found


def test_slides_name_the_pages_on_which_things_are_printed(folder: Path, kept: Kept) -> None:
    course = ready(folder)
    printed = kept(pdf, course)
    reading = Reading(printed.data)
    deck, said = made(course, printed.beside[pagenumbers.SUFFIX])
    assert pagenumbers.UNKNOWN not in said
    words = {
        "Question and answer": "Which of these rivers",
        "Question beside a column": "Where would you say",
        "Table": "1233",
        "Debate under a band": "Should the rivers of",
    }
    for layout, start in words.items():
        (number,) = [at for at, page in enumerate(reading.pages, 1) if page.find(start)]
        assert linked(deck)[layout] == f"handout p. {number}"
    assert linked(deck)["Unit header"] == f"handout p. {reading.places['water'][0]}"


def test_a_unit_s_pages_run_to_its_summary(golden_course: Ready, kept: Kept) -> None:
    course = golden_course
    printed = kept(pdf, course)
    reading = Reading(printed.data)
    deck, _ = made(course, printed.beside[pagenumbers.SUFFIX])
    first, end = (reading.places[name][0] for name in ("water", "end.water"))
    assert end > first
    assert named(on(deck, "Unit header")[0])["minutes"] == f"45\u00a0minutes · handout pages {first} to {end}"


@pytest.mark.parametrize("change", ["course", "none", "damaged", "not asked for"])
def test_no_page_is_named_that_might_be_wrong(unit: Callable[..., Path], change: str, kept: Kept) -> None:
    folder = unit(BODY, DATA)
    side = kept(pdf, ready(folder)).beside[pagenumbers.SUFFIX]
    if change == "course":
        with (folder / "units/01-water.md").open("a") as file:
            file.write("\nOne more line.\n")
    side = {"course": side, "none": b"", "damaged": side[:50], "not asked for": None}[change]
    deck, said = made(ready(folder), side)
    assert linked(deck) == {}
    assert pagenumbers.UNKNOWN in said


@pytest.mark.usefixtures("anew")
def test_with_pages_the_bytes_are_the_same_each_time(folder: Path, kept: Kept) -> None:
    course = ready(folder)
    side = kept(pdf, course).beside[pagenumbers.SUFFIX]
    assert json.loads(side)["inputs"] == course.inputs == ready(folder).inputs
    assert slides.make(course, None, "a4", pages=side).data == slides.make(ready(folder), None, "a4", pages=side).data


TIMELINE = """\
```{timeline}
id: line
title: Two kinds of water
lanes: [Rivers, Lakes]
events:
  - {date: 1900, lane: 1, text: The first, slide: First}
  - {date: 1950, lane: 2, text: The second, slide: Second}
source: Seen by us.
slide: {notes: Look.}
```
"""


def test_a_timeline_says_what_stands_above_and_below_its_axis(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(TIMELINE)), None, "a4").data), "Timeline")
    assert named(slide)["source"] == "Rivers above the axis, Lakes below. Seen by us."


@pytest.mark.parametrize("ahead", [True, False])
def test_a_summary_has_a_band_below_a_next_step_alone_and_air_above_it(unit: Callable[..., Path], ahead: bool) -> None:  # noqa: FBT001 a row
    root = unit("A river begins at a spring.\n")
    file = root / "units/01-water.md"
    points = "\n".join(f"  - {'A sentence that takes two lines, because it goes on and on. ' * 2}" for _ in range(3))
    words = f"summary:\n points:\n{points}\n" + (" next: Bring a map.\n" if ahead else "")
    file.write_text(file.read_text().replace("objectives:", f"{words}objectives:"))
    (slide,) = on(opened(slides.make(ready(root), None, "a4").data), "Summary" if ahead else "Summary alone")
    bands = [shape for shape in slide.slide_layout.shapes if not shape.is_placeholder and shape.top > Inches(1)]
    body = next(shape for shape in slide.shapes if shape.name == "body")
    assert len(bands) == ahead
    if ahead:
        (band,), step = bands, next(shape for shape in slide.shapes if shape.name == "next")
        assert band.top - body.top - body.height >= Inches(0.3)
        assert band.top < step.top - Inches(0.1)
        assert step.top + step.height < band.top + band.height - Inches(0.1)


@pytest.mark.parametrize("wanted", ["unit", "end"])
@pytest.mark.parametrize(("works", "counts"), [(6, [6]), (13, [6, 7]), (40, [10, 10, 10, 10])])
def test_references_are_shared_out_evenly(
    unit: Callable[..., Path], works: int, counts: list[int], wanted: str
) -> None:
    deck = cited(unit, works, f"deck: {{references: {wanted}}}\n")
    assert [len(named(slide)["body"].split("\n")) for slide in on(deck, "References")] == counts


def cited(unit: Callable[..., Path], works: int, more: str = "") -> Deck:
    """Make a deck whose slides cite works, seven each."""
    listed = "\n".join(f"- {{id: w-{n}, type: book, title: Work {n}}}" for n in range(works))
    points = ", ".join(f'"[@w-{n}]"' for n in range(works))
    tables = [points.split(", ")[start : start + 7] for start in range(0, works, 7)]
    body = "\n".join(
        f"```{{slide}}\ntitle: Slide {number}\npoints: [{', '.join(part)}]\nnotes: Say it.\n```\n"
        for number, part in enumerate(tables)
    )
    root = unit(body, {"references.yaml": listed, "course.yaml": COURSE["course.yaml"] + more})
    return opened(slides.make(ready(root, Copy("teacher")), None, "a4").data)


def test_without_a_word_there_are_no_lists_and_works_are_in_the_notes(unit: Callable[..., Path]) -> None:
    deck = cited(unit, 7)
    assert on(deck, "References") == []
    assert [f"Work {n}." in notes(on(deck, "Content")[0]) for n in range(7)] == [True] * 7


def test_what_only_the_notes_cite_stands_at_the_foot(unit: Callable[..., Path]) -> None:
    body = """
```{slide}
title: Deltas
points: ["They grow [@w-0]", They sink]
notes: "Say why [@w-1]."
```
"""
    listed = "\n".join(f"- {{id: w-{n}, type: book, title: Work {n}}}" for n in range(2))
    made = slides.make(ready(unit(body, {"references.yaml": listed}), Copy("teacher")), None, "a4")
    (slide,) = on(opened(made.data), "Content")
    assert named(slide)["source"] == "Work 1"


def test_a_picture_higher_than_wide_takes_the_height_beside_points(unit: Callable[..., Path]) -> None:
    words = """
```{{figure}}
src: media/{name}.svg
alt: A shape.
slide: {{title: The {name} one, points: [One, Two], notes: Look.}}
```
"""
    body = "".join(words.format(name=name) for name in ("high", "wide"))
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9z"/></svg>'
    files = {"media/high.svg": drawn.format(30, 40), "media/wide.svg": drawn.format(40, 30)}
    deck = opened(slides.make(ready(unit(body, files)), None, "a4").data)
    (high,), (wide,) = on(deck, "Picture and points"), on(deck, "Figure and points")
    shown = next(shape for shape in high.shapes if shape.name == "figure")
    assert (shown.top, shown.height) == (0, Inches(7.5))
    assert high.shapes.title.text == "The high one"
    assert wide.shapes.title.text == "The wide one"


COMPARED = """
```{slide}
title: Planned and built
columns: [{head: Planned, points: [troops, a plan]}, {head: Built, points: [none, a pact]}]
compare: true
notes: Row by row.
```
"""


def test_columns_that_answer_each_other_stand_in_rows(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(COMPARED)), None, "a4").data), "Comparison")
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Planned", "Built"],
        ["troops", "none"],
        ["a plan", "a pact"],
    ]


def test_what_is_compared_is_in_italics_and_what_answers_it_bold(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(COMPARED)), None, "a4").data), "Comparison")
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    fonts = [[cell.text_frame.paragraphs[0].runs[0].font for cell in row.cells] for row in table.rows]
    assert [[bool(font.bold) for font in row] for row in fonts] == [[True, True], [False, True], [False, True]]
    assert [[bool(font.italic) for font in row] for row in fonts] == [[False, False], [True, False], [True, False]]
    assert (table.first_row, table.first_col) == (True, False)


def test_what_has_no_answer_is_not_compared(unit: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(COMPARED.replace("[troops, a plan]", "[troops]")))
    (problem,) = caught.value.problems
    assert (
        problem.message
        == "what is compared stands in two `columns` with heads, of as many points, without points below them"
    )


DATED = """
```{{slide}}
title: How pacts came
points: ["1945: the Charter", "1949: {}", "May 1955: Warsaw"]
notes: Say it.
```
"""


def test_points_that_begin_with_dates_stand_on_a_line_of_time_if_they_have_room(unit: Callable[..., Path]) -> None:
    deck = opened(slides.make(ready(unit(DATED.format("NATO"))), None, "a4").data)
    assert not on(deck, "Content")
    (slide,) = on(deck, "Timeline")
    said = [text.text for text in slide.element.iter(qn("a:t"))]
    assert [
        word
        for word in ("1945", "the Charter", "1949", "May 1955", "Warsaw")
        if word not in " ".join(said).replace("\u00a0", " ")
    ] == []
    long = opened(slides.make(ready(unit(DATED.format("a treaty of many words " * 9))), None, "a4").data)
    assert not on(long, "Timeline")
    (slide,) = on(long, "Content")
    assert named(slide)["body"].startswith("1945: the Charter")


STEPS = """
```{{slide}}
title: Check a sentence
steps: true
points: ["Source: find the text", "Date: day and year", {}]
notes: Say it.
```
"""


def test_steps_stand_in_a_row_with_their_numbers_if_they_have_room(unit: Callable[..., Path]) -> None:
    (slide,) = on(opened(slides.make(ready(unit(STEPS.format("Limits"))), None, "a4").data), "Three steps")
    shown = named(slide)
    assert [shown[f"{name}-{at}"] for at in (1, 2) for name in ("number", "head", "text")] == [
        "1", "Source", "find the text", "2", "Date", "day and year",
    ]  # fmt: skip
    assert (shown["head-3"], "text-3" in shown) == ("Limits", False)
    long = STEPS.format('"Limit: ' + "where does it stop being true " * 9 + '"')
    (slide,) = on(opened(slides.make(ready(unit(long)), None, "a4").data), "Content")
    (numbered,) = {bullet.get("type") for bullet in slide.element.iter(qn("a:buAutoNum"))}
    assert numbered == "arabicPlain"


def test_two_points_are_no_row_of_steps(unit: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(STEPS.replace(", {}", "").replace("{{", "{").replace("}}", "}")))
    (problem,) = caught.value.problems
    assert problem.message == "steps are three or four `points`, without points below them"
