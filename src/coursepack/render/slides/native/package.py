"""The file: sections, properties, and its parts in a zip."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from lxml.etree import Element, SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.native.zipped import pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.presentation import Presentation

# A file has no date of its own: a real one would make two builds of the same text differ.
_DAY = (1980, 1, 1, 0, 0, 0)
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
# Letters of a core property: what the format (ISO/IEC 29500-2) lets them have.
_LONGEST = 255
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


@dataclass(frozen=True)
class Properties:
    """What the file says of itself; `language` as in BCP 47."""

    title: str
    subject: str = ""
    authors: str = ""
    keywords: str = ""
    language: str = "en"
    description: str = ""


def describe(deck: Presentation, properties: Properties) -> None:
    """Write the core properties; python-pptx would name itself and today."""
    core = deck.core_properties
    core.title, core.subject, core.author = map(_short, (properties.title, properties.subject, properties.authors))
    core.keywords, core.language, core.comments = map(
        _short, (properties.keywords, properties.language, properties.description)
    )
    core.last_modified_by = core.author
    core.created = core.modified = datetime(*_DAY)  # noqa: DTZ001 (python-pptx wants UTC without saying so)


def _short(text: str) -> str:
    """Keep to the length that a core property may have (python-pptx takes no longer ones)."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def add_sections(deck: Presentation, names: Sequence[str]) -> None:
    """Group the slides into PowerPoint's sections: neighbours of one name; `names` has one entry a slide."""
    identities = [entry.get("id", "") for entry in deck.element.sldIdLst]
    if not any(names):
        return
    extension = Element(qn("p:ext"), {"uri": _SECTIONS})
    sections = SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    for number, (name, group) in enumerate(groupby(range(len(names)), key=lambda index: names[index])):
        identity = str(uuid5(NAMESPACE_URL, f"coursepack:{number}:{name}")).upper()
        section = SubElement(sections, f"{{{_P14}}}section", {"name": name or "-", "id": f"{{{identity}}}"})
        members = SubElement(section, f"{{{_P14}}}sldIdLst")
        for index in group:
            SubElement(members, f"{{{_P14}}}sldId", {"id": identities[index]})
    _extensions(deck.element).append(extension)


def _extensions(presentation: _Element) -> _Element:
    found = presentation.find(qn("p:extLst"))
    return SubElement(presentation, qn("p:extLst")) if found is None else found


def save(deck: Presentation, templates: Environment) -> bytes:
    """Write the deck. python-pptx's own way of saving would compress everything once more."""
    package = deck.part.package
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    types = [(part.partname, part.content_type) for part in parts]
    members = {"_rels/.rels": package._rels.xml}  # noqa: SLF001 (python-pptx has no public name for it)
    members["[Content_Types].xml"] = templates.get_template("deck/content-types.xml.j2").render(types=types).encode()
    for part in parts:
        members[part.partname.membername] = part.blob
        if len(part.rels):
            members[part.partname.rels_uri.membername] = part.rels.xml
    return pack(members)


def count(deck: bytes) -> int:
    """Return how many slides a deck has."""
    with zipfile.ZipFile(BytesIO(deck)) as package:
        return sum(name.startswith("ppt/slides/slide") for name in package.namelist())


def repack(package: bytes) -> bytes:
    """Write a zip again with its members sorted and undated."""
    with zipfile.ZipFile(BytesIO(package)) as old:
        return pack({name: old.read(name) for name in old.namelist()})
