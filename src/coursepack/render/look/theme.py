"""The theme: colours, faces and page geometry, shared by the handout's style sheet and the deck's master."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from coursepack.problem import ContentError, Problem, Span, did_you_mean
from coursepack.render.look.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a frame of a slide calls the size below which its text is never set.
Floor = Literal["title", "body", "source", "table", "footer"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Face(_Model):
    """One font file for paper: the family's name in the style sheet, and `<package>:<path inside it>`.

    A variable file has no `weight`: it serves all. With `#wght=700` behind it, it is cut to that weight.
    """

    family: str
    style: Literal["normal", "italic"] = "normal"
    weight: Literal["normal", "bold"] | None = None
    file: str


class DeckFace(_Model):
    """A family that PowerPoint has, and the files of a free face with the same widths, by style."""

    family: str
    twin: dict[Literal["regular", "bold", "italic", "bold-italic"], str]


class Further(_Model):
    """A face on paper for what those of `faces` lack, loaded for courses that need it alone: it need not be installed.

    It stands in `beside` one of the theme's families, or all. Every file is static: `#wght=700` cuts it from a variable
    one. `signs` serves for whatever the script's own face lacks too. `marks` are set in this face, before the family's
    own, where the course's language is written in the script.
    """

    script: Script | Literal["signs"]
    name: str = ""
    beside: Literal["Text", "Apparatus"] | None = None
    regular: str
    bold: str = ""
    marks: str = ""

    @property
    def family(self) -> str:
        """The name of its family in a style sheet."""
        return f"{self.beside or 'Both'}-{self.name or self.script}"

    def faces(self) -> Iterator[Face]:
        """Yield its files as faces: what has no bold one is set in the regular."""
        yield Face(family=self.family, weight="normal", file=self.regular)
        yield Face(family=self.family, weight="bold", file=self.bold or self.regular)


class Fallback(_Model):
    """A family for a script that the deck's two do not write, and a free face of (nearly) the same widths.

    Only a deck that has such a text needs the files: they need not be installed.
    """

    script: Script
    family: str
    twin: dict[Literal["regular", "bold", "italic", "bold-italic"], str]

    @property
    def installed(self) -> dict[str, str]:
        """The files that are there, by their style; none without the regular one, which stands for what is not."""
        found = {str(style): file for style, file in self.twin.items() if is_installed(file)}
        return found if "regular" in found else {}


class Deck(_Model):
    """The deck's two families, those of further scripts, and the sizes (pt) that no text goes below."""

    heading: DeckFace
    body: DeckFace
    fallback: list[Fallback] = Field(default_factory=list)
    floors: dict[Floor, float]


class Paper(_Model):
    """Page geometry in mm; `inner` is the margin at the spine, `outer` the column for notes.

    Without an outer column, notes stand at the foot of their page. `head` is the white between running head and text,
    `foot` that between text and the foot's line.
    """

    # PDF's largest page is five metres a side.
    width: float = Field(gt=0, le=5000)
    height: float = Field(gt=0, le=5000)
    inner: float = Field(ge=0)
    text: float = Field(gt=0)
    gap: float = Field(ge=0)
    outer: float = Field(ge=0)
    top: float = Field(ge=0)
    bottom: float = Field(ge=0)
    head: float = Field(7.5, ge=0)
    foot: float = Field(9, ge=0)

    @property
    def wide(self) -> float:
        """The wide measure: text, gap and outer column (mm)."""
        return self.text + self.gap + self.outer


Points = Annotated[float, Field(gt=0, le=1000)]
Sizes = tuple[Points, Points]
Spacing = Annotated[float, Field(ge=0, le=1)]


class Steps(_Model):
    """Size and leading (pt) of all that is printed, beside a text of `text`."""

    number: Sizes
    cover: Sizes
    opener: Sizes
    page: Sizes
    subtitle: Sizes
    question: Sizes
    section: Sizes
    debate: Sizes
    lead: Sizes
    head: Sizes
    text: Sizes
    source: Sizes
    strong: Sizes
    aside: Sizes
    table: Sizes
    list: Sizes
    note: Sizes
    works: Sizes
    foot: Sizes


class Type(_Model):
    """Type on paper (pt): of running text, the least of all, the room beside an equation, and the scale.

    `letter_spacing` and `word_spacing` are the white (em) that is put between letters, and between words besides.
    """

    size: Points
    leading: Points
    smallest: Points
    letter_spacing: Spacing = 0
    word_spacing: Spacing = 0
    indent: float = Field(ge=0)
    number: float = Field(ge=0)
    steps: Steps


