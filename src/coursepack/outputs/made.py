"""What an output is asked for besides its course, and what it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coursepack.problem import Problem


@dataclass(frozen=True)
class Order:
    """Wishes that only some outputs know.

    `pages` is what `outputs.pages` wrote beside the PDF: none if nobody asks for page numbers, empty if there is no
    such file. `per` is how many slides a page of notes shows, `reveal` the folder of reveal.js's npm package,
    `variants` how many variants of a paper there are.
    """

    pages: bytes | None = None
    per: int = 3
    reveal: Path | None = None
    variants: int = 4


PLAIN = Order()


@dataclass(frozen=True)
class Made:
    """A finished file, how much it holds ("96 pages, 48 sheets"), and what is to be said of it.

    `beside` are further files: by their paths in its folder, or by the ending (".x") that their names have in place of
    its own.
    """

    data: bytes
    size: str
    notices: tuple[Problem, ...]
    beside: Mapping[str, bytes] = field(default_factory=dict)
