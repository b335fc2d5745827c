"""Searches finished files for words that must not be in them, wherever a program could find them."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

import pikepdf
from lxml import etree

from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.outputs.output import Made


def leaks(made: Made, secrets: Iterable[str]) -> list[str]:
    """Name the places of an output, and of what lies beside it, where one of the secrets is."""
    files = {"": made.data, **made.beside}
    wanted = {secret: _squeezed(secret) for secret in secrets}
    return sorted(
        f"{name}{place}: {secret}"
        for name, data in files.items()
        for place, text in texts(data)
        for squeezed in [_squeezed(f"{name} {text}")]
        for secret, letters in wanted.items()
        if letters in squeezed
    )


# The signs that are no words, of those that nearly all files are made of.
_SIGNS = str.maketrans(dict.fromkeys(re.sub(r"\w", "", "".join(map(chr, range(128))))))


def _squeezed(text: str) -> str:
    """Return the letters of a text: millions of signs of PDF's own are taken out at once, and rare ones after them."""
    letters = text.translate(_SIGNS)
    return letters if letters.isascii() else re.sub(r"\W+", "", letters)


def texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield every text of a file, with its place in it."""
    if data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif is_zipfile(BytesIO(data)):
        yield from _zip(data)
    else:
        yield "", data.decode("utf-8", "replace")


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    reading = Reading(data)
    for number, page in enumerate(reading.pages, 1):
        yield f"page {number}", page.text
    for mark in reading.bookmarks():
        yield "bookmark", mark[1]
    yield "trailer", " ".join(_strings(reading.file.trailer.get("/Info", pikepdf.Dictionary())))
    for item in reading.file.objects:
        for text in _strings(item):
            yield f"object {item.objgen[0]}", text
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image" and item.get("/Type") != "/ObjStm":
            for place, text in texts(item.read_bytes()):
                yield f"stream {item.objgen[0]} {place}", text


def _strings(item: object) -> Iterator[str]:
    """Yield the strings and names inside an object, not those of objects that it refers to."""
    if isinstance(item, pikepdf.String | pikepdf.Name):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for kid in item:
            yield from () if getattr(kid, "is_indirect", False) else _strings(kid)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for name, kid in item.items():
            yield name
            yield from () if getattr(kid, "is_indirect", False) else _strings(kid)


def _zip(data: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            part = file.read(name)
            yield name, name
            for place, text in texts(part):
                yield f"{name} {place}", text
            if part.lstrip()[:1] == b"<":
                yield name, "".join(map(str, etree.fromstring(part).itertext()))
