"""Kinds of block, an open set: every module of this folder, and of `coursepack.exercises`, is one kind, named after it.

A kind is a pydantic model; its docstring, field descriptions and templates (`templates/blocks/<kind>.handout.html.j2`,
`<kind>.slide.html.j2`) are all there is to add. An exercise has the views of its task (`templates/tasks`).
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from coursepack import exercises
from coursepack.block import Block

if TYPE_CHECKING:
    from types import ModuleType


def _kinds(folder: str, places: list[str]) -> dict[str, type[Block]]:
    loaded = {module.name: import_module(f"{folder}.{module.name}") for module in iter_modules(places)}
    return {name.replace("_", "-"): _kind(module) for name, module in loaded.items()}


def _kind(module: ModuleType) -> type[Block]:
    """Return the block that a module makes."""
    models = [model for model in vars(module).values() if isinstance(model, type) and issubclass(model, Block)]
    return next(model for model in models if model.__module__ == module.__name__)


KINDS: dict[str, type[Block]] = _kinds(__name__, list(__path__)) | _kinds(exercises.__name__, list(exercises.__path__))
