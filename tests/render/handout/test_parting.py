"""Pages that would stay half empty. They are 200 by 100 pt with a margin of 10: eight lines of 10 pt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from weasyprint import HTML

from coursepack.render.handout import capture
from coursepack.render.handout.parting import early
from coursepack.render.handout.steps import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint import Page

    from coursepack.render.handout.laying import Laying

CSS = """p, td, h2, h4 {line-height: 10pt; padding: 0; break-after: auto} table {border-spacing: 0}
h2, h4 {break-after: avoid}
.table, .choose, .figure, .rubric, .grading {break-inside: avoid} [data-parted] {break-inside: auto !important}
.high tr:first-child {break-after: avoid} [data-parted=freely] tr:first-child {break-after: auto}
.low tr:nth-last-child(2) {break-after: avoid} [data-parted=wholly] tr {break-after: auto !important}
[data-closer] td {line-height: 8pt} .room {height: 50pt}
.far {break-inside: avoid; margin-top: 4pt} .far[data-closer] {margin-top: 0}"""
TABLE = f'<div class="table"><table><tbody>{"<tr><td>A row</td></tr>" * 6}</tbody></table></div>'


def lines(before: str, bench: Callable[..., Laying], page: Callable[[str], str]) -> list[int]:
    """Return how many lines each page has."""
    document, *_ = bench(CSS).bench().layout(page(before), "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    return [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes]


@pytest.mark.parametrize(
    ("before", "laid"),
    [
        # Half of the page would be empty.
        ("<p>A line</p>" * 4, [8, 2]),
        # A heading that goes with it is no other thing.
        ("<p>A line</p>" * 3 + "<h2>Head</h2>", [8, 2]),
        # A third of it may be.
        ("<p>A line</p>" * 5, [5, 6]),
        # So may what ends before a page that is begun on purpose.
        ('<p>A line</p><p style="break-after:page">A line</p>', [2, 6]),
        # What follows is not what was kept whole.
        ('<p style="break-after:page">A line</p><p>A line</p>', [1, 7]),
    ],
)
def test_a_table_goes_on_over_the_end_of_a_page_that_would_be_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], before: str, laid: list[int]
) -> None:
    assert lines(before + TABLE, laying, page) == laid


@pytest.mark.parametrize(("high", "laid"), [(20, [4 + 2, 4]), (30, [4 + 1, 5])])
def test_a_table_goes_on_after_its_first_row_where_two_are_too_high(
    laying: Callable[..., Laying], page: Callable[[str], str], high: int, laid: list[int]
) -> None:
    rows = "".join(f'<tr><td style="height:{tall}pt">A row</td></tr>' for tall in (20, high, 10, 10, 10, 10))
    table = f'<div class="table high"><table><tbody>{rows}</tbody></table></div>'
    assert lines("<p>A line</p>" * 4 + table, laying, page) == laid


@pytest.mark.parametrize(("count", "laid"), [(8, [6, 8]), (12, [8, 8, 2])])
def test_a_rubric_that_is_longer_than_a_page_begins_where_there_is_room(
    laying: Callable[..., Laying], page: Callable[[str], str], count: int, laid: list[int]
) -> None:
    rubric = f'<table class="rubric"><tbody>{"<tr><td>A row</td></tr>" * count}</tbody></table>'
    assert lines(LINE * 6 + rubric, laying, page) == laid


def test_points_of_several_tables_are_parted_between_them(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    points = f'<div class="grading">{LINE}{rows(3)}{rows(3)}</div>'
    assert lines(LINE * 4 + points, laying, page) == [8, 3]


def test_what_has_no_rows_is_kept_whole(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    choice = TABLE.replace('class="table"', 'class="choose"')
    assert lines("<p>A line</p>" * 4 + choice, laying, page) == [4, 6]


def test_one_page_after_another_is_mended(laying: Callable[..., Laying], page: Callable[[str], str]) -> None:
    assert lines("<p>A line</p>" * 4 + TABLE + "<p>A line</p>" + TABLE, laying, page) == [8, 8, 1]


@pytest.mark.parametrize(("before", "laid"), [(3, [3 + 6]), (4, [4 + 4, 2])])
def test_an_exercise_is_set_closer_where_it_fits_then_and_parted_where_it_does_not(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, laid: list[int]
) -> None:
    asked = TABLE.replace('class="table"', 'class="exercise choose"')
    assert lines("<p>A line</p>" * before + asked, laying, page) == laid


def rows(count: int) -> str:
    return f"<table><tbody>{'<tr><td>A row</td></tr>' * count}</tbody></table>"


LINE = "<p>A line</p>"
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


def test_nothing_is_done_to_what_follows_a_page_that_ends_on_purpose(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    *_, mended = laying(CSS).bench().layout(page(f'<p style="break-after:page">A line</p>{TABLE}'), "", 1)
    assert early(mended) == []


def test_the_last_row_of_a_table_stands_alone_where_what_follows_has_room_below_it_then(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    rows = "".join(f'<tr><td style="height:{tall}pt">A row</td></tr>' for tall in (10, 10, 10, 10, 30))
    asked = f'<div class="exercise"><div style="break-inside:avoid">{LINE * 5}</div></div>'
    source = f'{LINE * 4}<div class="table low"><table><tbody>{rows}</tbody></table></div>{asked}'
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name != BEGINS][-1] == "rows"
    assert lines(source, laying, page) == [4 + 4, 1 + 5]


@pytest.mark.parametrize(
    ("before", "leading", "laid"),
    [
        (5, "", [5, 7]),
        # Half of the page would be empty; where pages hold few lines, that is no more than a question is worth.
        (4, "", [7, 4]),
        (4, "html {line-height: 10pt}", [4, 7]),
        (2, "html {line-height: 10pt}", [5, 4]),
    ],
)
def test_a_wording_goes_on_between_its_paragraphs_only_where_whole_it_leaves_a_page_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], before: int, leading: str, laid: list[int]
) -> None:
    words = f'<div class="stem">{"<p>A line<br>A line<br>A line</p>" * 2}</div>'
    kept = ".stem {break-inside: avoid; break-after: avoid} [data-parted=freely] .stem {break-inside: auto}"
    source = page(f'{LINE * before}<div class="exercise write">{words}{LINE}</div>')
    document, *_ = laying(f"{CSS} {kept} {leading}").bench().layout(source, "", 1)
    boxes = [list(one._page_box.descendants()) for one in document.pages]  # noqa: SLF001 the boxes have no public name
    assert [sum(type(box).__name__ == "LineBox" for box in each) for each in boxes] == laid


@pytest.mark.parametrize("kept", [TABLE, '<div class="figure"><p id="rhine">F</p><div class="room"></div></div>'])
def test_what_was_mended_once_is_mended_from_the_start(
    laying: Callable[..., Laying], page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    source = f'<div class="prose"><p>{"A line<br>" * 3}A line</p></div>{kept}<div class="prose"><p>A line</p></div>'
    bench, turns = laying(CSS).bench(), list[str]()
    original = bench._layout  # noqa: SLF001 what takes the time
    monkeypatch.setattr(bench, "_layout", lambda *given: turns.append("") or original(*given))
    first, _, mended = bench.layout(page(source), "", 1)
    assert len(early(mended)) == 1
    turns.clear()
    again, _, more = bench.layout(page(source), "", 1, mended)
    assert more == mended
    assert len(turns) == 1
    assert [capture.told(one, {}, ()) for one in (first, again)] == [capture.told(first, {}, ())] * 2
    assert [said(one) for one in again.pages] == [said(one) for one in first.pages]


@pytest.mark.parametrize(
    ("white", "turns"),
    [
        # Pages begin as they did: what was found then is not tried again.
        (0, 1),
        # They do not: all is asked anew, from a source that is not drawn in.
        (9, 3),
    ],
)
def test_what_was_tried_is_not_tried_again_where_pages_begin_as_they_did(
    laying: Callable[..., Laying], page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, white: int, turns: int
) -> None:
    bench, found = laying("p{line-height:10pt} [data-drawn-in] p{line-height:8.8pt}").bench(), list[str]()
    source = f'<div class="page">{LINE}<p style="padding-top:{{}}pt">A line</p>{LINE * 15}</div>'
    *_, mended = bench.layout(page(source.format(0)), "", 1)
    assert [name for _, name in mended] == ["drawn-in", BEGINS, BEGINS]
    original = bench._layout  # noqa: SLF001 what takes the time
    monkeypatch.setattr(bench, "_layout", lambda *given: found.append("") or original(*given))
    *_, told = bench.layout(page(source.format(white)), "", 1, mended)
    assert len(found) == turns
    assert (told == mended) is (white == 0)


FIGURE = '<div class="figure"><p id="rhine">Figure 1</p><div class="room"></div></div>'


def said(one: Page) -> str:
    """Return what the lines of a page say, by their first letters."""
    boxes = one._page_box.descendants()  # noqa: SLF001 the boxes have no public name
    return "".join(box.text[0] for box in boxes if type(box).__name__ == "TextBox")


def order(source: str, bench: Callable[..., Laying], page: Callable[[str], str]) -> list[str]:
    """Return what the lines of each page say."""
    document, *_ = bench(CSS).bench().layout(page(source), "", 1)
    return [said(one) for one in document.pages]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        # The paragraph that follows is long enough.
        ('<div class="prose"><p>b<br>b<br>b<br>b</p><p>c</p></div>', ["aaabbbb", "Fc"]),
        # It leaves a smaller gap, which the next one fills.
        ('<div class="prose"><p>b<br>b<br>b</p><p>c</p></div>', ["aaabbbc", "F"]),
        # Two are.
        ('<div class="prose"><p>b</p><p>c</p></div>', ["aaabc", "F"]),
        ('<div class="table"><p>b</p><p>b</p></div>', ["aaabb", "F"]),
        # A heading inside a text goes with its paragraph.
        ("<div class='prose'><h4>h</h4><p>b</p><h4>i</h4><p>c</p></div>", ["aaahb", "F", "ic"]),
        ("<div class='prose'><h4>h</h4><ul><li>b</li></ul></div>", ["aaa", "F", "hb"]),
        # What a section's heading heads stays with it, and so does all that stands in a list.
        ("<h2>h</h2><div class='prose'><p>b</p></div>", ["aaa", "Fhb"]),
        ("<div class='prose'><ul><li>b</li></ul></div>", ["aaa", "F", "b"]),
        ("<div class='prose'><p>b</p><ul><li>c</li></ul></div>", ["aaa", "F", "bc"]),
    ],
)
def test_a_figure_lets_by_what_follows_where_a_page_would_stay_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, said: list[str]
) -> None:
    before = '<div class="prose"><p>a<br>a<br>a</p></div>'
    assert order(f"<section>{before}{FIGURE}{after}</section>", laying, page) == said


def test_a_figure_without_a_number_stays_where_it_is_spoken_of(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    source = '<section><div class="prose"><p>a<br>a<br>a</p></div>' + FIGURE.replace(' id="rhine"', "")
    assert order(f'{source}<div class="prose"><p>b</p></div></section>', laying, page) == ["aaa", "Fb"]


LOW = FIGURE.replace("rhine", "rhone").replace('"room"', '"room" style="height:30pt"').replace("Figure", "Low")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<div class="prose"><p>a<br>a</p><p>b</p></div>' + FIGURE, ["aaF", "b"]),
        # What says something of it stays before it.
        ('<div class="prose"><p>a<br>a</p><p>b <a href="#rhine">c</a></p></div>' + FIGURE, ["aabc", "F"]),
        # One paragraph alone does, and so does one that a heading heads.
        ('<div class="prose"><p>a<br>a<br>a</p></div>' + FIGURE, ["aaa", "F"]),
        ('<div class="prose"><p>a<br>a</p><h4>h</h4><p>b</p></div>' + FIGURE, ["aahb", "F"]),
        # Of two figures it is the second that has no room on the page of the first.
        (
            '<div class="prose"><p>a<br>a<br>a<br>a<br>a<br>a</p><p>b<br>b</p></div>' + LOW + FIGURE,
            ["aaaaaa", "Lbb", "F"],
        ),
    ],
)
def test_a_figure_stands_before_a_paragraph_where_a_page_would_stay_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], source: str, said: list[str]
) -> None:
    assert order(f"<section>{source}</section>", laying, page) == said


def test_a_table_lets_a_paragraph_by_where_it_leaves_a_smaller_gap(
    laying: Callable[..., Laying], page: Callable[[str], str]
) -> None:
    table = f'<div class="table"><p id="ties">T</p>{"<p>r</p>" * 3}</div>'
    source = (
        f'<section><div class="prose"><p>{"a<br>" * 4}a</p></div>{table}<div class="prose"><p>b</p></div></section>'
    )
    assert order(source, laying, page) == ["aaaaab", "Trrr"]


@pytest.mark.parametrize(
    ("after", "done", "pages"),
    [
        ("<p>b<br>b<br>b<br>b<br>b<br>b</p>", ["by", "back"], ["aaaaa", "Fbb", "bbbb"]),
        ("<p>b<br>b<br>b<br>b<br>b<br>b</p><p>c</p>", ["by", "back"], ["aaaaa", "Fbb", "bbbbc"]),
        # A figure that has room below what goes on is worth it.
        ("<p>b<br>b<br>b<br>b<br>b</p>", ["by"], ["aaaaabbb", "bbF"]),
    ],
)
def test_a_paragraph_that_was_let_by_comes_back_where_the_figure_has_no_room_below_it(
    laying: Callable[..., Laying], page: Callable[[str], str], after: str, done: list[str], pages: list[str]
) -> None:
    before = f'<div class="prose"><p>{"a<br>" * 4}a</p></div>'
    source = f'<section>{before}{FIGURE}<div class="prose">{after}</div></section>'
    _, _, mended = laying(CSS).bench().layout(page(source), "", 1)
    assert [name for _, name in mended if name in {"by", "back", "later", "sooner"}] == done
    assert order(source, laying, page) == pages


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


def boxes_of(page: Page) -> list[Any]:
    return list(page._page_box.descendants())  # noqa: SLF001 the boxes have no public name


@pytest.mark.parametrize("leads", ["", '<p style="break-after: avoid">b:</p>'])
@pytest.mark.parametrize("kind", ["code", "rules plain"])
def test_code_and_a_table_among_words_go_on_over_the_end_of_a_page_that_would_be_half_empty(
    laying: Callable[..., Laying], page: Callable[[str], str], leads: str, kind: str
) -> None:
    code = f'<div class="{kind}" style="break-inside: avoid">{"<p>a</p>" * 7}</div>'
    assert lines("<p>A line</p>" * 3 + leads + code, laying, page)[0] == 8
