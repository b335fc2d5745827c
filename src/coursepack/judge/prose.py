"""What a reader reads of a text: its words where they are written, with blanks where marks stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from coursepack.languages.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from coursepack.block import Block
    from coursepack.pack import Item, PackPart
    from coursepack.problem import Span
    from coursepack.text import Rich

# Lengths are bounded, so that a text of signs that nothing closes is read in time.
# What is no word of a sentence: code, formulas, references, citations, pictures, letters of options.
_THING = re.compile(
    r"(`+).{1,999}?\1|\$(?=\S)[^$]{0,999}?(?<=\S)\$(?!\d)|!\[[^\]]{0,999}\]\([^)]{0,999}\)|\[@[^\]]{0,999}\]"
    r"|@[\w:-]{0,99}\w|\{option:[^}]{0,99}\}|https?://\S+",
    re.DOTALL,
)
# What stands around words: brackets, attributes, addresses, stars, tags.
_MARK = re.compile(r"\]\([^)]{0,999}\)|\{[^{}]{0,999}\}|<[^<>]{0,999}>|[\[\]*\\]")
# A stage direction, with what is marked in it: nobody says it.
DIRECTION = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\{\.do\}")
# A word, for those who count them: a number is one, whatever parts its digits.
WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
# Stands for what is no word, so that the words around it are no neighbours.
GAP = "\0"
# Somebody else's words.
_BORROWED = frozenset({"source", "quote", "source-analysis", "code"})
# Chinese and Japanese signs begin here: no blanks stand between their words.
_UNPARTED = "\u2e80"
_PROSE = frozenset({"text", "callout"})


@dataclass(frozen=True)
class Run:
    """A paragraph, a list item or a line: `words` are as long as what is written, so places in both are the same."""

    text: Rich
    inline: Token
    words: str

    def at(self, start: int, end: int) -> Span:
        """Return the place of some of the words."""
        return self.text.at(self.inline, start, end - start)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence begins and ends."""
        return sentences(self.words)


def runs(texts: Iterable[Rich]) -> Iterator[Run]:
    """Yield the runs of words of some texts, in order."""
    for text in texts:
        for inline in text.inlines():
            bare = _THING.sub(lambda found: GAP * len(found[0]), inline.content)
            yield Run(text, inline, _MARK.sub(lambda found: " " * len(found[0]), bare))


def read(items: Iterable[Item]) -> Iterator[Rich]:
    """Yield the running text of some items that all readers have: prose and callouts."""
    for item in items:
        if item.kind in _PROSE and item.block.audience != "teacher" and not item.made:
            yield from item.block.printed()


def own(part: PackPart) -> Iterator[Rich]:
    """Yield every text of a unit or page that its authors wrote themselves, speaker notes and answers too."""
    blocks = (item.block for section in part.sections for item in section.items if not item.made)
    yield from chain(part.front.texts(), *(block.texts() for block in blocks if _is_own(block)))


def _is_own(block: Block) -> bool:
    return block.kind_name() not in _BORROWED


def phrases(words: Iterable[str]) -> re.Pattern[str] | None:
    """Make a pattern of words and phrases of a language, which stand alone; `None` if it has none."""
    found = "|".join(map(_alone, sorted(words, key=len, reverse=True)))
    return re.compile(found, re.IGNORECASE) if found else None


def _alone(words: str) -> str:
    """Return a pattern of a phrase that no letter touches, in scripts that part their words."""
    said = re.escape(words).replace(r"\ ", r"\s+")
    return said if words >= _UNPARTED else rf"(?<!\w){said}(?!\w)"
