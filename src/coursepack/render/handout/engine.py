"""Loads what lays pieces out, and the libraries under it by the names that Linux knows them by.

WeasyPrint tries names of many systems for each, and for those that lead nowhere cffi asks `ldconfig` and a compiler,
22 times. The last names that are tried need nobody to be asked, and lead to the same files.
"""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def by_name() -> Iterator[None]:
    """Have nobody asked where a library is, until the end of the block; on other systems that is needed."""
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 it is called by this name
    try:
        yield
    finally:
        ctypes.util.find_library = asked


with by_name():
    import_module("coursepack.render.handout.bench")
