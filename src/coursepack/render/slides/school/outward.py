"""What a school's template only links to, and loses: pictures, films and objects that a program would fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import tostring
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsuri, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from pptx.opc.package import Part, _Relationship
    from pptx.presentation import Presentation as Deck

# What a reader follows by a click is fetched by nobody else.
_CLICKED = ("https://", "http://", "mailto:")
_SHAPES = (qn("p:pic"), qn("p:graphicFrame"))


def cut(deck: Deck) -> tuple[str, ...]:
    """Take away what leads out of the file, and what shows it; return where it led."""
    targets = []
    for part in list(deck.part.package.iter_parts()):
        for key, rel in list(part.rels.items()):
            if rel.is_external and not _is_clicked(rel):
                targets.append(rel.target_ref)
                part.rels.pop(key)
                _forget(part, key)
    return tuple(dict.fromkeys(targets))


def _is_clicked(rel: _Relationship) -> bool:
    return rel.reltype == RT.HYPERLINK and rel.target_ref.lower().startswith(_CLICKED)


def _forget(part: Part, key: str) -> None:
    """Take what asks for a relation out of a part."""
    if isinstance(part, XmlPart):
        _without(part._element, key)  # noqa: SLF001 (python-pptx has no public name for it)
    elif part.partname.endswith(".xml"):
        root = parse_xml(part.blob)
        _without(root, key)
        part._blob = tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 python-pptx has no public name for it


def _without(root: _Element, key: str) -> None:
    for element, name in list(_asking(root, key)):
        if element.tag == qn("a:blip"):
            del element.attrib[name]
            gone = next(element.iterancestors(qn("p:pic")), None) if qn("r:embed") not in element.attrib else None
        else:
            gone = next(element.iterancestors(*_SHAPES), element) if "ole" in element.tag.lower() else element
        around = gone.getparent() if gone is not None else None
        if around is not None and gone is not None:
            around.remove(gone)


def _asking(root: _Element, key: str) -> Iterator[tuple[_Element, str]]:
    """Yield the elements that name a relation, each with the attribute that does."""
    ours = f"{{{nsuri('r')}}}"
    for element in root.iter("*"):
        for name, value in element.attrib.items():
            if str(name).startswith(ours) and value == key:
                yield element, str(name)
