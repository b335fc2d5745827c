"""Templates as schools have them, each with what has broken a tool before. Made with python-pptx and LibreOffice."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches
from schoolparts import (
    FEET,
    SAMPLE,
    WIDE,
    add_picture,
    comment,
    copy_master,
    drop,
    fonts,
    links,
    name,
    pages,
    png,
    retyped,
    saved,
)

import office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

GERMAN = [
    "Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich", "Nur Titel", "Leer",
    "Inhalt mit Überschrift", "Bild mit Überschrift", "Titel und vertikaler Text", "Vertikaler Titel und Text",
]  # fmt: skip


def classic() -> bytes:
    """4:3 with footers, as python-pptx brings it."""
    return saved(Presentation())


def wide(change: Callable[[Deck], None] = lambda _: None) -> bytes:
    """16:9: everything is moved and widened in proportion."""
    deck = Presentation()
    share = WIDE / deck.slide_width
    deck.slide_width = WIDE
    for page in pages(deck):
        for frame in page.element.iter(qn("a:xfrm")):
            frame.find(qn("a:off")).set("x", str(round(int(frame.find(qn("a:off")).get("x")) * share)))
            frame.find(qn("a:ext")).set("cx", str(round(int(frame.find(qn("a:ext")).get("cx")) * share)))
    change(deck)
    return saved(deck)


def without_footers() -> bytes:
    def change(deck: Deck) -> None:
        for page in pages(deck):
            drop(page, lambda mark: mark.get("type") in FEET)

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


def low_footers() -> bytes:
    """Footers of 8 points and titles of 20: both below what we set."""

    def change(deck: Deck) -> None:
        for shape in (shape for page in pages(deck) for shape in page.placeholders):
            kind = next(shape.element.iter(qn("p:ph"))).get("type")
            if kind in FEET | {"title"}:
                for level in shape.element.iter(qn("a:lstStyle")):
                    level.clear()
                    size = 800 if kind in FEET else 2000
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
                if next(shape.element.iter(qn("p:ph"))).get("type") in FEET:
                    shape.left, shape.top, shape.width, shape.height = shape.left, shape.top, shape.width, Inches(0.15)

    return wide(change)


def large() -> bytes:
    """Slides of 22 by 12.4 inches: all is larger in proportion."""

    def change(deck: Deck) -> None:
        share = 1.65
        deck.slide_width, deck.slide_height = Emu(round(WIDE * share)), Emu(round(Inches(7.5) * share))
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
