"""Several right answers among several."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from coursepack.credit import Credit, Ticks, credit
from coursepack.exercises.multiple_choice import MultipleChoice


class MultipleResponse(MultipleChoice):
    """Several right answers among several: to tick everything earns nothing, or little."""

    several: ClassVar[bool] = True

    credit: Ticks = Field(
        "right-minus-wrong",
        description="What counts: right ticks less wrong ones, every option that is judged rightly, or only all of it",
    )

    def _credit(self) -> Credit | None:
        """Say the rule that the author chose, unless options have points of their own."""
        right = sum(option.right for option in self.options)
        most = len(self.options) if self.credit == "per-option" else right
        return super()._credit() or (credit(self.credit, self.left, most) if right else None)
