"""Every look prints the golden courses whole: nothing leaves its page, and no letter is smaller than its theme says."""

from __future__ import annotations

import shutil
from ctypes import c_float
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from page import validate_pdf_bytes
from pypdfium2 import raw

from conftest import GOLDEN
from coursepack.build import Ready, ready
from coursepack.load import svg
from coursepack.outputs import check, pdf, teacher
from coursepack.problem import Severity
from coursepack.render.look.measure import measure
from pdf_checks import crossing_text, foreign_fonts, lost_links, stray_text
from reading import LEAN, Box, Reading, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from coursepack.outputs.output import Made

LOOKS = ["compact", "easy", "harbour", "large", "plain"]


def thorough(*values: Any) -> ParameterSet:  # noqa: ANN401 whatever a test takes
    return pytest.param(*values, marks=pytest.mark.thorough)


NATIVE = GOLDEN.parent / "native"


def dressed(source: Path, target: Path, look: str) -> Ready:
    """Read a copy of a course in a look; `look` is the name of a theme, or lines of a theme.yaml."""
    shutil.copytree(source, target)
    if ":" in look:
        (target / "templates").mkdir()
        (target / "templates" / "theme.yaml").write_text(look)
    elif look:
        file = target / "course.yaml"
        file.write_text(f"theme: {look}\n{file.read_text()}")
    return ready(target)


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_holds(tmp_path: Path, look: str) -> None:
    assert dressed(GOLDEN, tmp_path / "course", look).notices == ()


# A whole course in each: large and easy print of it and of smaller ones are read in `outputs/`. A school's own look has
# other colours and a logo: its pages are those without a look.
@pytest.fixture(scope="module", params=[*map(thorough, LOOKS)])
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ready:
    return dressed(GOLDEN, tmp_path_factory.mktemp("look") / "course", request.param)


@pytest.fixture(scope="module")
def made(course: Ready) -> Made:
    return pdf.make(course, None, "a4")


@pytest.fixture(scope="module")
def reading(made: Made) -> Reading:
    return Reading(made.data)


def test_nothing_is_said_of_it(course: Ready, made: Made) -> None:
    assert [*course.notices, *made.notices] == []


def test_it_is_pdf_ua_1(made: Made) -> None:
    report = validate_pdf_bytes(made.data, profile="ua1")
    assert report.is_compliant, report.failures


def test_no_text_leaves_the_type_area_or_lies_on_other_text(course: Ready, reading: Reading) -> None:
    assert stray_text(reading, course.design.theme.papers["a4"]) == []
    assert crossing_text(reading) == []


def test_nothing_that_is_drawn_leaves_the_type_area(course: Ready, reading: Reading) -> None:
    assert list(outside(course, reading)) == []


def outside(course: Ready, reading: Reading, *but: str) -> Iterator[str]:
    """Name the drawings that stick out of what a page may be filled with, at its sides; not on pages that say `but`."""
    for number, page in enumerate(reading.pages, 1):
        # One glyph may stand for both blanks: then all of a face are read as the one that it met first.
        said = page.text.replace("\u00a0", " ")
        if any(word in said for word in but):
            continue
        whole = sides(course.design.theme.papers["a4"], number)[0]
        for drawn in page.drawings:
            if drawn.left < whole.left - LEAN or drawn.right > whole.right + LEAN:
                yield f"page {number}: {drawn}"


def test_links_and_faces_are_right(course: Ready, reading: Reading) -> None:
    assert lost_links(reading, course) == []
    assert foreign_fonts(reading, course.design.theme) == []


def test_no_letter_is_smaller_than_the_theme_allows(course: Ready, reading: Reading) -> None:
    of = course.pack.course
    # The sign on the cover, with its words, is as large as the title leaves room for.
    on_sign = "".join(svg.words(of.media[of.file.sign or ""]).split())
    assert "".join(small(reading, course.design.theme.type.smallest)) in ("", on_sign)


def small(reading: Reading, least: float) -> Iterator[str]:
    """Yield the letters that are smaller than `least` (pt), inside of drawings too."""
    for page in reading.pages:
        words = page.pdfium.get_textpage()
        for item in page.pdfium.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=5, textpage=words):
            size = c_float()
            assert raw.FPDFTextObj_GetFontSize(item, size)
            high = round(size.value * abs(item.get_matrix().d), 2)
            # The words that carry the head of a page of notes have a size of 1, and are not seen.
            if high < least - 0.05 and high not in (1.0, 0.75):
                yield item.extract().strip()


