"""The labels of a language, read from a search path and checked against the English ones, key by key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from coursepack.languages import language
from coursepack.languages.labels import Label, Labels
from coursepack.load import markdown
from coursepack.load.files import OWN, values_of
from coursepack.load.search import search
from coursepack.problem import Problem, Severity, Span
from coursepack.validate.placeholders import Beside, unknown
from coursepack.validate.schema import model
from coursepack.values import Values, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_KIND = dict[str, str | tuple[str, ...] | dict[str, str]]
# Where a number begins a label, and where a stop ends one: a sign unseen says there that letters from the left have it.
_ENDS, _RIGHTWARD = re.compile(r"\A(?=\{)|(?<=[a-z)][.!?])\Z"), "\u200e"
# Labels that are named where some are missing: who begins to translate lacks hundreds.
_LISTED = 12
# What a language may say or not: what English says there is never lent to others.
_MORE: dict[str, Label] = {"months": (), "never_last": (), "never_last_in_titles": ()}
# Labels of earlier files, and where they went.
_GONE = {
    **dict.fromkeys(("roster_name", "roster_id", "roster_seat", "roster_variant"), "packs/roster.yaml"),
    **dict.fromkeys(("point", *(f"points_{form}" for form in language.FORMS)), "`points_counted`"),
    **dict.fromkeys(("minute", *(f"minutes_long_{form}" for form in language.FORMS)), "`minutes_counted`"),
}


@dataclass
class _Read:
    """What was read so far: the labels, and the names of those that the course's own language gave."""

    english: dict[str, Label]
    tag: str
    problems: list[Problem]
    words: dict[str, Label] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)


def labels(folders: Sequence[Path], tag: str, at: Span, problems: list[Problem], roots: Sequence[Path] = ()) -> Labels:
    """Read the labels of a language: coursepack's own, then those of other folders over them; report what is wrong.

    Args:
        folders: where `labels/` may be, the nearest first; the last is coursepack's own.
        tag: the course's language; without labels for it, those of its language or the English ones are used.
        at: where the course says its language.
        problems: what is wrong is added here.
        roots: the real folders that no file may lie outside of; each of the folders, if none is named.
    """
    where = search(folders, roots)
    english, letters, said = _own(folders[-1], tag) if folders[-1] == OWN else _ground(folders[-1], tag)
    problems.extend(said)
    read = _Read(dict(english), tag, problems)
    foreign = language.chain(tag)[-1] != language.ENGLISH
    common = {name: label for name, label in read.english.items() if not (foreign and name in _MORE)}
    read.words, read.given = {**common, **letters}, set(letters)
    names = [language.ENGLISH, *(name for name in reversed(language.chain(tag)) if name != language.ENGLISH)]
    files = (file for name in names for file in reversed([*where.all(f"labels/{name}.yaml", problems)]))
    found = [file for file in files if file != folders[-1] / "labels" / f"{language.ENGLISH}.yaml"]
    for file in found:
        _lay(file, read)
    own = [file for file in found if file.stem != language.ENGLISH]
    if foreign and own:
        problems.extend(_missing(own[-1], read))
    elif foreign:
        problems.append(_unknown(tag, at))
    lent = frozenset(common) - read.given if foreign else frozenset[str]()
    if language.leads_right(tag):
        read.words |= {name: _turned(read.words[name]) for name in lent}
    return Labels(read.words, tag, lent)


_Labels = dict[str, Label]


def _ground(own: Path, tag: str) -> tuple[_Labels, _Labels, tuple[Problem, ...]]:
    """Return the English labels of a folder, what it says of a language that has none, and what is wrong with them."""
    problems = list[Problem]()
    english = _labels(_values(own / "labels" / f"{language.ENGLISH}.yaml", problems), problems)
    return english, _letters(own / "letters.yaml", tag, problems), tuple(problems)


# Coursepack's own are judged once for each language: nobody changes them.
_own = lru_cache(64)(_ground)


