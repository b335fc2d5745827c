"""How our layouts go onto a school's template, as data: what `templates/deck/school.yaml` holds. Inches and points."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.render.slides.layouts import Layout

_FIXED = frozenset({"title", "ftr", "sldNum"})


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Row(_Model):
    """Frames side by side, with their shares of the width; 0 `lines` take the height that is left."""

    frames: dict[str, float]
    lines: float = 0


class Recipe(_Model):
    """How one layout of ours is made of a template's."""

    wants: tuple[str, ...]
    seats: tuple[str, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...]
    above: Row | None = None
    over: tuple[Row, ...] = ()
    left_out: tuple[str, ...] = ()
    # All stands in the room of the layout's largest placeholder, and nothing in that itself.
    inside: bool = False
    # It is as high as the placeholder with its insets: there is a picture.
    high: bool = False
    least: float = 3.0
    size: dict[str, float] = Field(default_factory=dict)


class Book(_Model):
    """The whole file. `body` only holds what recipes share by YAML's own references."""

    gap: float
    between: float
    margin: float
    below: float
    large: float
    beside: float
    narrowest: float
    shares: tuple[float, float]
    ours: tuple[str, ...]
    body: dict[str, object] = Field(exclude=True)
    layouts: dict[str, Recipe]


def load(templates: Environment) -> Book:
    """Read the recipes through the template environment, so that a school's own file wins."""
    return _book(templates.get_template("deck/school.yaml").render())


@lru_cache(maxsize=2)
def _book(text: str) -> Book:
    """Read the recipes once, whatever is built on them."""
    return Book.model_validate(yaml.safe_load(text))


def usual(layout: Layout) -> Recipe:
    """Make a recipe for a layout that the file does not list: frames below one another, the highest with the rest."""
    inner = {name: frame for name, frame in layout.frames.items() if frame.type not in _FIXED}
    highest = max(inner, key=lambda name: inner[name].at[3], default="")
    rows = tuple(
        Row(frames={name: 1}, lines=0 if name == highest else frame.at[3] * 72 / frame.levels[0].leading)
        for name, frame in sorted(inner.items(), key=lambda item: item[1].at[1])
        if frame.levels or name == highest
    )
    seats = (highest,) if highest and inner[highest].type != "region" else ()
    return Recipe(wants=("content", "only") if seats else ("only", "content"), seats=seats, rows=rows)
