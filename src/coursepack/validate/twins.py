"""Works that a library has twice, under two keys: both would be listed, as 2001a and 2001b."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.course import Course
    from coursepack.problem import Span

# What tells one work from another; the rest is of the library or of the copy that somebody read.
_OWN = (
    *("type", "title", "author", "editor", "translator", "issued", "edition", "publisher", "container-title"),
    *("collection-title", "volume", "issue", "number", "page", "version", "genre", "chapter-number", "event-title"),
)


def check(course: Course) -> Iterator[Problem]:
    """Yield what is cited under a second key, at the first citation of that."""
    works = {str(work["id"]): _said([work.get(field) for field in _OWN]) for work in course.references}
    first: dict[object, str] = {}
    told = set[str]()
    for key, at in _cited(course):
        other = first.setdefault(works[key], key) if key in works else key
        if other != key and key not in told:
            told.add(key)
            message = f"`{key}` is the same work as `{other}`: both are listed"
            yield Problem(at, "twin-work", message, f"Cite `{other}` here, too", Severity.WARNING)


def _cited(course: Course) -> Iterator[tuple[str, Span]]:
    for text in texts(course):
        for token, at in text.marks("cite"):
            yield from ((key, at) for key, _ in token.meta["items"])


def _said(value: object) -> object:
    """Return what a value says, to be compared: texts know their places, which differ."""
    if isinstance(value, Mapping):
        return tuple(sorted((str(name), _said(one)) for name, one in value.items()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_said, value))
    return "" if value is None else str(value).strip()
