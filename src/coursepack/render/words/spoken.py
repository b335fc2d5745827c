"""An equation read out, in the words of a language: what a screen reader says in the place of a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import decomposition, name, normalize

from coursepack.render.words.equation import said, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

# Signs that only group, or that part what is said anyway.
_SILENT = frozenset("\u2061\u2062\u2063")
_BRACES = frozenset("⏞⏟⎴⎵⏜⏝")
_PRIMES = {"′": 1, "″": 2, "‴": 3}
_SCRIPTS = frozenset({"msup", "msub", "msubsup", "mover", "munder", "munderover"})


def spoken(latex: str, words: Mapping[str, str]) -> str:
    """Read an equation out; `words` are a language's, by sign or by the name of what is built of parts."""
    return " ".join(part for part in _say(tree(latex), words) if part)


def _say(element: _Element, words: Mapping[str, str]) -> Iterator[str]:
    parts = list(element)
    match element.tag:
        case "mi" | "mn" | "mo" | "mtext" | "ms":
            text = (element.text or "").strip()
            yield from _sign(text, words)
        case "mfrac":
            yield from _fraction(element, parts, words)
        case "msqrt":
            yield from (words["root"], *_all(parts, words), words["end"])
        case "mroot":
            yield from (*_say(parts[1], words), words["root-of-degree"], *_say(parts[0], words), words["end"])
        case "mtr":
            yield from (*_all(parts, words), words["end-of-row"] if element.getnext() is not None else "")
        case str() as tag if tag in _SCRIPTS:
            yield from _script(tag, parts, words)
        case _:
            yield from _all(parts, words)


def _sign(text: str, words: Mapping[str, str]) -> Iterator[str]:
    """Read a sign; one of Unicode's letters of another face as the letter that it shows, and whether that is bold."""
    styled = len(text) == 1 and decomposition(text).startswith("<font>") and text not in words
    letter = normalize("NFKC", text) if styled else text
    yield "" if letter in _SILENT else words.get(letter, letter)
    yield words["bold"] if styled and "BOLD" in name(text) else ""


def _script(tag: str, parts: list[_Element], words: Mapping[str, str]) -> Iterator[str]:
    """Read what stands below, above or after something."""
    match tag:
        case "mover" | "munder" if said(parts[1]) in _BRACES:
            yield from _say(parts[0], words)
        case "msup":
            yield from (*_say(parts[0], words), *_power(parts[1], words))
        case "mover":
            known = words.get(f"over-{said(parts[1])}")
            yield from (*_say(parts[0], words), *([known] if known else (words["above"], *_say(parts[1], words))))
        case "msubsup" | "munderover":
            yield from _range(parts, words)
        case _:
            yield from _joined(parts, words["sub"], words)


def _fraction(element: _Element, parts: list[_Element], words: Mapping[str, str]) -> Iterator[str]:
    """Read a fraction; where it begins and ends is said unless both its parts are single signs, and inside another."""
    if element.get("linethickness", "")[:1] == "0":
        yield from _joined(parts, words["choose"], words)
        return
    simple = all(_is_single(part) for part in parts) and next(element.iterancestors("mfrac"), None) is None
    inside = _joined(parts, words["over"], words)
    yield from inside if simple else (words["fraction"], *inside, words["end"])


def _all(parts: list[_Element], words: Mapping[str, str]) -> Iterator[str]:
    for part in parts:
        yield from _say(part, words)


def _joined(parts: list[_Element], word: str, words: Mapping[str, str]) -> Iterator[str]:
    yield from (*_say(parts[0], words), word, *_say(parts[1], words))


def _power(exponent: _Element, words: Mapping[str, str]) -> Iterator[str]:
    text = said(exponent)
    known = [words.get("′", "′")] * _PRIMES[text] if text in _PRIMES else [words.get(f"power-{text}", "")]
    yield from known if known[0] else (words["power"], *_say(exponent, words), words["end"])


def _range(parts: list[_Element], words: Mapping[str, str]) -> Iterator[str]:
    """Read limits below and above an operator, or an index and a power of a letter."""
    base, low, high = parts
    if base.tag == "mo":
        yield from (*_say(base, words), words["from"], *_say(low, words), words["to"], *_say(high, words), words["of"])
    else:
        yield from (*_say(base, words), words["sub"], *_say(low, words), *_power(high, words))


def _is_single(element: _Element) -> bool:
    """Say whether something is one sign, so that where it ends need not be said."""
    leaves = [one for one in element.iter() if not len(one)]
    return len(leaves) == 1
