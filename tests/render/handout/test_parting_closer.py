"""What nearly fits on a page comes closer, and a picture is a little smaller. Pages are small, as `smallpages` says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from weasyprint import HTML

from coursepack.render.handout.steps import BEGINS
from smallpages import CSS, LINE, TABLE, boxes_of, lines, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying


@pytest.mark.parametrize(("before", "laid"), [(3, [3 + 6]), (4, [4 + 4, 2])])
def test_an_exercise_is_set_closer_where_it_fits_then_and_parted_where_it_does_not(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, laid: list[int]
) -> None:
    asked = TABLE.replace('class="table"', 'class="exercise choose"')
    assert lines("<p>A line</p>" * before + asked, laying, page) == laid


# What lacks 2 pt of a page with 30 pt left.
LACKING = '<div class="{}" style="padding-top:2pt">{}</div>'


@pytest.mark.parametrize(
    ("source", "laid", "done"),
    [
        # It fits then.
        (LINE + LACKING.format("exercise choose", rows(3)), [5 + 3], ["closer"]),
        (f'<div class="exercise write">{LINE}{LACKING.format("rubric", rows(3))}</div>', [5 + 3], ["drawn"]),
        # It does not.
        (LINE + LACKING.format("exercise choose", rows(1) + LINE * 2).replace("2pt", "4pt"), [5, 3], ["closer"]),
        # It would not.
        (f'{LINE}<div class="exercise choose">{rows(4)}</div>', [5, 4], []),
    ],
)
def test_what_nearly_fits_on_a_page_comes_closer(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, laid: list[int], done: list[str]
) -> None:
    source = LINE * 4 + source
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name != BEGINS] == done
    assert lines(source, laying, page) == laid


def test_what_was_parted_in_vain_comes_closer_where_it_nearly_fits_later(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    """What was done to what is before it, in the same round, has given it room but for the white above it."""
    source = page(f'{LINE * 4}<div class="exercise far"><div style="break-inside:avoid">{LINE * 4}</div></div>')
    bench = laying(CSS).bench()
    elements = bench._source(source).etree_element.iter()  # noqa: SLF001 where the number comes from
    (number,) = (number for number, one in enumerate(elements) if one.get("class") == "exercise far")
    document, _, mended = bench.layout(source, "", 1, [(number, "parted")])
    assert mended[:-1] == ((number, "parted"), (number, "again"))
    assert len(document.pages) == 1


def test_what_is_far_from_fitting_is_parted_and_not_set_closer_first(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    source = f'{"<p>A line</p>" * 3}<div class="exercise choose">{rows(7)}</div>'
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name != BEGINS] == ["parted"]


SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='180' height='{high}'/>"

PICTURE = f'<div class="pictured figure"><img src="data:image/svg+xml,{quote(SVG, safe="{}")}" style="{{style}}"></div>'


@pytest.mark.parametrize(
    ("high", "style", "share"),
    [
        # Half of a page of 80 pt is left.
        (43, "width:180pt", "162.00pt"),
        (47, "width:180pt", "144.00pt"),
        (43, "", "90%"),
        (47, "", "80%"),
        # What lacks more stays as large as it is, and so does one whose height is said.
        (56, "width:180pt", "180pt"),
        (43, "height:43pt", "43pt"),
    ],
)
def test_a_picture_that_nearly_fits_is_a_little_smaller(
    laying: Callable[..., Laying], page: Callable[[str], str], high: int, style: str, share: str
) -> None:
    source = "<p>A line</p>" * 4 + PICTURE.format(high=high, style=style)
    document, *_ = laying(CSS + " img {display: block; width: 180pt}").bench().layout(page(source), "", 1)
    made = [box.element.get("style") for one in document.pages for box in boxes_of(one) if box.element_tag == "img"]
    assert made
    assert all(one.endswith(f":{share}") for one in made)


@pytest.mark.parametrize(("lines", "share"), [(3, "180pt"), (4, "162.00pt")])
def test_a_picture_that_was_smaller_is_as_large_as_it_was_where_its_page_has_the_room(
    laying: Callable[..., Laying], page: Callable[[str], str], lines: int, share: str
) -> None:
    source = page("<p>A line</p>" * lines + PICTURE.format(high=43, style="width:180pt"))
    elements = list(HTML(string=source).etree_element.iter())
    (figure,) = [at for at, one in enumerate(elements) if one.get("class") == "pictured figure"]
    bench = laying(CSS + " img {display: block}").bench()
    document, _, mended = bench.layout(source, "", 1, [(figure, "small")])
    (made,) = [box for one in document.pages for box in boxes_of(one) if box.element_tag == "img"]
    assert made.element.get("style") == f"width:{share}"
    assert ((figure, "full") in mended) == (share == "180pt")


@pytest.mark.parametrize(("lines", "rows"), [(4, 4), (5, 3)])
def test_a_room_that_spared_rows_has_them_again_where_its_page_has_the_space(
    laying: Callable[..., Laying], page: Callable[[str], str], lines: int, rows: int
) -> None:
    room = f'<div class="room"><div class="write-on">{"<div></div>" * 3}<div class="spare"></div></div></div>'
    source = page("<p>A line</p>" * lines + f'<div class="ask">{room}</div>')
    asked = [one.get("class") for one in HTML(string=source).etree_element.iter()].index("ask")
    spares = "[data-closer] .spare {display: none} [data-closer] [data-roomy] .spare {display: block}"
    bench = laying(f"p {{line-height: 10pt}} .write-on div {{height: 10pt}} {spares}").bench()
    document, *_ = bench.layout(source, "", 1, [(asked, "closer")])
    drawn = [box for one in document.pages for box in boxes_of(one) if box.height == pytest.approx(40 / 3)]
    assert len([box for box in drawn if box.element_tag == "div"]) == rows
