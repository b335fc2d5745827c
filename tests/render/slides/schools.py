"""Templates as schools have them, each with what has broken a tool before. Made with python-pptx and LibreOffice."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from copy import deepcopy
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Emu, Inches

import office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

GERMAN = [
    "Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich", "Nur Titel", "Leer",
    "Inhalt mit Überschrift", "Bild mit Überschrift", "Titel und vertikaler Text", "Vertikaler Titel und Text",
]  # fmt: skip
SAMPLE = "Zebrafink"  # stands on sample slides, in their notes and comments, and must be nowhere later
_FEET = {"ftr", "sldNum", "dt"}
_WIDE = Inches(13.333)


def classic() -> bytes:
    """4:3 with footers, as python-pptx brings it."""
    return saved(Presentation())


def wide(change: Callable[[Deck], None] = lambda _: None) -> bytes:
    """16:9: everything is moved and widened in proportion."""
    deck = Presentation()
    share = _WIDE / deck.slide_width
    deck.slide_width = _WIDE
    for page in pages(deck):
        for frame in page.element.iter(qn("a:xfrm")):
            frame.find(qn("a:off")).set("x", str(round(int(frame.find(qn("a:off")).get("x")) * share)))
            frame.find(qn("a:ext")).set("cx", str(round(int(frame.find(qn("a:ext")).get("cx")) * share)))
    change(deck)
    return saved(deck)


def without_footers() -> bytes:
    def change(deck: Deck) -> None:
        for page in pages(deck):
            drop(page, lambda mark: mark.get("type") in _FEET)

    return wide(change)


def renamed() -> bytes:
    """Names that say nothing, in another order."""

    def change(deck: Deck) -> None:
        listed = deck.slide_master.element.find(qn("p:sldLayoutIdLst"))
        for entry in reversed(list(listed)):
            listed.append(entry)
        for number, layout in enumerate(deck.slide_layouts):
            name(layout, f"{number}_Custom Layout")
            layout.element.attrib.pop("type", None)

    return wide(change)


def german() -> bytes:
    def change(deck: Deck) -> None:
        for layout, word in zip(deck.slide_layouts, GERMAN, strict=True):
            name(layout, word)

    return wide(change)


def two_masters() -> bytes:
    """The first master has no title anywhere; the second serves."""

    def change(deck: Deck) -> None:
        copy_master(deck)
        for page in (deck.slide_masters[0], *deck.slide_masters[0].slide_layouts):
            drop(page, lambda mark: mark.get("type") in {"title", "ctrTitle"})

    return wide(change)


def pictured() -> bytes:
    """A logo, a band at the left and a bar at the foot, all on the master; its picture has the name of our first."""

    def change(deck: Deck) -> None:
        master = deck.slide_master
        add_picture(master, png("7A0019"), (12.1, 0.15, 0.95, 0.95))
        add_picture(master, png("00205B"), (0.0, 0.0, 0.3, 7.5))

    return wide(change)


def small() -> bytes:
    """Placeholders for text that hold two lines."""

    def change(deck: Deck) -> None:
        for layout in deck.slide_layouts:
            for shape in layout.placeholders:
                if next(shape.element.iter(qn("p:ph"))).get("type", "obj") in {"obj", "body", "tbl", "chart", "pic"}:
                    shape.left, shape.top, shape.width, shape.height = Inches(1), Inches(5), Inches(3.2), Inches(1.1)

    return wide(change)


def blank() -> bytes:
    """One layout that is empty; a title is on the master alone."""

    def change(deck: Deck) -> None:
        for layout in list(deck.slide_layouts):
            if layout.name != "Blank":
                deck.slide_layouts.remove(layout)
        drop(deck.slide_layouts[0], lambda _: True)

    return wide(change)


def dark() -> bytes:
    """A dark ground with text that is too dark on it, titles in a fair colour, and a face that nobody knows."""

    def change(deck: Deck) -> None:
        master = deck.slide_master
        ground = parse_xml(
            f'<p:bg {nsdecls("p", "a")}><p:bgPr><a:solidFill><a:srgbClr val="1B1B3A"/></a:solidFill>'
            "<a:effectLst/></p:bgPr></p:bg>"
        )
        tree = master.element.find(qn("p:cSld"))
        for old in tree.findall(qn("p:bg")):
            tree.remove(old)
        tree.insert(0, ground)
        style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:solidFill')}")
        style.clear()
        style.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="FFD166"/>'))
        fonts(master, "Comfortaa", "Comfortaa")

    return wide(change)


def mapped() -> bytes:
    """A dark ground by the master's own mapping of colours, with Arial and Times."""

    def change(deck: Deck) -> None:
        mapping = deck.slide_master.element.find(qn("p:clrMap"))
        for key, value in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
            mapping.set(key, value)
        fonts(deck.slide_master, "Times New Roman", "Arial")

    return wide(change)


def potx() -> bytes:
    return retyped(wide(), "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml")


