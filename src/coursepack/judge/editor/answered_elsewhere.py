"""A stem that gives away what another exercise of the unit asks.

A sentence of a stem gives an answer away if it says the right option, or the words of a gap, and no wrong option, and
most of the rare words of the stem that asks for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursepack.exercise import folded, says
from coursepack.languages.sentence import sentences
from coursepack.problem import Problem, Severity
from coursepack.task import Choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coursepack.pack import Item, Pack

_WORD = re.compile(r"[^\W\d_]{4,}|\d{3,}")
# Words in more stems than this are no mark of what is asked; so many of a stem's marks, and such a share, tell it.
_COMMON, _FEWEST, _SHARE = 3, 2, 0.5


@dataclass(frozen=True)
class _Asked:
    """What an exercise asks: its marks, what is right, and what is offered besides."""

    item: Item
    marks: frozenset[str]
    right: str
    wrong: tuple[str, ...]

    def told(self, sentence: str) -> bool:
        """Tell whether a sentence says what is right, and nothing that is wrong."""
        return says(sentence, self.right) and not any(says(sentence, one) for one in self.wrong)

    @property
    def enough(self) -> float:
        """How many of the marks a sentence needs to be about the same."""
        return max(_FEWEST, _SHARE * len(self.marks))


def find(pack: Pack) -> Iterator[Problem]:
    """Yield the stems that answer another exercise of their unit."""
    for unit in pack.units:
        items = [item for item in unit.exercises() if item.block.audience != "teacher"]
        said = [(item, sentence) for item in items for sentence in _said(item)]
        places = _places(sentence for _, sentence in said)
        for asked in _asked(items):
            found = Counter(place for word in asked.marks for place in places.get(word, ()))
            about = (said[place] for place, times in sorted(found.items()) if times >= asked.enough)
            told = {id(item): item for item, sentence in about if item is not asked.item and asked.told(sentence)}
            yield from (_problem(item, asked) for item in told.values())


def _problem(item: Item, asked: _Asked) -> Problem:
    name = asked.item.target.name if asked.item.target else ""
    message = f"this says the answer of {name}: “{asked.right}”"
    at, advice = item.block.at("text"), "Ask one of the two otherwise"
    return Problem(at, "answered-elsewhere", message, advice, Severity.NOTE)


def _places(sentences: Iterable[str]) -> Mapping[str, list[int]]:
    """Return by each word the places of the sentences that say it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        for word in _words(sentence):
            found[word].append(place)
    return found


def _asked(items: list[Item]) -> Iterator[_Asked]:
    spread = Counter(word for item in items for word in _words(_stem(item)))
    for item in items:
        if isinstance(item.task, Choose) and len(item.task.right) == 1 and item.kind != "true-false":
            options = [option.plain() for option in item.task.options]
            (right,) = item.task.right
            marks = _marks(_stem(item), options[right], spread)
            wrong = tuple(words for place, words in enumerate(options) if place != right)
            yield _Asked(item, marks, options[right], wrong)


def _marks(stem: str, right: str, spread: Mapping[str, int]) -> frozenset[str]:
    return frozenset(word for word in _words(stem) - _words(right) if spread[word] <= _COMMON)


def _stem(item: Item) -> str:
    return str(getattr(item.block, "text").plain())  # noqa: B009 a field of exercises alone


def _said(item: Item) -> list[str]:
    told = (text.plain() for text in item.block.told().printed())
    return [words[start:end] for words in told for start, end in sentences(words)]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(folded(text)))
