"""A variant made ready, on two pages that are written by hand, read with a tool that is not ours."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coursepack.press.base import NAME, Base, prepare
from coursepack.press.writer import Writer, stream
from coursepack.stamp import Foot

RIGHT, LEFT = Foot((100, 20), (300, 10), 24), Foot((40, 20), (8, 10), 24)


@pytest.fixture(scope="module")
def base(variant: bytes) -> Base:
    return prepare(variant, (RIGHT, LEFT))


@pytest.fixture(scope="module")
def file(base: Base) -> pikepdf.Pdf:
    """A copy: what it has of its own is written behind the base, under the numbers that are kept free for it."""
    writer = Writer(len(base.data), base.free)
    own = {base.line: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"}
    own |= {base.codes + n: stream(b"%%code %d" % n) for n in range(base.pages)}
    own |= {base.element: b"<</S/P/P %d 0 R/Pg %d 0 R/K[%d]>>" % (base.parent, base.first, base.mark)}
    data = base.data + writer.lay(own)
    return pikepdf.open(BytesIO(data + writer.end(base.root, base.info, (base.start, base.identity))))


def parts(page: pikepdf.Page) -> list[bytes]:
    """What a page draws in turn."""
    return [part.read_bytes() for part in page.obj.Contents]


def test_the_pages_of_before_are_whole_and_what_is_new_is_written_behind_them(base: Base, variant: bytes) -> None:
    assert base.data.startswith(variant)
    assert base.pages == 2
    assert base.data[base.start :].split(b" ", 1)[0].isdigit()  # the index begins there
    assert base.data.rstrip().endswith(b"%%EOF")
    assert int(base.data.rpartition(b"startxref")[2].split()[0]) == base.start


def test_a_pages_own_content_stands_between_what_saves_its_state_and_its_foot(file: pikepdf.Pdf) -> None:
    for number, page in enumerate(file.pages):
        opened, own, foot, code, closed = parts(page)
        assert (opened, own, code, closed) == (b"q\n", b"%%own %d" % number, b"%%code %d" % number, b"f Q EMC\n")
        assert foot.startswith(b"Q\n")


def test_the_line_is_real_on_the_first_page_and_an_artifact_on_the_others(file: pikepdf.Pdf, base: Base) -> None:
    first, second = (parts(page)[2] for page in file.pages)
    assert first.count(b"/P<</MCID 1>>BDC") == 1  # 0 is the paragraph's
    assert first.count(b"/Artifact") == 1  # the code
    assert second.count(b"/Artifact") == 2
    assert base.mark == 1


def test_the_foot_of_a_right_page_and_of_a_left_one_stand_at_their_own_places(file: pikepdf.Pdf) -> None:
    right, left = (parts(page)[2] for page in file.pages)
    for foot, line, code in ((right, b"100.000 20.000", b"300.000 10.000"), (left, b"40.000 20.000", b"8.000 10.000")):
        before, _, after = foot.partition(b"Do Q EMC")
        assert b"1 0 0 1 %b cm" % line in before
        assert b"1 0 0 1 %b cm 0 g" % code in after


def test_the_line_comes_first_in_the_structure_and_is_found_from_its_page(file: pikepdf.Pdf, base: Base) -> None:
    tree = file.Root.StructTreeRoot
    (document,) = tree.K
    assert len(document.K) == 3
    assert document.K[0].objgen == (base.element, 0)
    nums = list(tree.ParentTree.Nums)
    assert [len(entry) for entry in nums[1::2]] == [2, 1]
    assert nums[1][base.mark].objgen == (base.element, 0)
    assert document.objgen == (base.parent, 0)
    assert file.pages[0].obj.objgen == (base.first, 0)


def test_resources_that_pages_share_have_the_line_beside_what_they_had(file: pikepdf.Pdf, base: Base) -> None:
    first, second = (page.obj.Resources for page in file.pages)
    assert first.objgen == second.objgen
    assert set(first.XObject.keys()) == {"/Drawn", NAME}
    assert first.XObject[NAME].objgen == (base.line, 0)


def test_what_a_copy_writes_has_numbers_that_no_object_has(file: pikepdf.Pdf, base: Base) -> None:
    new = {base.line, base.element, *(base.codes + number for number in range(base.pages))}
    assert len(new) == 4
    assert max(new) < base.free
    assert not [number for number in new if b"\n%d 0 obj" % number in base.data]
    assert not file.check_pdf_syntax()
