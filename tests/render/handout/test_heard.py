"""From the boxes of pages back to the elements of the source, read in the finished file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf, teacher
from listening import Listening, role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def listen(unit: Callable[..., Path]) -> Callable[..., Listening]:
    return lambda body, **files: Listening(pdf.make(ready(unit(body, **files)), None, "a4").data)


def said(listening: Listening) -> list[str]:
    """Return a transcript without the blanks that pdfium guesses before a pause, for it stands apart."""
    return [re.sub(r" (?=[.,:])", "", line) for line in listening.transcript()]


def test_words_of_another_language_say_so(listen: Callable[..., Listening]) -> None:
    listening = listen("## One\n\nThey say [à bientôt]{lang=fr} here.\n")
    (span,) = [element for element in listening.elements("Span") if "/Lang" in element]
    assert (str(span.Lang), listening.heard(span)) == ("fr", "à bientôt")


def test_the_head_of_a_long_table_is_heard_once(listen: Callable[..., Listening]) -> None:
    rows = "".join(f"  - [r{n}, c{n}]\n" for n in range(80))
    listening = listen(f"## One\n\nText.\n\n```{{table}}\nid: t\ntitle: T\ncolumns: [kind, much]\nrows:\n{rows}```\n")
    (table,) = listening.elements("Table")
    assert listening.heard(table).count("much") == 1
    assert [role(row) for row in listening.elements("TR", within=table)] == ["TR"] * 81


def test_capitals_of_a_style_are_heard_as_they_are_written(listen: Callable[..., Listening]) -> None:
    assert "By the end I can" in listen("## One\n\nText.\n").transcript()


def test_a_footnote_is_heard_after_its_paragraph_on_a_narrow_page_too(unit: Callable[..., Path]) -> None:
    made = ready(unit("## One\n\nFirst[^a] and second.\n\nNext.\n\n[^a]: Said below.\n", {}))
    for paper in made.design.theme.papers:
        lines = Listening(pdf.make(made, None, paper).data).transcript()
        place = lines.index("First1 and second.")
        assert lines[place : place + 3] == ["First1 and second.", "note: 1 Said below.", "Next."]


def test_a_formula_is_heard_in_words(listen: Callable[..., Listening]) -> None:
    listening = listen("## One\n\nSo $a = b$ holds.\n")
    (formula,) = listening.elements("Formula")
    assert listening.heard(formula) == "a equals b"
    assert [float(edge) >= 0 for edge in formula.A.BBox] == [True] * 4


def test_a_formula_in_pieces_is_heard_once(listen: Callable[..., Listening]) -> None:
    terms = " + ".join(["a"] * 60)
    listening = listen(f"## One\n\nSo ${terms}$ holds.\n")
    (formula,) = listening.elements("Formula")
    assert listening.heard(formula).count("plus") == 59
    left, bottom, right, top = map(float, formula.A.BBox)
    assert right - left > 300  # pt: a line of it, of which there are more
    assert top - bottom > 20


def test_words_from_right_to_left_are_heard_as_they_are_written(listen: Callable[..., Listening]) -> None:
    # Numbers and Latin words among them, a sign before a link, letters that are drawn as one, and lines that turn.
    words = "كتبت المنظمة UN Water عن 12.5% من المطر، الأول في القرية"
    said = " ".join([words] * 9)
    listening = listen(f"## One\n\nThey write {said} here. انظر و[المطر](https://example.org)\n")
    assert f"They write {said} here. انظر والمطر" in listening.transcript()


def test_what_says_itself_has_a_blank_after_it_where_it_ends_its_line_and_no_other(
    listen: Callable[..., Listening],
) -> None:
    listening = listen("## One\n\nThe **قرية**s.\n\nA مدينة\n\nOne more.\n\nAnd one more.\n")
    said = [str(span.ActualText) for span in listening.elements("Span") if "/ActualText" in span]
    assert [one for one in said if one.strip() in {"قرية", "A مدينة"}] == ["قرية", "A مدينة "]


def test_what_a_style_prints_is_parted_from_what_it_stands_beside(unit: Callable[..., Path]) -> None:
    # Lines of code have numbers, and turned ones a sign; thrifty terms have a dot between them, the plan on A5 too.
    front = "---\ntitle: Chance\nminutes: 20\nplan: [{do: Read, what: all, minutes: 20}]\n---\n\n"
    code = f"```python linenos\nimport random\n{'_' * 60} {'_' * 60}\n```\n"
    body = f"## One\n\nBy [lot]{{.term}} or [census]{{.term}}.\n\n{code}"
    files = {
        "units/01-water.md": front + body,
        "glossary.yaml": "- {term: lot, definition: chance}\n- {term: census, definition: all}\n",
    }
    folder = unit("", files)
    heard = [Listening(pdf.make(ready(folder, None, paper), None, paper).data) for paper in ("thrifty", "a5")]
    assert {"1: ", "2: "} <= {str(span.get("/ActualText")) for span in heard[0].elements("Span")}
    thrifty, small = (said(listening) for listening in heard)
    assert {"lot, p. 3", "census, p. 3", "1: import random", "1.1 One, 3"} <= {*thrifty}
    assert "Read: all. 20 min" in small
    assert not [line for line in thrifty + small if "»" in line or "·" in line]


def test_a_line_says_that_it_is_one_before_its_number_though_none_is_printed(listen: Callable[..., Listening]) -> None:
    # A paragraph's number stands at the beginning of a line, and of thirteen lines only every fifth has its number.
    rows = "".join(f"  {n}. Decides so;\n" for n in range(2, 15))
    asked = "parts:\n  - {text: What?, points: 1, space: {lines: 1}, model: It.}\n"
    told = f"id: s\ntext: Read it.\nsource: |\n{rows}{asked}"
    lines = listen(f"## One\n\nText.\n\n```{{source-analysis}}\n{told}```\n").transcript()
    assert {"line 1: 2. Decides so;", "line 5: 6. Decides so;", "line 13: 14. Decides so;"} <= {*lines}


def test_a_title_below_a_label_is_of_one_heading_with_it(listen: Callable[..., Listening]) -> None:
    kinds = ("case", "task")
    boxes = "".join(f"```{{callout}}\nkind: {kind}\ntitle: It *rains*\nbody: Take a coat.\n```\n\n" for kind in kinds)
    lines = listen(f"## One\n\nText.\n\n{boxes}").transcript()
    assert [line for line in lines if "rains" in line] == [
        f"heading 3: {name}: It rains" for name in ("Case", "Try it")
    ]


def test_a_unit_a_term_and_a_step_are_parted_from_what_is_told_of_them(unit: Callable[..., Path]) -> None:
    # The eye has lines, faces and colours; moving by headings, one is told the number of a unit with its title.
    front = "---\ntitle: Chance\nminutes: 20\nplan: [{do: Read, what: all, minutes: 20}]\n---\n\n"
    files = {
        "units/01-water.md": f"{front}## One\n\nBy [lot]{{.term}}. See [a map](https://example.org/map).\n",
        "glossary.yaml": "- {term: lot, definition: chance}\n",
    }
    folder = unit("", files)
    for paper in ("a4", "a5"):
        lines = said(Listening(pdf.make(ready(folder, None, paper), None, paper).data))
        assert {"heading 1: Unit 1: Chance", "note: lot: chance", "Read: all. 20 min"} <= {*lines}
        assert [line for line in lines if re.fullmatch(r"lot, p\. \d", line)]
        assert [line for line in lines if re.fullmatch(r"lot chance, p\. \d", line)]
        assert [line for line in lines if line.startswith("note: a map: example")]


def test_the_lines_of_a_listing_are_code_each_a_paragraph(listen: Callable[..., Listening]) -> None:
    listening = listen("## One\n\nText.\n\n```python\nif rain:\n    stay()\n\nelse:\n    go()\n```\n")
    lines = [p for p in listening.elements("P") if listening.elements("Code", within=p)]
    assert [listening.heard(line) for line in lines] == ["if rain:", "stay()", "else:", "go()"]


def test_the_year_of_a_timeline_is_heard_before_what_happened(listen: Callable[..., Listening]) -> None:
    events = "  - {lane: 2, date: 1990, text: A rule}\n  - {lane: 1, date: 1994, text: A well}\n"
    told = f"id: t\ntitle: T\nlanes: [People, Law]\nevents:\n{events}"
    listening = listen(f"## One\n\nText.\n\n```{{timeline}}\n{told}```\n")
    assert {"Year | People | Law", "1990 | (empty) | A rule"} <= {*listening.transcript()}


def test_gaps_are_counted_as_the_slips_and_the_key_count_them(listen: Callable[..., Listening]) -> None:
    text = "  In [rain]{.gap} it\n\n  pours [cats | dogs]{.choice}.\n"
    lines = listen(f"## One\n\nText.\n\n```{{cloze}}\nid: c\ntext: |\n{text}```\n").transcript()
    assert [line for line in lines if line == "In blank 1 it"]
    assert [line for line in lines if line.startswith("pours blank 2 (")]


def test_a_tick_in_a_cell_is_no_label_of_a_list(unit: Callable[..., Path]) -> None:
    told = "id: j\ntext: Judge.\nstatements:\n  - {text: Rain., answer: true}\n  - {text: Snow., answer: false}\n"
    made = ready(unit(f"## One\n\nText.\n\n```{{true-false}}\n{told}```\n"))
    listening = Listening(teacher.make(made, None, "a4").data)
    cells = [cell for cell in listening.elements("TD") if listening.heard(cell) == "box, ticked"]
    assert len(cells) == 2
    assert not [cell for cell in cells if listening.elements("Lbl", within=cell)]


def test_what_an_exam_says_of_itself_has_pauses(unit: Callable[..., Path]) -> None:
    exam = "title: Rivers\nlanguage: en\nunits: [units/01-water.md]\nexam: {duration: 90, aids: [a ruler]}\n"
    listening = Listening(pdf.make(ready(unit("## One\n\nText.\n", {"course.yaml": exam})), None, "a4").data)
    assert [line for line in said(listening) if "Time allowed: 90 minutes" in line]
