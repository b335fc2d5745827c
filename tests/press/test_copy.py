"""A copy of a variant: its file begins with the variant's own bytes, and all that is somebody's follows."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coursepack.press.base import Base, prepare
from coursepack.press.copy import tail
from coursepack.stamp import Foot, Piece, Stamp

FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%b/Length %d>>"


def form(words: bytes, more: bytes = b"") -> Piece:
    return Piece(FORM % (more, len(words)), b"\nstream\n%b\nendstream" % words)


@pytest.fixture(scope="module")
def base(variant: bytes) -> Base:
    foot = Foot((10, 20), (30, 10), 24)
    return prepare(variant, (foot, foot))


@pytest.fixture(scope="module")
def copy(base: Base) -> pikepdf.Pdf:
    line = (form(b"%line", b"/Resources<</XObject<</More 1 0 R>>>>"), form(b"%more"))
    codes = tuple(Piece(b"<</Length 6>>", b"\nstream\n%%code%d\nendstream" % number) for number in range(2))
    return pikepdf.open(BytesIO(base.data + tail(base, Stamp(line, codes, "Ada Okafor, Variant A", "Ada"))))


def test_the_line_is_drawn_with_all_that_it_refers_to(copy: pikepdf.Pdf, base: Base) -> None:
    assert not copy.check_pdf_syntax()
    line = copy.get_object(base.line, 0)
    assert line.read_bytes() == b"%line"
    assert line.Resources.XObject.More.read_bytes() == b"%more"


def test_what_a_line_refers_to_has_a_number_that_was_free(copy: pikepdf.Pdf, base: Base) -> None:
    assert copy.get_object(base.line, 0).Resources.XObject.More.objgen[0] == base.free


def test_the_line_is_read_aloud_as_a_paragraph_of_the_first_page(copy: pikepdf.Pdf, base: Base) -> None:
    said = copy.get_object(base.element, 0)
    assert (str(said.S), str(said.ActualText)) == ("/P", "Ada Okafor, Variant A")
    assert (said.Pg.objgen, said.K[0]) == (copy.pages[0].objgen, base.mark)


def test_every_page_has_its_own_code(copy: pikepdf.Pdf, base: Base) -> None:
    assert [page.Contents[3].read_bytes() for page in copy.pages] == [b"%code0", b"%code1"]
    assert [page.Contents[3].objgen[0] for page in copy.pages] == [base.codes, base.codes + 1]
