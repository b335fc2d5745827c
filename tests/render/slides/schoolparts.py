"""What templates of schools are made of, and what is changed in them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from copy import deepcopy
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Emu, Inches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

SAMPLE = "Zebrafink"  # stands on sample slides, in their notes and comments, and must be nowhere later
FEET = {"ftr", "sldNum", "dt"}
WIDE = Inches(13.333)


def pages(deck: Deck) -> Iterator[SlideMaster | SlideLayout]:
    for master in deck.slide_masters:
        yield master
        yield from master.slide_layouts


def name(layout: SlideLayout, word: str) -> None:
    layout.element.find(qn("p:cSld")).set("name", word)


def drop(page: SlideMaster | SlideLayout, which: Callable[[object], bool]) -> None:
    for shape in list(page.placeholders):
        if which(next(shape.element.iter(qn("p:ph")))):
            shape.element.getparent().remove(shape.element)


def fonts(master: SlideMaster, heading: str, body: str) -> None:
    part = master.part.part_related_by(RT.THEME)
    theme = part.blob
    for tag, family in (("majorFont", heading), ("minorFont", body)):
        theme = re.sub(rb'(<a:%s>\s*<a:latin typeface=")[^"]*' % tag.encode(), rb"\1" + family.encode(), theme)
    part._blob = theme  # noqa: SLF001 python-pptx has no other way to a part


def add_picture(master: SlideMaster, data: bytes, at: tuple[float, float, float, float]) -> None:
    _, key = master.part.get_or_add_image_part(io.BytesIO(data))
    x, y, width, height = (Emu(Inches(value)) for value in at)
    tree = master.shapes._spTree  # noqa: SLF001 python-pptx has no other way to its XML
    tree.insert(2, tree.add_pic(50 + len(tree), "Logo", "", key, x, y, width, height))


def copy_master(deck: Deck) -> None:
    """Add a second master with the layouts of the first."""
    old, package = deck.slide_master, deck.part.package
    theme = Part(PackURI("/ppt/theme/theme7.xml"), CT.OFC_THEME, package, old.part.part_related_by(RT.THEME).blob)
    blob = deepcopy(old.element)
    made = SlideMasterPart(PackURI("/ppt/slideMasters/slideMaster2.xml"), CT.PML_SLIDE_MASTER, package, blob)
    made.relate_to(theme, RT.THEME)
    for number, (entry, layout) in enumerate(zip(blob.find(qn("p:sldLayoutIdLst")), old.slide_layouts, strict=True)):
        uri = PackURI(f"/ppt/slideLayouts/slideLayout{number + 50}.xml")
        one = SlideLayoutPart(uri, CT.PML_SLIDE_LAYOUT, package, deepcopy(layout.element))
        one.relate_to(made, RT.SLIDE_MASTER)
        entry.set(qn("r:id"), made.relate_to(one, RT.SLIDE_LAYOUT))
        entry.set("id", str(2147483900 + number))
    listed = deck.element.find(qn("p:sldMasterIdLst"))
    entry = deepcopy(listed[0])
    entry.set(qn("r:id"), deck.part.relate_to(made, RT.SLIDE_MASTER))
    entry.set("id", "2147483899")
    listed.append(entry)


def comment(deck: Deck) -> None:
    package, space = deck.part.package, nsdecls("p")
    author = f'<p:cmAuthor id="0" name="{SAMPLE}" initials="Z" lastIdx="1" clrIdx="0"/>'
    authors = f"<p:cmAuthorLst {space}>{author}</p:cmAuthorLst>"
    deck.part.relate_to(
        Part(PackURI("/ppt/commentAuthors.xml"), CT.PML_COMMENT_AUTHORS, package, authors.encode()), RT.COMMENT_AUTHORS
    )
    words = (
        f'<p:cmLst {space}><p:cm authorId="0" dt="2026-01-01T00:00:00" idx="1"><p:pos x="1" y="1"/>'
        f"<p:text>{SAMPLE}</p:text></p:cm></p:cmLst>"
    )
    part = Part(PackURI("/ppt/comments/comment1.xml"), CT.PML_COMMENTS, package, words.encode())
    deck.slides[0].part.relate_to(part, RT.COMMENTS)


def links(deck: Deck) -> None:
    """A button of a layout that goes to a sample slide, a section, and a custom show."""
    layout = deck.slide_layouts[1]
    key = layout.part.relate_to(deck.slides[1].part, RT.SLIDE)
    shape = next(iter(layout.placeholders)).element
    shape.find(f".//{qn('p:cNvPr')}").append(
        parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{key}" action="ppaction://hlinksldjump"/>')
    )
    first = deck.element.sldIdLst[0]
    show = (
        f'<p:custShowLst {nsdecls("p", "r")}><p:custShow name="{SAMPLE}" id="0"><p:sldLst>'
        f'<p:sld r:id="{first.rId}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    deck.element.find(qn("p:notesSz")).addnext(parse_xml(show))


def png(colour: str) -> bytes:
    """A picture of one colour, 8 by 8."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes.fromhex(colour) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def retyped(data: bytes, kind: str) -> bytes:
    """Give the package's main part another content type."""
    return rezipped(
        data, {"[Content_Types].xml": lambda old: old.replace(CT.PML_PRESENTATION_MAIN.encode(), kind.encode())}
    )


def rezipped(data: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, changes.get(member, bytes)(old.read(member)))
    return stream.getvalue()


def saved(deck: Deck) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()
