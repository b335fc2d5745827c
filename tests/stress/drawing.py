"""A deck as LibreOffice draws it: its words with their places, beside what the file says of its shapes."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import pypdfium2
import pypdfium2.raw
from lxml import etree

import officefaces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

XHTML = "{http://www.w3.org/1999/xhtml}"
AIR = 2.0  # points
FACES = ("fontpkg_amiri", "cvttf_NotoSansCJK_Regular")
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include>{}</fontconfig>"""

Box = tuple[float, float, float, float]


class Word(NamedTuple):
    """A word on a page, with its box in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def draw(deck: Path) -> Path:
    """Draw a deck with LibreOffice, with the faces of further scripts that are installed: a PDF with a page a slide."""
    officefaces.expect(deck)
    folders = [
        folder for name in FACES if (spec := find_spec(name)) for folder in spec.submodule_search_locations or ()
    ]
    fonts = deck.with_suffix(".conf")
    fonts.write_text(FONTS.format("".join(f"<dir>{folder}</dir>" for folder in folders)))
    profile = f"-env:UserInstallation={(deck.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", deck.parent, deck]
    # A first run makes the profile, and on a busy machine that takes longer than the deck.
    subprocess.run(
        command, check=True, capture_output=True, timeout=300, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
    )
    return deck.with_suffix(".pdf")


def words(pdf: Path) -> list[list[Word]]:
    """Return the words of each page."""
    written = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    root = etree.fromstring(written, etree.XMLParser(recover=True, huge_tree=True))
    return [
        [
            Word(word.text or "", *(float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{XHTML}word")
        ]
        for page in root.iter(f"{XHTML}page")
    ]


def smallest(pdf: Path) -> Iterator[float]:
    """Yield the size of the smallest letter on each page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    raw = pypdfium2.raw
    for page in document:
        text = page.get_textpage()
        signs = [at for at in range(text.count_chars()) if chr(raw.FPDFText_GetUnicode(text, at)).isalnum()]
        yield min((raw.FPDFText_GetFontSize(text, at) for at in signs), default=99.0)


def inside(word: Word, box: Box) -> bool:
    """Say whether a word's letters are in a box; a PDF's boxes are higher than letters by a fifth at each end."""
    left, top, width, height = box
    spare = (word.bottom - word.top) / 5
    return (
        left - AIR <= word.left
        and word.right <= left + width + AIR
        and top - AIR <= word.top + spare
        and word.bottom - spare <= top + height + AIR
    )


def letters(text: str) -> Counter[str]:
    """Count the letters and digits of a text, whatever their form in a script that joins them."""
    return Counter(sign for sign in normalize("NFKC", text) if sign.isalnum())
