"""The first patch of WeasyPrint: what it is for, what it leaves alone, and whether it is still needed."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import uharfbuzz
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.text.ffi import pango
from weasyprint.text.fonts import FontConfiguration

from coursepack.problem import Span
from coursepack.render.handout import linebreak
from coursepack.render.handout.linebreak import needed, whole_runs
from coursepack.render.handout.printing import print_html
from coursepack.render.look.fontfile import font_url
from coursepack.render.look.templates import environment
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = font_path("coursepack:fonts/Carlito-Regular.ttf")
SIZE = 20
RUN, NEXT = "Springs feed the brook and", "rivers carry it on"


def advance(words: str) -> float:
    """Return how wide words are in px, by HarfBuzz."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FACE))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return sum(place.x_advance for place in buffer.glyph_positions) * SIZE / font.face.upem


# All of the run fits but half of the blank that ends it.
TIGHT = advance(RUN) + advance(" ") / 2


def lines(width: float, run: str = f"{RUN} ", apart: str = "") -> list[str]:
    """Set a run of text and an emphasised one after it, `apart` as a style says; return the lines."""
    fonts = FontConfiguration()
    css = f"@font-face{{font-family:T;src:url({FACE.as_uri()})}} @page{{size:600px;margin:0}} body{{margin:0}}"
    style = CSS(string=f"{css} p{{margin:0;font:{SIZE}px T;width:{width}px;{apart}}}", font_config=fonts)
    document = HTML(string=f"<p>{run}<b>{NEXT}</b></p>").render(stylesheets=[style], font_config=fonts)
    page = document.pages[0]._page_box  # noqa: SLF001 the boxes have no public name
    return ["".join(texts(box)).strip(" ") for box in boxes(page) if type(box).__name__ == "LineBox"]


def boxes(box: object) -> Iterator[object]:
    yield box
    for child in getattr(box, "children", ()) or ():
        yield from boxes(child)


def texts(box: object) -> Iterator[str]:
    yield from (getattr(one, "text", None) or "" for one in boxes(box))


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break lines as older Pangos do, whatever this machine has: at the first chance, if the last blank lacks room."""
    original = inline.split_first_line

    def split(text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 WeasyPrint has no types
        whole = original(text, style, context, None, *more, **named)
        fits = max_width is None or not text.endswith(" ") or whole[3] <= max_width
        narrow = max_width if fits else min(max_width or 0, advance(text.split(maxsplit=1)[0]) + advance(" ") * 1.5)
        return original(text, style, context, narrow, *more, **named)

    monkeypatch.setattr(inline, "split_first_line", split)
    monkeypatch.setattr(linebreak, "needed", lambda: True)


def test_the_repair_is_needed_where_this_machine_s_pango_breaks_a_run_far_too_early() -> None:
    """Otherwise no line is touched; when no supported system's Pango needs it any more, `linebreak.py` can go."""
    if needed():
        assert lines(TIGHT)[0] == "Springs"
        return
    warnings.warn(f"the repair of line breaks is not needed with Pango {version()}", stacklevel=1)
    before = inline.split_first_line
    with whole_runs():
        assert inline.split_first_line is before
    assert lines(TIGHT) == [RUN, NEXT]


def version() -> str:
    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


@pytest.mark.usefixtures("faulty")
def test_where_it_is_needed_it_mends_the_line() -> None:
    assert lines(TIGHT)[0] == "Springs"
    with whole_runs():
        assert lines(TIGHT) == [RUN, NEXT]


def test_with_it_the_line_is_full_and_the_blank_hangs_over_the_edge() -> None:
    with whole_runs():
        assert lines(TIGHT) == [RUN, NEXT]


@pytest.mark.parametrize("width", [advance(RUN) - 2, advance("Springs feed the brook") + 2, 60, 590])
def test_a_line_with_any_other_room_breaks_where_weasyprint_breaks_it(width: float) -> None:
    before = lines(width)
    with whole_runs():
        assert lines(width) == before


