"""A school's file becomes an empty deck: opened, and nothing of its own slides left.

What only the sample slides refer to goes with them, because a part that nothing refers to is not written.
"""

from __future__ import annotations

import zipfile
import zlib
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING

from lxml.etree import LxmlError, SubElement
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesMasterPart

from coursepack.render.slides.native.zipped import pack

if TYPE_CHECKING:
    from jinja2 import Environment
    from lxml.etree import _Element
    from pptx.presentation import Presentation as Deck

    from coursepack.render.slides.layouts import Design

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST = 500_000_000  # bytes unpacked
_LEAST, _LARGEST = 914_400, 51_206_400  # EMU a side: what PowerPoint allows (ST_SlideSizeCoordinate)
_TYPES = "[Content_Types].xml"
# Templates, shows, and both with macros, are told from a presentation by this name alone.
_MAINS = (
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
)
# What a deck keeps of a template's main part; all else is of its slides, its editing or its macros.
_KEPT = (RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.HANDOUT_MASTER, RT.THEME, RT.TABLE_STYLES, RT.FONT)
_OF_THE_DECK = tuple(qn(f"p:{tag}") for tag in ("custShowLst", "custDataLst", "modifyVerifier", "photoAlbum", "extLst"))
_SETTINGS = (
    ("/ppt/presProps.xml", CT.PML_PRES_PROPS, RT.PRES_PROPS, "presentationPr"),
    ("/ppt/viewProps.xml", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, "viewPr"),
)
# python-pptx looks for nothing before it reads: what a file lacks shows as any of these.
UNREAD = (PythonPptxError, KeyError, IndexError, ValueError, TypeError, LxmlError, AttributeError)


class Fault(Enum):
    """What may be wrong with a template, and what would help."""

    LAYOUTLESS = ("the template has no layout", "Save it from PowerPoint or LibreOffice as .pptx")
    UNREADABLE = (
        "the template is not a presentation that can be read",
        "Open it in PowerPoint and save it as .pptx (not as Strict Open XML)",
    )
    LOCKED = ("the template is locked with a password", "Save it without a password")
    OLD = ("the template is a .ppt of before 2007", "Save it as .pptx or .potx")
    HUGE = ("the template unpacks to more than 500 MB", "Take its pictures and films out")
    SIZELESS = ("the slides of the template have no size that can be shown", "Set their size: 2.5 to 140 cm a side")
    THEMELESS = ("the template has no theme", "Save it from PowerPoint or LibreOffice as .pptx")
    DAMAGED = ("the template is damaged, or no .pptx", "Save it again, as .pptx or .potx")


class TemplateError(Exception):
    """Raised for a file that no deck can be built on; `advice` begins with a verb."""

    def __init__(self, fault: Fault) -> None:
        """Say what is wrong, and what would help."""
        message, self.advice = fault.value
        super().__init__(message)


def open_empty(data: bytes, design: Design, templates: Environment, language: str) -> Deck:
    """Open a template and take its own slides out.

    Raises:
        TemplateError: the file is not a presentation, or is damaged or locked.
    """
    members = _members(data)
    try:
        deck = Presentation(BytesIO(pack(members)))
        counts = [len(list(master.slide_layouts)) for master in deck.slide_masters]
        sides = (deck.slide_width or 0, deck.slide_height or 0)
    except UNREAD as error:
        raise TemplateError(Fault.UNREADABLE) from error
    if not any(counts):
        raise TemplateError(Fault.LAYOUTLESS)
    if not all(_LEAST <= side <= _LARGEST for side in sides):
        raise TemplateError(Fault.SIZELESS)
    if not all(_has_theme(master.part) for master in deck.slide_masters):
        raise TemplateError(Fault.THEMELESS)
    _empty(deck, templates, language)
    _add_notes_master(deck, design, templates, language)
    return deck


def _has_theme(master: Part) -> bool:
    """Tell whether a master's theme can be read."""
    try:
        return bool(parse_xml(master.part_related_by(RT.THEME).blob).tag == qn("a:theme"))
    except (KeyError, ValueError, LxmlError):
        return False


