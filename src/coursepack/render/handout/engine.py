"""Loads what lays pieces out, and the libraries under it by the names that Linux knows them by.

WeasyPrint tries names of many systems for each, and for those that lead nowhere cffi asks `ldconfig` and a compiler,
22 times. The last names that are tried need nobody to be asked, and lead to the same files.
"""

from __future__ import annotations

import ctypes.util
import sys
from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING

from coursepack.replaced import replaced

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def by_name() -> AbstractContextManager[None]:
    """Have nobody asked where a library is, until the end of the block; on other systems that is needed."""
    on_linux = sys.platform == "linux"
    return replaced(ctypes.util, find_library=lambda name: None) if on_linux else nullcontext()  # noqa: ARG005 it is called by this name


with by_name():
    import_module("coursepack.render.handout.bench")