@pytest.mark.parametrize("lacking", [0.5, 2, 4])
def test_a_run_whose_words_do_not_fit_is_not_forced_into_its_line(lacking: float) -> None:
    with whole_runs():
        assert advance(lines(advance(RUN) - lacking)[0]) <= advance(RUN) - lacking


@pytest.mark.parametrize("lacking", [0.5, 1, 2, 3, 4])
def test_nor_does_a_run_that_lacks_less_than_a_space_send_what_stands_before_it_to_the_next_line(
    lacking: float,
) -> None:
    with whole_runs():
        first, *_ = lines(advance("Look: Springs feed waterfalls") - lacking, "Look: <i>Springs</i> feed waterfalls ")
    assert first == "Look: Springs feed"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("more", [1, 10, 30])
def test_a_word_that_belongs_to_the_next_run_alone_goes_with_it(more: float, space: str) -> None:
    with whole_runs():
        first, second, *_ = lines(advance(RUN) + more, f"{RUN}{space}")
    assert (first, second.startswith(f"and{space}rivers")) == ("Springs feed the brook", True)


def test_a_chinese_word_stays_with_what_it_is_bound_to_too() -> None:
    with whole_runs():
        found = [lines(width, "Look 見図見図見図見図見図\u00a0") for width in range(120, 160, 3)]
    assert not [line for made in found for line in made if line.startswith("\u00a0")]


@pytest.mark.parametrize("more", [1, 2, 10])
def test_a_run_inside_a_line_is_broken_before_its_last_word_and_not_what_stands_before_it(more: float) -> None:
    """There the first chance is the blank that it begins with, and all of it came out as if it fitted."""
    with whole_runs():
        first, second, *_ = lines(advance(f"Cold {RUN}") + more, f"<i>Cold Springs</i> {RUN[8:]}\u00a0")
    assert (first, second.startswith("and\u00a0rivers")) == ("Cold Springs feed the brook", True)


def test_words_and_letters_that_are_set_apart_have_full_lines_too() -> None:
    apart = f"letter-spacing:{SIZE / 20}px;word-spacing:{SIZE / 5}px"
    whole = advance(f"{RUN} ") + len(f"{RUN} ") * SIZE / 20 + len(RUN.split()) * SIZE / 5
    with whole_runs():
        firsts = [lines(whole - lacking, apart=apart)[0] for lacking in range(14)]
    assert all(first.startswith("Springs feed the brook") for first in firsts)


@pytest.mark.parametrize("ending", ["", "\u00a0"])
def test_a_line_that_is_just_full_is_not_broken_at_its_first_chance(ending: str) -> None:
    """Where letters are set apart, the white after the last one has no room, whatever space ends the run."""
    apart = f"letter-spacing:{SIZE / 10}px;word-spacing:{SIZE / 5}px"
    whole = advance(RUN) + len(RUN) * SIZE / 10 + 4 * SIZE / 5
    with whole_runs():
        firsts = {lines(whole + part / 4, f"{RUN} {NEXT} and so on{ending}", apart)[0] for part in range(-8, 8)}
    assert firsts == {RUN, "Springs feed the brook"}


def test_weasyprint_is_as_it_was_afterwards_even_if_the_layout_fails() -> None:
    before = inline.split_first_line
    with pytest.raises(ZeroDivisionError), whole_runs():
        lines(1 / 0)
    assert inline.split_first_line is before


@pytest.mark.usefixtures("faulty", "anew")
def test_decks_and_lists_that_are_printed_whole_are_repaired_too() -> None:
    name = "coursepack:fonts/Carlito-Regular.ttf"
    css = f"@font-face{{font-family:T;src:url({font_url(name)})}} p{{margin:0;font:{SIZE}px T;width:{TIGHT}px}}"
    page = f'<html lang="en"><head><title>T</title></head><body><p>{RUN} <b>{NEXT}</b></p></body></html>'
    data, _, said = print_html(page, css, {}, [name], Span("a.md"), environment())
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert not said
    assert words.split("\r\n")[0].strip() == RUN
