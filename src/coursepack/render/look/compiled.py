"""What templates are compiled to: kept for all environments of a process, and coursepack's own for those after it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

from coursepack.load.files import OWN
from coursepack.run import store

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to: each output has an environment of its own.

    Which filters there are goes into the code; what they do must not, hence `templates.environment`. Coursepack's own
    templates are kept inside the virtual environment, as Python keeps its modules; a course's are not kept at all, so
    that no code comes with a course.
    """

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, frozenset[str]], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what tells templates apart: their files."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept of the same text under the same name, if there is any."""
        bucket.code = self.kept.get(_same(bucket))
        path = _file(bucket) if bucket.code is None else None
        if path and (data := store.read(path)):
            bucket.bytecode_from_string(data)
            self.kept[_same(bucket)] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.kept[_same(bucket)] = bucket.code
        if path := _file(bucket):
            store.write(path, bucket.bytecode_to_string())


COMPILED = Compiled()


def _same(bucket: Bucket) -> tuple[str, str, frozenset[str]]:
    return bucket.key, bucket.checksum, frozenset(bucket.environment.filters)


def _file(bucket: Bucket) -> Path | None:
    """Return where the code of a template of ours is kept: its next text takes the place of the last."""
    place = store.installed()
    if place is None or not Path(bucket.key).is_relative_to(OWN):
        return None
    return place / "templates" / store.key(_compiler(), bucket.key, *sorted(bucket.environment.filters))


@cache
def _compiler() -> str:
    """Return what compiles, with its versions, and what `templates` asks of it."""
    asked = Path(__file__).with_name("templates.py").read_text("utf-8")
    return f"{sys.version} {jinja2.__version__} {asked}"
