"""Answer slips: finished pages, read back with tools that did not make them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from page import validate_pdf_bytes

from coursepack.build import ready, variant
from coursepack.outputs import slips
from coursepack.outputs.companion import companion
from coursepack.problem import ContentError
from listening import Listening
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from coursepack.pack import PackPart
    from reading import Page


@pytest.fixture(scope="module")
def made(exercises: Ready) -> Made:
    return slips.make(exercises, exercises.unit("1"), "a4")


def alone(course: Ready, paper: str = "a4") -> bytes:
    """Print the slips without their key: it takes as long again."""
    return companion(course, None, paper, "slips", more={"variant": ""}).data


def strips(course: Ready, part: PackPart | None = None) -> bytes:
    """Print what `slips.make` puts beside the slips, without them."""
    return companion(course, part, "a4", "slips", course.copy("key"), more={"variant": ""}).data


def rows(page: Page) -> list[float]:
    """Return where the numbers of exercises stand on a page, from above."""
    return sorted(
        {round(run.top) for run in page.runs if re.fullmatch(r"1\.\d", page.inside(run).strip())}, reverse=True
    )


def test_a_page_has_slips_of_one_unit_with_places_for_a_name_and_every_closed_exercise(made: Made) -> None:
    (page,) = Reading(made.data).pages
    words = re.findall(r"Name|1\.\d|Total", page.text)
    assert words.count("Name") == words.count("Total") == 6
    assert [words.count(f"1.{number}") for number in range(1, 9)] == [6] * 8


def test_only_the_key_has_answers_and_its_rows_stand_as_those_of_a_slip(made: Made) -> None:
    (slip,), (strip,) = Reading(made.data).pages, Reading(made.beside["key.pdf"]).pages
    assert "✓" not in slip.text
    assert len(re.findall("✓", strip.text)) == 8
    assert rows(strip) == rows(slip)[: len(rows(strip))]
    assert len(rows(strip)) == 8


def test_one_slip_is_heard_row_by_row(made: Made) -> None:
    lines = Listening(made.data).transcript()
    assert lines == HEARD
    key = Listening(made.beside["key.pdf"]).transcript()
    assert "1.1 a box, ticked b box c box d box 1 point" in key


HEARD = [
    "heading 1: Unit 1: Closed",
    "Name: blank",
    "Class : blank Date: blank",
    "1.1 a box b box c box d box 1 point",
    "1.2 a box b box c box d box 1 point",
    "1.3 a box b box c box 2 points",
    "1.4 a box b box c box d box e box 2 points",
    "1.5 True box False box 1 point",
    "1.6 True box False box 1 point",
    "1.7 1 blank 2 blank 3 blank 4 blank 5 blank 5 points",
    "1.8 a blank b blank c blank d blank 3 points",
    "Total 16",
]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_files_are_pdf_ua_1_and_pdf_a_3a(made: Made, profile: str) -> None:
    for data in (made.data, made.beside["key.pdf"]):
        report = validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]


def test_slips_of_a_variant_have_its_letter_and_the_order_of_its_paper(exercises: Ready) -> None:
    second = variant(exercises, 1)
    found, _ = slips.pair(second, second.unit("1"), "a4", "B")
    heard = Listening(found.data).transcript()
    assert heard[0] == "Variant B"
    assert [line.split()[0] for line in heard if line.endswith(("point", "points"))] == list("12345678")


ITEM = """
```{{multiple-choice}}
id: ex-{number}
text: Which one is it?
options: [{{text: One, right: true}}, {{text: Two}}]
```
"""


def test_many_exercises_have_slips_of_several_columns(unit: Callable[..., Path]) -> None:
    many = ready(unit("## One\n" + "".join(ITEM.format(number=number) for number in range(28))))
    (page,) = Reading(alone(many)).pages
    found = re.findall(r"1\.\d+", page.text)
    assert sorted({*found}, key=lambda one: int(one[2:])) == [f"1.{number}" for number in range(1, 29)]


WRITTEN = "## One\n\n```{short-answer}\nid: why\ntext: Why?\nmodel: Because.\nmarking: [{text: so, points: 1}]\n```\n"
TABLE = "\n| a | b |\n|---|---|\n| c | d |\n\n: Letters {#tbl-letters}\n"
LONG = (
    "\n```{numeric}\nid: far\ntext: How far?\nanswer: 2\nunit: percentage points\npoints: 2.5\nworking: {lines: 2}\n```"
)


@pytest.mark.parametrize("other", ["", TABLE])
def test_a_course_whose_exercises_are_all_written_has_no_slips(unit: Callable[..., Path], other: str) -> None:
    with pytest.raises(ContentError) as caught:
        slips.make(ready(unit(WRITTEN + other)), None, "a4")
    assert [problem.code for problem in caught.value.problems] == ["nothing-to-print"]


def test_a_long_unit_stands_clear_of_the_points(unit: Callable[..., Path]) -> None:
    (page,) = Reading(alone(ready(unit(f"## One\n{LONG}\n")))).pages
    words, worth = page.find("percentage points"), page.find("/ 2.5")
    assert words
    assert worth
    assert words.right < worth.left


UNITS = ("02", "03", "04")
A4 = 595.3


def test_the_key_has_strips_of_several_units_beside_each_other_as_far_as_they_fit(unit: Callable[..., Path]) -> None:
    asked = {
        name: "".join(ITEM.format(number=f"{name}-{one}") for one in range(22 if name == "04" else 2)) for name in UNITS
    }
    more = {f"units/{name}.md": f"# Air {name}\n\n## Air {name}\n{asked[name]}" for name in UNITS}
    more["course.yaml"] = (
        "title: Rivers\nlanguage: en\nunits: [units/01-water.md, units/02.md, units/03.md, units/04.md]\n"
    )
    key = strips(ready(unit("## One\n" + ITEM.format(number=1), more)))
    pages = Reading(key).pages
    assert [re.findall(r"Unit \d", page.text) for page in pages] == [["Unit 1", "Unit 2", "Unit 3"], ["Unit 4"]]
    first, second = pages[0].find("Unit 1"), pages[0].find("Unit 2")
    assert first
    assert second
    assert second.left - first.left == pytest.approx(A4 / 3, abs=1)
    assert second.top == pytest.approx(first.top, abs=0.5)
    # A line to cut along stands between two, and beside the last where a row is not full.
    for page, third in zip(pages, (2, 1), strict=True):
        seen, at = page.pdfium.render(scale=1).to_pil().convert("L"), round(A4 / 3 * third)
        assert seen.crop((at - 2, 40, at + 2, 200)).getextrema()[0] < 200
    heard = [line for line in Listening(key).transcript() if re.match("heading|Total", line)]
    assert heard[:4] == ["heading 1: Unit 1: Water", "Total 1", "heading 1: Unit 2: Air 02", "Total 2"]


WORDS = """
```{cloze}
id: court
text: "The [International Court of Justice]{.gap} sits in [The Hague]{.gap}."
```
"""


def test_a_long_word_of_the_key_leaves_the_rows_beside_those_of_a_slip(unit: Callable[..., Path]) -> None:
    made = slips.make(ready(unit("## One\n" + WORDS + ITEM.format(number=1))), None, "a4")
    (slip,), (strip,) = Reading(made.data).pages, Reading(made.beside["key.pdf"]).pages
    assert rows(strip) == rows(slip)[: len(rows(strip))]
    assert len(rows(strip)) == 2
    above, below = strip.find("Justice"), strip.find("The Hague")
    assert above
    assert below
    assert above.bottom > below.top


ORDER = "```{{ordering}}\nid: order\ntext: Put them in order.\nitems: [{}]\n```\n"


def test_as_many_boxes_stand_on_each_line_however_wide_their_letters_are(unit: Callable[..., Path]) -> None:
    items = ", ".join(f"Number {number}" for number in range(12))
    (page,) = Reading(alone(ready(unit(f"## One\n\n{ORDER.format(items)}"), None, "a5"), "a5")).pages
    lines: dict[int, list[str]] = {}
    for run in page.runs:
        if re.fullmatch("[a-l]", letter := page.inside(run).strip()):
            lines.setdefault(round(run.top / 16), []).append(letter)
    assert {"".join(sorted({*line})) for line in lines.values()} == {"abcd", "efgh", "ijkl"}


def test_a_word_in_the_key_is_heard_apart_from_the_number_of_its_gap(exercises: Ready) -> None:
    lines = Listening(strips(exercises, exercises.unit("2"))).transcript()
    assert [line for line in lines if re.search(r"1 ?: fifteen ?, 2 ?: permanent ?, 3 ?: nine", line)]


def test_nothing_stands_off_a_page_that_has_its_number_at_its_foot(unit: Callable[..., Path]) -> None:
    many = ready(unit("## One\n" + "".join(ITEM.format(number=number) for number in range(38))), paper="a5")
    pages = Reading(alone(many, "a5")).pages
    assert len(pages) > 1
    for page in pages:
        feet = [page.words.get_charbox(place)[1] for place in range(page.words.count_chars())]
        assert min(feet) >= 0
