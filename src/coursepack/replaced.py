"""Has what is ours stand in for a function of a library, for as long as something is made.

Names and signatures that this counts on are listed in `tests/test_replaced.py`: a library in which they are others is
found there before anything is laid out with it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType


@contextmanager
def replaced(owner: ModuleType | type, **ours: object) -> Iterator[None]:
    """Have names of a module or a class mean what is ours until the end of the block, and then what they meant.

    Raises:
        AttributeError: it has no such name, for it is of another version than ours is written for.
    """
    missing = sorted(ours.keys() - vars(owner).keys())
    if missing:
        message = f"{owner.__name__} has no {', '.join(missing)}: install the version that pyproject.toml names"
        raise AttributeError(message)
    theirs = {name: vars(owner)[name] for name in ours}
    try:
        _put(owner, ours)
        yield
    finally:
        _put(owner, theirs)


def _put(owner: ModuleType | type, meanings: Mapping[str, object]) -> None:
    for name, meaning in meanings.items():
        setattr(owner, name, meaning)
