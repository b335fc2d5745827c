"""Finds characters that a face of the theme has no glyph for, at the author's place and before anything is set."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import category, name

from coursepack.problem import Problem, Span
from coursepack.render.look import fontfile, further
from coursepack.render.look.scripts import others
from coursepack.render.look.theme import bringing, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from coursepack.load.cell import Cell
    from coursepack.render.look.theme import Theme


# The face of code is not asked: another stands in for what it lacks.
_CODE = "Code"
# They say how the sign before them is drawn.
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def check(texts: Mapping[str, str], theme: Theme) -> Iterator[Problem]:
    """Yield the first place of every character that some face lacks; `texts` are whole files by their place."""
    known = _known(theme)
    for place, whole in texts.items():
        text = _COMMENT.sub(lambda found: " " * len(found[0]), whole) if place.endswith(".yaml") else whole
        for character in sorted(_printed(text)):
            lacking = _lacking(character, known)
            if lacking:
                position = text.index(character)
                column = position - text.rfind("\n", 0, position)
                yield _problem(Span(place, text.count("\n", 0, position) + 1, column), character, lacking, theme)


def check_cells(cells: Iterable[Cell], theme: Theme) -> Iterator[Problem]:
    """Yield the first cell of each file that holds a character which some face lacks."""
    known, seen = _known(theme), set[tuple[str, str]]()
    for cell in cells:
        for character in sorted(_printed(cell.text)) if not cell.text.isascii() else ():
            lacking = _lacking(character, known)
            if lacking and (cell.span.file, character) not in seen:
                seen.add((cell.span.file, character))
                column = cell.span.column + (0 if cell.span.cell else cell.text.index(character))
                yield _problem(replace(cell.span, column=column, length=1), character, lacking, theme)


def _known(theme: Theme) -> dict[str, tuple[AbstractSet[int], ...]]:
    """Return the characters of every face that sets an author's words, and of each that helps it: its own come first.

    They stay apart, for those of the world's scripts are many, and most letters are in the first. The deck's families
    are taken to have what any face has: PowerPoint finds a face for it, and it is measured here.
    """
    families = [name for name in dict.fromkeys(face.family for face in theme.faces) if name != _CODE]
    own = {name: further.known(theme, name) for name in families}
    known = {name: (letters, *_helping(theme, name)) for name, letters in own.items() if letters}
    any_face = (*chain.from_iterable(known.values()), *_further(theme))
    for face in (theme.deck.heading, theme.deck.body):
        if is_installed(face.twin["regular"]):
            known[face.family] = (fontfile.characters(face.twin["regular"]), *any_face)
    return known


def _helping(theme: Theme, family: str) -> Iterator[AbstractSet[int]]:
    """Yield what each of the faces that stand beside a family has, as far as these are installed."""
    there = further.beside(theme, family)
    files = (face.regular for face in theme.further if face.beside in there and further.is_there(face))
    return map(fontfile.characters, files)


def _lacking(character: str, known: Mapping[str, Sequence[AbstractSet[int]]]) -> list[str]:
    return [family for family, faces in known.items() if not any(ord(character) in letters for letters in faces)]


def characters(files: Iterable[str]) -> frozenset[int]:
    """Return the characters that at least one of these faces has."""
    return frozenset[int]().union(*map(fontfile.characters, files))


def uninstalled(character: str, theme: Theme) -> str:
    """Return the command that brings the theme's face for a character's script; nothing if it is there, or unknown."""
    files = [face.twin["regular"] for face in theme.deck.fallback if face.script in others(character)]
    return next((bringing(file) for file in files if not is_installed(file)), "")


def _further(theme: Theme) -> Iterator[AbstractSet[int]]:
    """Yield what each of the deck's faces of further scripts has, as far as these are installed."""
    files = (face.twin["regular"] for face in theme.deck.fallback)
    return map(fontfile.characters, filter(is_installed, files))


def _advice(character: str, lacking: list[str], theme: Theme) -> str:
    """Say what would help: the packages of a face that is known and not installed."""
    names = {face.family for face in theme.faces} & set(lacking)
    faces = [face for name in sorted(names) for face in further.helping(theme, name, character)]
    files = [file for face in faces for file in (face.regular, face.bold) if file and not is_installed(file)]
    command = bringing(*files) if files else uninstalled(character, theme)
    return f"Run {command}" if command else "Write it another way, or add a face to theme.yaml"


def _printed(text: str) -> AbstractSet[str]:
    """Return the characters of a text that need a glyph: no control, blank or selector of a form."""
    return {sign for sign in set(text) if category(sign) not in {"Cc", "Cf", "Zs"} and sign not in _SELECTORS}


def _problem(span: Span, character: str, lacking: list[str], theme: Theme) -> Problem:
    said = f"`{character}` (U+{ord(character):04X} {name(character, 'without a name')})"
    faces = ", ".join(sorted(set(lacking)))
    return Problem(span, "no-glyph", f"{said} has no glyph in {faces}", _advice(character, lacking, theme))
