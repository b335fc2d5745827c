"""The theme: colours, faces and page geometry, shared by the handout's style sheet and the deck's master."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Face(_Model):
    """One font file for paper: the family's name in the style sheet, and `<package>:<path inside it>`.

    A variable file has no `weight`: it serves all.
    """

    family: str
    style: Literal["normal", "italic"] = "normal"
    weight: Literal["normal", "bold"] | None = None
    file: str


class DeckFace(_Model):
    """A family that PowerPoint has, and the files of a free face with the same widths, by style."""

    family: str
    twin: dict[Literal["regular", "bold", "italic", "bold-italic"], str]


class Fallback(_Model):
    """A family for a script that the deck's two do not write, and a free face of (nearly) the same widths.

    Only a deck that has such a text needs the files: they need not be installed.
    """

    script: Literal["cjk", "arabic", "hebrew"]
    family: str
    twin: dict[Literal["regular", "bold", "italic", "bold-italic"], str]


class Deck(_Model):
    """The deck's two families, those of further scripts, and the sizes (pt) that no text goes below."""

    heading: DeckFace
    body: DeckFace
    fallback: list[Fallback] = Field(default_factory=list)
    floors: dict[Literal["title", "body", "source", "table", "footer"], float]


class Paper(_Model):
    """Page geometry in mm; `inner` is the margin at the spine."""

    width: float
    height: float
    inner: float
    text: float
    gap: float
    outer: float
    top: float
    bottom: float


class Theme(_Model):
    """What `theme.yaml` holds. Colours are written #RRGGBB."""

    colours: dict[str, str] = Field(default_factory=dict)
    faces: list[Face]
    deck: Deck
    papers: dict[str, Paper]


class MissingFaceError(Exception):
    """Raised when a face that the theme names is not installed."""

    def __init__(self, file: str) -> None:
        """Say which file is missing."""
        super().__init__(f"the font file {file} is not installed: run `make setup`")
        self.file = file


def is_installed(file: str) -> bool:
    """Say whether the package of a font file is there."""
    return find_spec(file.partition(":")[0]) is not None


def font_path(file: str) -> Path:
    """Find a theme's `<package>:<path>` among the installed packages, without importing them.

    What follows `#` says how the file is used, and no more of where it is.

    Raises:
        MissingFaceError: the package or the file is not there.
    """
    package, _, inside = file.partition("#")[0].partition(":")
    spec = find_spec(package) if package.isidentifier() else None
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / inside
        if path.is_file() and path.resolve().is_relative_to(Path(folder).resolve()):
            return path
    raise MissingFaceError(file)
