"""Pictures: what kind a file is, told by its bytes."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from pathlib import PurePosixPath
from warnings import catch_warnings, simplefilter

from lxml import etree
from PIL import Image

_SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
}


def is_picture(path: str, data: bytes) -> bool:
    """Tell whether a file is the SVG, PNG or JPEG that its name says."""
    kind = PurePosixPath(path).suffix.lower()
    if kind == ".svg":
        return _is_svg(data)
    return data.startswith(_SIGNATURES.get(kind, ())) if kind in _SIGNATURES else False


def damage(path: str, data: bytes) -> str:
    """Say what keeps a picture of pixels from being shown whole; nothing of a drawing, or if there is nothing."""
    if path.lower().endswith(".svg"):
        return ""
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as picture:
                picture.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return "has too many pixels"
    except (OSError, SyntaxError, ValueError, struct.error):
        return "is damaged, or ends too early"
    return ""


def opens(data: bytes) -> str | None:
    """Return the first other file or address that an SVG would open; a picture of the course holds all it shows."""
    root = _svg(data)
    for element in root.iter() if root is not None else ():
        for name, value in element.attrib.items():
            address = str(value).strip()
            if _local(str(name)) in {"href", "src"} and not address.startswith(("#", "data:")):
                return address
            found = _URL.search(address)
            if found:
                return found[1]
        if _local(str(element.tag)) == "style" and _STYLE.search(element.text or ""):
            return "a style sheet"
    return None


def words(data: bytes) -> str:
    """Return the words of an SVG, each on the line where its element begins."""
    lines: dict[int, str] = {}
    root = _svg(data)
    for element in root.iter() if root is not None else ():
        said = "" if _local(str(element.tag)) in {"style", "metadata", "desc", "title"} else element.text or ""
        line = element.sourceline if isinstance(element.sourceline, int) else 1
        lines[line] = f"{lines.get(line, '')} {said} {element.tail or ''}"
    last = max(lines, default=0)
    return "\n".join(" ".join(lines.get(number, "").split()) for number in range(1, last + 1))


_URL = re.compile(r"url\(\s*[\"']?(?!#|data:)([^)\"']+)")
_STYLE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:)")


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1].rsplit(":", 1)[-1]


def _is_svg(data: bytes) -> bool:
    root = _svg(data)
    return root is not None and str(root.tag) == "{http://www.w3.org/2000/svg}svg"


def _svg(data: bytes) -> etree._Element | None:
    # Entities and the network stay out: a picture is untrusted like the rest of the content.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
