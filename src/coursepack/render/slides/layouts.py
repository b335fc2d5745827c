"""The deck's layouts as data: what `templates/deck/layouts.yaml` holds. Inches for places, points for type."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from coursepack.languages.language import leads_right
from coursepack.languages.number import lettered
from coursepack.problem import ContentError
from coursepack.render.geometry import Box
from coursepack.render.look.design import data
from coursepack.render.look.theme import Floor
from coursepack.render.slides.numbering import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from coursepack.problem import Problem

# Left, top, width and height: of a slide in inches, of a plot in shares of it.
Rect = tuple[float, float, float, float]
_OTHER: dict[str, Literal["l", "ctr", "r"]] = {"l": "r", "ctr": "ctr", "r": "l"}

# Square inches of a slide.
_LARGE = 5.0
# So much further in stands what broad letters name.
_BROAD = 1.25


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Size(_Model):
    """Width and height of a slide, in inches."""

    width: float
    height: float


class Code(_Model):
    """The family of `code` and the width of each of its characters, in em."""

    family: str
    advance: float


class Level(_Model):
    """How a paragraph of one level is set: points, but `hang` and `indent` in inches."""

    size: float
    leading: float
    after: float = 0
    hang: float = 0
    indent: float = 0
    bullet: str = ""


class Ornament(_Model):
    """A filled or outlined rectangle of the layout; `weight` of the outline in points."""

    at: Rect
    fill: str = ""
    line: str = ""
    weight: float = 0

    @property
    def is_surface(self) -> bool:
        """Whether it is more than a bar or a rule in the accent."""
        return self.fill == "accent" and self.at[2] * self.at[3] >= _LARGE


class Frame(_Model):
    """A placeholder of a layout (or a `region` for shapes), and how its text is set."""

    type: Literal["title", "body", "pic", "tbl", "chart", "ftr", "sldNum", "region"]
    at: Rect
    face: Literal["heading", "body"] = "body"
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    fill: str = ""
    inset: float = 0
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "ctr", "r"] = "l"
    floor: Floor = "body"
    prompt: str = ""
    # What does not fit goes on over further slides.
    flow: bool = False
    levels: tuple[Level, ...] = ()
    # The size in points that so many paragraphs begin with where they have few words: the first that fits is taken.
    larger: dict[int, float] = Field(default_factory=dict)
    # The frame below it whose room it takes where nothing stands in that one.
    over: str = ""
    index: int | None = Field(None, exclude=True)  # of its placeholder, where a school's template is built on

    @property
    def box(self) -> Box:
        """Its place, by its four sides."""
        left, top, width, height = self.at
        return Box(left, top, left + width, top + height)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height for text, in points."""
        return (self.at[2] - 2 * self.inset) * 72, self.at[3] * 72


class Layout(_Model):
    """A slide layout: the name PowerPoint shows, its ground, ornaments and frames in reading order."""

    name: str
    # The layouts that stand in for it where its text has a figure beside it, or a row of pictures below.
    beside: str = ""
    below: str = ""
    # The one with a surface in the accent, where neither neighbour has one.
    accent: str = ""
    # Frames that share their room, from top to bottom, by what stands in them; a title keeps its place.
    stack: tuple[str, ...] = ()
    ground: str = "paper"
    ornaments: tuple[Ornament, ...] = ()
    frames: dict[str, Frame]

    @property
    def has_surface(self) -> bool:
        """Whether the last row sees a surface in the accent."""
        return self.ground == "accent" or any(box.is_surface for box in self.ornaments)


class Bullet(_Model):
    """A character with its font, or PowerPoint's name for a kind of numbering.

    `letters` take the place of letters that PowerPoint counts with, which are Latin ones.
    """

    character: str = ""
    font: str = ""
    numbering: str = ""
    letters: tuple[str, ...] = Field((), exclude=True)

    def sign(self, number: int) -> str:
        """Return what stands at an item of a list, whose number counts from 1."""
        if self.letters:
            return lettered(number - 1, self.letters)
        return written(number, self.numbering) if self.numbering else self.character


class TableLook(_Model):
    """Rules of a table in points; padding, cell margin and usual row height in inches."""

    top: float
    head: float
    row: float
    foot: float
    colour: str
    pad: float
    margin: float
    height: float


class ChartLook(_Model):
    """Sizes and weights of a chart in points; `gap` in per cent of a bar's width."""

    axis: float
    label: float
    word: float
    line: float
    dot: float
    grid: float
    outline: float
    gap: int


