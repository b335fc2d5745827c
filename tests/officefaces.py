"""The faces that LibreOffice draws a deck with: it takes this machine's, and lines are as wide as they are."""

from __future__ import annotations

import re
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# By the families that our decks and the tests' templates name: the free face of the same widths that has to stand in.
TWINS = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
}
# Families that any face may draw: one that no machine has, the signs that LibreOffice brings itself, and further scripts,
# whose files the tests bring.
OTHERS = {"Comfortaa", "Wingdings", "Microsoft YaHei", "Amiri"}

_NAMED = re.compile(rb'<a:(?:latin|ea|cs|buFont)\b[^>]* typeface="([^"+]+)"')


def expect(deck: Path) -> None:
    """Check that a deck is drawn with the faces that it was measured for, before it is drawn.

    Raises:
        AssertionError: this machine lacks one; its name and what installs it are said.
    """
    with zipfile.ZipFile(deck) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    named = {family.decode() for part in parts for family in _NAMED.findall(part)} - OTHERS
    assert named <= TWINS.keys(), f"say in {__name__} what draws {named - TWINS.keys()}, and add it to setup/system.sh"
    assert not [said for family in sorted(named) if (said := lacking(family))]


@cache
def lacking(family: str) -> str:
    """Say which face is missing, if this machine draws a family with another than its twin."""
    found = subprocess.run(["fc-match", "-f", "%{family}", family], check=True, capture_output=True, text=True).stdout
    known = {family, TWINS[family]} & set(found.split(","))
    return "" if known else f"{TWINS[family]} is missing, so {found} draws {family}: run `setup/system.sh test`"