def sampled() -> bytes:
    """Sample slides with pictures, a chart, notes, links, a comment, a section and a custom show."""

    def change(deck: Deck) -> None:
        for number in range(3):
            slide = deck.slides.add_slide(deck.slide_layouts[1])
            slide.shapes.title.text = f"{SAMPLE} {number}"
            slide.shapes.add_picture(io.BytesIO(png(f"00AA0{number}")), 0, 0, Inches(1))
            slide.notes_slide.notes_text_frame.text = f"{SAMPLE} says"
        data = CategoryChartData()
        data.categories = [SAMPLE]
        data.add_series(SAMPLE, [1])
        frame = (Inches(1), Inches(1), Inches(4), Inches(3))
        deck.slides[0].shapes.add_chart(XL_CHART_TYPE.PIE, *frame, data)
        comment(deck)
        links(deck)

    return wide(change)


def resaved(folder: Path, data: bytes) -> bytes:
    """Open and save with LibreOffice, which numbers and names everything anew."""
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "school.pptx").write_bytes(data)
    office.convert(folder, "pptx", folder / "in" / "school.pptx")
    return (folder / "school.pptx").read_bytes()


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


def low_footers() -> bytes:
    """Footers of 8 points and titles of 20: both below what we set."""

    def change(deck: Deck) -> None:
        for shape in (shape for page in pages(deck) for shape in page.placeholders):
            kind = next(shape.element.iter(qn("p:ph"))).get("type")
            if kind in _FEET | {"title"}:
                for level in shape.element.iter(qn("a:lstStyle")):
                    level.clear()
                    size = 800 if kind in _FEET else 2000
                    level.append(parse_xml(f'<a:lvl1pPr {nsdecls("a")}><a:defRPr sz="{size}"/></a:lvl1pPr>'))

    return wide(change)


def narrow() -> bytes:
    """Slides of 10 by 5.63 inches, as Pandoc's own file has them, with a footer lower than a line of ours."""

    def change(deck: Deck) -> None:
        deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
        for page in pages(deck):
            for frame in page.element.iter(qn("a:xfrm")):
                for end, across, down in ((frame.find(qn("a:off")), "x", "y"), (frame.find(qn("a:ext")), "cx", "cy")):
                    end.set(across, str(round(int(end.get(across)) * 0.75)))
                    end.set(down, str(round(int(end.get(down)) * 0.75)))
            for shape in page.placeholders:
                if next(shape.element.iter(qn("p:ph"))).get("type") in _FEET:
                    shape.left, shape.top, shape.width, shape.height = shape.left, shape.top, shape.width, Inches(0.15)

    return wide(change)


def large() -> bytes:
    """Slides of 22 by 12.4 inches: all is larger in proportion."""

    def change(deck: Deck) -> None:
        share = 1.65
        deck.slide_width, deck.slide_height = Emu(round(_WIDE * share)), Emu(round(Inches(7.5) * share))
        for page in pages(deck):
            for frame in page.element.iter(qn("a:xfrm")):
                for end in frame:
                    for key in list(end.attrib):
                        end.set(key, str(round(int(end.get(key)) * share)))
            for look in page.element.iter(qn("a:defRPr")):
                if look.get("sz"):
                    look.set("sz", str(round(int(look.get("sz")) * share)))

    return wide(change)


def kickered() -> bytes:
    """A line over each title, for the name of a department."""

    def change(deck: Deck) -> None:
        for layout in deck.slide_layouts:
            if layout.name in {"Title and Content", "Title Only", "Two Content"}:
                body = deepcopy(next(iter(deck.slide_layouts.get_by_name("Section Header").placeholders)).element)
                mark = next(body.iter(qn("p:ph")))
                mark.set("type", "body")
                mark.set("idx", "77")
                layout.shapes._spTree.append(body)  # noqa: SLF001 python-pptx has no other way to its XML
                line = next(shape for shape in layout.placeholders if shape.placeholder_format.idx == 77)
                line.left, line.top, line.width, line.height = Inches(0.7), Inches(0.02), Inches(8), Inches(0.28)

    return wide(change)


def lights() -> bytes:
    """Black text on a dark run of colours with pale discs that shine through, as LibreOffice's own files have it."""

    def change(deck: Deck) -> None:
        stops = "".join(
            f'<a:gs pos="{place}"><a:srgbClr val="{value}"/></a:gs>'
            for place, value in ((0, "000032"), (100000, "F60063"))
        )
        run = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
        master = deck.slide_master
        page = master.element.find(qn("p:cSld"))
        for old in page.findall(qn("p:bg")):
            page.remove(old)
        page.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{run}<a:effectLst/></p:bgPr></p:bg>"))
        page.find(qn("p:spTree")).insert(
            2,
            parse_xml(
                f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='91' name='Disc'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
                "<p:spPr>"
                "<a:xfrm><a:off x='2000000' y='2400000'/><a:ext cx='1500000' cy='1500000'/></a:xfrm>"
                "<a:prstGeom prst='ellipse'><a:avLst/></a:prstGeom>"
                "<a:solidFill><a:srgbClr val='FFFFFF'><a:alpha val='30000'/></a:srgbClr></a:solidFill></p:spPr></p:sp>"
            ),
        )

    return wide(change)


ALL: dict[str, Callable[[], bytes]] = {
    "classic": classic, "wide": wide, "without-footers": without_footers, "renamed": renamed, "german": german,
    "two-masters": two_masters, "pictured": pictured, "small": small, "blank": blank, "dark": dark, "mapped": mapped,
    "potx": potx, "sampled": sampled, "low-footers": low_footers,
    "narrow": narrow, "large": large, "kickered": kickered, "lights": lights,
}  # fmt: skip
