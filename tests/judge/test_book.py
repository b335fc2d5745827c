"""A book beside its course: where pages go on by themselves, and whose line a place on a page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import GOLDEN
from coursepack.build import ready
from coursepack.judge.book import Book, flowing
from coursepack.press.laid import Pages, Place
from laidpages import FOOT, TOP, line, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.press.laid import Laid

BODY = "## Springs {#springs}\n\nWater.\n\n## Mouths {#mouths}\n\nSalt.\n"


@pytest.fixture
def book(unit: Callable[..., Path]) -> Callable[..., Book]:
    made = ready(unit(BODY))

    def bound(*pages: Laid, **anchors: tuple[int, float]) -> Book:
        places = {name: Place(number, TOP - top) for name, (number, top) in anchors.items()}
        return Book(Pages(pages, places, ()), made.pack, made.design.theme.papers["a4"], 15)

    return bound


def test_the_text_stands_between_the_measures_of_the_paper(book: Callable[..., Book]) -> None:
    assert (book().top, book().foot) == pytest.approx((TOP, FOOT), abs=1)


def test_a_page_goes_on_unless_something_begins_on_the_next(book: Callable[..., Book]) -> None:
    pages = [page(number, line(0), line(20)) for number in (1, 2, 3, 4)]
    found = book(*pages, page(5), water=(1, 0), springs=(1, 200), mouths=(3, 0))
    # A section may begin at the head of a page by chance; after an empty page nothing goes on.
    assert [(one.number, after.number) for one, after in found.runs] == [(1, 2), (2, 3), (3, 4)]
    headed = [page(1, line(0)), page(2, line(0, role="H1"))]
    assert book(*headed, water=(1, 0)).runs == []


def test_a_page_that_its_author_ends_does_not_go_on_with_a_section(unit: Callable[..., Path]) -> None:
    made = ready(unit(BODY.replace("## Mouths", "\\newpage\n\n## Mouths")))
    pages, at = (page(1, line(0)), page(2, line(20))), {"mouths": Place(2, TOP)}
    assert Book(Pages(pages, at, ()), made.pack, made.design.theme.papers["a4"], 15).runs == []


def test_a_place_is_its_authors_line_or_that_of_the_thing_before(book: Callable[..., Book]) -> None:
    found = book(page(1), page(2), water=(1, 0), springs=(1, 100), mouths=(2, 300))
    at = [found.anchor(Place(number, TOP - top)) for number, top in ((1, 50), (1, 100), (2, 0), (2, 300), (2, 500))]
    assert at == ["water", "springs", "springs", "mouths", "mouths"]
    springs, mouths = (found.span(Place(number, TOP - top)).line for number, top in ((1, 150), (2, 400)))
    assert mouths - springs == 4
    assert found.note(Place(2, TOP - 400), "x", "is odd", "Look").message == "page 2 is odd"


def test_a_page_ends_with_what_is_printed_on_it(book: Callable[..., Book]) -> None:
    assert book().end(page(1, line(0), line(300))) == pytest.approx(TOP - 310)
    assert book().end(page(1, line(0), rows=[400])) == pytest.approx(TOP - 422.7)
    assert book().end(page(1)) == book().top


def test_notes_beside_the_text_are_no_lines_of_it() -> None:
    assert [one.role for one in flowing(page(1, line(0), line(0, role="Note")))] == ["P"]


def line_of(file: str, words: str) -> int:
    """Return the number of the first line of a file of the course that has these words."""
    lines = (GOLDEN / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.mark.parametrize(
    ("anchor", "file", "words"),
    [
        ("w-{second}", "references.yaml", "id: {second}"),
        ("bibliography", "references.yaml", "id: {first}"),
        ("glossary", "glossary.yaml", "definition: rock that"),
        ("index", "index.yaml", "entry:"),
        ("end.{unit}", "units/{file}", "A river begins"),
    ],
)
def test_it_is_said_at_its_own_line(golden_course: Ready, anchor: str, file: str, words: str) -> None:
    first, second = list(golden_course.pack.works)[:2]
    unit = next(one for one in golden_course.pack.units if one.front.summary)
    known = {"first": first, "second": second, "unit": unit.front.id, "file": unit.part.span.file.rpartition("/")[2]}
    anchor, file, words = (one.format(**known) for one in (anchor, file, words))
    before, place = golden_course.pack.units[-1].sections[-1].id, Place(9, 700)
    pages = Pages((), {before: Place(8, 400), anchor: place}, ())
    span = Book(pages, golden_course.pack, golden_course.design.theme.papers["a4"], 15).span(Place(9, 650))
    assert span.file.endswith(file)
    assert span.line == line_of(file, words)
