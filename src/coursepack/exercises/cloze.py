"""A text with gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from coursepack.credit import credit
from coursepack.exercise import Exercise, says, twins
from coursepack.languages import collation
from coursepack.load.markdown import masked
from coursepack.problem import Problem
from coursepack.task import Fill, Gap, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markdown_it.token import Token

    from coursepack.chance import Draw
    from coursepack.problem import Span
    from coursepack.text import Rich

# What is left of a mark that is none: other marks inside it, or a name that no gap has.
_LEFT = re.compile(r"\]\{\.[^}]*\}")
# A word or a few in brackets, which beside a gap ask for what it is to hold: a verb that shall be given its form.
_PROMPT = re.compile(r"[(\uff08][^\s()\uff08\uff09]+(?:\s[^\s()\uff08\uff09]+){0,3}[)\uff09]")


def _left(token: Token) -> list[str]:
    """Return what is written like the end of a gap, in a text or around a span of no known class."""
    if token.type == "span_open" and {*token.attrs} != {"lang"}:
        return [f"]{{.{token.attrs.get('class') or token.meta.get('style', '')}}}"]
    return _LEFT.findall(token.content) if token.type == "text" else []


class Cloze(Exercise):
    """A text with gaps: `[fifteen | 15]{.gap}` to fill in, `[nine | seven]{.choice}` to choose from."""

    secret: ClassVar[frozenset[str]] = Exercise.secret | {"text"}

    bank: bool = Field(default=False, description="Print the words of the gaps above the text")

    @property
    def own(self) -> float:
        """A point a gap."""
        return len(self._gaps())

    def slide_title(self) -> tuple[Rich | None, Span]:
        """Return the short title: the text has the answers, and is too long."""
        return (self.slide.title if self.slide else None), self.at("slide", "title")

    def task(self, draw: Draw) -> Fill:
        """Number the gaps, and mix the words of each choice."""
        tokens = self._gaps()
        gaps = tuple(_gap(token, draw.part(f"gap {number}")) for number, token in enumerate(tokens))
        numbers = {id(token): number for number, token in enumerate(tokens)}

        def numbered(token: Token) -> Token:
            number = numbers.get(id(token))
            return token if number is None else _asked(token, number, gaps[number])

        counted = credit("each", self.left, len(gaps)) if gaps else None
        return Fill(gaps, self.text.rewritten(numbered, masked), self._bank(draw.labels), credit=counted)

    def shown(self) -> Iterable[Rich]:
        """Yield the text without the words of its gaps."""
        return (self.text.rewritten(_emptied, masked),) if self.text else ()

    def faults(self) -> Iterator[Problem]:
        """There are gaps, each with an answer, and none is said elsewhere in the text."""
        if not self._gaps():
            yield Problem(self.at("text"), "no-key", "there is no gap in the text", "Write `[answer]{.gap}`")
        yield from self._left()
        around = self._around()
        for token, at in self.text.marks("gap"):
            yield from _wrong(token, at)
            said = [word for word in token.meta["words"] if says(around, word)]
            if said and not token.meta["choices"]:
                message = f"the text says “{said[0]}” outside its gap"
                yield Problem(at, "given-away", message, "Make a gap of both, or write one of them in other words")

    def _around(self) -> str:
        """Return the text without its gaps, and without what stands in brackets beside one to be put into it."""
        return "\n".join(map(self._beside, self.text.inlines()))

    def _beside(self, inline: Token) -> str:
        text = replace(self.text, tokens=(inline,))
        words = text.rewritten(_emptied).plain()
        return _PROMPT.sub("", words) if any(text.marks("gap")) else words

    def _left(self) -> Iterator[Problem]:
        for inline in self.text.inlines():
            for token in inline.children or []:
                for found in _left(token):
                    at = self.text.at(inline, max(inline.content.find(found), 0), len(found))
                    advice = "Write `[words]{.gap}` or `[words | others]{.choice}`, with no other marks inside"
                    yield Problem(at, "bad-gap", f"`{found[1:]}` makes no gap here", advice)

    def _gaps(self) -> list[Token]:
        return [token for token, _ in self.text.marks("gap")] if self.text else []

    def _bank(self, labels: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the words of the gaps in the order of the alphabet, which says nothing of theirs."""
        words = [_words(token)[0] for token in self._gaps() if not token.meta["choices"]] if self.bank else []
        return tuple(sorted(words, key=lambda word: collation.key(word, labels["alphabet"])))


def _words(token: Token) -> tuple[Word, ...]:
    return tuple(Word(word, token.meta["language"]) for word in token.meta["words"])


def _gap(token: Token, draw: Draw) -> Gap:
    words = _words(token)
    if not token.meta["choices"]:
        return Gap(token.meta["length"], answers=words)
    mixed = tuple(words[number] for number in draw.order([False] * len(words)))
    return Gap(token.meta["length"], mixed, answers=words[:1])


def _asked(token: Token, number: int, gap: Gap) -> Token:
    """Leave in a gap its best answer alone, which a copy without answers then empties."""
    raw = masked(token.meta["raw"])
    kept = {name: token.meta[name] for name in ("at", "language", "around")}
    return token.copy(meta={**kept, "number": number, "length": gap.length, "choices": gap.choices, "raw": raw})


def _emptied(token: Token) -> Token:
    return token.copy(content="", meta={}) if token.type == "gap" else token


def _wrong(token: Token, at: Span) -> Iterator[Problem]:
    words = token.meta["words"]
    if not all(words):
        yield Problem(at, "no-key", "this gap has no answer", "Write it between the brackets")
    elif any(sign in word for word in words for sign in "*`~^$"):
        yield Problem(at, "bad-gap", "a gap has no other marks inside", "Write its words alone, and signs as H₂O, x²")
    elif token.meta["choices"] and len(words) == 1:
        yield Problem(at, "no-key", "there is nothing to choose from", "Write others after bars: `[right | wrong]`")
    # Capitals may be wanted: who writes two ways of them means both.
    exact = [word for word in words if word] if not token.meta["choices"] else []
    if len(set(exact)) < len(exact):
        yield Problem(at, "equal-options", f"“{exact[0]}” stands twice", "Change one of them")
    yield from twins((at, word) for word in words if word and token.meta["choices"])