@pytest.mark.thorough  # the handout in a look and the deck, of which more is asked, and one print more
def test_the_teachers_copy_and_the_deck_are_made_without_a_word(course: Ready) -> None:
    back = teacher.make(course, course.unit("1"), "a4")
    assert back.notices == ()
    assert stray_text(Reading(back.data), course.design.theme.papers["a4"]) == []
    said = check.make(course, None, "a4").notices
    assert [problem for problem in said if problem.severity is not Severity.NOTE] == []


WIDE = r" \qquad \int_0^\infty e^{-x^2}\,dx = \frac{\sqrt\pi}{2}"
NARROW = "papers: {a4: {text: 90}}\n"


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Ready, Reading]]:
    """Return a function that prints the unit with formulas, code, charts and diagrams in a look, once."""
    source = tmp_path_factory.mktemp("source") / "native"
    shutil.copytree(NATIVE, source)
    unit = source / "units" / "01-signs.md"
    # One equation is too wide for large print, which says so.
    unit.write_text(unit.read_text().replace(WIDE, "") + "\n```python\nshort = True\n```\n")

    @cache
    def printed(look: str) -> tuple[Ready, Reading]:
        made = dressed(source, tmp_path_factory.mktemp("native") / "course", look)
        result = pdf.make(made, made.unit("1"), "a4")
        # One chart's bars lie where letters are large: its author chose a form for the usual ones.
        assert [one.code for one in (*made.notices, *result.notices)] == ["chart-form"] * (look == "large")
        return made, Reading(result.data)

    return printed


# What is cropped has the bounds of the whole picture.
CROPPED = ["A part of a field", "The right one of two targets"]
# Words in a chart, in a diagram, in code.
DRAWN = ["terawatt hours a year", "short = True", "Natural gas"]


@pytest.mark.thorough
@pytest.mark.parametrize(("look", "growth"), [("large", 18 / 8.5), (NARROW, 1), ("compact", 8 / 8.5)])
@pytest.mark.parametrize("said", DRAWN)
def test_what_is_drawn_keeps_the_size_of_its_letters(
    native: Callable[[str], tuple[Ready, Reading]], look: str, growth: float, said: str
) -> None:
    widths = []
    for one in ("", look):
        boxes = [box for page in native(one)[1].pages if (box := page.find(said))]
        widths.append(boxes[0].right - boxes[0].left)
    assert widths[1] / widths[0] == pytest.approx(growth, rel=0.02)


@pytest.mark.parametrize("look", ["", *map(thorough, ["large", NARROW, "compact"])])
def test_what_is_drawn_stays_inside_the_measure(native: Callable[[str], tuple[Ready, Reading]], look: str) -> None:
    course, reading = native(look)
    assert stray_text(reading, course.design.theme.papers["a4"]) == []
    # The mark of a line that is turned over stands in the white at its beginning.
    assert [said for said in crossing_text(reading) if "»" not in said] == []
    assert list(outside(course, reading, *CROPPED)) == []


@pytest.mark.thorough
@pytest.mark.parametrize(("look", "growth"), [("large", 18 / 10.25), (NARROW, 1)])
def test_formulas_are_as_large_as_the_text_around_them(
    native: Callable[[str], tuple[Ready, Reading]], look: str, growth: float
) -> None:
    usual, other = (sorted(map(height, formulas(native(one)[1]))) for one in ("", look))
    assert other == pytest.approx([high * growth for high in usual], rel=0.01)


def formulas(reading: Reading) -> list[Box]:
    """Return where drawings without words stand that are less than a few lines high: formulas are paths alone."""
    found = []
    for page in reading.pages:
        forms = [Box(*item.get_bounds()) for item in page.pdfium.get_objects([raw.FPDF_PAGEOBJ_FORM], max_depth=1)]
        found += [box for box in forms if height(box) < 110 and not page.inside(box).strip()]
    assert found
    return found


def height(box: Box) -> float:
    return box.top - box.bottom


@pytest.mark.thorough
def test_code_that_is_too_long_for_large_print_is_turned_over(
    native: Callable[[str], tuple[Ready, Reading]],
) -> None:
    course, reading = native("large")
    own = measure(course.design.theme, course.design.theme.papers["a4"])
    assert own.columns.wide_small < 80
    text = " ".join(reading.text.split())
    assert "eighty columns!!" in text
    assert "»" in text
    assert "»" not in native("")[1].text
