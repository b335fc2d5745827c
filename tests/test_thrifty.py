"""A thrifty paper: the same exercises in less room, answered on paper of one's own; worksheets keep their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from page import validate_pdf_bytes

from conftest import EXERCISES, FLAGSHIP
from coursepack.build import Ready, ready
from coursepack.outputs import key, pdf, teacher, worksheets
from coursepack.outputs.companion import paper_of
from coursepack.press.laid import read
from coursepack.problem import Span
from coursepack.render.handout.markup import handout
from coursepack.render.handout.printing import print_html
from listening import Listening
from pdf_checks import crossing_text, stray_text
from reading import Reading, sides

if TYPE_CHECKING:
    from pathlib import Path

    from kept import Kept

PAPER = "thrifty"
MM = 72 / 25.4


@pytest.fixture(scope="module")
def course() -> Ready:
    return ready(EXERCISES, None, PAPER)


@pytest.fixture(scope="module")
def reading(course: Ready, kept: Kept) -> Reading:
    return Reading(kept(pdf, course, None, PAPER).data)


def test_it_takes_fewer_pages_and_none_is_ruled_for_notes(
    course: Ready, reading: Reading, exercises: Ready, kept: Kept
) -> None:
    full = Reading(kept(pdf, exercises).data)
    assert len(reading.pages) <= len(full.pages) * 0.6
    assert not any(page.text.startswith(course.pack.labels["notes"]) for page in reading.pages)


def test_nothing_lies_on_anything_or_leaves_the_page(course: Ready, reading: Reading) -> None:
    assert stray_text(reading, paper_of(course, PAPER)) == []
    assert crossing_text(reading) == []


def test_it_is_pdf_ua_1_and_pdf_a_3a(course: Ready, kept: Kept) -> None:
    data = kept(pdf, course, None, PAPER).data
    for profile in ("ua1", "3a"):
        report = validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, report.failures


def test_what_is_drawn_in_an_exercise_moves_with_it_to_the_outer_side(course: Ready, reading: Reading) -> None:
    paper = paper_of(course, PAPER)
    for number, page in enumerate(reading.pages, 1):
        whole = sides(paper, number)[0]
        assert [one for one in page.drawings if one.left < whole.left - 3 or one.right > whole.right + 3] == []


def test_a_long_title_hangs_beside_its_number_and_aims_end_before_the_next_box(tmp_path: Path) -> None:
    """Two aims stand abreast; the left one fills its lines."""
    head = f"---\nid: u\ntitle: {'Bread and butter ' * 5}\nobjectives: [{'i ' * 150}, flour]\n---\n\n## One\n\nText.\n"
    (tmp_path / "course.yaml").write_text("title: Bread\npaper: thrifty\nunits: [bread.md]\n")
    (tmp_path / "bread.md").write_text(head)
    lines = [line for page in read(pdf.make(ready(tmp_path), None, "a4").data).pages for line in page.lines]
    titles = [line.box.left for line in lines if line.role == "H1" and "butter" in line.words]
    # The number is of one heading with the title, and of one line with its first words.
    number, *hanging = titles
    assert len(hanging) > 1
    assert max(hanging) - min(hanging) < 1
    assert min(hanging) > number + 10 * MM
    edge = next(line.box.left for line in lines if line.words.startswith("BY THE END"))
    left, right = ([line.box for line in lines if line.words.startswith(words)] for words in ("i i", "flour"))
    box = right[0].left - (left[0].left - edge)
    assert max(one.right for one in left) < box - 2 * MM


def test_it_says_what_goes_on_paper_of_ones_own(reading: Reading) -> None:
    text = " ".join(reading.text.replace("\u00a0", " ").split())
    assert "Tick, join and number on these pages." in text
    assert text.count(" paper ") > 3
    assert "4 lines" in text
    assert "squared room, 5 cm high" in text
    assert "Figure 2.1, p. " in text


def test_a_number_stays_with_what_it_asks(tmp_path: Path) -> None:
    """The twelfth begins where a page has a line left."""
    table = "```{table}\nid: flour\ntitle: Flour\ncolumns: [Year, Bags]\nrows: [[1998, 4], [1999, 5]]\n```\n"
    asked = "parts:\n  - {text: Which one?, points: 1, space: {lines: 1}, model: This.}\n"
    task = "```{data-question}\nid: s%d\ntext: Look.\ntable: flour\n" + asked + "```\n"
    tasks = "\n".join([table, *(task % number for number in range(14))])
    unit = f"---\nid: u\ntitle: Bread\n---\n\n## One {{#one}}\n\n{tasks}"
    (tmp_path / "course.yaml").write_text("title: Bread\npaper: thrifty\nunits: [bread.md]\n")
    (tmp_path / "bread.md").write_text(unit)
    own = ready(tmp_path)
    for page in Reading(pdf.make(own, None, "a4").data).pages:
        lines = page.text.splitlines()
        numbers = [line for line in lines if re.fullmatch(r"1\.\d+", line)]
        assert len(numbers) == lines.count("paper") == sum(line.startswith("Look.") for line in lines)


def test_a_table_of_a_question_has_the_width_of_its_words(tmp_path: Path) -> None:
    """Short questions stand abreast: five columns reached beyond the paper's edge there."""
    table = "| Mugs | 0 | 10 | 22 | 50 |\n      |---|---|---|---|---|\n      | Price | | | | |\n"
    parts = [
        "text: How much do ten cost without the card that every regular may buy?",
        "text: When?",
        f"text: |\n      {table}",
    ]
    asked = "".join(f"  - {part.rstrip()}\n    points: 1\n    space: {{lines: 1}}\n    model: So.\n" for part in parts)
    task = f"```{{short-answer}}\nid: mugs\ntext: A mug of tea costs three euros.\nparts:\n{asked}```\n"
    (tmp_path / "course.yaml").write_text("title: Tea\npaper: thrifty\nunits: [tea.md]\n")
    (tmp_path / "tea.md").write_text(f"---\nid: u\ntitle: Tea\n---\n\n## One\n\n{task}")
    own = ready(tmp_path)
    lines = [line for page in read(pdf.make(own, None, "a4").data).pages for line in page.lines]
    heads = [line.box for line in lines if line.words.split()[0] in {"Mugs", "10", "22", "50"}]
    letter = next(line.box for line in lines if line.words.startswith("c"))
    assert min(one.left for one in heads) > letter.right
    assert 100 * MM < max(one.right for one in heads) < sides(paper_of(own, "a4"), 3)[0].right - 10 * MM


