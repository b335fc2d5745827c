"""Font files as a theme names them: where they lie, what is in them, and one weight cut out of a variable one.

`<package>:<path inside it>` is a file of an installed package. `#wght=700` behind it asks for that weight of a variable
file; for text in drawings, to which WeasyPrint passes no variation settings, it is cut out as a file of its own.
`#only=2018+2019` leaves nothing in it but these characters, and `#heavier=0.03` adds that part of an em to its strokes
on paper.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import uharfbuzz

from coursepack.render.look.strokes import told
from coursepack.render.look.theme import font_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def setting(settings: str, name: str) -> float:
    """Read a number out of `wght=700&widen=1.1`; 0 if it is not there."""
    return next((float(one.partition("=")[2]) for one in settings.split("&") if one.startswith(f"{name}=")), 0.0)


def _only(settings: str) -> list[str]:
    listed = next((one for one in settings.split("&") if one.startswith("only=")), "")
    return listed.removeprefix("only=").split("+") if listed else []


def font_url(file: str) -> str:
    """Return the address of a font file in a style sheet.

    Raises:
        MissingFaceError: it is not installed.
    """
    _, mark, settings = file.partition("#")
    return f"{font_path(file).as_uri()}{mark}{settings}"


def addresses(files: Iterable[str]) -> dict[str, str]:
    """Return some font files by their addresses: what a page may open."""
    return {font_url(file): file for file in files}


def font_name(file: str) -> str:
    """Return a name for a copy of a font file: letters and digits alone, because variable files have brackets."""
    path, weight = font_path(file), setting(file.partition("#")[2], "wght")
    name = f"{path.stem}-{weight:g}{path.suffix}" if weight else path.name
    return "".join(sign for sign in name if sign.isalnum() or sign in ".-_")


@cache
def font_data(file: str) -> bytes:
    """Return the bytes of a font file, of the one weight and the characters that are asked for.

    Raises:
        MissingFaceError: it is not installed.
    """
    path, settings = font_path(file), file.partition("#")[2]
    weight, only = setting(settings, "wght"), _only(settings)
    whole = _alone(path.read_bytes())
    data = _cut(whole, only) if only else whole
    cut = _pinned(data, weight) if weight else data
    more = setting(settings, "heavier")
    return told(cut, more) if more else cut


@cache
def characters(file: str) -> frozenset[int]:
    """Return the characters that a font file has.

    Raises:
        MissingFaceError: it is not installed.
    """
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(file)))).unicodes)


@cache
def axes(file: str) -> frozenset[str]:
    """Return the axes of a variable file; none of a static one, or of one weight.

    Raises:
        MissingFaceError: it is not installed.
    """
    return frozenset(axis.tag for axis in uharfbuzz.Face(uharfbuzz.Blob(font_data(file))).axis_infos)


def _alone(data: bytes) -> bytes:
    """Return a font whose marks have the forms of a language where no letter stands beside them, as after a link.

    Such a run has no script: Pango shapes it as the default one, for which faces of Chinese and Japanese have no
    languages. It gets those of Han: tags and offsets of scripts are those of GSUB (OpenType 1.9, ScriptList).
    """
    found = dict(_records(data, 4, 12, 16))
    if b"GSUB" not in found:
        return data
    table = int.from_bytes(data[found[b"GSUB"] + 8 : found[b"GSUB"] + 12], "big")
    listed = table + int.from_bytes(data[table + 4 : table + 6], "big")
    scripts = dict(_records(data, listed, listed + 2, 6))
    if not {b"DFLT", b"hani"} <= scripts.keys():
        return data
    place, han = scripts[b"DFLT"] + 4, scripts[b"hani"] + 4
    return data[:place] + data[han : han + 2] + data[place + 2 :]


def _records(data: bytes, counted: int, first: int, size: int) -> Iterator[tuple[bytes, int]]:
    """Yield the tags and places of the records of a font's table; their number is `counted` before them."""
    places = range(first, first + size * int.from_bytes(data[counted : counted + 2], "big"), size)
    yield from ((data[place : place + 4], place) for place in places)


def _pinned(data: bytes, weight: float) -> bytes:
    face, wanted = uharfbuzz.Face(uharfbuzz.Blob(data)), uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", weight)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _cut(data: bytes, only: Iterable[str]) -> bytes:
    """Return a font that has no more than some characters."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(int(one, 16) for one in only)
    return bytes(uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(data)), wanted).blob.data)
