"""The real course: complete, checked against its outline, and printed once."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from page import validate_pdf_bytes

from conftest import FLAGSHIP, real
from coursepack.problem import Severity
from coursepack.render.handout.pages import Printed, print_handout
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
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coursepack.build import Ready
    from coursepack.course import Part, Section
    from coursepack.render.look.theme import Paper

COVERAGE = yaml.safe_load((FLAGSHIP / "coverage.yaml").read_text("utf-8"))
LEAST, MOST = 1000, 1900  # words a student reads in one unit
MOST_PAGES = 164


@pytest.fixture(scope="module")
def course() -> Ready:
    return real("un-alliances")


@pytest.fixture(scope="module")
def paper(course: Ready) -> Paper:
    return course.design.theme.papers["a4"]


# The golden courses show in each run what this one shows again, on many pages.
pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def printed(course: Ready, paper: Paper) -> Printed:
    return print_handout(course.pack, course.design.theme, paper, course.design.templates)


@pytest.fixture(scope="module")
def reading(printed: Printed) -> Reading:
    return Reading(printed.pdf)


def test_there_is_no_problem(course: Ready) -> None:
    assert [problem for problem in course.notices if problem.severity is not Severity.NOTE] == []


def claims(outline: Mapping[str, int]) -> set[str]:
    """Name every claim of the outline: S1.1 to S1.9, and X1 to X6 for the faults that run through all of it."""
    return {
        f"{section}{'' if section == 'X' else '.'}{number}"
        for section, count in outline.items()
        for number in range(1, count + 1)
    }


def coverage_mistakes(coverage: Mapping[str, Any], places: set[str]) -> list[str]:
    """Name the claims that nobody teaches, those that the outline does not hold, and the places that there are not."""
    wanted, taught = claims(coverage["outline"]), coverage["taught"]
    return [
        *(f"{claim} is not taught" for claim in sorted(wanted - taught.keys())),
        *(f"{claim} is no claim of the outline" for claim in sorted(taught.keys() - wanted)),
        *(f"{claim} has no place" for claim, ids in taught.items() if not ids),
        *(f"{claim}: there is no {name}" for claim, ids in taught.items() for name in ids if name not in places),
    ]


def ids(course: Ready) -> set[str]:
    return {name for part in course.pack.parts() for name in part.ids()}


def test_every_claim_of_the_outline_is_taught_somewhere(course: Ready) -> None:
    assert coverage_mistakes(COVERAGE, ids(course)) == []


def test_a_claim_or_place_that_does_not_exist_is_found() -> None:
    coverage = {
        "outline": {"S1": 3, "X": 1},
        "taught": {"S1.1": ["here"], "S1.2": [], "S1.4": ["here"], "X1": ["there"]},
    }
    assert coverage_mistakes(coverage, {"here"}) == [
        "S1.3 is not taught",
        "S1.4 is no claim of the outline",
        "S1.2 has no place",
        "X1: there is no there",
    ]


def test_each_claim_of_the_outline_is_printed_for_the_audit(course: Ready) -> None:
    listed = [block for page_ in course.course.back for block in page_.blocks() if block.id == "claims"]
    printed = [row[0].plain() for table in listed for row in table.rows]  # type: ignore[attr-defined]
    numbered = [number for number in printed if "." in number]
    assert len(numbered) == 149
    assert set(numbered) == {claim for claim in claims(COVERAGE["outline"]) if claim.startswith("S")}


def test_the_outline_holds_the_claims_that_were_counted() -> None:
    assert len(claims(COVERAGE["outline"])) == sum(COVERAGE["outline"].values()) == 155


def words_of(unit: Part) -> int:
    """Count the words that a student reads in a unit's text."""
    texts = [block.body.plain() for block in unit.blocks() if block.kind_name() == "text"]  # type: ignore[attr-defined]
    return sum(len(text.split()) for text in texts)


def test_a_unit_is_one_lessons_reading(course: Ready) -> None:
    counted = {unit.front.id: words_of(unit) for unit in course.course.units}
    assert [name for name, words in counted.items() if not LEAST <= words <= MOST] == [], counted


def test_there_are_eight_units_and_each_is_whole(course: Ready) -> None:
    assert len(course.course.units) == 8
    for unit in course.course.units:
        assert unit.front.objectives
        assert unit.front.summary
        assert sum(step.minutes for step in unit.front.plan) == unit.front.minutes, unit.stem


def said(section: Section) -> list[str]:
    """Return the speaker notes of a section's slides."""
    forms = [block if block.kind_name() == "slide" else block.slide for block in section.blocks]
    return [form.notes.plain() for form in forms if form and form.notes]  # type: ignore[union-attr]


def test_every_section_has_a_slide_with_notes_worth_reading(course: Ready) -> None:
    for unit in course.course.units:
        for section in (section for section in unit.sections if section.title):
            assert said(section), section.id
            assert all(len(notes.split()) >= 25 for notes in said(section)), section.id


