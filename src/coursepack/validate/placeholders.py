"""A label beside the English one that it stands for: the same kind, the same names, the same placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from coursepack.languages import language
from coursepack.problem import Problem, Severity, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coursepack.languages.labels import Label
    from coursepack.values import Values

# Lists in which the place of an item says what it is; in others any number of words may stand.
_FIXED = frozenset({"difficulty", "quotes"})
# A formula's signs and powers that English has no word for.
_OWN = ("over-", "power-")


def unknown(name: str, known: Iterable[str], at: Span) -> Problem:
    """Say that there is no label of this name."""
    advice = did_you_mean(name, known) or "Delete it: nothing prints it"
    return Problem(at, "unknown-label", f"there is no label `{name}`", advice, Severity.WARNING)


@dataclass(frozen=True)
class Beside:
    """A label beside the English one that it stands for."""

    name: str
    english: Label
    label: Label
    values: Values
    lines: list[str]
    tag: str

    def faults(self) -> Iterator[Problem]:
        """Yield what is wrong: another kind of label, other names in a set, other placeholders in a text."""
        match self.english, self.label:
            case str() as english, str() as text:
                yield from self.text(english, text, (self.name,))
            case tuple() as english, tuple() as texts:
                yield from self.items(english, texts)
            case dict() as english, dict() as texts:
                yield from self.named(english, texts)
            case _:
                wanted = {str: "a text", tuple: "a list", dict: "words by name"}[type(self.english)]
                message = f"`{self.name}`: {wanted} is wanted here"
                yield Problem(self.values.at((self.name,)), "wrong-type", message, f"Write {wanted}")

    def items(self, english: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[Problem]:
        """Compare a list with the English one, item by item where their places say what they are."""
        if self.name in _FIXED and len(texts) != len(english):
            message = f"`{self.name}`: {len(english)} are wanted, not {len(texts)}"
            yield Problem(self.values.at((self.name,)), "wrong-value", message, f"Write {len(english)} of them")
        for place, text in enumerate(texts):
            pattern = english[place] if self.name in _FIXED and place < len(english) else ""
            yield from self.text(pattern, text, (self.name, place))

    def named(self, english: dict[str, str], texts: dict[str, str]) -> Iterator[Problem]:
        """Compare words by name with the English ones; names are free where English has none."""
        for key, text in texts.items():
            path = (self.name, key)
            if english and key not in english and len(key) > 1 and not key.startswith(_OWN):
                yield unknown(key, english, self.values.keys.get(path, self.values.at(path)))
            yield from self.text(english.get(key, ""), text, path)

    def text(self, english: str, text: str, path: tuple[str | int, ...]) -> Iterator[Problem]:
        """Compare the placeholders of a text with those of the English one."""
        try:
            found, wanted = list(placeholders(text)), list(placeholders(english))
        except ValueError:
            message = f"`{self.name}` has a brace that is left open, or holds more than a name"
            yield Problem(self.values.at(path), "bad-placeholder", message, "Write placeholders as in labels/en.yaml")
            return
        known = {name for name, _ in wanted}
        counts = {name for name, forms in wanted if forms}
        wrong = [*self.odd(found, known, counts, path)]
        yield from wrong
        lost = sorted(known - {name for name, _ in found})
        if lost and not wrong:
            said = ", ".join(f"`{{{name}}}`" for name in lost)
            message, advice = f"`{self.name}` leaves out {said}", f"Write {said} where it belongs"
            yield Problem(self.values.at(path), "missing-placeholder", message, advice, Severity.WARNING)

    def odd(
        self, found: list[tuple[str, str]], known: set[str], counts: set[str], path: tuple[str | int, ...]
    ) -> Iterator[Problem]:
        """Yield the placeholders that nothing fills in, and those that want what no label has."""
        most = language.forms(self.tag)
        for name, forms in found:
            if name not in known:
                use = [f"{{{one}}}" for one in sorted(known)]
                other = f"Use {', '.join(f'`{one}`' for one in use)}" if use else "Write it without braces"
                advice = did_you_mean(f"{{{name}}}", use) or other
                yield Problem(self.at(path, name), "unknown-placeholder", f"nothing fills in `{{{name}}}`", advice)
            elif forms and name not in counts:
                message = f"`{{{name}:{forms}}}` has no plural forms here"
                yield Problem(self.at(path, name), "bad-placeholder", message, f"Write `{{{name}}}`")
            elif len(forms.split("|")) > len(most):
                message = f"`{{{name}:{forms}}}` has {len(forms.split('|'))} plural forms, the language has {len(most)}"
                advice = f"Write one for each of {', '.join(most)}"
                yield Problem(self.at(path, name), "bad-placeholder", message, advice)

    def at(self, path: tuple[str | int, ...], placeholder: str) -> Span:
        """Return the place of a placeholder, or of its text where the file writes it otherwise."""
        span = self.values.at(path)
        line = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        start = line.find(f"{{{placeholder}", span.column - 1)
        return span if start < 0 else Span(span.file, span.line, start + 1, len(placeholder) + 2)


def placeholders(text: str) -> Iterator[tuple[str, str]]:
    """Yield the placeholders of a text, each with what stands after its colon.

    Raises:
        ValueError: a brace has no partner, or what is between two is no name.
    """
    for _, name, forms, how in Formatter().parse(text):
        if name is None:
            continue
        if how or not name.isidentifier() or "{" in (forms or ""):
            raise ValueError(name)
        yield name, forms or ""
