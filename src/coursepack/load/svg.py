"""Drawings: the one place where an SVG is made safe, for every output.

What is left holds elements and attributes of a list, opens nothing, runs nothing, is of a sensible size, and names
fonts in the attribute `font-family` alone, where `set_in` puts the face of an output.
"""

from __future__ import annotations

import base64
import binascii
import re
from math import isfinite
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from lxml import etree

from coursepack.load import raster, svgreach, svgstyle
from coursepack.load.picture import Picture, PictureError
from coursepack.load.svglist import ATTRIBUTES, ELEMENTS, GENERIC, NUMBERS, SAID, SILENT, SVG, XLINK, XML

if TYPE_CHECKING:
    from lxml.etree import _Element

BYTES = 8_000_000
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex|q|Q|)\s*")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
# What is worth reading as a number: one that may be very large, or none at all.
_ODD = re.compile(r"\d{9}|[\d.][eE]\+?\d|nan|inf", re.IGNORECASE)
_MOST, LONGEST = 1e8, 100
# Attributes of an element, and signs of style in a whole drawing.
_ATTRIBUTES, _STYLE = 100, 1_000_000
_BOX = 4
_DATA = re.compile(r"data:\s*image/(?:png|jpe?g|gif|webp|bmp|tiff)\s*(;base64)?[^,]*,", re.IGNORECASE)
_DRAWING = re.compile(r"data:\s*image/svg", re.IGNORECASE)
_FAMILY = re.compile(r"""(?<=\sfont-family=)(?:"[^"]*"|'[^']*')""")
_PLAIN = "Save it as plain SVG"


def read(data: bytes) -> Picture:
    """Return a drawing that holds nothing but what is allowed; one that held nothing else keeps its bytes.

    Raises:
        PictureError: it is no SVG, opens something outside it, has no sensible size, or draws too much.
    """
    data = _spelt(data) if len(data) <= BYTES else data
    root = _root(data)
    _sized(root)
    cleaner = _Cleaner()
    cleaner.clean(root)
    svgreach.bounded(root)
    if cleaner.changed or data[:1] != b"<" or not _is_utf8(data):
        data = etree.tostring(root, encoding="utf-8")
    return Picture(data, tuple(dict.fromkeys(cleaner.left_out)), tuple(dict.fromkeys(cleaner.fonts)))


def set_in(data: bytes, family: str) -> bytes:
    """Return a drawing that was read, with its words in a family: no face comes from the machine."""
    return _FAMILY.sub(lambda _: f'"{family}"', data.decode()).encode()


# What stands before a drawing and declares names, and one of them that stands for plain words.
_SUBSET = re.compile(rb"(\s*(?:<\?xml[^>]*\?>\s*)?)(?:<!--(?:[^-]|-(?!->))*-->\s*)*<!DOCTYPE[^\[>]*\[([^\]]*)\]\s*>")
_ENTITY = re.compile(rb"""<!ENTITY\s+(\w+)\s+["']([^"'&<%]*)["']\s*>""")
_SPELT = 100_000


def words(data: bytes) -> str:
    """Return the words of a drawing that was read, each on the line where its element begins."""
    lines: dict[int, str] = {}
    for element in etree.fromstring(data).iter(*(f"{{{SVG}}}{name}" for name in ("text", "tspan", "textPath", "a"))):
        line = element.sourceline if isinstance(element.sourceline, int) else 1
        lines[line] = f"{lines.get(line, '')} {element.text or ''} {element.tail or ''}"
    last = max(lines, default=0)
    return "\n".join(" ".join(lines.get(number, "").split()) for number in range(1, last + 1))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"encoding" not in data[:100] or b"utf-8" in data[:100].lower()


def _spelt(data: bytes) -> bytes:
    """Write out the names that programs give to addresses, as Illustrator does; all else about entities stays refused.

    Each stands for plain words, so that none holds another, and all of them for so many bytes at most.
    """
    found = _SUBSET.match(data)
    names = dict(_ENTITY.findall(found[2])) if found else {}
    if not found or not names or _ENTITY.sub(b"", found[2]).strip():
        return data
    rest = data[found.end() :]
    if sum(rest.count(b"&" + name + b";") * len(value) for name, value in names.items()) > _SPELT:
        return data
    spelt = re.sub(rb"&(\w+);", lambda one: names.get(one[1], one[0]), rest)
    # Lines keep their numbers.
    return found[1] + b"\n" * found[0].count(b"\n") + spelt


