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
def printed(exercises: Ready) -> bytes:
    return pdf.make(exercises, None, "a4").data


@pytest.mark.parametrize("wish", [Wish(), Wish(scheme="n-up", up=4, marks=True), Wish(scheme="stack")])
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
