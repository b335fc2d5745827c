"""Units and pages, each read once in a process while nothing changes that it comes of: a preview reads them all day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.load import part as raw
from coursepack.load import pictures
from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.run.fault import working_on
from coursepack.validate.parts import part, unread

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it import MarkdownIt

    from coursepack.course import PageFront, Part, UnitFront
    from coursepack.problem import Problem

# Files of which the last reading is kept: those of a book.
_MOST = 200


@dataclass(frozen=True)
class Source:
    """The text of a unit or page: the file's path in the course, and its name in problems."""

    text: str
    path: str
    place: str
    kind: type[UnitFront | PageFront]


@dataclass(frozen=True)
class Manner:
    """How texts of a course are read.

    `quotes` returns the quotation marks of a language (the course's own for an empty tag), `addresses` may be named by
    every text, `beside` says which file the text of another one means by an address, `comma` whether decimals have one.
    """

    quotes: Callable[[str], Sequence[str]]
    addresses: Mapping[str, object]
    beside: Callable[[str, str], str]
    comma: bool = False


@dataclass(frozen=True)
class Reading:
    """What reading a file came to: the part, if it can be used, the ids of what has mistakes, and what was found.

    `pictures` are the addresses of its pictures, with the files that they meant.
    """

    part: Part | None
    unread: frozenset[str]
    problems: tuple[Problem, ...]
    pictures: Mapping[str, str]


_read: dict[str, tuple[object, Reading]] = {}


def read(source: Source, manner: Manner) -> Reading:
    """Read a file, or return what was read of the same."""
    of = (source, tuple(manner.quotes("")), repr(manner.addresses), manner.comma)
    before, found = _read.pop(source.place, (None, None))
    if (
        found is None
        or before != of
        or any(manner.beside(source.path, one) != file for one, file in found.pictures.items())
    ):
        found = _fresh(source, manner)
    _read[source.place] = of, found
    while len(_read) > _MOST:
        del _read[next(iter(_read))]
    return found


def _fresh(source: Source, manner: Manner) -> Reading:
    problems: list[Problem] = []
    asked: dict[str, str] = {}

    def find(address: str) -> str:
        return asked.setdefault(address, manner.beside(source.path, address))

    def reader(addresses: Mapping[str, object]) -> MarkdownIt:
        own = parser(manner.quotes, addresses, comma=manner.comma)
        pictures.beside(own, find)
        return own

    with working_on(Span(source.place)):
        first = reader(manner.addresses)
        pieces = raw.read(source.text, source.place, first, problems)
        # A block's text may name an address that stands at the end of the file.
        again = reader(pieces.addresses) if pieces.addresses else first
        made = part(pieces, source.path, source.kind, again, problems)
    return Reading(made, frozenset(unread(pieces, made)), tuple(problems), asked)