def _members(data: bytes) -> dict[str, bytes]:
    """Unpack the file; what is a template by its content type becomes a presentation."""
    if data.startswith(_OLE):
        raise TemplateError(Fault.LOCKED if _ENCRYPTED in data else Fault.OLD)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(member.file_size for member in package.infolist()) > MOST:
                raise TemplateError(Fault.HUGE)
            members = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TemplateError(Fault.DAMAGED) from error
    if _TYPES not in members:
        raise TemplateError(Fault.DAMAGED)
    for kind in _MAINS:
        members[_TYPES] = members[_TYPES].replace(kind.encode(), CT.PML_PRESENTATION_MAIN.encode())
    return members


def _empty(deck: Deck, templates: Environment, language: str) -> None:
    """Leave masters, layouts, themes and fonts; replace what is said of the slides that go."""
    part, package = deck.part, deck.part.package
    for key in [key for key, rel in part.rels.items() if rel.reltype not in _KEPT]:
        part.rels.pop(key)
    if deck.element.sldIdLst is not None:
        deck.element.sldIdLst.clear()
    for element in [child for child in deck.element if child.tag in _OF_THE_DECK]:
        deck.element.remove(element)
    of_file = package._rels  # noqa: SLF001 (python-pptx has no public name for it)
    for key in [key for key, rel in of_file.items() if rel.reltype != RT.OFFICE_DOCUMENT]:
        of_file.pop(key)
    for master in deck.slide_masters:
        for one in (master, *master.slide_layouts):
            _unlink(one.part)
        for layout in master.slide_layouts:
            _number(layout.element)
    about = templates.get_template("deck/app.xml.j2").render(language=language).encode()
    package.relate_to(
        Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, package, about), RT.EXTENDED_PROPERTIES
    )
    for name, content, relation, root in _SETTINGS:
        settings = templates.get_template("deck/properties.xml.j2").render(root=root).encode()
        part.relate_to(Part(PackURI(name), content, package, settings), relation)


def _unlink(part: Part) -> None:
    """Take buttons that go to a sample slide out of a master or layout: they would keep it in the file."""
    for key in [key for key, rel in part.rels.items() if rel.reltype in (RT.SLIDE, RT.TAGS, RT.COMMENTS)]:
        for element in part._element.xpath(f".//*[@r:id='{key}']"):  # type: ignore[attr-defined]  # noqa: SLF001 python-pptx has no public name for it
            element.getparent().remove(element)
        part.rels.pop(key)


def _number(layout: _Element) -> None:
    """Give placeholders without a number of their own one: LibreOffice writes none, and a slide's could not be told."""
    taken = {"0"}
    for mark in layout.iter(qn("p:ph")):
        if mark.get("type") in {"title", "ctrTitle"}:
            continue
        if mark.get("idx", "0") in taken:
            mark.set("idx", next(str(number) for number in range(20, 999) if str(number) not in taken))
        taken.add(mark.get("idx", "0"))


def _add_notes_master(deck: Deck, design: Design, templates: Environment, language: str) -> None:
    """Give a template that has no place for notes the one of our own deck, with the template's theme."""
    part, package = deck.part, deck.part.package
    own = [rel for rel in part.rels.values() if rel.reltype == RT.NOTES_MASTER]
    if own and any(mark.get("type") == "body" for mark in deck.notes_master.element.iter(qn("p:ph"))):
        return
    listed = deck.element.find(qn("p:notesMasterIdLst"))
    if listed is not None:
        deck.element.remove(listed)
    for rel in own:
        part.rels.pop(rel.rId)
    xml = templates.get_template("deck/notes-master.xml.j2").render(design=design, language=language).encode()
    made = NotesMasterPart(PackURI("/ppt/notesMasters/notesMaster1.xml"), CT.PML_NOTES_MASTER, package, parse_xml(xml))
    theme = deck.slide_masters[0].part.part_related_by(RT.THEME)
    made.relate_to(Part(_free(deck, "/ppt/theme/theme{}.xml"), CT.OFC_THEME, package, theme.blob), RT.THEME)
    entry = SubElement(deck.element.makeelement(qn("p:notesMasterIdLst")), qn("p:notesMasterId"))
    entry.set(qn("r:id"), part.relate_to(made, RT.NOTES_MASTER))
    deck.element.find(qn("p:sldMasterIdLst")).addnext(entry.getparent())


def _free(deck: Deck, pattern: str) -> PackURI:
    """Return the first name of a pattern that no part has."""
    taken = {str(part.partname).lower() for part in deck.part.package.iter_parts()}
    return PackURI(next(name for name in (pattern.format(number) for number in range(1, 999)) if name not in taken))
