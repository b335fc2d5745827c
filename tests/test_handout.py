"""The golden course's handout, built once and read back with tools that are not ours."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from page import validate_pdf_bytes

from conftest import GOLDEN
from coursepack.outputs import pdf
from coursepack.render.handout.pages import Printed, print_handout
from listening import Listening
from pdf_checks import (
    bookmark_mistakes,
    crossing_text,
    foreign_fonts,
    lost_links,
    lost_notes,
    misplaced_headings,
    stray_text,
    wrong_numbers,
)
from reading import MM, Reading, sides

if TYPE_CHECKING:
    from coursepack.build import Ready
    from coursepack.render.look.theme import Paper
    from kept import Kept


@pytest.fixture(scope="module", params=["a4", pytest.param("letter", marks=pytest.mark.thorough)])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def paper(golden_course: Ready, size: str) -> Paper:
    return golden_course.design.theme.papers[size]


@pytest.fixture(scope="module")
def printed(golden_course: Ready, paper: Paper) -> Printed:
    design = golden_course.design
    return print_handout(golden_course.pack, design.theme, paper, design.templates)


@pytest.fixture(scope="module")
def reading(printed: Printed) -> Reading:
    return Reading(printed.pdf)


def test_weasyprint_has_nothing_to_say(printed: Printed) -> None:
    assert printed.problems == []


def test_it_is_pdf_ua_1(printed: Printed) -> None:
    report = validate_pdf_bytes(printed.pdf, profile="ua1")
    assert report.is_compliant, report.failures


def test_every_page_has_the_size_of_the_paper(reading: Reading, paper: Paper) -> None:
    sizes = {(round(page.pdfium.get_width(), 1), round(page.pdfium.get_height(), 1)) for page in reading.pages}
    assert sizes == {(round(paper.width * MM, 1), round(paper.height * MM, 1))}


def test_the_number_of_pages_is_what_was_said(reading: Reading, printed: Printed) -> None:
    assert len(reading.pages) == printed.pages


def test_headings_are_on_the_pages_that_the_contents_say(reading: Reading, golden_course: Ready) -> None:
    assert misplaced_headings(reading, golden_course.pack) == []


def test_rows_of_the_contents_are_equally_far_apart(reading: Reading) -> None:
    """Those of sections as those of pages; what begins a part has a rule above it."""
    (page,) = (page for page in reading.pages if page.text.startswith("Contents"))
    # Words of which no letter goes below the line.
    rows = [box.bottom for name in ("Rain", "Debate", "Works cited", "Index") if (box := page.find(name))]
    sections, _, pages = (above - below for above, below in pairwise(rows))
    assert sections == pytest.approx(pages / 3, abs=0.5)


def test_the_numbers_of_the_contents_are_right(reading: Reading, golden_course: Ready) -> None:
    assert wrong_numbers(reading, golden_course.pack) == []


def test_the_schedule_lists_the_units(reading: Reading) -> None:
    rows = reading.pages[reading.places["schedule"][0] - 1].text
    assert "Where water comes from 45" in rows
    assert "Whose river is it? 45" in rows


def test_what_the_class_writes_into_the_schedule_is_heard_as_blank(printed: Printed) -> None:
    listening = Listening(printed.pdf)
    (rows,) = [
        [listening.heard(cell) for cell in listening.elements("TD", within=table)]
        for table in listening.elements("Table")
        if listening.heard(table).startswith("Date Unit Title")
    ]
    assert "" not in rows
    assert rows[0] == rows[4] == "blank"


def test_links_land_on_what_they_name(reading: Reading, golden_course: Ready) -> None:
    assert lost_links(reading, golden_course) == []


def test_web_addresses_are_those_of_the_content(reading: Reading) -> None:
    assert {link.address for link in reading.links if link.address} == {"https://example.org/convention"}


def test_every_heading_has_a_bookmark(reading: Reading, golden_course: Ready) -> None:
    assert bookmark_mistakes(reading, golden_course.pack) == []


def test_bookmarks_are_nested_like_the_headings(reading: Reading) -> None:
    marks = [(depth, words) for depth, words, _ in reading.bookmarks()]
    start = next(index for index, mark in enumerate(marks) if mark[1].endswith("Where water comes from"))
    assert marks[start][0] == 0
    assert marks[start + 1 : start + 4] == [(1, "1.1 Springs"), (1, "1.2 Rain"), (2, "Months")]


def test_pages_are_labelled_by_their_printed_numbers(reading: Reading, paper: Paper) -> None:
    for number, page in enumerate(reading.pages[1:], 2):
        assert reading.seen.get_page_label(number - 1) == str(number)
        head = sides(paper, number)[0]
        upper = type(head)(head.left, head.top, head.right, paper.height * MM)
        assert str(number) in page.inside(upper).split()


def test_the_unit_is_in_the_head_on_the_left_and_the_last_section_on_the_right(reading: Reading, paper: Paper) -> None:
    heads: dict[str, set[int]] = {}
    for number, page in enumerate(reading.pages, 1):
        head = sides(paper, number)[0]
        words = page.inside(type(head)(head.left, head.top, head.right, paper.height * MM))
        heads.setdefault(" ".join(words.replace(str(number), "", 1).split()), set()).add(number % 2)
    # A unit begins on the right, with its own name.
    assert heads["Unit 1 · Water"] == {0, 1}
    assert heads["1.3 Debate"] == {1}
    assert heads["Contents"] == {0}


def test_title_and_language_are_said(reading: Reading) -> None:
    root = reading.file.Root
    assert str(root.Lang) == "en-GB"
    assert str(reading.file.docinfo.Title) == "Rivers"
    assert str(reading.file.docinfo.Author) == "A. Teacher"
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_it_is_printed_as_large_as_it_is_on_both_sides(reading: Reading) -> None:
    preferences = reading.file.Root.ViewerPreferences
    assert (preferences.PrintScaling, preferences.Duplex) == ("/None", "/DuplexFlipLongEdge")


def test_fonts_are_embedded_and_the_themes(reading: Reading, golden_course: Ready) -> None:
    assert foreign_fonts(reading, golden_course.design.theme) == []


def test_a_note_stands_in_the_outer_margin_beside_its_term(
    reading: Reading, golden_course: Ready, paper: Paper
) -> None:
    assert lost_notes(reading, golden_course.pack, paper) == []


def test_notes_stand_on_both_kinds_of_page(reading: Reading, golden_course: Ready) -> None:
    """Else the test above would prove half of what it says."""
    pages = {reading.places[f"t-{name}"][0] % 2 for name in golden_course.pack.explained.values()}
    assert pages == {0, 1}


def test_a_term_is_explained_once(reading: Reading) -> None:
    assert reading.text.count("a place where water comes out") == 2  # in the margin, and in the glossary


def test_no_text_leaves_the_pages_margins(reading: Reading, paper: Paper) -> None:
    assert stray_text(reading, paper) == []


def test_no_text_lies_on_other_text(reading: Reading) -> None:
    assert crossing_text(reading) == []


def test_units_open_on_right_hand_pages(reading: Reading, golden_course: Ready) -> None:
    assert [reading.places[unit.front.id][0] % 2 for unit in golden_course.pack.units] == [1, 1]


def test_the_index_names_the_pages_of_the_units_alone(reading: Reading) -> None:
    index = " ".join(reading.pages[reading.places["index"][0] - 1].text.split())
    assert "Nile" not in index  # it flows on a page that is no unit
    rhine, floods, danube = (reading.places[name][0] for name in ("springs", "floods", "law-of-rivers"))
    assert f"Rhine: {rhine}" in index
    assert f"floods of: {floods - 1}" in index
    assert str(danube) in index.partition("Danube:")[2].split("E")[0]
    assert "É" in index


def test_the_head_of_the_index_names_the_letters_on_its_page(reading: Reading) -> None:
    assert "Index D E R" in " ".join(reading.pages[reading.places["index"][0] - 1].text.split())


def test_the_glossary_names_the_page_of_each_explanation(reading: Reading, golden_course: Ready) -> None:
    glossary = " ".join(reading.pages[reading.places["glossary"][0] - 1].text.replace("\u00a0", " ").split())
    for name in golden_course.pack.explained.values():
        term = golden_course.course.glossary[name].term
        assert f"p. {reading.places[f't-{name}'][0]}" in glossary.partition(f"{term} ")[2][:180], term


def test_works_that_nobody_cites_stay_out(reading: Reading) -> None:
    assert "The Murray and its people" in reading.text
    assert "A book that nobody cites" not in reading.text


@pytest.mark.parametrize("secret", ["MODELANSWER", "TEACHERONLY"])
def test_what_is_for_the_teacher_stays_out(reading: Reading, secret: str) -> None:
    assert secret not in reading.text
    assert not [item for item in reading.file.objects if secret in repr(item)]


def test_pictures_have_their_alternative_text(reading: Reading) -> None:
    said = {str(item.Alt) for item in reading.file.objects if hasattr(item, "keys") and "/Alt" in item}
    assert {
        "A drop falls from a rock",
        "Rain falls from 60 mm in January to 40 in April and peaks at 90 in May",
    } <= said


def test_a_chart_is_drawn_as_vectors(reading: Reading, printed: Printed) -> None:
    page = reading.pages[printed.anchors["rain"] - 1]
    assert not list(page.pdfium.get_objects([3]))  # no picture of pixels
    assert page.find("90")


def test_a_unit_alone_is_a_handout_of_its_own_on_letter_too(golden_course: Ready) -> None:
    made = pdf.make(golden_course, golden_course.unit("2"), "letter")
    alone = Reading(made.data)
    assert {page.pdfium.get_size() for page in alone.pages} == {(612, 792)}
    assert stray_text(alone, golden_course.design.theme.papers["letter"]) == []
    assert crossing_text(alone) == []
    assert validate_pdf_bytes(made.data, profile="ua1").is_compliant
    assert str(alone.file.docinfo.Title) == "Rivers: Whose river is it?"
    assert "Springs" not in alone.text
    assert {link.name for link in alone.links if not link.address} <= alone.places.keys()
    # A unit that is handed out alone explains its own terms, those of earlier units too.
    assert {name for name in alone.places if name.startswith("t-")} >= {"t-spring", "t-delta", "t-weir"}
    assert made.notices == ()


# Prints a digest of a course's handout, which workers laid out, and how many of them there were.
PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from coursepack.run import hands
from coursepack.outputs.output import PIECES

with hands.hired(PIECES, 2):
    from coursepack.build import ready
    from coursepack.outputs import pdf
    print(sha256(pdf.make(ready(Path(sys.argv[1])), None, "a4").data).hexdigest())
    print(len(hands.at_hand()))
"""


def test_another_run_gives_the_same_bytes(golden_course: Ready, kept: Kept) -> None:
    """Whatever order hashes bring about, whoever laid it out, and whatever was kept here."""
    own = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-c", PROGRAM, str(GOLDEN)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env={**own, "PYTHONHASHSEED": "1"})
    assert run.stdout.split() == [sha256(kept(pdf, golden_course).data).hexdigest(), "2"]
