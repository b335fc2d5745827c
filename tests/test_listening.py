"""What a listener hears of a PDF, read back with pikepdf and pdfium: the source's words, all of them, in its order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from lxml import html
from page import validate_pdf_bytes

from casefile import Case
from conftest import EXERCISES
from coursepack.build import ready
from coursepack.outputs import key, pdf, teacher, worksheets
from coursepack.render.handout.markup import companion, handout
from listening import HEADINGS, Listening, children, role
from reading import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.build import Ready
    from coursepack.render.handout.markup import Handout
    from kept import Kept

HEARD = Path(__file__).parent / "cases" / "heard"
OUTPUTS = {"pdf": pdf, "teacher": teacher, "worksheets": worksheets, "key": key}
# The most letters between two words of the source: a number or a mark that a style prints; in the teacher's, an answer.
BETWEEN = {"pdf": 12, "worksheets": 12, "key": 12, "teacher": 400}


@pytest.fixture(scope="module")
def heard(exercises: Ready, kept: Kept) -> dict[str, Listening]:
    return {name: Listening(kept(output, exercises).data) for name, output in OUTPUTS.items()}


@pytest.fixture(scope="module")
def course(golden_course: Ready, kept: Kept) -> Listening:
    return Listening(kept(pdf, golden_course).data)


@pytest.fixture(scope="module")
def thrifty(kept: Kept) -> list[str]:
    return Listening(kept(pdf, ready(EXERCISES, None, "thrifty"), None, "thrifty").data).transcript()


# What is kept as a case of each output: from one line of its transcript to another, or to the end.
KEPT = {
    "pdf": ("exercises", [("heading 1: Unit 1: Closed forms", "heading 1: Works cited")]),
    "key": ("key", [("heading 1: The key at a glance", "")]),
    "worksheets": ("worksheet", [("heading 1: Worksheet for Unit 2: Open forms", "")]),
    "teacher": (
        "teacher",
        [
            ("heading 3: Exercise 1.5 Tick one. 1 point.", "heading 3: Discuss 10 minutes"),
            ("heading 1: Unit 2: Open forms", "heading 1: Works cited"),
            ("heading 1: For the teacher: Unit 2, Open forms", "heading 1: Further works cited here"),
        ],
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_an_exercise_of_each_kind_is_heard_as_its_case_says(
    heard: dict[str, Listening], name: str, *, golden: bool
) -> None:
    file, parts = KEPT[name]
    lines = heard[name].transcript()
    agree(Case(HEARD / f"{file}.md"), [line for part in parts for line in between(lines, *part)], golden=golden)


def agree(case: Case, lines: list[str], *, golden: bool) -> None:
    said = "".join(f"{line}\n" for line in lines)
    if golden:
        case.accept({"text": said})
    assert case.fence("text") == said


def test_on_thrifty_paper_what_is_printed_after_a_stem_is_heard_before_it(thrifty: list[str], *, golden: bool) -> None:
    parts = [("heading 2: 1.1 Choosing", "heading 2: What to keep"), ("heading 2: 2.2 Gaps", "heading 1: Works cited")]
    agree(Case(HEARD / "thrifty.md"), [line for part in parts for line in between(thrifty, *part)], golden=golden)


def test_heads_of_exercises_on_thrifty_paper_say_what_the_usual_ones_do(
    thrifty: list[str], heard: dict[str, Listening]
) -> None:
    """How long an essay is follows its stem there, and that it is written on paper of one's own ends the head."""
    usual = [re.sub(r" \d+ to \d+ words\.", "", line) for line in heads(heard["pdf"].transcript())]
    own = [re.sub(r"(?<=\d)\. ", " ", line, count=1).removesuffix(" paper") for line in heads(thrifty)]
    assert [line.rstrip(".") for line in own] == [line.rstrip(".") for line in usual]
    assert sum("minute" in line for line in own) == 2


def heads(lines: list[str]) -> list[str]:
    return [line for line in lines if re.match(r"heading \d: Exercise ", line)]


def between(lines: list[str], first: str, end: str) -> list[str]:
    return lines[lines.index(first) : lines.index(end) if end else None]


@pytest.mark.parametrize("name", OUTPUTS)
def test_all_words_of_the_source_are_heard_in_its_order(
    name: str, heard: dict[str, Listening], exercises: Ready
) -> None:
    listening = heard[name]
    said = squeezed(listening.heard(but={"Note", "E"}))
    at = 0
    for words in written(source(name, exercises).html):
        place = said.find(words, at)
        assert 0 <= place <= at + BETWEEN[name], f"{words!r} is not heard after {said[max(at - 60, 0) : at]!r}"
        at = place + len(words)


