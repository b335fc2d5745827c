"""Values that a process made and may need again: those asked for last, each under a name of all that it comes of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """So many values and no more, under names that other values have not: `store.key` makes such names."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.values: dict[str, Value] = {}

    def get(self, name: str, make: Callable[[], Value]) -> Value:
        """Return the value of a name, made now if it was not asked for lately; what is raised is not kept."""
        found = self.values.pop(name) if name in self.values else make()
        self.values[name] = found
        while len(self.values) > self.most:
            del self.values[next(iter(self.values))]
        return found
