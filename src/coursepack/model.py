"""What every part of a course is: a frozen model, whose texts, blocks and secrets are found at any depth."""

from __future__ import annotations

import re
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coursepack.load.attributes import LETTERS
from coursepack.text import Rich, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from markdown_it.token import Token

    from coursepack.values import Path

ID = re.compile(rf"[{LETTERS}0-9][{LETTERS}0-9-]*")


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        message = "`{given}` is no id"
        raise PydanticCustomError("id", message, {"given": value, "help": "Use letters, digits and hyphens"})  # noqa: EM101 pydantic's own form
    return value


Id = Annotated[str, AfterValidator(_id)]
# A work's id is the key that Zotero, BibTeX and Pandoc know it by.
_KEY = re.compile(rf"[{LETTERS}0-9_][{LETTERS}0-9_:.+/-]*")


def _key(value: str) -> str:
    return value if _KEY.fullmatch(value) else _id(value)


Key = Annotated[str, AfterValidator(_key)]
# A text without marks that must say something.
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# For what is one value or a list of some.
SEVERAL = BeforeValidator(lambda value: value if isinstance(value, list) else [value])
# What `check` finds here and shall not say again: codes, each with the reason. No student's copy has it.
ALLOW = "allow"
# Kinds of values that hold no text with inline marks.
_PLAIN = frozenset({NoneType, bool, float, int, str})
Allowed = Annotated[
    dict[str, Words], Field(description="Findings of `check` that are right here: a code and the reason")
]


class Model(BaseModel):
    """A frozen model that knows no other fields."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True, defer_build=True
    )

    # Fields that stay out of the students' copies: answers, and what only the lecturer says.
    secret: ClassVar[frozenset[str]] = frozenset()

    def texts(self) -> Iterator[Rich]:
        """Yield every text with inline marks, in the order of the fields; after each those of the blocks inside it."""
        return deep_texts(self)

    def inside(self) -> Iterator[Any]:
        """Yield the blocks inside its texts, in order and however deep; this module can't name their class."""
        return (block for text in own_texts(self) for block in _nested(text))

    def holding(self, change: Callable[[Any], Any]) -> Self:
        """Return it with each block inside its texts as `change` has it; one that comes to `None` is left out."""
        if not any(True for _ in self.inside()):
            return self
        return self.model_copy(update={name: _holding(value, change) for name, value in self})

    def told(self) -> Self:
        """Return it as the students' copies have it: without what is secret at any depth, so that no view can show it.

        A text is empty then, and all else is `None`.
        """
        hidden = self.secret | {ALLOW}
        return self.model_copy(update={name: _told(value, secret=name in hidden) for name, value in self})

    def rewritten(self, change: Callable[[Token], Token]) -> Self:
        """Return it with the innermost tokens of all its texts changed."""
        return self.model_copy(update={name: rewritten(value, change) for name, value in self})

    def secrets(self) -> Iterator[Path]:
        """Yield the places in the file of what `told` takes away."""
        for name, value in self:
            if name in self.secret or (name == ALLOW and value):
                yield (name,)
            else:
                yield from ((name, *path) for path in _secrets(value))


def _told(value: object, *, secret: bool = False) -> object:
    if secret:
        return plain("") if isinstance(value, Rich) else None
    if isinstance(value, Model):
        return value.told()
    if isinstance(value, Rich):
        return value.holding(lambda block: None if block.audience == "teacher" else block.told())
    return tuple(_told(item) for item in value) if isinstance(value, tuple) else value


def rewritten(value: object, change: Callable[[Token], Token]) -> object:
    """Return the value of a field with the innermost tokens of all its texts changed."""
    if isinstance(value, Rich | Model):
        return value.rewritten(change)
    return tuple(rewritten(item, change) for item in value) if isinstance(value, tuple) else value


def _secrets(value: object) -> Iterator[Path]:
    if isinstance(value, Model):
        yield from value.secrets()
    elif isinstance(value, Rich):
        # A text that holds blocks is written with all that they hold.
        yield from ((),) if any(True for _ in value.blocks()) else ()
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from ((index, *path) for path in _secrets(item))


def deep_texts(value: object) -> Iterator[Rich]:
    """Yield the texts of a value, and after each those of its notes and of the blocks inside it."""
    for text in own_texts(value):
        yield text
        yield from text.footnotes.values()
        for block in text.blocks():
            yield from block.texts()


def own_texts(value: object) -> list[Rich]:
    """Return the texts of a value, without those of the blocks inside them."""
    found: list[Rich] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[Rich]) -> None:
    """Add the texts of a value; a list, for every stage goes through all values, and most are words and numbers."""
    inside: Iterable[object] = ()
    if isinstance(value, Rich):
        found.append(value)
    elif isinstance(value, BaseModel):
        # Its fields, in their order.
        inside = vars(value).values()
    elif isinstance(value, tuple | list):
        inside = value
    for one in inside:
        if type(one) not in _PLAIN:
            _gather(one, found)


def _nested(text: Rich) -> Iterator[Any]:
    for block in text.blocks():
        yield block
        yield from block.inside()


def _holding(value: object, change: Callable[[Any], Any]) -> object:
    if isinstance(value, Rich):
        return value.holding(lambda block: changed.holding(change) if (changed := change(block)) else None)
    if isinstance(value, Model):
        return value.holding(change)
    return tuple(_holding(item, change) for item in value) if isinstance(value, tuple) else value
