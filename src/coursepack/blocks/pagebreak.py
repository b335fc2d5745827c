"""A new page on paper, and nothing on slides."""

from __future__ import annotations

from typing import ClassVar, Literal

from coursepack.block import Block


class Pagebreak(Block):
    r"""What follows begins on a new page; `\newpage` on a line of its own does the same."""

    stands_inside: ClassVar[bool] = False

    on: Literal["handout"] = "handout"
