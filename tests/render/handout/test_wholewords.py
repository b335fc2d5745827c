"""The columns of a table have room for their longest words, and hyphens only where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from coursepack.render.handout.fetch import BASE, CourseFetcher
from coursepack.render.handout.walk import find
from coursepack.render.handout.wholewords import shared, whole_words
from coursepack.render.look.fontfile import addresses, font_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FACE = "coursepack:fonts/Carlito-Regular.ttf"
CSS_ = f"""@font-face {{ font-family: T; src: url("{font_url(FACE)}") }} @page {{ size: 500px 500px; margin: 0 }}
body {{ margin: 0; font: 20px T; overflow-wrap: break-word }} td {{ padding: 0 }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}"""


def cells(width: int, *texts: str, more: str = "", css: str = "") -> list[Any]:
    """Set a row of cells in a table that is so wide (px); return their boxes."""
    row = "".join(f'<td class="cell">{text}</td>' for text in texts)
    fonts, fetcher = FontConfiguration(), CourseFetcher({}, addresses([FACE]))
    style = CSS(string=CSS_ + css, font_config=fonts, url_fetcher=fetcher, base_url=BASE)
    html = f'<html lang="en"><div style="width:{width}px"><table>{more}<tr>{row}</tr></table></div>'
    with whole_words():
        page = (
            HTML(string=html, base_url=BASE, url_fetcher=fetcher)
            .render(stylesheets=[style], font_config=fonts)
            .pages[0]
        )
    return list(find(page._page_box, "cell"))  # noqa: SLF001 the boxes have no public name


def lines(box: Any) -> Iterator[str]:  # noqa: ANN401 WeasyPrint's boxes
    if hasattr(box, "text"):
        yield box.text.strip()
    for child in getattr(box, "children", ()):
        yield from lines(child)


@pytest.mark.parametrize(
    ("widths", "least", "wanted"),
    [
        ([100, 100, 100], [150, 20, 80], [150, 60, 90]),
        ([100, 100], [100, 50], [100, 100]),
        ([10, 90], [60, 40], [60, 40]),
    ],
)
def test_a_column_takes_what_it_lacks_from_those_that_have_more(
    widths: Sequence[float], least: Sequence[float], wanted: Sequence[float]
) -> None:
    assert shared(widths, least) == pytest.approx(wanted)


def test_shares_hold_where_all_words_have_room() -> None:
    share = '<colgroup><col style="width:30%"><col style="width:70%"></colgroup>'
    assert [cell.width for cell in cells(400, "short", "words", more=share)] == pytest.approx([120, 280])


@pytest.mark.parametrize("layout", ["fixed", "auto"])
def test_a_word_is_not_broken_where_others_have_room_to_spare(layout: str) -> None:
    share = "".join('<col style="width:20%">' for _ in range(5))
    css = f"table{{table-layout:{layout}}}"
    found = cells(400, "multidimensional", "a b", "c d", "e f", "g h", more=share, css=css)
    assert list(lines(found[0])) == ["multidimensional"]
    assert sum(cell.width for cell in found) == pytest.approx(400)


@pytest.mark.parametrize("layout", ["fixed", "auto"])
def test_words_that_have_no_room_in_all_are_hyphenated_at_their_syllables(layout: str) -> None:
    found = cells(230, "multidimensional", "organisation", css=f"table{{table-layout:{layout}}}")
    said = [list(lines(cell)) for cell in found]
    assert ["".join(parts).replace("\N{HYPHEN}", "") for parts in said] == ["multidimensional", "organisation"]
    assert all(part.endswith("\N{HYPHEN}") for parts in said for part in parts[:-1])
    assert max(map(len, said)) == 2
    assert sum(cell.width for cell in found) == pytest.approx(230)


def test_no_word_is_hyphenated_but_where_the_longest_stands() -> None:
    found = cells(230, "multidimensional", "hyphenation", "a", css="table{table-layout:auto}")
    assert list(lines(found[1])) == ["hyphenation"]
    assert next(lines(found[0])).endswith("\N{HYPHEN}")


def test_a_table_that_is_to_be_wider_than_what_is_around_it_stays_so() -> None:
    found = cells(300, "wide", "wider", css="table{width:400px}")
    assert [cell.width for cell in found] == pytest.approx([200, 200])


@pytest.mark.parametrize("bound", ["21\N{NO-BREAK SPACE}bottles", '<span style="white-space:nowrap">21 bottles</span>'])
def test_what_is_bound_is_parted_at_its_blanks_before_a_word_is_broken(bound: str) -> None:
    found = cells(140, bound, "genocide", css="table{table-layout:auto}")
    assert [list(lines(cell)) for cell in found] == [["21", "bottles"], ["genocide"]]
    assert list(lines(cells(240, bound, "genocide")[0])) == [bound if "<" not in bound else "21 bottles"]


def test_columns_come_nearer_for_words_that_cannot_be_hyphenated() -> None:
    words, css = ("rhythms", "strengths"), "td { padding: 0 16px 0 0 }"
    need = sum(cell.width for cell in cells(400, *words, css=f"{css} table{{width:auto;table-layout:auto}}")) + 32
    near = cells(int(need) - 12, *words, css=css)
    assert [list(lines(cell)) for cell in near] == [[word] for word in words]
    assert [cell.padding_right for cell in near] == pytest.approx([10, 10], abs=1)
    # Half of the white stays: with less room they are broken.
    assert [cell.padding_right for cell in cells(int(need) - 20, *words, css=css)] == [16, 16]
