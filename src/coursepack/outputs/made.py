"""What an output returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursepack.problem import Problem


@dataclass(frozen=True)
class Made:
    """A finished file, how much it holds ("96 pages, 48 sheets"), and what is to be said of it."""

    data: bytes
    size: str
    notices: tuple[Problem, ...]
