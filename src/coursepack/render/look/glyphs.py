"""Finds characters that a face of the theme has no glyph for, at the author's place and before anything is set."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, name

import uharfbuzz

from coursepack.problem import Problem, Span
from coursepack.render.look.scripts import others
from coursepack.render.look.theme import bringing, font_path, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from coursepack.load.cell import Cell
    from coursepack.render.look.theme import Theme


# The face of code is not asked: another stands in for what it lacks.
_CODE = "Code"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@cache
def _characters(file: str) -> frozenset[int]:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(file))))
    return frozenset(face.unicodes)


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


def _known(theme: Theme) -> dict[str, AbstractSet[int]]:
    """Return the characters of every face that sets an author's words."""
    upright = [(face.family, face.file) for face in theme.faces if face.style == "normal" and face.family != _CODE]
    known: dict[str, AbstractSet[int]] = {family: _characters(file) for family, file in upright if is_installed(file)}
    for face in (theme.deck.heading, theme.deck.body):
        if is_installed(face.twin["regular"]):
            known[face.family] = _characters(face.twin["regular"]) | _further(theme)
    return known


def _lacking(character: str, known: Mapping[str, AbstractSet[int]]) -> list[str]:
    return [family for family, characters in known.items() if ord(character) not in characters]


def characters(files: Iterable[str]) -> frozenset[int]:
    """Return the characters that at least one of these faces has."""
    return frozenset().union(*map(_characters, files))


def uninstalled(character: str, theme: Theme) -> str:
    """Return the command that brings the theme's face for a character's script; nothing if it is there, or unknown."""
    files = [face.twin["regular"] for face in theme.deck.fallback if face.script in others(character)]
    return next((bringing(file) for file in files if not is_installed(file)), "")


def _further(theme: Theme) -> frozenset[int]:
    """Return what the deck's faces of further scripts have, as far as these are installed."""
    files = [face.twin["regular"] for face in theme.deck.fallback]
    return frozenset().union(*(_characters(file) for file in files if is_installed(file)))


def _advice(character: str, lacking: list[str], theme: Theme) -> str:
    """Say what would help: the deck takes further faces by itself, paper has those that the theme names."""
    command, printed = uninstalled(character, theme), {face.family for face in theme.faces}
    if not command:
        return "Write it another way, or add a face to theme.yaml"
    return f"Run {command}{', and name its face in theme.yaml' if printed & set(lacking) else ''}"


def _printed(text: str) -> AbstractSet[str]:
    """Return the characters of a text that need a glyph."""
    return {character for character in set(text) if category(character) not in {"Cc", "Cf", "Zs"}}


def _problem(span: Span, character: str, lacking: list[str], theme: Theme) -> Problem:
    said = f"`{character}` (U+{ord(character):04X} {name(character, 'without a name')})"
    faces = ", ".join(sorted(set(lacking)))
    return Problem(span, "no-glyph", f"{said} has no glyph in {faces}", _advice(character, lacking, theme))
