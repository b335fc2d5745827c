"""Several right answers among several."""

from __future__ import annotations

from typing import ClassVar

from coursepack.exercises.multiple_choice import MultipleChoice


class MultipleResponse(MultipleChoice):
    """Several right answers among several: one point for a set without a mistake, unless the key says otherwise."""

    several: ClassVar[bool] = True
