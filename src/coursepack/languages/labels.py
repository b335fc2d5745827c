"""The words of a language, and what it does that Unicode's data do not say: one file of `labels/` each.

A label is a text, a list of texts, or texts by name. `{name}` in a text is filled in; `{count:step|steps}` is the word
that goes with a number: one for each plural form of the language, in the order of `language.forms`; the last serves for
those that are left out. `#` in such a word is the number itself, which a dual has not.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any

from coursepack.languages import collation, language
from coursepack.languages.number import lettered, written

if TYPE_CHECKING:
    from collections.abc import Iterable

# Signs after which these do not come. A full stop before a comma is that of an abbreviation: "the U.S., variant A".
_ENDS = "?!…؟？！"  # noqa: RUF001 of Arabic and Chinese too
_SIGNS = {"apposition": _ENDS, "colon": f"{_ENDS}.:。："}  # noqa: RUF001 of Chinese

# A blank at which no line ends, and what keeps a line from ending where there is none.
_BOUND, _JOINED = "\u00a0", "\u2060"

Label = str | tuple[str, ...] | dict[str, str]


class Labels(dict[str, Any]):
    """The labels of a language by their names; templates read them as `labels.figure`."""

    def __init__(self, words: dict[str, Label], tag: str, lent: frozenset[str] = frozenset()) -> None:
        """Keep the language's tag, which decides between plural forms, but for labels `lent` by English."""
        super().__init__(words)
        letters = words.get("letters", "")
        if isinstance(letters, str) and " " in letters:  # one of them takes two signs
            self["letters"] = tuple(letters.split())
        self.tag = tag
        self._lent = lent
        # Whether it is read from right to left.
        self.leads_right = language.leads_right(tag)
        # Whether its letters have capitals.
        self.has_capitals = language.has_capitals(tag)

    def __reduce__(self) -> tuple[type[Labels], tuple[dict[str, Label], str, frozenset[str]]]:
        """Say how they are sent from one process to another."""
        return type(self), (dict(self), self.tag, self._lent)

    def filled(self, label: str, **values: object) -> str:
        """Return a text with its placeholders filled in."""
        forms = language.ENGLISH if label in self._lent else self.tag
        return _Filler(self.tag, forms).vformat(self[label], (), values)

    def around(self, label: str, placeholder: str) -> tuple[str, str]:
        """Return what stands before and after a placeholder, for views that mark up what is between."""
        before, _, after = str(self[label]).partition(f"{{{placeholder}}}")
        return before, after

    def bracketed(self, words: str, blank: str = " ") -> str:
        """Return words in the language's brackets, with what parts them from the words before, if it parts words.

        No line ends before them behind a no-break blank, nor where a language parts no words.
        """
        before, after = map(str, self["brackets"])
        return (blank if self["space"] else _JOINED if blank == _BOUND else "") + before + words + after

    def after(self, words: str, sign: str) -> str:
        """Return the sign (`colon`, `apposition`) that follows words, or a blank where their own stays alone."""
        return " " if words[-1:] in _SIGNS[sign] else str(self[sign])

    def extended(self, words: str, label: str, **values: object) -> str:
        """Return words and what a label adds to them: behind a comma, as a rule, or in brackets, as in Chinese."""
        added, sign = self.filled(label, **values), str(self["apposition"])
        begins = added.startswith(sign)
        return words + (self.after(words, "apposition") + added.removeprefix(sign) if begins else added)

    def number(self, value: float) -> str:
        """Return a number as the language writes it, with the decimals that it carries: 1.5, or 1,5."""
        return written(value, self.tag)

    def between_numbers(self) -> str:
        """Return what parts numbers: a semicolon where they may have a comma in them, as in "1,5; 2"."""
        if "," not in self.number(0.5):
            return str(self["comma"])
        return f"{self['together'].get(' ;', ';')} "

    def lettered(self, place: int) -> str:
        """Return the letter that names a place, counted from 0, as exams in the language name options and parts."""
        return lettered(place, self["letters"])

    def ordered(self, texts: Iterable[str]) -> list[str]:
        """Return texts in the order of the language's alphabet."""
        return sorted(texts, key=self.order)

    def order(self, text: str) -> collation.Key:
        """Return what a text is ordered by."""
        return collation.key(text, self["alphabet"])

    def letter(self, text: str) -> str:
        """Return the letter of the alphabet that a text stands under."""
        return collation.letter(text, self["alphabet"])


class _Filler(Formatter):
    """Fills in placeholders, which have names alone, and plural forms after a colon."""

    def __init__(self, tag: str, forms: str) -> None:
        self.tag, self.forms = tag, forms

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 what is filled in is anything
        if not format_spec:
            return str(value)
        words = format_spec.split("|")
        place = language.forms(self.forms).index(language.form(self.forms, value))
        return words[min(place, len(words) - 1)].replace("#", written(value, self.tag))
