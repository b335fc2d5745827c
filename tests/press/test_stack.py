"""All copies in one file, on variants of two pages each that are written by hand, read with a tool that is not ours."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from coursepack.press.base import NAME, Base
from coursepack.press.stack import stack
from coursepack.press.writer import Writer, stream
from coursepack.stamp import Piece, Stamp

BEGIN = b"%PDF-1.7\n"
FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%b/Length %d>>"


def form(data: bytes, more: bytes = b"") -> Piece:
    return Piece(FORM % (more, len(data)), b"\nstream\n%b\nendstream" % data)


def base(variant: str) -> Base:
    """Write a variant: each page has a font, parts of contents (its code is the last but one), and a paragraph.

    On the second page is a note with a link to the first one.
    """
    writer = Writer(len(BEGIN), 1)
    root, info, tree, line, said = (writer.take() for _ in range(5))
    top, document, parents, note, jump, link = (writer.take() for _ in range(6))
    paragraphs, fonts, resources, pages = (writer.take(2) for _ in range(4))
    body = writer.lay({line: b"<</Subtype/Form/BBox[0 0 9 9]/Length 0>>\nstream\n\nendstream"})
    for n in range(2):
        parts = writer.take(5)
        words = (b"before", b"drawn", b"foot", b"own code", b"after")
        body += writer.lay(
            {parts + at: stream(b"%%%b %b %d" % (variant.encode(), word, n)) for at, word in enumerate(words)}
        )
        name = NAME.encode()
        contents = b" ".join(b"%d 0 R" % (parts + at) for at in range(5))
        page = b"/Parent %d 0 R/MediaBox[0 0 90 120]/Resources %d 0 R/Contents[%b]" % (tree, resources + n, contents)
        page += b"/StructParents %d%b" % (n, b"/Annots[%d 0 R]" % link if n else b"")
        body += writer.lay(
            {
                fonts + n: b"<</Type/Font/Subtype/Type1/BaseFont/%b%d>>" % (variant.encode(), n),
                resources + n: b"<</Font<</F %d 0 R>>/XObject<<%b %d 0 R>>>>" % (fonts + n, name, line),
                pages + n: b"<</Type/Page%b>>" % page,
                paragraphs + n: b"<</Type/StructElem/S/P/P %d 0 R/Pg %d 0 R/K[0]/ActualText(%b, 7 0 R)>>"
                % (document, pages + n, variant.encode()),
            }
        )
    kids = (said, paragraphs, paragraphs + 1, note)
    held = b"/Nums[0[%d 0 R %d 0 R]1[%d 0 R]2 %d 0 R]" % (paragraphs, said, paragraphs + 1, jump)
    names = b"/Names<</Dests<</Names[(first)[%d 0 R/XYZ 3 4 0]]>>>>" % pages
    about = b"/Lang(en-GB)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R" % top
    target = b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (link, pages + 1)
    body += writer.lay(
        {
            root: b"<</Type/Catalog/Pages %d 0 R%b%b>>" % (tree, names, about),
            info: b"<</Title(Rivers)>>",
            tree: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>" % (pages, pages + 1),
            top: b"<</Type/StructTreeRoot/ParentTree %d 0 R/K[%d 0 R]>>" % (parents, document),
            parents: b"<<%b>>" % held,
            document: b"<</S/Document/P %d 0 R/K[%d 0 R %d 0 R %d 0 R %d 0 R]>>" % (top, *kids),
            note: b"<</Type/StructElem/S/Note/ID(note-1)/P %d 0 R/K[%d 0 R]>>" % (document, jump),
            jump: b"<</Type/StructElem/S/Link/P %d 0 R/Pg %d 0 R/K[%b]>>" % (note, pages + 1, target),
            link: b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest(first)/StructParent 2>>",
        }
    )
    start = writer.position
    data = BEGIN + body + writer.end(root, info)
    return Base(data, start, b"<00>", writer.free, root, info, 2, line, said, 0, document, pages, 1)


def stamp(name: str) -> Stamp:
    """A line that refers to a form of its own, and a code a page."""
    line = (form(b"%%line of %s" % name.encode(), b"/Resources<</XObject<</More 1 0 R>>>>"), form(b"%more"))
    codes = tuple(Piece(b"<</Length %d>>" % len(data), b"\nstream\n%b\nendstream" % data) for data in codes_of(name))
    return Stamp(line, codes, f"for {name}", f"{name} Łukasz")


def codes_of(name: str) -> list[bytes]:
    return [b"%%code %d of %s" % (number, name.encode()) for number in (1, 2)]


NAMES, ORDER = ("Ada", "Ben", "Cem"), (0, 1, 0)


@pytest.fixture(scope="module")
def file() -> pikepdf.Pdf:
    made = b"".join(stack([base("A"), base("B")], ORDER, map(stamp, NAMES)))
    return pikepdf.open(BytesIO(made))


def parts(page: pikepdf.Page) -> list[str]:
    return [part.read_bytes().decode().lstrip("%") for part in page.Contents]


def test_the_file_is_whole_for_another_reader_and_says_its_title_and_language(file: pikepdf.Pdf) -> None:
    assert not file.check_pdf_syntax()
    assert str(file.docinfo.Title) == "Rivers"
    assert str(file.Root.Lang) == "en-GB"
    assert len(file.pages) == 6


def test_each_copy_has_the_pages_of_its_variant_in_order_with_its_own_codes(file: pikepdf.Pdf) -> None:
    for number, (name, variant) in enumerate(zip(NAMES, "ABA", strict=True)):
        for at in range(2):
            assert parts(file.pages[2 * number + at]) == [
                f"{variant} before {at}",
                f"{variant} drawn {at}",
                f"{variant} foot {at}",
                f"code {at + 1} of {name}",
                f"{variant} after {at}",
            ]


def test_each_copy_draws_its_own_line_with_what_that_refers_to(file: pikepdf.Pdf) -> None:
    for number, page in enumerate(file.pages):
        line = page.resources.XObject[NAME]
        assert line.read_bytes() == f"%line of {NAMES[number // 2]}".encode()
        assert line.Resources.XObject.More.read_bytes() == b"%more"


def test_copies_of_one_variant_share_what_is_drawn_and_each_page_keeps_its_own_fonts(file: pikepdf.Pdf) -> None:
    first, _, other, _, third, _ = (page.Contents[0].objgen for page in file.pages)
    assert first == third != other
    assert [str(page.resources.Font.F.BaseFont) for page in file.pages] == ["/A0", "/A1", "/B0", "/B1", "/A0", "/A1"]
    assert len({page.resources.Font.F.objgen for page in file.pages}) == 4


def test_a_bookmark_leads_to_the_first_page_of_each_copy(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        assert [item.title for item in outline.root] == [f"{name} Łukasz" for name in NAMES]
        pages = [page.obj.objgen for page in file.pages]
        assert [pages.index(item.destination[0].objgen) for item in outline.root] == [0, 2, 4]


def test_page_labels_begin_anew_with_each_copy(file: pikepdf.Pdf) -> None:
    assert [page.label for page in file.pages] == ["1", "2"] * 3


def document(file: pikepdf.Pdf) -> pikepdf.Dictionary:
    (found,) = file.Root.StructTreeRoot.K
    return found


def test_each_copy_is_a_part_of_the_document_and_begins_with_whose_it_is(file: pikepdf.Pdf) -> None:
    assert [(str(part.S), str(part.T)) for part in document(file).K] == [("/Part", f"{name} Łukasz") for name in NAMES]
    assert [str(part.K[0].ActualText) for part in document(file).K] == [f"for {name}" for name in NAMES]


def test_words_that_look_like_a_reference_stay_words(file: pikepdf.Pdf) -> None:
    assert [str(part.K[1].ActualText) for part in document(file).K] == [f"{variant}, 7 0 R" for variant in "ABA"]


def test_the_parent_tree_leads_from_each_page_and_link_to_the_elements_of_its_copy(file: pikepdf.Pdf) -> None:
    tree = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
    for number, part in enumerate(document(file).K):
        said, first, second, note = part.K
        front, back = (file.pages[2 * number + at] for at in range(2))
        assert [one.objgen for one in tree[front.StructParents]] == [first.objgen, said.objgen]
        assert [one.objgen for one in tree[back.StructParents]] == [second.objgen]
        assert tree[back.Annots[0].StructParent].objgen == note.K[0].objgen
        assert (first.Pg.objgen, second.Pg.objgen) == (front.objgen, back.objgen)
        assert first.P.objgen == part.objgen


def test_a_link_leads_to_its_own_copy_and_no_note_has_the_name_of_another(file: pikepdf.Pdf) -> None:
    for number in range(3):
        target, *place = file.pages[2 * number + 1].Annots[0].Dest
        assert target.objgen == file.pages[2 * number].objgen
        assert place == ["/XYZ", 3, 4, 0]
    assert len({str(part.K[3].ID) for part in document(file).K}) == 3