class Voices(_Model):
    """The axes of the printed faces, as `font-variation-settings` has them."""

    text: str
    text_bold: str
    text_italic: str
    display: str
    display_light: str
    display_italic: str
    sans: str
    sans_bold: str
    sans_small: str
    code: str
    code_bold: str


class Logo(_Model):
    """A school's logo: a file beside the `theme.yaml` that names it (once found, its full path), and its words."""

    file: str
    alt: str = Field(min_length=1)


class Theme(_Model):
    """What `theme.yaml` holds. Colours are written #RRGGBB."""

    colours: dict[str, str] = Field(default_factory=dict)
    faces: list[Face]
    further: list[Further] = Field(default_factory=list)
    # Those of `further` that the course needs, and those of them whose `marks` come first.
    worn: tuple[Further, ...] = ()
    marking: tuple[Further, ...] = ()
    voices: Voices
    deck: Deck
    type: Type
    papers: dict[str, Paper]
    # Whether pages that stay empty are filled: ruled for notes.
    fills: bool = True
    # Whether pages are printed with black ink alone.
    black: bool = False
    # What pages are coloured with; nothing is the paper's own white.
    tint: str = ""
    # How words of capitals are set in running text.
    acronyms: Literal["small-caps", "plain"] = "plain"
    # How the letters of quantities stand in formulas: upright, they are bold and have no serifs.
    formulas: Literal["italic", "upright"] = "italic"
    # What numbers of pages have before them.
    folio: str = ""
    logo: Logo | None = None


class MissingFaceError(ContentError):
    """Raised when a face that a template names is not installed: a problem of that template, wherever it is found."""

    def __init__(self, file: str) -> None:
        """Say which file is missing, and what brings it."""
        super().__init__([missing_face(file, Span("templates/theme.yaml"))])
        self.file = file

    def __reduce__(self) -> tuple[type[MissingFaceError], tuple[str]]:  # type: ignore[override] # exceptions have a wider one
        """Say how it is sent from one process to another."""
        return type(self), (self.file,)

    def __str__(self) -> str:
        """What is missing."""
        return self.problems[0].message


def missing_face(file: str, at: Span) -> Problem:
    """Say that a font file is not installed, and what brings it."""
    package, inside = _parted(file)
    folder = _folder(package)
    if folder is None or package == "coursepack":
        return Problem(at, "missing-face", f"the font file {file} is not installed", f"Run {bringing(file)}")
    message = f"the package {package} has no font file `{inside}`: it is not installed"
    there = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.[ot]t[fc]"))]
    advice = did_you_mean(inside, there) or f"Name one of its files: {', '.join(there) or 'it has none'}"
    return Problem(at, "missing-face", message, advice)


def bringing(*files: str) -> str:
    """Return the command that installs the packages of font files: packages are called as they are imported."""
    names = dict.fromkeys(file.partition(":")[0].lower().replace("_", "-") for file in files)
    if "coursepack" in names:
        return "`make setup`"
    return f"`pip install {' '.join(names)}` in coursepack's environment"


def is_installed(file: str) -> bool:
    """Say whether a font file is there."""
    package, inside = _parted(file)
    return _inside(_folder(package), inside) is not None


def font_path(file: str) -> Path:
    """Find a theme's `<package>:<path>` among the installed packages, without importing them.

    What follows `#` says how the file is used, and no more of where it is.

    Raises:
        MissingFaceError: the package or the file is not there.
    """
    package, inside = _parted(file)
    found = _inside(_folder(package), inside)
    if found:
        return found
    raise MissingFaceError(file)


def fonts(theme: Theme) -> list[Path]:
    """Return the font files that a theme names, as far as they are installed."""
    deck = [theme.deck.heading.twin, theme.deck.body.twin, *(face.twin for face in theme.deck.fallback)]
    named = [face.file for face in (*theme.faces, *(face for one in theme.further for face in one.faces()))]
    named += [file for twin in deck for file in twin.values()]
    return sorted({font_path(file) for file in named if is_installed(file)})


@lru_cache(1000)
def _parted(file: str) -> tuple[str, str]:
    """Return the package of a font file, and the path inside it."""
    package, _, inside = file.partition("#")[0].partition(":")
    return package, inside


@cache
def _folder(package: str) -> Path | None:
    """Find the folder of an installed package, without importing it."""
    spec = find_spec(package) if package.isidentifier() else None
    return next(map(Path, (spec.submodule_search_locations or []) if spec else []), None)


@cache
def _inside(folder: Path | None, inside: str) -> Path | None:
    """Find a file of an installed package, by a path that does not lead out of it."""
    if folder and (folder / inside).is_file() and (folder / inside).resolve().is_relative_to(folder.resolve()):
        return folder / inside
    return None
