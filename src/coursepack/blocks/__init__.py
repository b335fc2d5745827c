"""Kinds of block, an open set: every module of this folder is one kind, named after the module.

A kind is a pydantic model; its docstring, field descriptions and templates (`templates/blocks/<kind>.handout.html.j2`,
`<kind>.slide.html.j2`) are all there is to add.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from coursepack.block import Block


def _kinds() -> dict[str, type[Block]]:
    found = {}
    for module in iter_modules(__path__):
        name = module.name.replace("_", "-")
        loaded = import_module(f"{__name__}.{module.name}")
        found[name] = next(
            model
            for model in vars(loaded).values()
            if isinstance(model, type) and issubclass(model, Block) and model.__module__ == loaded.__name__
        )
    return found


KINDS: dict[str, type[Block]] = _kinds()
