"""Pages that end early, and what did not fit. They are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pytest

from coursepack.render.handout.gaps import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

CSS = "p, h2 {line-height: 10pt; break-after: auto} h2 {break-after: avoid} .kept {break-inside: avoid}"
LINE = "<p>A line</p>"
KEPT = f'<div class="kept">{LINE * 6}</div>'


@pytest.fixture
def found(laying: Callable[..., Laying], page: Callable[[str], str]) -> Callable[[str], list[Gap]]:
    """Return a function that lays a source out, and says what gaps what is kept leaves."""

    def find(source: str) -> list[Gap]:
        bench = laying(CSS).bench()
        document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
        return list(gaps(document, {"kept"}))

    return find


def shares(found: list[Gap]) -> list[tuple[str | None, float, float]]:
    return [(gap.element.get("class"), round(gap.empty, 3), round(gap.need, 3)) for gap in found]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (LINE * 4 + KEPT, [("kept", 0.5, 0.75)]),
        # A heading that goes with it is no other thing, and takes room as well.
        (f"{LINE * 4}<h2>Head</h2>{KEPT}", [("kept", 0.5, 0.875)]),
        # A fifth of a page is no gap.
        (LINE * 6 + KEPT, [("kept", 0.25, 0.75)]),
        (f'{LINE * 6}<p style="height:5pt"></p>{KEPT}', []),
        # What begins a page is something else.
        (f'{LINE * 4}<div class="other" style="break-inside:avoid">{LINE * 6}</div>', []),
        # Of several questions the first must stand with the head.
        (
            f'{LINE * 4}<div class="kept">{LINE}<div class="ask">{LINE * 4}</div><div class="ask">{LINE}</div></div>',
            [("kept", 0.5, 0.625)],
        ),
        # Each page has its own.
        (LINE * 4 + KEPT + KEPT, [("kept", 0.5, 0.75), ("kept", 0.25, 0.75)]),
    ],
)
def test_what_leaves_a_page_before_it_empty(
    found: Callable[[str], list[Gap]], source: str, said: list[tuple[str, float, float]]
) -> None:
    assert shares(found(source)) == said


def test_what_leads_to_another_needs_room_for_both(found: Callable[[str], list[Gap]]) -> None:
    led = f'<div class="kept" style="break-after:avoid">{LINE * 2}</div><div class="kept">{LINE * 4}</div>'
    (gap,) = found(LINE * 4 + led)
    assert [(round(one.high, 3), round(one.need, 3)) for one in gap.together()] == [(0.25, 0.75), (0.75, 0.75)]
    assert gap.lacks(0.2, 0.1)
    assert not gap.lacks(0.2, 0.3)
    # What does not lead to it begins the page alone.
    first, *_ = found(LINE * 4 + KEPT + KEPT)
    assert first.leads is None


def test_a_note_at_the_foot_is_no_white(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    bench = laying(f"{CSS} .note {{float: footnote}} @page {{@footnote {{margin: 0}}}}").bench()
    source = f'{LINE * 3}<p>A line<span class="note">A note</span></p>{KEPT}'
    document, _ = bench._layout(bench._source(page(source)), "")  # noqa: SLF001 pages that nothing is done to
    (gap,) = gaps(document, {"kept"})
    assert 0.3 < gap.empty < 0.4


@pytest.mark.parametrize(
    "ended",
    [
        '<p>A line</p><div style="break-after:page"></div>{}',
        '<div style="break-after:page"><p>A line</p></div>{}',
        '<p>A line</p><div style="break-before:page">{}</div>',
        '<p>A line</p><div style="break-before:right">{}</div>',
    ],
)
@pytest.mark.parametrize("kept", [KEPT, f"<h2>Head</h2>{KEPT}"])
def test_a_page_that_ends_on_purpose_has_no_gap(found: Callable[[str], list[Gap]], ended: str, kept: str) -> None:
    assert found(ended.format(kept)) == []


@pytest.mark.parametrize(
    "source",
    [
        f'<div style="break-after:page">{LINE * 4}{KEPT}</div><p>A line</p>',
        # What parts two pages may have no place but at the head of the second.
        f'<div style="break-after:page"></div>{LINE * 4}{KEPT}',
    ],
)
def test_what_ends_a_page_on_purpose_may_leave_a_gap_inside(found: Callable[[str], list[Gap]], source: str) -> None:
    assert shares(found(source)) == [("kept", 0.5, 0.75)]


@pytest.mark.parametrize(("of_page", "of_need", "lacks"), [(0.0, 0.0, True), (0.25, 0.0, False), (0.1, 0.2, False)])
def test_what_lacks_room(of_page: float, of_need: float, *, lacks: bool) -> None:
    element = Element("div")
    assert Gap(element, 0.5, 0.75).lacks(of_page, of_need) is lacks