def test_the_course_holds_what_was_asked_for(course: Ready) -> None:
    blocks = [block for unit in course.course.units for block in unit.blocks()]
    kinds = [block.kind_name() for block in blocks]
    least = {"chart": 5, "table": 4, "figure": 2, "source": 3, "question": 8, "callout": 8}
    assert {kind: kinds.count(kind) for kind in least if kinds.count(kind) < least[kind]} == {}
    assert {block.type_ for block in blocks if block.kind_name() == "callout"} >= {
        "key-idea",
        "case",
        "debate",
        "caution",
    }


def test_a_map_has_as_many_members_as_it_says(course: Ready) -> None:
    maps = [block for unit in course.course.units for block in unit.blocks() if block.kind_name() == "map"]
    (members,) = [one for one in maps if one.id == "members"]
    said = dict(re.findall(r"(NATO|African Union|CSTO) \((\d+)\)", members.measure.plain()))
    assert said == {group.name: str(len(set(group.countries))) for group in members.groups}


def test_the_timeline_has_twenty_events(course: Ready) -> None:
    timelines = [block for unit in course.course.units for block in unit.blocks() if block.kind_name() == "timeline"]
    assert max(len(timeline.events) for timeline in timelines) >= 20


def test_every_term_of_the_glossary_is_used(course: Ready) -> None:
    assert course.course.glossary.keys() - set(course.pack.explained.values()) == set()


def test_it_takes_no_more_paper_than_a_school_copies(reading: Reading) -> None:
    assert len(reading.pages) <= MOST_PAGES


def test_weasyprint_has_nothing_to_say(printed: Printed) -> None:
    assert printed.problems == []


def test_it_is_pdf_ua_1(printed: Printed) -> None:
    report = validate_pdf_bytes(printed.pdf, profile="ua1")
    assert report.is_compliant, report.failures


def test_headings_are_on_the_pages_that_the_contents_say(reading: Reading, course: Ready) -> None:
    assert misplaced_headings(reading, course.pack) == []


def test_the_numbers_of_the_contents_are_right(reading: Reading, course: Ready) -> None:
    assert wrong_numbers(reading, course.pack) == []


def test_links_land_on_what_they_name(reading: Reading, course: Ready) -> None:
    assert lost_links(reading, course) == []


def test_every_heading_has_a_bookmark(reading: Reading, course: Ready) -> None:
    assert bookmark_mistakes(reading, course.pack) == []


def test_a_note_stands_in_the_outer_margin_beside_its_term(reading: Reading, course: Ready, paper: Paper) -> None:
    assert lost_notes(reading, course.pack, paper) == []


def test_no_text_leaves_the_pages_margins(reading: Reading, paper: Paper) -> None:
    assert stray_text(reading, paper) == []


def test_no_text_lies_on_other_text(reading: Reading) -> None:
    assert crossing_text(reading) == []


def test_fonts_are_embedded_and_the_themes(reading: Reading, course: Ready) -> None:
    assert foreign_fonts(reading, course.design.theme) == []


def test_units_open_on_right_hand_pages(reading: Reading, course: Ready) -> None:
    assert [unit.front.id for unit in course.pack.units if reading.places[unit.front.id][0] % 2 == 0] == []


def test_no_page_is_near_empty_but_the_cover_and_those_for_notes(reading: Reading) -> None:
    few = [
        number for number, page in enumerate(reading.pages[1:], 2) if page.lines < 3 and not for_notes(reading, number)
    ]
    assert few == []


def for_notes(reading: Reading, number: int) -> bool:
    """Whether a page is ruled: for notes, which it says at its head or below its text, or for a long answer."""
    page = reading.pages[number - 1]
    noted = bool(re.search(r"^Notes|^NOTES", page.text, re.MULTILINE)) and len(page.drawings) > 0
    return noted or len(page.drawings) > 12


def test_no_heading_ends_a_page(reading: Reading, course: Ready) -> None:
    """Below a heading there are two lines of text or more, or a block."""
    wrong = []
    for unit in course.pack.units:
        for section in (section for section in unit.sections if section.title):
            number, height = reading.places[section.id]
            below = [run for run in reading.pages[number - 1].runs if 93 < run.top < height - 30]
            if len({round(run.bottom / 4) for run in below}) < 2:
                wrong.append(f"{section.title.plain()} on page {number}")
    assert wrong == []


def test_bookmarks_go_forward(reading: Reading) -> None:
    pages = [number for _, _, number in reading.bookmarks()]
    assert pages == sorted(pages)
    assert all(pages)


def test_no_model_answer_is_printed(reading: Reading, course: Ready) -> None:
    printed = re.sub(r"\W+", " ", reading.text)
    answers = [
        block.model.plain()
        for unit in course.course.units
        for block in unit.blocks()
        if block.kind_name() == "question" and block.model
    ]
    assert answers
    assert [answer for answer in answers if all(words in printed for words in ends(answer))] == []


def ends(answer: str) -> tuple[str, str]:
    """Return the first and the last words of an answer: the questions' own texts may share some of them."""
    words = re.sub(r"\W+", " ", answer).split()
    return " ".join(words[:8]), " ".join(words[-8:])


def test_dates_of_the_timeline_go_forward(course: Ready) -> None:
    for unit in course.course.units:
        for block in unit.blocks():
            if block.kind_name() == "timeline":
                years: Sequence[int] = [int(event.year) for event in block.events]
                assert all(before <= after for before, after in pairwise(years))
