"""Large print, beside the pages that a class has."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from page import validate_pdf_bytes
from PIL import ImageChops
from pypdfium2 import raw

from coursepack.build import ready
from coursepack.outputs import large_print, pdf
from coursepack.problem import ContentError
from listening import Listening
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coursepack.build import Ready
    from coursepack.outputs.output import Made
    from kept import Kept

EXERCISES = Path(__file__).parents[1] / "golden" / "exercises"
GOLDEN = Path(__file__).parents[1] / "golden" / "course"
MM = 72 / 25.4
# How a page is heard to begin, and how many letters may follow until it is seen to.
NEAR = 200
SAID = r"Page (\d+) of the usual pack\."
# Where the margin for numbers begins, in pt; the height of a line.
MARGIN, LINE = (20 + 158 + 5) * MM, 24


@pytest.fixture(scope="module")
def made() -> Made:
    return large_print.make(ready(GOLDEN, paper=large_print.OUTPUT.paper("a4")), None, "a4")


@pytest.fixture(scope="module")
def usual(golden_course: Ready, kept: Kept) -> list[str]:
    """Return the first line of every usual page, below its head; nothing of one that begins with a display."""
    found, top = [], (297 - 26) * MM
    for number, page in enumerate(pypdfium2.PdfDocument(kept(pdf, golden_course).data), 1):
        left = 24 * MM if number % 2 else 66 * MM
        found.append(page.get_textpage().get_text_bounded(left, top - 18, left + 120 * MM, top).strip())
    return found


def marks(data: bytes) -> list[tuple[int, str]]:
    """Return the numbers in the margins, each with the words of the line that it stands beside."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for number in text.get_text_bounded(left=MARGIN).split():
            places = [text.get_charbox(place) for place in range(text.count_chars())]
            bottom = next(box[1] for place, box in enumerate(places)
                          if box[0] > MARGIN and text.get_text_range(place, len(number)) == number)  # fmt: skip
            beside = text.get_text_bounded(right=MARGIN, bottom=bottom - LINE, top=bottom + LINE)
            found.append((int(number), beside.replace("\r\n", " ")))
    return found