def test_a_room_that_its_author_keeps_is_printed(tmp_path: Path) -> None:
    asked = "text: Why?\nspace: {lines: 7%s}\n"
    for number, keep in enumerate(("", ", keep: true")):
        unit = f"---\nid: u\ntitle: Bread\n---\n\n## One {{#one}}\n\n```{{short-answer}}\nid: why\n{asked % keep}```\n"
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "course.yaml").write_text("title: Bread\npaper: thrifty\nunits: [bread.md]\n")
        (folder / "bread.md").write_text(unit)
        own = ready(folder)
        html = handout(own.pack, own.design.theme, paper_of(own, "a4"), own.design.templates).html
        assert html.count('class="write-line"') - html.count('class="rest"') == 7
        assert ('class="handed-in"' in html) == (not keep)
        assert ("own-mark" in html.partition('id="why"')[2]) == (not keep)


def test_what_is_for_those_who_want_more_says_so_to_eye_and_ear(tmp_path: Path) -> None:
    words = re.compile(r'class="(?:heard|told)[^>]*(?:data-said="|>)(9.minutes|For.those.who.want.more)')
    (tmp_path / "course.yaml").write_text("title: Bread\npaper: thrifty\nunits: [bread.md]\n")
    for place, said in (("home", ["9 minutes"]), ("extension", ["9 minutes", "For those who want more"])):
        (tmp_path / "bread.md").write_text(
            f"# Bread\n\n```{{essay}}\nid: e\ntext: Why?\nplace: {place}\nminutes: 9\n```\n"
        )
        own = ready(tmp_path)
        html = handout(own.pack, own.design.theme, paper_of(own, "a4"), own.design.templates).html
        assert [found.replace("\u00a0", " ") for found in words.findall(html)] == said * 2


def test_worksheets_keep_their_lines(tmp_path: Path) -> None:
    asked = "```{short-answer}\nid: end\ntext: Where?\nspace: {lines: 4}\nmodel: There.\n```\n"
    ticked = "```{true-false}\nid: so\ntext: It is so.\nanswer: true\n```\n"
    (tmp_path / "course.yaml").write_text("title: Rivers\nunits: [one.md]\n")
    (tmp_path / "one.md").write_text(f"# One\n\n## Water\n\n{asked}\n{ticked}")
    own = ready(tmp_path, None, PAPER)
    leaf, pack = (Listening(output.make(own, None, PAPER).data).heard() for output in (worksheets, pdf))
    assert "4 lines to write on" in leaf
    assert "Tick, join and number" in pack
    assert "Tick, join and number" not in leaf
    assert "to write on" not in pack


def test_a_text_with_gaps_that_is_a_table_leaves_its_number_on_no_page_alone(tmp_path: Path) -> None:
    rows = "".join(f"  | Row {number} | [river]{{.gap}} |\n" for number in range(44))
    asked = f"```{{cloze}}\nid: end\npoints: 4\ntext: |\n  | Where | What |\n  |---|---|\n{rows}```\n"
    (tmp_path / "course.yaml").write_text("title: Rivers\nunits: [one.md]\n")
    (tmp_path / "one.md").write_text(f"# One\n\n## Water\n\n{asked}")
    pages = Reading(pdf.make(ready(tmp_path, None, PAPER), None, PAPER).data).pages
    (at,) = (number for number, page in enumerate(pages) if "Row 1 " in page.text.replace("\r\n", " "))
    assert pages[at].find("1.1")


