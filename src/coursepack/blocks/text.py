"""Prose."""

from __future__ import annotations

from typing import ClassVar

from coursepack.block import Block
from coursepack.text import Prose


class TextBlock(Block):
    """Prose that goes to one output or edition only; ordinary prose needs no fence."""

    stands_inside: ClassVar[bool] = False

    body: Prose
