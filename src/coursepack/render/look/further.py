"""Faces of further scripts on paper: which of them a course needs, and how a style sheet names them.

A face stands after the one that it helps (`Text, Text-arabic`), so that it sets only what that one lacks. It is static,
and so has a weight where the theme's own have axes: what a style sheet sets in bold axes gets the weight too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from coursepack.render.look.fontfile import characters
from coursepack.render.look.scripts import script_of
from coursepack.render.look.theme import Face, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from coursepack.render.look.scripts import Script
    from coursepack.render.look.theme import Further, Theme

# The families that set an author's words. Code is not among them: what it lacks is set in Apparatus.
FAMILIES = ("Text", "Apparatus", "Drawing")
_SIGNS, _EMOJI = "signs", "emoji"
# From here on signs are pictures.
_PICTURES = 0x1F300
# What makes a picture of the sign before it.
_AS_PICTURE = "\ufe0f"
_SIGN = re.compile(f".{_AS_PICTURE}?", re.DOTALL)
# Languages whose marks are those of their script's face.
_WRITTEN: dict[str, Script] = {
    **dict.fromkeys(("zh", "ja", "ko"), "cjk"), **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "arabic")
}  # fmt: skip
_NAMED = re.compile(rf"(?<=[\s:,])({'|'.join(FAMILIES)})(?=\s*[;,}}])")
_AXES = re.compile(r"font-variation-settings:[^;}]*")
_WEIGHT = re.compile(r"""["']wght["'] (\d+)""")
_BOLD = 550  # the least weight that a bold face stands for


def is_there(face: Further) -> bool:
    """Tell whether all files of a face are installed."""
    return all(is_installed(file) for file in (face.regular, face.bold) if file)


def known(theme: Theme, family: str) -> AbstractSet[int]:
    """Return what a family of the theme writes by itself."""
    files = [face.file for face in theme.faces if face.family == family and face.style == "normal"]
    return _written(*filter(is_installed, files))


@lru_cache(16)
def _written(*files: str) -> frozenset[int]:
    """Return what faces write together: a face has thousands of characters, and each text of a course is asked for."""
    return frozenset().union(*map(characters, files))


def beside(theme: Theme, family: str) -> AbstractSet[str | None]:
    """Return what the faces stand beside that help a family: those of the sans help whatever is set in its face."""
    own = {face.family: face.file.partition("#")[0] for face in theme.faces if face.style == "normal"}
    return {None, "Apparatus" if family == "Drawing" or own.get(family) == own.get("Apparatus") else family}


def helping(theme: Theme, family: str, character: str) -> Iterator[Further]:
    """Yield the faces that may write for a family what it lacks, those of the character's script first."""
    there, script = beside(theme, family), script_of(character)
    for wanted in dict.fromkeys((script, _SIGNS)):
        found = [face for face in theme.further if face.script == wanted and face.beside in there]
        # Pango asks faces of emoji for pictures: any other would be passed over for one of the machine.
        yield from sorted(found, key=lambda face: (face.name != _EMOJI) if _is_picture(character) else 0)


def _is_picture(sign: str) -> bool:
    return ord(sign[0]) >= _PICTURES or sign.endswith(_AS_PICTURE)


def wear(theme: Theme, texts: Iterable[str], language: str) -> Theme:
    """Return the theme with the faces that some texts in a language need of those that are installed."""
    wanted = frozenset[str]().union(*map(_signs, texts))
    found: dict[str, Further] = {}
    for family in FAMILIES:
        own = known(theme, family)
        for sign in sorted(one for one in wanted if ord(one[0]) not in own and one[0].isprintable()):
            there = (face for face in helping(theme, family, sign) if is_there(face))
            face = next((one for one in there if ord(sign[0]) in characters(one.regular)), None)
            found |= {face.family: face} if face else {}
    if not found:
        return theme
    worn = tuple(face for face in theme.further if face.family in found)
    marking = tuple(one for one in worn if one.marks and one.script == _WRITTEN.get(language.partition("-")[0]))
    marks = (each for one in marking for each in _marks(one))
    faces = [*theme.faces, *(each for one in worn for each in one.faces()), *marks]
    return theme.model_copy(update={"faces": faces, "worn": worn, "marking": marking})


def _signs(text: str) -> Iterable[str]:
    """Return the signs of a text, each with what makes a picture of it."""
    return _SIGN.findall(text) if _AS_PICTURE in text else text


def _marks(face: Further) -> Iterator[Face]:
    """Yield faces that have the marks alone, and the blank, which is asked of whatever face comes first."""
    listed = "+".join(f"{ord(mark):x}" for mark in (" ", *face.marks))
    for one in face.faces():
        more = "&" if "#" in one.file else "#"
        yield one.model_copy(update={"family": f"{one.family}-marks", "file": f"{one.file}{more}only={listed}"})


def families(theme: Theme, family: str) -> str:
    """Return a family with those that help it, as style sheets and drawings name them."""
    there = beside(theme, family)
    marking = [f"{face.family}-marks" for face in theme.marking if face.beside in there]
    return ", ".join([*marking, family, *(face.family for face in theme.worn if face.beside in there)])


def dressed(css: str, theme: Theme) -> str:
    """Return a style sheet in which every family is named with those that help it, and bold axes have their weight."""
    if not theme.worn:
        return css
    named = {family: families(theme, family) for family in FAMILIES}
    return "\n".join(line if line.startswith("@font-face") else _line(line, named) for line in css.split("\n"))


def _line(line: str, named: Mapping[str, str]) -> str:
    return _AXES.sub(_weighted, _NAMED.sub(lambda found: named[found[1]], line))


def _weighted(found: re.Match[str]) -> str:
    weight = _WEIGHT.search(found[0])
    if not weight:
        return found[0]
    return f"{found[0]}; font-weight: {'bold' if int(weight[1]) >= _BOLD else 'normal'}"