def _root(data: bytes) -> _Element:
    if len(data) > BYTES:
        raise PictureError(
            f"has more than {BYTES // 1_000_000} MB", "Draw it simpler, or save it as PNG", "large-picture"
        )
    # Entities and the network stay out: a picture is untrusted like the rest of the content.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError("is not a picture", "Save it as SVG, PNG or JPEG") from error
    kinds = root.getroottree().docinfo.internalDTD
    if kinds is not None and list(kinds.entities()):  # type: ignore[union-attr] # lxml-stubs lack it
        raise PictureError("declares entities", _PLAIN)
    if str(root.tag) != f"{{{SVG}}}svg":
        raise PictureError("is not a picture", "Save it as SVG, PNG or JPEG")
    return root


def _sized(root: _Element) -> None:
    """Raise a PictureError if a drawing has no size, or one that no page has."""
    sides = [_side(root.get(name, "")) for name in ("width", "height")]
    box = root.get("viewBox")
    if box is None and None in sides:
        raise PictureError("does not say its size", 'Write `viewBox="0 0 width height"` into the drawing')
    wide, high = _box(box) if box is not None else (sides[0] or 1.0, sides[1] or 1.0)
    if max(wide / high, high / wide) > LONGEST:
        raise PictureError(f"is more than {LONGEST} times as long as it is wide", "Cut it to what matters")


def _side(text: str) -> float | None:
    """Return a length in its own unit, or `None` for a share or nothing."""
    if not text.strip() or text.strip().endswith("%") or text.strip() == "auto":
        return None
    found = _LENGTH.fullmatch(text)
    return _sensible(float(found[1]) if found else 0.0, text)


def _box(text: str) -> tuple[float, float]:
    parts = re.split(r"[\s,]+", text.strip())
    if len(parts) != _BOX or not all(_NUMBER.fullmatch(part) for part in parts):
        raise PictureError(f"has the view box `{text[:40]}`", "Write four numbers, the last two above 0")
    return _sensible(float(parts[2]), text), _sensible(float(parts[3]), text)


def _sensible(length: float, text: str) -> float:
    if not 0 < length < _MOST:
        raise PictureError(f"has the size `{text[:40]}`", "Write a width and a height above 0")
    return length


