"""A zip whose bytes depend on nothing but its members: sorted, undated, and the same on every system.

What is compressed is kept for the next deck of a process: of a deck's hundred members most are those of its master. So
its records are written here; `zipfile` would compress each anew.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from struct import Struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Records as .ZIP's own description has them (APPNOTE 4.3.7, 4.3.12, 4.3.16), and the version that reads them: 2.0.
_LOCAL, _CENTRAL, _END = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L"), Struct("<4s4H2LH")
_VERSION, _UNIX, _DEFLATED, _UTF8 = 20, 3 << 8, 8, 1 << 11
# The first day that a zip can write. A real one would make two builds of the same text differ.
_MIDNIGHT, _DAY = 0, 1 << 5 | 1
# What its owner may read and write, as Unix has it.
_RIGHTS = 0o600 << 16
# Members that are kept compressed, and bytes of the largest of them: parts of a deck, and none of its pictures.
_MOST, _LARGEST = 500, 50_000


def pack(members: Mapping[str, bytes]) -> bytes:
    """Write a zip with its members sorted and undated."""
    written, table, at = list[bytes](), list[bytes](), 0
    for path in sorted(members):
        name, data = path.encode(), members[path]
        small = (_small if len(data) <= _LARGEST else _deflated)(data)
        flags = 0 if path.isascii() else _UTF8
        what = (flags, _DEFLATED, _MIDNIGHT, _DAY, zlib.crc32(data), len(small), len(data), len(name), 0)
        table.append(_CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, _VERSION, *what, 0, 0, 0, _RIGHTS, at) + name)
        written += [_LOCAL.pack(b"PK\3\4", _VERSION, *what) + name, small]
        at += len(written[-2]) + len(small)
    listed = b"".join(table)
    end = _END.pack(b"PK\5\6", 0, 0, len(table), len(table), len(listed), at, 0)
    return b"".join([*written, listed, end])


def _deflated(data: bytes) -> bytes:
    writer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return writer.compress(data) + writer.flush()


_small = lru_cache(_MOST)(_deflated)
