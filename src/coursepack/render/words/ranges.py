"""References that name a range: "Sections 1.1 to 1.4", "Exercise 1.2-Exercise 1.5". Their pages are a range, too.

So are those of two that follow each other: "Sections 1.1 and 1.2". Between names a word makes no range: "compare Figure
1.1 to Figure 2.3" names two figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.links import anchored
from coursepack.render.words.binding import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from markdown_it.token import Token

    from coursepack.pack import Pack

    _Find = Callable[[Sequence[Token], int, Container[str]], Token | None]

# An anchor of what stands just before another, which is at the head of its page: there a range ends.
BEFORE = "before."
# What stands between the two numbers of a range in any language.
_DASHES = frozenset({"-", "\u2013", "\u2014", "~", "\uff5e"})
# Tokens between two references: words, and the end of a line among them.
_BETWEEN = {"text", "softbreak"}
_MOST = 3


class Ranges:
    """The ranges that references of a pack name, each by the id of its other end."""

    def __init__(self, pack: Pack) -> None:
        """Take the pack that they lead into."""
        self._targets, self._labels = pack.targets, pack.labels

    def until(self, tokens: Sequence[Token], idx: int) -> str:
        """Return the id that ends the range which the reference here begins, if it begins one."""
        return self._joined(tokens, idx, _begins)

    def since(self, tokens: Sequence[Token], idx: int) -> str:
        """Return the id that begins the range which the reference here ends, if it ends one."""
        return self._joined(tokens, idx, _ends)

    def is_between(self, tokens: Sequence[Token], idx: int) -> bool:
        """Tell whether a range begins just before a token."""
        return idx > 0 and tokens[idx - 1].type == "ref" and bool(self.until(tokens, idx - 1))

    def once(self, tokens: Sequence[Token]) -> list[Token]:
        """Leave out what names again what is named before it, with the words between: "3.2 and 3.2".

        A heading inside a section has the number of that.
        """
        kept: list[Token] = []
        last = 0
        for token in tokens:
            if token.type == "ref":
                if kept and self._is_again([*kept[last:], token]):
                    del kept[last + 1 :]
                    continue
                last = len(kept)
            kept.append(token)
        return kept

    def _is_again(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the last of these names what the first does, in the same way, and only joins it."""
        one, other = tokens[0], tokens[-1]
        if one.type != "ref" or one.meta.get("words") or other.meta.get("words") or one.meta["id"] == other.meta["id"]:
            return False
        found, again = (self._targets.get(self._named(token)) for token in (one, other))
        if not (found and again) or found.id != again.id or bool(one.meta.get("bare")) != bool(other.meta.get("bare")):
            return False
        words = {*self._labels["pair_words"], str(self._labels["comma"]).strip()}
        return _said(tokens) in words | _DASHES or _ranged(tokens, self._labels["range_words"])

    def _joined(self, tokens: Sequence[Token], idx: int, find: _Find) -> str:
        """Return the id at the other end of a range, or that of what follows: they say pages together."""
        name = self._named(tokens[idx])
        beside = self._alike(name, find(tokens, idx, self._labels["pair_words"]))
        if beside and _are_next(self._targets[name].number, self._targets[beside].number):
            return beside
        return self._alike(name, find(tokens, idx, self._labels["range_words"]))

    def _alike(self, name: str, other: Token | None) -> str:
        """Return the id that another reference leads to, if that is of the kind of what an id belongs to."""
        found = self._named(other) if other else ""
        one, two = self._targets.get(name), self._targets.get(found)
        return found if one and two and one.kind == two.kind else ""

    def _named(self, token: Token) -> str:
        return anchored(token.meta["kind"], token.meta["id"], self._targets)


def _begins(tokens: Sequence[Token], idx: int, words: Container[str]) -> Token | None:
    """Return the reference that ends the range which the one here begins, if it begins one."""
    ends = range(idx + 2, min(idx + 2 + _MOST, len(tokens)))
    return next((tokens[at] for at in ends if _ranged(tokens[idx : at + 1], words)), None)


def _ends(tokens: Sequence[Token], idx: int, words: Container[str]) -> Token | None:
    """Return the reference that begins the range which the one here ends, if it ends one."""
    starts = range(idx - 2, max(idx - 2 - _MOST, -1), -1)
    return next((tokens[at] for at in starts if _ranged(tokens[at : idx + 1], words)), None)


def _are_next(one: str, other: str) -> bool:
    """Tell whether two numbers follow each other in one chapter: 1.4 and 1.5, in either order."""
    (before, _, here), (after, _, there) = one.rpartition("."), other.rpartition(".")
    are_counted = here.isdecimal() and there.isdecimal()
    return are_counted and before == after and abs(int(here) - int(there)) == 1


def _ranged(tokens: Sequence[Token], words: Container[str]) -> bool:
    """Tell whether these are two references with what makes a range between them."""
    begin, *_, end = tokens
    said = _said(tokens)
    is_word = begin.meta.get("bare") and end.meta.get("bare") and said.lower() in words
    return said in _DASHES or bool(is_word)


def _said(tokens: Sequence[Token]) -> str:
    """Return the words between the first and the last of these, if those are references with only words between."""
    begin, *between, end = tokens
    are_refs = begin.type == end.type == "ref" and all(one.type in _BETWEEN for one in between)
    words = (" " if one.type == "softbreak" else one.content for one in between if are_refs)
    return "".join(words).replace(NBSP, " ").strip()