class _Cleaner:
    """Takes out of a drawing what is not allowed; remembers whether it `changed`, and what is not shown."""

    def __init__(self) -> None:
        self.changed = False
        self.left_out: list[str] = []
        self.fonts: list[str] = []
        self.pixels = raster.PIXELS
        self.styled = False
        self.style = 0

    def clean(self, root: _Element) -> None:
        """Clean a whole drawing, and name a family where words have none."""
        self._outside(root)
        # Parts that are taken out with what is around them are not looked at.
        for element in list(root.iter()):
            if element is root or element.getparent() is not None:
                self._element(element)
        bare = any(not _is_named(text) for text in root.iter(f"{{{SVG}}}text"))
        if bare or self.styled:
            root.set("font-family", "sans-serif")
            self.changed = True

    def _outside(self, root: _Element) -> None:
        """Look at what stands before and after the root."""
        self.changed |= root.getroottree().docinfo.internalDTD is not None
        for one in (*root.itersiblings(preceding=True), *root.itersiblings()):
            if isinstance(one, etree._ProcessingInstruction):  # noqa: SLF001 lxml has no public name for it
                if "stylesheet" in str(one.target):
                    raise svgstyle.opening("a style sheet")
                self.changed = True

    def _element(self, element: _Element) -> None:
        if not isinstance(element.tag, str):
            if not isinstance(element, etree._Comment):  # noqa: SLF001 lxml has no public name for it
                self._drop(element)
            return
        name = etree.QName(element)
        if name.namespace != SVG or name.localname in SILENT:
            self._drop(element)
        elif name.localname not in ELEMENTS:
            self.left_out.append(f"<{name.localname}>")
            self._drop(element)
        else:
            self._attributes(element, name.localname)
            if name.localname == "style":
                self._stylesheet(element)

    def _drop(self, element: _Element) -> None:
        """Take an element out with all that is in it; the words after it stay."""
        around = element.getparent()
        if around is None:
            return
        before, tail = element.getprevious(), element.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            around.text = (around.text or "") + tail
        for one in list(element.iter()):
            if one is not element:
                one.getparent().remove(one)  # type: ignore[union-attr] # it has one
        around.remove(element)
        self.changed = True

    def _attributes(self, element: _Element, kind: str) -> None:
        if len(element.attrib) > _ATTRIBUTES:
            raise PictureError(f"has an element of more than {_ATTRIBUTES} attributes", _PLAIN, "large-picture")
        for name, value in list(element.attrib.items()):
            key, text = etree.QName(str(name)), str(value)
            if key.localname == "href" and key.namespace in {None, XLINK}:
                self._href(element, str(name), text, kind)
            elif not _is_allowed(key):
                if key.localname.lower().startswith("on") or (key.localname in SAID and text != "pad"):
                    self.left_out.append(f"`{key.localname}`")
                del element.attrib[str(name)]
                self.changed = True
            else:
                self._value(element, key.localname, text)

    def _href(self, element: _Element, name: str, address: str, kind: str) -> None:
        address = address.strip()
        if kind == "a":
            del element.attrib[name]
            self.changed = True
        elif kind == "image" and _DATA.match(address):
            self._embedded(element, name, address)
        elif kind == "image" and _DRAWING.match(address):
            raise PictureError(
                "holds another drawing as a picture", "Put its shapes into this one, or save it as a PNG"
            )
        elif not address.startswith("#"):
            raise svgstyle.opening(address[:80] or "nothing")

    def _embedded(self, element: _Element, name: str, address: str) -> None:
        """Check a photograph inside a drawing; all of them together have no more pixels than one may have."""
        head, _, written = address.partition(",")
        data = unquote_to_bytes(written)
        if "base64" in head:
            try:
                data = base64.b64decode(data, validate=False)
            except binascii.Error as error:
                raise PictureError("holds a picture that is damaged", _PLAIN) from error
        made = raster.read(data, self.pixels).data
        wide, high = raster.size(data)
        self.pixels -= wide * high
        if made != data:
            kind = "png" if made.startswith(b"\x89PNG") else "jpeg"
            element.set(name, f"data:image/{kind};base64,{base64.b64encode(made).decode()}")
            self.changed = True

    def _reads(self, css: str) -> None:
        self.style += len(css)
        if self.style > _STYLE:
            raise PictureError("has too much style", _PLAIN, "large-picture")

    def _value(self, element: _Element, name: str, text: str) -> None:
        if name == "style" or "(" in text:
            self._reads(text)
        svgstyle.values(text)
        if name in NUMBERS and _ODD.search(text):
            _finite(text)
        if name == "viewBox":
            _box(text)
        elif name == "font-family":
            self.fonts += [font for font in svgstyle.families(text)[:1] if font.lower() not in GENERIC]
        elif name == "style":
            kept, named = svgstyle.declarations(text)
            if named or "font" in text.replace("font-", "").lower():
                self._named(named)
                element.set("style", kept)

    def _stylesheet(self, element: _Element) -> None:
        text = element.text or ""
        self._reads(text)
        kept, named = svgstyle.stylesheet(text)
        if _letters(kept) != _letters(text):
            element.text = kept
            self.changed = True
        if named:
            self._named(named)

    def _named(self, fonts: list[str]) -> None:
        self.fonts += [font for font in fonts if font.lower() not in GENERIC]
        self.styled = self.changed = True


def _is_allowed(key: etree.QName) -> bool:
    if key.namespace == XML:
        return key.localname in {"space", "lang"}
    return key.namespace is None and key.localname in ATTRIBUTES


def _is_named(element: _Element) -> bool:
    return any(one.get("font-family") for one in (element, *element.iterancestors()))


def _letters(css: str) -> str:
    return re.sub(r"[\s;]+", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def _finite(text: str) -> None:
    """Raise a PictureError if a value holds a number that no drawing needs."""
    large = (number for number in _NUMBER.findall(text) if len(number) > 8 or "e" in number.lower())  # noqa: PLR2004 a number of eight signs is finite
    odd = next((one for one in large if not isfinite(float(one)) or abs(float(one)) > _MOST), None)
    odd = odd or next(iter(re.findall(r"nan|inf", text, re.IGNORECASE)), None)
    if odd:
        raise PictureError(f"has the number `{odd[:40]}`", "Draw it within a page")
