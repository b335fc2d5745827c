"""Checks what texts say of options: names that there are not, and words for places that no option keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coursepack.exercise import Exercise
from coursepack.problem import Problem, Severity, did_you_mean
from coursepack.validate.references import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursepack.block import Block
    from coursepack.course import Course
    from coursepack.text import Rich

_LAST = "Write `last: true` beside it, so that it keeps its place"
_NAMED = "Write `{option:2}`, or an option's `id`: it prints the letter that the option has in a copy"
# A letter in a phrase of the labels stands for any: "both A and B".
_ANY = re.compile(r"\b[AB]\b")


def check(course: Course) -> Iterator[Problem]:
    """Yield every `{option:…}` that names none, and every word for a place in an exercise whose options are mixed."""
    inside = set[int]()
    placed = _pattern(course.labels)
    for block in (block for part in course.parts() for block in part.blocks()):
        named = block.named_choices()
        yield from _twice(block)
        for text in block.texts() if named else ():
            inside.add(id(text))
            yield from _unknown(text, named)
        if isinstance(block, Exercise) and block.mixes:
            yield from _placed(block, placed)
    for text in texts(course):
        for _, at in text.marks("option") if id(text) not in inside else ():
            message = "this names an option outside an exercise that has any"
            yield Problem(at, "unknown-option", message, "Write the option's words")


def _twice(block: Block) -> Iterator[Problem]:
    """Yield the ids that two options of a block have, or that are numbers."""
    field = next((name for name in ("options", "statements", "pairs") if getattr(block, name, None)), "")
    ids = block.choices()
    for number, name in enumerate(ids):
        if name and (name in ids[:number] or name.isdecimal()):
            message = f"the id `{name}` is " + ("a number" if name.isdecimal() else "taken by another option")
            yield Problem(block.at(field, number, "id"), "duplicate-id", message, "Choose another")


def _unknown(text: Rich, named: Mapping[str, int]) -> Iterator[Problem]:
    for token, at in text.marks("option"):
        name = token.meta["name"]
        if name not in named:
            message = f"no option here has the name or number `{name}`"
            advice = did_you_mean(name, named) or f"Write a number from 1 to {len(set(named.values()))}, or an `id`"
            yield Problem(at, "unknown-option", message, advice)


def _placed(block: Exercise, placed: re.Pattern[str]) -> Iterator[Problem]:
    kept = {id(text) for text in _kept(block)}
    own = {id(option.text) for option in getattr(block, "options", None) or ()}
    for text in block.texts():
        for inline in text.inlines() if id(text) not in kept else ():
            for found in placed.finditer(inline.content):
                message = f"“{found[0]}” names a place, and each copy mixes the options"
                advice = _LAST if id(text) in own else _NAMED
                at = text.at(inline, found.start(), len(found[0]))
                yield Problem(at, "placed-words", message, advice, Severity.WARNING)


def _kept(block: Block) -> Iterator[Rich]:
    """Yield the texts that may speak of places: the stem, a title, and an option that keeps its own."""
    own: Any = block
    yield own.text
    if block.slide and block.slide.title:
        yield block.slide.title
    for option in getattr(block, "options", None) or ():
        if option.stays:
            yield option.text


def _pattern(labels: Mapping[str, Any]) -> re.Pattern[str]:
    """Make one pattern of a language's words: "the first sentence", but not "the first sentence of the treaty"."""
    first, things, other = (_any(labels[name]) for name in ("place_numbers", "place_things", "place_else"))
    phrases = _any(labels["place_phrases"])
    ordinal = rf"{first}\s+(?:\w+\s+)?{things}(?!\w|\s+{other}(?!\w))"
    letter = rf"{things}\s+(?-i:[A-H]|[b-h])(?![\w\u2019'])"
    return re.compile(rf"(?<!\w)(?:{ordinal}|{letter}|{phrases}(?!\w))", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(_ANY.sub('(?-i:[A-H])', re.escape(word)) for word in words)})"
