"""Tags on sheets, read back by pikepdf and PDFium: what is heard is heard in the order of the pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from page import validate_pdf_bytes
from pikepdf import Array, Dictionary, Name

from coursepack.outputs import pdf
from coursepack.press.impose import impose
from coursepack.press.scheme import Wish
from coursepack.problem import Span
from listening import Listening

if TYPE_CHECKING:
    from coursepack.build import Ready
    from kept import Kept

AT = Span("any.pdf")
CLAIMS = ("pdfuaid:part", "pdfaid:part")


def unfolded(data: bytes) -> bytes:
    """Return a file whose pages are the forms of an imposed one, with its structure."""
    file, pages = pikepdf.open(BytesIO(data)), {}
    count = len(file.pages)
    for element in (one for one in file.objects if isinstance(one, Dictionary) and "/S" in one and "/K" in one):
        for mark in element.K if isinstance(element.K, Array) else [element.K]:
            if isinstance(mark, Dictionary) and "/Stm" in mark:
                form = mark.Stm
                assert any(form.objgen == one.objgen for one in mark.Pg.Resources.XObject.values())
                if form.objgen not in pages:
                    page = file.add_blank_page(page_size=(600, 900))
                    page.Contents, page.Resources = file.make_stream(form.read_bytes()), form.Resources
                    pages[form.objgen] = page.obj
                mark.Pg = pages[form.objgen]
    del file.pages[:count]
    made = BytesIO()
    file.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def printed(exercises: Ready, kept: Kept) -> bytes:
    return kept(pdf, exercises).data


STACK = pytest.param(Wish(scheme="stack"), marks=pytest.mark.thorough)


@pytest.mark.parametrize("wish", [Wish(), Wish(scheme="n-up", up=4, marks=True), STACK])
def test_it_is_heard_as_its_pages_are(printed: bytes, wish: Wish) -> None:
    made = impose(printed, wish, AT).data
    assert Listening(unfolded(made)).transcript() == Listening(printed).transcript()


def test_each_mark_leads_back_to_what_it_belongs_to(printed: bytes) -> None:
    file = pikepdf.open(BytesIO(impose(printed, Wish(), AT).data))
    marks = dict(zip(*[iter(file.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for element in (one for one in file.objects if isinstance(one, Dictionary) and "/S" in one and "/K" in one):
        for mark in element.K if isinstance(element.K, Array) else [element.K]:
            if "/Stm" in mark:
                assert marks[mark.Stm.StructParents][mark.MCID].objgen == element.objgen
    assert not any("/S" in one and Name.Link == one.S for one in file.objects if isinstance(one, Dictionary))


def claimed(data: bytes) -> set[str]:
    file = pikepdf.open(BytesIO(data))
    said = file.Root.Metadata.read_bytes().decode() if "/Metadata" in file.Root else ""
    return {claim for claim in CLAIMS if claim in said}


def test_what_the_file_claims_is_claimed_unless_something_of_it_is_lost(printed: bytes) -> None:
    made = impose(printed, Wish(marks=True), AT).data
    assert claimed(made) == set(CLAIMS)
    assert all(validate_pdf_bytes(made, profile=profile).is_compliant for profile in ("ua1", "3a"))
    file = pikepdf.open(BytesIO(printed))
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9])
    file.pages[0].Annots = file.make_indirect(Array([file.make_indirect(field)]))
    made = BytesIO()
    file.save(made)
    assert not claimed(impose(made.getvalue(), Wish(), AT).data)


def test_a_file_without_tags_has_none() -> None:
    file, made = pikepdf.new(), BytesIO()
    file.add_blank_page()
    file.save(made)
    assert "/StructTreeRoot" not in pikepdf.open(BytesIO(impose(made.getvalue(), Wish(), AT).data)).Root


def tagged(tree: str) -> bytes:
    """Write a page that claims to be tagged; a paragraph is 5 0, what lists the marks is 6 0, the tree 4 0."""
    file = pikepdf.new()
    file.add_blank_page(page_size=(300, 400))
    made = BytesIO()
    file.Root.MarkInfo = Dictionary(Marked=True)
    page, root = file.pages[0].obj, file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    paragraph = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=page, K=0))
    marks = file.make_indirect(Dictionary(Nums=Array([0, Array([paragraph])])))
    root.K, root.ParentTree, file.Root.StructTreeRoot = paragraph, marks, root
    page.StructParents, page.Contents = 0, file.make_stream(b"/P <</MCID 0>> BDC EMC")
    match tree:
        case "without a list":
            del root["/ParentTree"]
        case "without a page":
            del paragraph["/Pg"]
        case "a list in itself":
            marks.Kids = Array([marks])
        case "a part of itself":
            paragraph.K = Array([0, paragraph])
    file.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("tree", "kept"),
    [("whole", True), ("without a list", False), ("without a page", False), ("a list in itself", False),
     ("a part of itself", True)],
)  # fmt: skip
def test_tags_that_lead_nowhere_are_left_out_and_that_is_said(tree: str, kept: bool) -> None:  # noqa: FBT001 a row
    """The file was said to be damaged, or never came to an end."""
    made = impose(tagged(tree), Wish(), AT)
    with pikepdf.open(BytesIO(made.data)) as file:
        assert ("/StructTreeRoot" in file.Root, "/MarkInfo" in file.Root) == (kept, kept)
    assert ("without its tags, which are damaged;" in made.size) is not kept