def printed(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the size of every letter that is seen on a page."""
    text, matrix = page.get_textpage(), raw.FS_MATRIX()
    for place in range(text.count_chars()):
        if text.get_text_range(place, 1).strip() and raw.FPDFText_GetMatrix(text, place, matrix):
            yield raw.FPDFText_GetFontSize(text, place) * hypot(matrix.c, matrix.d)


def test_the_numbers_of_the_usual_pages_stand_where_these_begin(made: Made, usual: list[str]) -> None:
    found = marks(made.data)
    numbers = [number for number, _ in found]
    assert numbers == sorted(set(numbers))
    # The cover has none, nor a last page for notes, which stands before nothing.
    assert numbers == list(range(2, len(usual) + (numbers[-1] == len(usual))))
    compared = [(usual[number - 1].split()[0], beside) for number, beside in found if usual[number - 1]]
    assert len(compared) > 4
    assert not [(word, beside) for word, beside in compared if word not in beside]


def test_the_numbers_of_the_usual_pages_are_black_beside_what_is_not(made: Made) -> None:
    """A unit's own number is in the accent, and the number in the margin stands beside it."""
    pages = list(pypdfium2.PdfDocument(made.data))
    for page in pages:
        right = page.render(scale=1).to_pil().convert("RGB").crop((int(MARGIN), 0, int(page.get_width()), 842))
        red, _, blue = right.split()
        assert not sum(ImageChops.difference(red, blue).histogram()[8:])
    assert len(pages) > 4


@pytest.mark.thorough  # the numbers of usual pages are those of pages on A4, above
def test_an_exercise_of_a_thrifty_page_has_that_pages_number() -> None:
    paper = "thrifty"
    large, usual = ready(EXERCISES, paper=large_print.OUTPUT.paper(paper)), ready(EXERCISES, paper=paper)
    data = large_print.make(large, large.unit("1"), paper).data
    last = len(pypdfium2.PdfDocument(pdf.make(usual, usual.unit("1"), paper).data))
    assert last > 2
    assert [number for number, _ in marks(data)] == list(range(1, last + 1))


def test_its_own_pages_are_counted_apart(made: Made) -> None:
    document = pypdfium2.PdfDocument(made.data)
    assert [document.get_page_label(number) for number in (1, 2)] == ["L\u00a02", "L\u00a03"]
    heads = [page.get_textpage().get_text_bounded(bottom=(297 - 22) * MM).strip() for page in document]
    contents, reference = (document[place].get_textpage().get_text_range() for place in (heads.index("Contents"), 5))
    assert "L 5" in contents.replace("\u00a0", " ")
    assert "Figure 1.2 (p. L 8)" in reference.replace("\u00a0", " ")
    # The number of a usual page is no word of a title: a section's own number has a point.
    assert not [head for head in heads if head.rstrip("0123456789") != head or re.match(r"\d+[^\d.]", head)]


def test_nothing_is_small_or_slanted(made: Made) -> None:
    with pikepdf.open(BytesIO(made.data)) as file:
        fonts = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
    assert not [name for name in fonts if "Italic" in name]
    # What is drawn for the page too, but for an author's own drawing on the cover.
    sizes = [size for page in list(pypdfium2.PdfDocument(made.data))[1:] for size in printed(page)]
    assert len(sizes) > 2000
    assert min(sizes) > 18 - 0.1


def test_a_crowded_table_is_set_row_by_row_and_no_usual_page_is_named_twice(unit: Callable[..., Path]) -> None:
    heads = ["Force", "Consent", "Command", "Example", "Authorisation"]
    cells = ["Multidimensional", "government", "headquarters", "Middle East", "recommendation"]
    rows = "".join(f"  - [{', '.join(f'{cell} {row}' for cell in cells)}]\n" for row in range(8))
    root = unit(f"## S\n\n```{{table}}\nid: t\ntitle: T\ncolumns: [{', '.join(heads)}]\nrows:\n{rows}```\n")
    data = large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").data
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "Consent: government 0" in " ".join(text.split())
    assert "\u00ad" not in text
    assert validate_pdf_bytes(data, profile="ua1").is_compliant
    numbers = [number for number, _ in marks(data)]
    assert numbers == sorted(set(numbers))


def test_the_usual_pages_are_heard_where_they_begin_and_jumped_to(made: Made, usual: list[str]) -> None:
    _, *pieces = re.split(SAID, "\n".join(Listening(made.data).transcript()))
    heard = [(int(number), after[:NEAR]) for number, after in zip(pieces[::2], pieces[1::2], strict=True)]
    numbers = [number for number, _ in heard]
    assert numbers == sorted({number for number, _ in marks(made.data)})
    begun = [(usual[number - 1].split()[0], after) for number, after in heard if usual[number - 1]]
    assert len(begun) > 3
    assert not [(word, after) for word, after in begun if word not in after]
    with pikepdf.open(BytesIO(made.data)) as file, file.open_outline() as outline:
        *usually, apart = outline.root
        assert not [item.title for item in usually if item.title[:1].isdigit()]
        assert (apart.title, apart.is_closed) == ("Pages of the usual pack", True)
        # The cover has no number to see or hear, and can be jumped to.
        assert [int(item.title) for item in apart.children] == [1, *numbers]
        pages = [page.objgen for page in file.pages]
        places = [pages.index(item.destination[0].objgen) for item in apart.children]
        assert places == sorted(places)


def test_a_usual_page_is_jumped_to_where_its_number_is_seen(unit: Callable[..., Path]) -> None:
    """A sentence of some pages: that a page begins in it is heard before it, pages before that is seen."""
    root = unit(f"## S\n\nOne. {'and water ' * 900}ends it.\n")
    data = large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").data
    seen = {
        int(number): place
        for place, page in enumerate(pypdfium2.PdfDocument(data))
        for number in page.get_textpage().get_text_bounded(left=MARGIN).split()
    }
    with pikepdf.open(BytesIO(data)) as file, file.open_outline() as outline:
        pages = [page.objgen for page in file.pages]
        leads = {int(item.title): pages.index(item.destination[0].objgen) for item in outline.root[-1].children}
    assert len(seen) > 2
    assert {number: place for number, place in leads.items() if number > 1} == seen


def test_a_matching_breaks_no_word_beside_long_descriptions(unit: Callable[..., Path]) -> None:
    pairs = {
        "UNPROFOR, Bosnia": "troops that were to keep what nobody had made yet",
        "ISAF, Afghanistan": "a coalition",
    }
    listed = "".join(f"- {{left: '{left}', right: {right} and went home again}}\n" for left, right in pairs.items())
    root = unit(f"## S\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{listed}```\n")
    printed = pypdfium2.PdfDocument(
        large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").data
    )
    words = "".join(page.get_textpage().get_text_range() for page in printed).split()
    assert {"UNPROFOR,", "Bosnia", "ISAF,", "Afghanistan"} <= {*words}


def test_on_a_paper_that_is_too_small_it_names_those_for_it() -> None:
    with pytest.raises(ContentError) as failed:
        ready(GOLDEN, paper=large_print.OUTPUT.paper("a5"))
    (problem,) = failed.value.problems
    assert (problem.code, problem.span.file) == ("narrow-theme", "templates/theme.yaml")
    assert problem.help == "Print it on a4 or letter"


@pytest.mark.thorough  # as in test_easy
def test_bars_that_lie_for_large_letters_are_no_finding(unit: Callable[..., Path]) -> None:
    drawn = "kind: bar\nx: when\ny: force\nunit: persons\nwidth: wide"
    charts = [
        f"```{{chart}}\nid: {name}\ndata: data/{name}.csv\n{drawn}\ntitle: T\nalt: A\nsource: S\n```\n"
        for name in ("few", "many")
    ]
    data = {
        f"data/{name}.csv": "when,force\n" + "".join(f"May {2010 + number},{number}2345\n" for number in range(count))
        for name, count in {"few": 10, "many": 25}.items()
    }
    root = unit("\n".join(charts), data)
    (usual,) = pdf.make(ready(root), None, "a4").notices
    # What has no room on the usual pages either is said by both.
    (large,) = large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").notices
    assert (large.code, large.span) == ("chart-form", usual.span)


def test_what_an_essay_is_judged_by_stands_row_by_row(unit: Callable[..., Path]) -> None:
    levels = "levels: [all four, two or three, none], points: 3"
    rows = "".join(f"  - {{name: {name}, {levels}}}\n" for name in ("Questions", "Sources"))
    essay = f"id: e\ntext: Write.\npoints: 6\nmodel: A\nrubric:\n{rows}"
    root = unit(f"## S\n\n```{{essay}}\n{essay}```\n")
    data = large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").data
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)).split())
    # What the other rows show of whose they are is not heard again.
    rest = "Level 3: all four Level 2: two or three Level 1: none Points: / 3"
    assert f"Exercise 1.1 Questions {rest} Sources {rest}" in text.replace("\u00a0", " ")
    heard = "\n".join(Listening(data).transcript()).replace("\u00a0", " ")
    assert "Exercise 1.1: Questions" in heard
    assert heard.count("Exercise 1.1:") == 1
    assert validate_pdf_bytes(data, profile="ua1").is_compliant


def test_points_that_go_on_over_a_pages_end_have_a_head_there_and_room_for_it(course: Callable[..., Path]) -> None:
    """Without one nobody sees what the second of their tables counts."""
    asked = "```{{numeric}}\nid: n{0}\ntext: How many?\nanswer: 1\npoints: 1\n```\n"
    unit = "---\nid: water\ntitle: Water\nopener: none\n---\n## S\n\n" + "Water runs.\n\n" * 3
    whole = {"course.yaml": "title: T\nlanguage: en\nunits: [units/01-water.md]\n"}
    root = course({**whole, "units/01-water.md": unit + "\n".join(map(asked.format, range(16)))})
    data = large_print.make(ready(root, paper=large_print.OUTPUT.paper("a4")), None, "a4").data
    pages, head = Reading(data).pages, "Points, continued"
    ((before, on),) = (both for both in pairwise(pages) if head in both[1].text)
    assert "POINTS OF" in before.text
    assert "Total" in on.text
    said = on.find(head)
    assert said
    assert not [one for one in on.drawings if said.bottom < one.top and one.bottom < said.top]
    assert head not in "\n".join(Listening(data).transcript())