def test_what_comes_closer_begins_beside_its_number(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("title: Rivers\nunits: [one.md]\n")
    (tmp_path / "one.md").write_text("# One\n\n```{short-answer}\nid: end\ntext: Where does it end?\n```\n")
    own = ready(tmp_path, None, PAPER)
    theme, templates = own.design.theme, own.design.templates
    made = handout(own.pack, theme, paper_of(own, PAPER), templates)
    closer = made.html.replace('id="end"', 'id="end" data-closer')
    data, _, _ = print_html(closer, made.css, {}, [face.file for face in theme.faces], Span("one.md"), templates)
    (page,) = (page for page in Reading(data).pages if "Where" in page.text)
    stem = page.find("Where does it end?")
    assert stem
    # Its own number, and not that of the points below.
    assert stem.bottom == pytest.approx(
        max(run.bottom for run in page.runs if page.inside(run).strip() == "1.1"), abs=2
    )


def test_what_is_asked_of_a_source_that_is_parted_goes_on_without_its_last_lines(tmp_path: Path) -> None:
    lines = "".join(f"  Line {number} tells of a river.\n" for number in range(20))
    asked = "".join(f"  - {{text: Which {number}?, points: 1, model: This.}}\n" for number in range(4))
    source = f"```{{source-analysis}}\nid: read\ntext: Read.\ncite: tale\nsource: |\n{lines}parts:\n{asked}```\n"
    (tmp_path / "course.yaml").write_text("title: Rivers\nunits: [one.md]\n")
    (tmp_path / "references.yaml").write_text("- {id: tale, type: book, title: A tale}\n")
    (tmp_path / "one.md").write_text("# Water\n\n" + "Rivers run to the sea.\n\n" * 18 + source)
    own = ready(tmp_path, None, PAPER)
    theme, templates = own.design.theme, own.design.templates
    made = handout(own.pack, theme, paper_of(own, PAPER), templates)
    parted = made.html.replace('id="read"', 'id="read" data-parted=""')
    data, _, _ = print_html(parted, made.css, {}, [face.file for face in theme.faces], Span("one.md"), templates)
    first, then = (page.text for page in Reading(data).pages if "Line" in page.text or "Which" in page.text)
    assert "Line 19 " in first
    assert "Line" not in then


def test_points_of_the_key_stand_behind_their_answers(course: Ready) -> None:
    box = Reading(key.make(course, course.unit("1"), PAPER).data).pages[0].find("1.5False(1)")
    assert box
    assert box.right - box.left < 90


def test_a_long_essay_begins_on_a_page_that_would_stay_half_empty(tmp_path: Path) -> None:
    asked = "".join(f"```{{short-answer}}\nid: o{n}\ntext: Why?\nspace: {{lines: 4}}\n```\n\n" for n in range(2))
    essay = "```{essay}\nid: long\ntext: Tell of rivers.\nspace: {lines: 24}\n```\n"
    (tmp_path / "course.yaml").write_text("title: Rivers\n")
    (tmp_path / "01.md").write_text(f"# Water\n\n{asked}{essay}")
    first, _ = Reading(worksheets.make(ready(tmp_path, None, PAPER), None, PAPER).data).pages
    assert "Tell of rivers" in first.text


@pytest.mark.thorough
def test_the_teachers_pages_are_the_students(course: Ready, kept: Kept) -> None:
    unit = course.unit("2")
    taught = Reading(kept(teacher, course, unit, PAPER).data)
    own = Reading(kept(pdf, course, unit, PAPER).data)
    # The foot says whose edition it is.
    foot = set(course.course.file.edition.split())
    for page, again in zip(own.pages, taught.pages, strict=False):
        assert set(page.text.split()) - foot <= set(again.text.split())
    assert stray_text(taught, paper_of(course, PAPER)) == []


@pytest.mark.thorough
def test_the_flagship_comes_under_95_pages() -> None:
    made = pdf.make(ready(FLAGSHIP, None, PAPER), None, PAPER)
    assert len(pypdfium2.PdfDocument(made.data)) < 95


def test_a_table_to_fill_in_stands_beside_the_paper_that_its_number_asks_for(tmp_path: Path) -> None:
    table = "  | Day | Rain | Sun |\n  |---|---|---|\n  | one | | |\n  | two | | |\n"
    task = f"```{{short-answer}}\nid: rain\ntext: |\n  Count.\n\n{table}```\n"
    gaps = "```{cloze}\nid: gaps\ntext: |\n  Fill in.\n\n  1. It [rains]{.gap}.\n  2. It [snows]{.gap}.\n```\n"
    (tmp_path / "course.yaml").write_text("title: Rivers\nunits: [one.md]\n")
    (tmp_path / "one.md").write_text(f"# One\n\n{task}\n{gaps}")
    own = ready(tmp_path, None, PAPER)
    assert crossing_text(Reading(pdf.make(own, None, PAPER).data)) == []
    usual = ready(tmp_path)
    assert stray_text(Reading(pdf.make(usual, None, "a4").data), paper_of(usual, "a4")) == []
