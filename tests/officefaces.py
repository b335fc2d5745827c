"""The faces that LibreOffice draws a deck with: it takes this machine's, and lines are as wide as they are."""

from __future__ import annotations

import re
import subprocess
import zipfile
from functools import cache
from importlib.util import find_spec
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
    "Courier": "Liberation Mono",
}
# Families that no free face stands in for: they are measured as wide as any.
UNKNOWN = {"Comfortaa", "Calibri Light", "Consolas"}
# Packages of faces for scripts that this machine may lack.
SCRIPTS = ("fontpkg_amiri", "cvttf_NotoSansCJK_Regular")

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include>{}</fontconfig>"""

_NAMED = re.compile(rb'<a:latin\b[^>]* typeface="([^"+]+)"')


def scripts(folder: Path) -> dict[str, str]:
    """Return what shows LibreOffice the packages of faces for further scripts, by a file in a folder."""
    found = [path for name in SCRIPTS if (spec := find_spec(name)) for path in spec.submodule_search_locations or ()]
    file = folder / "fonts.conf"
    file.write_text(_FONTS.format("".join(f"<dir>{path}</dir>" for path in found)))
    return {"FONTCONFIG_FILE": str(file)}


def expect(deck: Path) -> None:
    """Check that a deck is drawn with the faces that it was measured for, before it is drawn.

    Raises:
        AssertionError: this machine lacks one; its name and what installs it are said.
    """
    with zipfile.ZipFile(deck) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    named = {family.decode() for part in parts for family in _NAMED.findall(part)} - UNKNOWN
    missing = [said for family in sorted(named) if (said := lacking(family))]
    assert not missing, "; ".join(missing)


@cache
def lacking(family: str) -> str:
    """Say which face is missing, if this machine draws a family with neither itself nor its twin."""
    twin = TWINS.get(family, family)
    found = subprocess.run(["fc-match", "-f", "%{family}", family], check=True, capture_output=True, text=True).stdout
    if {family, twin} & set(found.split(",")):
        return ""
    return f"{twin} is missing, so {found} draws {family}: `setup/system.sh test` installs what tests need"
