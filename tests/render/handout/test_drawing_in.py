"""What hardly needs its last page. Pages are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from coursepack.render.handout.laying import Laying


def heights(document: Document) -> set[float]:
    """Return how high lines are (pt)."""
    boxes = [box for one in document.pages for box in one._page_box.descendants()]  # noqa: SLF001 the boxes have no public name
    return {round(box.height * 0.75, 2) for box in boxes if type(box).__name__ == "LineBox"}


@pytest.mark.parametrize(
    ("rows", "closer", "laid"),
    [
        (8, 8, (1, 10)),
        (9, 8.8, (1, 8.8)),
        (17, 8.8, (2, 8.8)),
        # Where no page is saved, nothing is set closer.
        (9, 9.5, (2, 10)),
        # A page that is used is not drawn in.
        (11, 4, (2, 10)),
    ],
)
def test_a_list_is_set_closer_where_that_saves_its_last_page(
    laying: Callable[..., Laying], page: Callable[[str], str], rows: int, closer: float, laid: tuple[int, float]
) -> None:
    """`laid` are its pages, and how high its lines are (pt)."""
    bench = laying(f"p{{line-height:10pt}} [data-drawn-in] .works p{{line-height:{closer}pt}}").bench()
    document, margins, _ = bench.layout(page(f'<div class="page works">{"<p>A work</p>" * rows}</div>'), "", 1)
    assert len(document.pages) == len(margins.left) == laid[0]
    assert heights(document) == {laid[1]}


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        # All that is on it ends a unit.
        ("<p>A line</p>" * 8 + '<div class="summary"><p>A line</p></div><div class="grading"><p>A line</p></div>', 1),
        ("<p>A line</p>" * 9 + '<div class="summary"><p>A line</p></div>', 2),
    ],
)
def test_what_ends_a_unit_is_drawn_in_where_it_is_alone(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, pages: int
) -> None:
    css = "p{line-height:10pt} [data-drawn-in] p{line-height:8pt}"
    for said, laid in (("div{--draws-in:yes}", pages), ("", 2)):
        document, *_ = laying(css + said).bench().layout(page(source), "", 1)
        assert len(document.pages) == laid


@pytest.mark.parametrize(
    ("said", "lines", "pages", "high"),
    [
        ("more", 1, 1, 8.8),
        ("more", 2, 1, 7.5),
        # Its style sheet has no more for that.
        ("yes", 2, 2, 10),
    ],
)
def test_all_of_a_unit_comes_closer_where_a_little_is_not_enough(  # noqa: PLR0913, PLR0917 pages, before and after
    laying: Callable[..., Laying], page: Callable[[str], str], said: str, lines: int, pages: int, high: float
) -> None:
    css = "p{line-height:10pt} [data-drawn-in] p{line-height:8.8pt} [data-drawn-more] p{line-height:7.5pt}"
    source = "<p>A line</p>" * 8 + f'<div class="summary">{"<p>A line</p>" * lines}</div>'
    document, *_ = laying(f"{css} div{{--draws-in:{said}}}").bench().layout(page(source), "", 1)
    assert len(document.pages) == pages
    assert heights(document) == {high}


def test_a_unit_stays_as_it_is(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    bench = laying("p{line-height:10pt} [data-drawn-in] p{line-height:4pt}").bench()
    assert len(bench.layout(page("<p>A line</p>" * 9), "", 1)[0].pages) == 2
