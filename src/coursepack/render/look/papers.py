"""What a paper's name says: its size, how much of it is used, in which ink ("letter", "thrifty", "letter-black").

`course.yaml` says the same of all that is printed of a course (`paper: thrifty`, `ink: black`); a name says it of one
print. Each of these words but the usual ones is a folder `templates/papers/<word>/`, laid under the theme's templates,
and so is a size that no theme need know. The name of an edition is one of `EDITIONS`, which courses have as themes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursepack.coursefile import CourseFile

# What each field of a course may say: the usual word first.
WORDS: Mapping[str, tuple[str, ...]] = {
    "paper": ("full", "thrifty"),
    "ink": ("colour", "black"),
    "tint": ("white", "cream"),
}
# Editions for some readers. Each is a theme that is laid over the course's own, whatever that says.
EDITIONS = ("large", "easy")
_KNOWN = {*EDITIONS, *(word for words in WORDS.values() for word in words)}
_A4 = "a4"
_HALVES = {_A4: "a5"}


def size(name: str) -> str:
    """Return the size in a paper's name: what is left of it without the other words, or A4."""
    return "-".join(part for part in name.split("-") if part not in _KNOWN) or _A4


def names(sizes: Iterable[str]) -> list[str]:
    """Return what a paper may be called, without what several words together say: its size, or an unusual word."""
    return [*sizes, *(word for words in WORDS.values() for word in words[1:])]


def half(name: str) -> str:
    """Return the name of half a paper, which is called half of it unless it has a name of its own."""
    whole = size(name)
    return "-".join([_HALVES.get(whole, f"half-{whole}"), *(part for part in name.split("-") if part in _KNOWN)])


def also(name: str, word: str) -> str:
    """Return the name of a paper with one more word for how much of it is used, in which ink or in which tint."""
    said, whole = {*name.split("-"), word}, size(name)
    found = (one for words in WORDS.values() for one in words[1:] if one in said)
    return "-".join([*([] if whole == _A4 else [whole]), *found])


def edition(word: str, name: str) -> str:
    """Return the name of a paper on which an edition is printed: in full, since its readers need room."""
    return f"{name}-{word}-{WORDS['paper'][0]}"


# The page that holds least of all that are usual.
SMALLEST = edition("easy", half(_A4))


def forms(name: str, file: CourseFile | None) -> list[str]:
    """Return what holds for a print: editions, unusual words, its size; a paper's name wins over the course's words."""
    said = name.split("-")
    found = []
    for field, words in WORDS.items():
        usual = getattr(file, field) if file else words[0]
        found.append(next((word for word in words if word in said), usual))
    unusual = (word for word, words in zip(found, WORDS.values(), strict=True) if word != words[0])
    return [*(word for word in said if word in EDITIONS), *unusual, size(name)]
