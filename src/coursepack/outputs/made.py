"""What an output returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.problem import Problem


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
