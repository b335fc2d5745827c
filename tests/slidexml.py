"""Slides as XML, and what a PDF says in the place of what it shows."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reading import Reading

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def trees(deck: bytes) -> Iterator[etree._Element]:
    """Yield the slides' XML in order."""
    with zipfile.ZipFile(BytesIO(deck)) as package:
        names = [name for name in package.namelist() if name.startswith("ppt/slides/slide")]
        for number in range(1, len(names) + 1):
            yield etree.fromstring(package.read(f"ppt/slides/slide{number}.xml"))


def slide(deck: bytes, title: str) -> tuple[int, etree._Element]:
    """Find a slide by its title: its number and its XML."""
    for number, tree in enumerate(trees(deck), 1):
        text = "".join(tree.find(f".//{P}sp").itertext()).strip()
        if text == title:
            return number, tree
    raise AssertionError(title)


def alternatives(reading: Reading) -> set[str]:
    return {str(item.Alt) for item in reading.file.objects if hasattr(item, "keys") and "/Alt" in item}
