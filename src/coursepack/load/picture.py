"""Pictures: what kind a file is, told by its bytes."""

from __future__ import annotations

from pathlib import PurePosixPath

from lxml import etree

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


def _is_svg(data: bytes) -> bool:
    # Entities and the network stay out: a picture is untrusted like the rest of the content.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return False
    return str(root.tag) == "{http://www.w3.org/2000/svg}svg"
