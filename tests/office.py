"""A deck as LibreOffice draws it: one start for all decks that are asked for, and their words with their places."""

from __future__ import annotations

import os
import subprocess
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from lxml import etree

import officefaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

XHTML = "{http://www.w3.org/1999/xhtml}"
AIR = 2.0  # points


class Word(NamedTuple):
    """A word on a page, with its box in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def convert(folder: Path, kind: str, *files: Path, also: Mapping[str, str] | None = None) -> None:
    """Let LibreOffice write files in another form, into a folder; `also` is added to what it finds around it.

    A first run makes the profile, and on a busy machine that takes longer than a deck.
    """
    for file in files:
        if file.suffix == ".pptx":
            officefaces.expect(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600, env={**os.environ, **(also or {})})


def draw(deck: bytes, folder: Path, also: Mapping[str, str] | None = None) -> Path:
    """Draw a deck in a folder of its own: a PDF with a page a slide."""
    file = folder / "deck.pptx"
    file.write_bytes(deck)
    convert(folder, "pdf", file, also=also)
    return file.with_suffix(".pdf")


def words(pdf: Path) -> list[list[Word]]:
    """Return the words of each page."""
    written = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    root = etree.fromstring(written, etree.XMLParser(recover=True, huge_tree=True))
    sides = ("xMin", "yMin", "xMax", "yMax")
    return [
        [Word(word.text or "", *(float(word.get(side, "0")) for side in sides)) for word in page.iter(f"{XHTML}word")]
        for page in root.iter(f"{XHTML}page")
    ]


def inked(pdf: Path) -> list[list[Word]]:
    """Return the words of each page with the boxes of their ink: what faces declare as their height differs widely."""
    return [list(_inked(page)) for page in pypdfium2.PdfDocument(pdf)]


def _inked(page: pypdfium2.PdfPage) -> Iterator[Word]:
    text, high = page.get_textpage(), page.get_height()
    for white, group in groupby(enumerate(text.get_text_range()), key=lambda sign: sign[1].isspace()):
        if not white:
            own = list(group)
            lefts, bottoms, rights, tops = zip(*(text.get_charbox(at) for at, _ in own), strict=True)
            said = "".join(sign for _, sign in own)
            yield Word(said, min(lefts), high - max(tops), max(rights), high - min(bottoms))


def inside(word: Word, frame: Sequence[float], air: float = AIR) -> bool:
    """Say whether a word's letters are in a frame (left, top, width, height in points).

    A PDF's boxes are higher than letters by a fifth at each end.
    """
    left, top, width, height = frame
    spare = (word.bottom - word.top) / 5
    return (
        left - air <= word.left
        and word.right <= left + width + air
        and top - air <= word.top + spare
        and word.bottom - spare <= top + height + air
    )


def letters(text: str) -> str:
    """Leave out blanks and the marks of ligatures that a PDF writes in its own way."""
    return "".join(sign for sign in text if sign.isalnum())