class ChoiceLook(_Model):
    """Boxes of what is to be chosen: inches, but rules in points.

    `pad` is the least and the most space above and below a text, `inset` that beside it, `end` the room of what
    answers it, `between` what parts two boxes and `gap` what parts them from other texts, at least and at most.
    """

    pad: tuple[float, float]
    inset: float
    end: float
    between: float
    gap: tuple[float, float]
    line: float
    outline: float
    tick: float
    # Sizes by the layout's own, the largest first; a smaller one is not taken.
    shares: tuple[float, ...]


class TimelineLook(_Model):
    """Places of a timeline in inches, weights in points; `above` and `below` list tops of labels, nearest first."""

    axis: float
    left: float
    right: float
    weight: float
    stem: float
    dot: float
    tick: float
    gap: float
    between: float
    above: tuple[tuple[float, ...], ...]
    below: tuple[tuple[float, ...], ...]
    # Time runs from right to left.
    leftward: bool = False


class Logos(_Model):
    """Room for the theme's logo, in inches: on the title, and in the foot of slides that have one."""

    title: Rect
    foot: Rect


def _known(layouts: dict[str, Layout]) -> dict[str, Layout]:
    """Find a layout that another names and that there is not."""
    for name, one in layouts.items():
        other = next((other for other in (one.beside, one.below, one.accent) if other and other not in layouts), "")
        if other:
            said = {"name": name, "other": other, "help": "Write it, or take its name out"}
            raise PydanticCustomError("layout", "`{name}` names the layout `{other}`, and there is none", said)  # noqa: EM101 pydantic's own form
    return layouts


class Design(_Model):
    """The whole file. `common` only holds what the layouts share by YAML's own references."""

    slide: Size
    scheme: dict[str, str]
    code: Code
    logos: Logos
    common: dict[str, object] = Field(exclude=True)
    layouts: Annotated[dict[str, Layout], AfterValidator(_known)]
    bullets: dict[str, Bullet]
    table: TableLook
    chart: ChartLook
    timeline: TimelineLook
    choices: ChoiceLook

    def painted(self, colour: str) -> str:
        """Return the theme's name for a colour of words: a school's accent may be too light for small ones."""
        return self.scheme.get(f"small {colour}", self.scheme[colour])

    @property
    def leads_right(self) -> bool:
        """Whether its language is read from right to left."""
        return self.timeline.leftward


def load(templates: Environment, language: str = "", letters: Sequence[str] = ascii_lowercase) -> Design:
    """Read the layouts by way of the templates, so that a school's own file wins.

    In a language that is read from right to left they are mirrored; `letters` are those that it names options with.

    Raises:
        ContentError: the file has mistakes.
    """
    problems: list[Problem] = []
    design = data(templates, "deck/layouts.yaml", Design, problems)
    if design is None:
        raise ContentError(problems)
    design = _lettered(design, tuple(letters))
    return _mirrored(design) if leads_right(language) else design


def _lettered(design: Design, letters: tuple[str, ...]) -> Design:
    """Give bullets that are letters those of the language, if they are others than PowerPoint counts with."""
    if letters == tuple(ascii_lowercase):
        return design
    bullets = {
        name: one.model_copy(update={"letters": letters}) if one.numbering.startswith("alpha") else one
        for name, one in design.bullets.items()
    }
    return design.model_copy(update={"bullets": bullets})


def _spaced(level: Level) -> Level:
    """Keep options away from letters that are as broad as those of such languages are."""
    return level.model_copy(update={"hang": round(level.hang * _BROAD, 3)}) if level.bullet == "letter" else level


def _mirrored(design: Design) -> Design:
    """Return the layouts as one sees them from behind: what stands at the left stands at the right."""
    wide = design.slide.width

    def turned(at: Rect) -> Rect:
        return wide - at[0] - at[2], *at[1:]

    def layout(one: Layout) -> Layout:
        frames = {
            name: frame.model_copy(
                update={
                    "at": turned(frame.at),
                    "align": _OTHER[frame.align],
                    "levels": tuple(map(_spaced, frame.levels)),
                }
            )
            for name, frame in one.frames.items()
        }
        drawn = tuple(box.model_copy(update={"at": turned(box.at)}) for box in one.ornaments)
        return one.model_copy(update={"frames": frames, "ornaments": drawn})

    logos = Logos(title=turned(design.logos.title), foot=turned(design.logos.foot))
    every = {name: layout(one) for name, one in design.layouts.items()}
    time = design.timeline.model_copy(update={"leftward": True})
    return design.model_copy(update={"layouts": every, "logos": logos, "timeline": time})
