"""A printer's eye: what somebody would mark on finished pages before thirty copies are made, found by `check --print`.

Every module of this folder is one finding, whose code is the module's name: `find` yields it wherever it is met on the
pages of a handout. Nothing else lists them. What is said must be true nearly always, as with `judge.editor`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coursepack.judge.book import Book
    from coursepack.problem import Problem

FINDINGS: Mapping[str, Callable[[Book], Iterator[Problem]]] = {
    module.name.replace("_", "-"): import_module(f"{__name__}.{module.name}").find for module in iter_modules(__path__)
}


def findings(book: Book) -> Iterator[Problem]:
    """Yield what is to be said of printed pages."""
    for find in FINDINGS.values():
        yield from find(book)
