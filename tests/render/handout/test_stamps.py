"""Stamps: a line as a form that nobody else's changes, narrow enough for its place, and a code a page."""

from __future__ import annotations

import re
import zlib

import pytest

from coursepack.render.handout.stamps import Batch, Style, Wanted, stamps
from coursepack.render.look.fontfile import font_url

FACE = "fontpkg_source_serif_4:files/SourceSerif4[opsz,wght].ttf"
CSS = (
    f"@font-face{{font-family:T;src:url('{font_url(FACE)}')}} html{{font:10pt T}} body,p{{margin:0}}"
    "p{white-space:nowrap} section{break-before:page} @page{size:300pt 20pt;margin:0}"
)
WIDE = Style(CSS, (FACE,), 300, 24)
ADA, BEN = (
    Wanted("Ada, Seat 1", "Ada (A)", "RIVERS/01/AB12/A", 2),
    Wanted("Ben, Seat 2", "Ben (B)", "RIVERS/01/CD/B", 1),
)


def batch(**lines: Wanted) -> Batch:
    body = "".join(f"<section><p>{words}</p></section>" for words in lines)
    return Batch(f'<html lang="en"><body>{body}</body></html>', tuple(lines.values()))


def scale(head: bytes) -> list[float]:
    found = re.search(rb"/Matrix \[([^\]]+)\]", head)
    assert found
    return [float(one) for one in found[1].split()]


def test_a_stamp_says_its_own_words_and_has_a_code_for_each_page() -> None:
    one, other = stamps(WIDE, batch(Ada=ADA, Ben=BEN))
    assert (one.said, one.title, len(one.codes)) == ("Ada, Seat 1", "Ada (A)", 2)
    assert (other.said, other.title, len(other.codes)) == ("Ben, Seat 2", "Ben (B)", 1)
    assert len({code.tail for code in (*one.codes, *other.codes)}) == 3


def test_nobody_s_stamp_depends_on_who_else_is_there() -> None:
    together, alone = stamps(WIDE, batch(Ada=ADA, Ben=BEN))[1], stamps(WIDE, batch(Ben=BEN))[0]
    assert together.line == alone.line
    assert together.codes == alone.codes


def test_a_line_is_a_form_as_large_as_its_page_and_refers_to_what_follows_it() -> None:
    (one,) = stamps(WIDE, batch(Ada=ADA))
    form, *needed = one.line
    assert b"/Subtype /Form" in form.head
    assert re.search(rb"/BBox \[0 0 300(?:\.0)? 20(?:\.0)?\]", form.head)
    asked = {int(number) for piece in one.line for number in re.findall(rb"(\d+) 0 R", piece.head)}
    assert asked == set(range(1, len(needed) + 1))


def test_a_line_that_is_too_wide_is_made_narrower_and_another_is_not() -> None:
    (one,) = stamps(WIDE, batch(Ada=ADA))
    assert scale(one.line[0].head) == [1, 0, 0, 1, 0, 0]
    (long,) = stamps(Style(CSS, (FACE,), 40, 24), batch(**{"Adalbert Okafor of Lake Constance": ADA}))
    across, _, _, up, *_ = scale(long.line[0].head)
    assert 0 < across == up < 0.5


@pytest.mark.parametrize("black", [False, True])
def test_with_black_ink_alone_a_line_has_no_colour(black: bool) -> None:  # noqa: FBT001 a row
    red = Style(CSS + "p{color:#c00}", (FACE,), 300, 24, black)
    (one,) = stamps(red, batch(Ada=ADA))
    written = one.line[0].tail.partition(b"\nstream\n")[2].rpartition(b"\nendstream")[0]
    drawn = zlib.decompress(written) if b"FlateDecode" in one.line[0].head else written
    coloured = [
        found for found in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn)\b", drawn) if len(set(found)) > 1
    ]
    assert bool(coloured) is not black