def _turned(label: Label) -> Label:
    """Have an English sentence whole in a line that is read from right to left, its first number and its stop too."""
    if isinstance(label, dict):
        return label
    if isinstance(label, tuple):
        return tuple(_ENDS.sub(_RIGHTWARD, one) for one in label)
    return _ENDS.sub(_RIGHTWARD, label)


def _letters(file: Path, tag: str, problems: list[Problem]) -> dict[str, Label]:
    """Return what a language that has no labels does: its letters and quotation marks, the nearest's before others."""
    read = _values(file, problems)
    listed = model(dict[str, _KIND], read, markdown.plain(), problems) if read else None
    nearest = [listed[name] for name in reversed(language.chain(tag)) if name in listed] if listed else []
    return {name: label for found in nearest for name, label in found.items()}


def _values(file: Path, problems: list[Problem]) -> Values | None:
    return values_of(file, problems) if file.is_file() else None


def _labels(read: Values | None, problems: list[Problem]) -> dict[str, Label]:
    bare = Values(plain(read.value), read.spans, read.keys) if read else None
    return (model(_KIND, bare, markdown.plain(), problems) if bare else None) or {}


def _lay(file: Path, read: _Read) -> None:
    """Lay the labels of a file over those that are there, and report those that can't be used."""
    values = _values(file, read.problems)
    if values is None:
        return
    lines = file.read_text("utf-8", "replace").split("\n")
    known = {**_MORE, **read.english}
    for name, label in _labels(values, read.problems).items():
        if name not in known:
            at = values.keys.get((name,), values.at((name,)))
            read.problems.append(_moved(name, at) if name in _GONE else unknown(name, known, at))
            continue
        pattern = known[name]
        read.problems.extend(Beside(name, pattern, label, values, lines, read.tag).faults())
        if isinstance(label, dict) and isinstance(pattern, dict):
            older = read.words[name]
            read.words[name] = {**(older if isinstance(older, dict) else {}), **label}
            names = {f"{name}.{key}" for key in label}
        else:
            read.words[name], names = label, {name}
        read.given |= names if file.stem != language.ENGLISH else set()


def _moved(name: str, at: Span) -> Problem:
    message, advice = f"`{name}` is no label any more", f"Write what it says in {_GONE[name]}, if it is not there"
    return Problem(at, "moved-label", message, advice, Severity.NOTE)


def _missing(file: Path, read: _Read) -> Iterator[Problem]:
    """Say once which labels a language lacks, for which the English ones stand."""
    lacking = [name for name in _names(read.english) if name not in read.given]
    if lacking:
        listed = ", ".join(f"`{name}`" for name in lacking[:_LISTED])
        listed += f" and {len(lacking) - _LISTED} more" if len(lacking) > _LISTED else ""
        said = f"{len(lacking)} label{'s are' if len(lacking) > 1 else ' is'} missing, and English here: {listed}"
        advice = "Write them, after coursepack's templates/labels/en.yaml"
        yield Problem(Span(str(file)), "missing-label", said, advice, Severity.WARNING)


def _names(english: dict[str, Label]) -> Iterator[str]:
    """Name every label, and every word of those that have several by name; what is empty in English lacks nothing."""
    for name, label in english.items():
        if name in _MORE:
            continue
        if isinstance(label, dict):
            yield from (f"{name}.{key}" for key in label)
        elif label:
            yield name


def _unknown(tag: str, at: Span) -> Problem:
    tags = language.chain(tag)
    meant = "" if language.is_known(tag) else language.meant(tag)
    advice = (
        f"did you mean `{meant}`?"
        if meant
        else f"Write templates/labels/{tags[-1]}.yaml in the course's folder, after coursepack's en.yaml there"
    )
    message = f"there are no labels for the language `{tag}`: the English ones are printed"
    return Problem(at, "no-labels", message, advice, Severity.WARNING)
