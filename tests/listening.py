"""Reads a tagged PDF aloud: pikepdf for the structure, pdfium for the words of each mark."""

from __future__ import annotations

import ctypes
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# How far apart the feet of two lines are at least, in pt.
LINE = 4.0
HEADINGS = tuple(f"H{level}" for level in range(1, 7))
# What begins a line of a transcript, and is named there.
BLOCKS = ("P", "Caption", "Lbl", "LBody", "Note", "Figure", "Formula", "TH", "TD", "TOCI", "BlockQuote", *HEADINGS)

# What pdfium makes of a hyphen at a line's end, and of one that is marked as soft: that is a text by itself.
HYPHEN, SOFT = "\x02", "\u00ad"

# What holds words or blocks.
EITHER = ("LBody", "Note", "BlockQuote")


class Listening:
    """A PDF as a screen reader reads it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(BytesIO(data))
        self.words = [_marks(page) for page in pypdfium2.PdfDocument(data)]
        self.numbers = {page.objgen: number for number, page in enumerate(self.file.pages)}
        self.root = self.file.Root.StructTreeRoot.K[0]
        self.foot, self.cut = 0.0, False

    def elements(self, *roles: str, within: pikepdf.Dictionary | None = None) -> list[pikepdf.Dictionary]:
        """Return the elements of these roles, in the order of reading."""
        element = self.root if within is None else within
        own = [element] if role(element) in roles else []
        return own + [found for kid in children(element) for found in self.elements(*roles, within=kid)]

    def heard(self, element: pikepdf.Dictionary | None = None, but: Collection[str] = ()) -> str:
        """Return what is heard of an element, `but` for some roles: what it says of itself, or its words.

        What an abbreviation stands for follows it in brackets, if that is not left out (`E`).
        """
        return " ".join("".join(self._pieces(self.root if element is None else element, but)).split())

    def _pieces(self, element: pikepdf.Dictionary, but: Collection[str]) -> Iterator[str]:
        said = element.get("/ActualText", element.get("/Alt"))
        if said is not None:
            yield str(said)
            return
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                full = f" [{kid.E}]" if "/E" in kid and "E" not in but else ""
                around = " " * (role(kid) in BLOCKS)
                yield f"{around}{''.join(self._pieces(kid, but))}{full}{around}" if role(kid) not in but else ""
            else:
                yield from self._mark(element, kid)

    def _mark(self, element: pikepdf.Dictionary, kid: pikepdf.Object | int) -> Iterator[str]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            return
        page = kid.Pg if isinstance(kid, pikepdf.Dictionary) else element.Pg
        number = int(kid.MCID if isinstance(kid, pikepdf.Dictionary) else kid)
        words, foot = self.words[self.numbers[page.objgen]].get(number, ("", 0.0))
        # A word that was cut in two at the end of a line is heard whole.
        turned = bool(self.foot) and abs(foot - self.foot) > LINE and not self.cut
        self.foot, self.cut = foot, words.endswith((SOFT, "-"))
        yield f"{' ' * turned}{words.removesuffix(SOFT)}"

    def transcript(self, element: pikepdf.Dictionary | None = None) -> list[str]:
        """Return what is heard, a line for each thing, with its role where the words do not tell it."""
        element = self.root if element is None else element
        below = [line for kid in children(element) for line in self.transcript(kid)]
        name = role(element)
        if name == "LI":
            return [" ".join(part for line in below for part in line.split("\n"))] if below else []
        if name == "TR":
            cells = [self.heard(kid) for kid in children(element)]
            return [" | ".join(cell or "(empty)" for cell in cells)]
        if name in BLOCKS and not (name in EITHER and any(_blocks(kid) for kid in children(element))):
            said = self.heard(element)
            return [f"{_named(name)}{said}"] if said else []
        return below


def role(element: pikepdf.Dictionary) -> str:
    return str(element.get("/S", ""))[1:]


def children(element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    """Return the elements inside an element."""
    return [kid for kid in _kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _kids(element: pikepdf.Dictionary) -> list[pikepdf.Object | int]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _blocks(element: pikepdf.Dictionary) -> bool:
    return role(element) in {"P", "L", "Table", "Div"} or any(_blocks(kid) for kid in children(element))


def _named(name: str) -> str:
    level = f"heading {name[1:]}: " if name in HEADINGS else ""
    return level or {"Note": "note: ", "Figure": "figure: ", "Caption": "caption: "}.get(name, "")


def _marks(page: pypdfium2.PdfPage) -> dict[int, tuple[str, float]]:
    """Return the words of each mark of a page, and where their line stands, in pt from the foot of the page."""
    words, found = page.get_textpage(), dict[int, tuple[str, float]]()
    for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        number = raw.FPDFPageObj_GetMarkedContentID(item.raw)
        if number >= 0:
            before, _ = found.get(number, ("", 0.0))
            found[number] = (before + _text(item, words), item.get_matrix().f)
    return found


def _text(item: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(item.raw, words.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item.raw, words.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    said = buffer.raw[: size - 2].decode("utf-16-le")
    return SOFT if said == HYPHEN else said.replace(HYPHEN, "-")
