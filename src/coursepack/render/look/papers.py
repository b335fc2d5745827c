"""What a paper's name says: its size, how much of it is used, in which ink ("letter", "thrifty", "letter-black").

`course.yaml` says the same of all that is printed of a course (`paper: thrifty`, `ink: black`); a name says it of one
print. Each of these words but the usual ones is a folder `templates/papers/<word>/`, laid over the theme's templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.coursefile import CourseFile

# What each field of a course may say: the usual word first.
WORDS: Mapping[str, tuple[str, ...]] = {"paper": ("full", "thrifty"), "ink": ("colour", "black")}
_A4 = "a4"


def size(name: str) -> str:
    """Return the size in a paper's name: what is left of it without the other words, or A4."""
    known = {word for words in WORDS.values() for word in words}
    return "-".join(part for part in name.split("-") if part not in known) or _A4


def forms(name: str, file: CourseFile | None) -> list[str]:
    """Return the unusual words that hold for a print: what a paper's name says wins over what the course says."""
    said = name.split("-")
    found = []
    for field, words in WORDS.items():
        usual = getattr(file, field) if file else words[0]
        found.append(next((word for word in words if word in said), usual))
    return [word for word, words in zip(found, WORDS.values(), strict=True) if word != words[0]]
