"""The zip of a deck is what Python's own writer makes of the same members, and is checked by its reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

from coursepack.render.slides.native.zipped import pack

MEMBERS = {"b/größe.xml": b"<a/>" * 50, "empty.xml": b"", "a.bin": bytes(range(256)) * 300, "b/a.xml": b"<a/>" * 50}


def theirs() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in sorted(MEMBERS):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr = 3, 0o600 << 16
            package.writestr(member, MEMBERS[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def test_its_bytes_are_those_that_python_writes() -> None:
    assert [pack(MEMBERS), pack(MEMBERS)] == [theirs(), theirs()]


def test_its_members_are_read_back_sorted_and_whole() -> None:
    with zipfile.ZipFile(BytesIO(pack(MEMBERS))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == MEMBERS
        assert package.namelist() == sorted(MEMBERS)
