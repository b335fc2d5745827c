"""The code on each page of a pack: a QR code with course, unit, student, variant and page.

For everybody but the one who has the course and a student's id the student is a number: the id itself is not in it.
"""

from __future__ import annotations

import hmac
import re
from base64 import b32encode
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import segno

from coursepack.chance import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# A fixed mask: choosing the best of eight takes four times as long, and every reader undoes any of them.
_MASK = 3
_BYTE = 8
# Signs of a QR code's alphanumeric mode that can stand in a course's name.
_FOREIGN = re.compile(r"[^A-Z0-9-]+")
_LONGEST = 24


def token(course: str, seed: str, unit: str, own: str) -> str:
    """Return the number that stands for a student: it follows from course, unit and id, and leads back to neither."""
    key, message = f"coursepack\n{course}\n{seed}", f"{unit}\n{own}"
    return b32encode(hmac.digest(key.encode(), message.encode(), "sha256")[:10]).decode()


def head(course: str, unit: int, own: str, variant: int) -> str:
    """Return what the codes of a pack begin with: the page's number follows."""
    name = _FOREIGN.sub("-", course.upper())[:_LONGEST].strip("-")
    return f"{name}/{unit:02}/{own}/{name_of(variant)}/"


def payloads(start: str, pages: int) -> list[str]:
    """Return what the code of each page says; all are equally long."""
    digits = max(2, len(str(pages)))
    return [f"{start}{page:0{digits}}" for page in range(1, pages + 1)]


def drawing(address: str) -> str:
    """Return the code of an address as an SVG: black on nothing, a square of any size."""
    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="svg", border=0, xmldecl=False, nl=False)
    return made.getvalue().decode()


def codes(start: str, pages: int, side: float) -> Iterator[bytes]:
    """Yield a path of squares for the code of each page, drawn as large as `side` (pt).

    A QR code is linear: where two texts of one length differ decides where their codes do, whatever else they say. So
    one code is made for a pack, and the others are it with the differences of a pack of blanks.
    """
    first, rows = _modules(payloads(start, pages)[0])
    scale = b"%.4f 0 0 %.4f 0 0 cm\n" % (side / rows, side / rows)
    for difference in _differences(len(start), pages):
        yield scale + _path(first ^ difference, rows)


@cache
def _differences(length: int, pages: int) -> tuple[int, ...]:
    """Return how each page's code differs from the first one's, for texts that begin with so many characters."""
    made = [_modules(text)[0] for text in payloads("/".rjust(length, "0"), pages)]
    return tuple(made[0] ^ one for one in made)


def _modules(text: str) -> tuple[int, int]:
    """Return a code as one number, a bit a module and a whole number of bytes a row, and how many rows it has."""
    made = segno.make(text, error="m", mode="alphanumeric", mask=_MASK, micro=False, boost_error=False)
    rows = [bytes(row) for row in made.matrix]
    wide = -(-len(rows) // _BYTE) * _BYTE
    bits = "".join("".join(map(str, row)).ljust(wide, "0") for row in rows)
    return int(bits, 2), len(rows)


def _path(modules: int, rows: int) -> bytes:
    """Write the dark modules as rectangles, the last row at 0."""
    wide = -(-rows // _BYTE)
    data = modules.to_bytes(wide * rows, "big")
    return b"".join(_piece(byte, at % wide, rows - 1 - at // wide) for at, byte in enumerate(data) if byte)


@cache
def _piece(byte: int, column: int, row: int) -> bytes:
    """Write eight modules of a row."""
    runs = re.finditer("1+", f"{byte:08b}")
    return b"".join(b"%d %d %d 1 re\n" % (column * _BYTE + run.start(), row, len(run[0])) for run in runs)