def source(name: str, made: Ready) -> Handout:
    own = made.design
    about = (made.pack, own.theme, own.theme.papers["a4"], own.templates)
    if name in {"pdf", "teacher"}:
        return handout(*about, key=made.copy("key") if name == "teacher" else None)
    return companion(*about, name=name, key=made.copy("key") if name == "key" else None)


def written(markup: str) -> Iterator[str]:
    """Yield the runs of words of the source, and what is said in the place of what is drawn."""
    yield from (squeezed(run) for run in _runs(html.document_fromstring(markup).body) if squeezed(run))


def _runs(element: html.HtmlElement) -> Iterator[str]:
    if element.get("data-said") or element.get("alt"):
        said = element.get("data-said") or element.get("alt")
        # How high a room is that gives up a part of it is said as it is printed.
        yield re.split(r"\d", said)[0] if "heard" in element.classes and said.startswith(ROOMS) else said
        return
    # The page of what is referred to is said only where that is far.
    yield "" if element.get("data-far") else element.text or ""
    for kid in sorted(element, key=lambda kid: int(kid.get("data-order") or 0)):
        comment = not isinstance(kid.tag, str)
        if (
            not comment
            and kid.get("data-pdf") not in SET_APART
            and not {"answer", "elsewhere", "rest-room", "spare"} & set(kid.classes)
        ):
            yield from _runs(kid)
        yield kid.tail or ""


def test_a_definition_is_a_note_after_its_paragraph_and_leads_to_its_term(course: Listening) -> None:
    around = {kid.objgen: element for element in walk(course.root) for kid in children(element)}
    notes = course.elements("Note")
    assert len(notes) == len({str(note.ID) for note in notes}) == 8
    for note in notes:
        beside = children(around[note.objgen])
        place = [kid.objgen for kid in beside].index(note.objgen)
        paragraph = [kid for kid in beside[:place] if role(kid) != "Note"][-1]
        (link,) = course.elements("Link", within=note)
        assert course.heard(link) in course.heard(paragraph)


def test_what_goes_over_the_end_of_a_page_is_one_element(course: Listening) -> None:
    over = [element for element in course.elements("P") if len(pages(element)) > 1]
    assert over
    assert not course.elements("NonStruct")
    assert len(course.elements("Sect")) == SECTIONS


def test_every_item_has_a_label_or_a_body_and_every_list_its_numbering(heard: dict[str, Listening]) -> None:
    for listening in heard.values():
        for item in listening.elements("LI"):
            kinds = [role(kid) for kid in children(item)]
            assert kinds
            assert set(kinds) <= {"Lbl", "LBody"}
        assert all(str(one.A.ListNumbering) for one in listening.elements("L"))
    numbered = {str(one.A.ListNumbering) for one in heard["pdf"].elements("L")}
    assert {"/Decimal", "/LowerAlpha", "/UpperAlpha", "/None"} <= numbered


def test_the_contents_are_a_table_of_contents(course: Listening) -> None:
    rows = course.elements("TOCI")
    assert course.heard(rows[1]).startswith("1 Where water comes from")
    assert all({role(kid) for kid in children(row)} <= {"Lbl", "Reference"} for row in rows)


def test_an_entry_of_the_index_below_another_says_whose_it_is(course: Listening) -> None:
    lines = course.transcript()
    index = lines[lines.index("heading 1: Index") :]
    assert [line.rpartition(":")[0] for line in index if "floods" in line] == ["Rhine: floods of"]


def test_headings_skip_no_level(heard: dict[str, Listening]) -> None:
    for listening in heard.values():
        level = 0
        for element in listening.elements(*HEADINGS):
            assert int(role(element)[1]) <= level + 1
            level = int(role(element)[1])


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("name", OUTPUTS)
def test_it_is_pdf_ua_1_and_pdf_a_3a(name: str, profile: str, heard: dict[str, Listening]) -> None:
    report = validate_pdf_bytes(heard[name].data, profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


def walk(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    yield element
    for kid in children(element):
        yield from walk(kid)


def pages(element: pikepdf.Dictionary) -> set[object]:
    """Return the pages that an element has words on."""
    marks = [kid for kid in element.K if not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid)]
    return {(kid.Pg if isinstance(kid, pikepdf.Dictionary) else element.Pg).objgen for kid in marks}


# Of the golden course: cover, two openers, two units, works, pages before and after them, glossary and index; none for
# a page.
SECTIONS = 10
ROOMS = ("squared room", "empty room")
# What is heard after its paragraph.
SET_APART = {"Note"}
