"""An editor: what a careful reader of a whole course would ask its author, found by `check`.

Every module of this folder is one finding, whose code is the module's name: `find` yields it wherever it is met in the
teacher's copy of a course. Nothing else lists them. What is said must be true nearly always: a finding has a threshold
that outside courses, too, pass without noise. An author answers one where it stands (`judge.answers`).
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coursepack.pack import Pack
    from coursepack.problem import Problem

FINDINGS: Mapping[str, Callable[[Pack], Iterator[Problem]]] = {
    module.name.replace("_", "-"): import_module(f"{__name__}.{module.name}").find for module in iter_modules(__path__)
}


def findings(pack: Pack) -> Iterator[Problem]:
    """Yield what the editor asks of a course."""
    for find in FINDINGS.values():
        yield from find(pack)
