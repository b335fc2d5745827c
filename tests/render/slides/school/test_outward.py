"""What a template only links to is taken away with what shows it; what a reader clicks stays."""

from __future__ import annotations

from io import BytesIO

import schoolparts
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.render.slides.school.outward import cut

LOGO = "https://school.example/logo.png"


def external(deck: object) -> list[str]:
    parts = deck.part.package.iter_parts()  # type: ignore[attr-defined]
    return [rel.target_ref for part in parts for rel in part.rels.values() if rel.is_external]


def pictured(*, embedded: bool) -> object:
    """Return a deck whose master has a picture that is linked, and in the file as well or not."""
    deck = Presentation()
    tree, part = deck.slide_master.shapes._spTree, deck.slide_master.part  # noqa: SLF001 python-pptx has no other way to its XML
    _, inside = part.get_or_add_image_part(BytesIO(schoolparts.png("7A0019")))
    picture = tree.add_pic(90, "Logo", "", inside, 0, 0, Inches(1), Inches(1))
    blip = next(picture.iter(qn("a:blip")))
    blip.set(qn("r:link"), part.relate_to(LOGO, RT.IMAGE, is_external=True))
    if not embedded:
        del blip.attrib[qn("r:embed")]
    return deck


def pictures(deck: object) -> int:
    return len(list(deck.slide_master.element.iter(qn("p:pic"))))  # type: ignore[attr-defined]


def test_a_template_that_links_to_nothing_loses_nothing() -> None:
    deck = Presentation()
    before = [part.partname for part in deck.part.package.iter_parts()]
    assert cut(deck) == ()
    assert [part.partname for part in deck.part.package.iter_parts()] == before


def test_a_picture_that_is_only_linked_goes_and_one_that_is_in_the_file_too_stays() -> None:
    for embedded in (False, True):
        deck = pictured(embedded=embedded)
        assert cut(deck) == (LOGO,)  # type: ignore[arg-type]
        assert external(deck) == []
        assert pictures(deck) == embedded
        assert LOGO not in str(schoolparts.saved(deck))  # type: ignore[arg-type]


def test_a_link_that_is_clicked_stays_and_one_to_a_file_does_not() -> None:
    deck = Presentation()
    part, tree = deck.slide_master.part, deck.slide_master.shapes._spTree  # noqa: SLF001 python-pptx has no other way to its XML
    for target in ("https://un.org", "MAILTO:a@school.example", "file:///C:/secret.txt"):
        key = part.relate_to(target, RT.HYPERLINK, is_external=True)
        click = f'<a:hlinkClick {nsdecls("a", "r")} r:id="{key}"/>'
        next(tree.iter(qn("p:cNvPr"))).append(parse_xml(click))
    assert cut(deck) == ("file:///C:/secret.txt",)
    assert external(deck) == ["https://un.org", "MAILTO:a@school.example"]
    assert len(list(tree.iter(qn("a:hlinkClick")))) == 2


def test_each_address_is_named_once() -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts)[:3]:
        layout.part.relate_to(LOGO, RT.IMAGE, is_external=True)
    assert cut(deck) == (LOGO,)
