"""The outputs, an open set: every module of this folder that says `OUTPUT` is one, named after the module."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursepack.outputs.output import Output


# What is no output, but made for some or made of all: who wants a list of them waits for none of these.
_OTHERS = frozenset({"check", "classlist", "htmldeck", "packing", "registry", "rules"})


def _outputs() -> dict[str, Output]:
    """Import the modules, none of which loads an engine, and put those that are outputs into the order of the help."""
    names = [module.name for module in iter_modules([str(Path(__file__).parent)])]
    modules = {name: import_module(f"coursepack.outputs.{name}") for name in names if name not in _OTHERS}
    found = {name.replace("_", "-"): vars(one)["OUTPUT"] for name, one in modules.items() if "OUTPUT" in vars(one)}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].rank, pair[0])))


OUTPUTS: dict[str, Output] = _outputs()
