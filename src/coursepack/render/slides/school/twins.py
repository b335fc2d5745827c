"""The faces of a template's theme, and the free ones that measure them: of the same widths, or else wider."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml
from lxml.etree import tostring
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pydantic import BaseModel, ConfigDict

from coursepack.render.look.theme import DeckFace, is_installed
from coursepack.render.slides.school.survey import faces_of, theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from pptx.slide import SlideMaster

    from coursepack.render.look.theme import Theme

_STYLES = ("regular", "bold", "italic", "bold-italic")


class _Twin(BaseModel):
    """Files by style, and how much wider than these the families are taken to be."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    families: tuple[str, ...]
    files: dict[str, str]
    widen: float = 1.0


@dataclass(frozen=True)
class Families:
    """A template's faces as its slides name them, the theme to measure with, and families that have no twin."""

    heading: str
    body: str
    theme: Theme
    unknown: tuple[str, ...]


def families(master: SlideMaster, theme: Theme, templates: Environment) -> Families:
    """Find the faces of a master's titles and text."""
    fonts = theme_of(master).find(f".//{qn('a:fontScheme')}")
    real = {"+mj-lt": _latin(fonts, "a:majorFont"), "+mn-lt": _latin(fonts, "a:minorFont")}
    names = faces_of(master, ("+mj-lt", "+mn-lt"))
    twins = _twins(templates.get_template("deck/twins.yaml").render())
    faces = [_face(real.get(name, name), twins, theme) for name in names]
    unknown = tuple(dict.fromkeys(face.family for face, exact in faces if not exact))
    # Charts and tables are set in the theme's own face for text: it is made to be the one that the master names.
    if real.get(names[1], names[1]) != real["+mn-lt"]:
        _name(master, "a:minorFont", faces[1][0].family)
    deck = theme.deck.model_copy(update={"heading": faces[0][0], "body": faces[1][0]})
    return Families(names[0], names[1], theme.model_copy(update={"deck": deck}), unknown)


@lru_cache(maxsize=2)
def _twins(text: str) -> tuple[_Twin, ...]:
    return tuple(_Twin.model_validate(one) for one in yaml.safe_load(text))


def _name(master: SlideMaster, which: str, family: str) -> None:
    """Write a family into a master's theme."""
    part, theme = master.part.part_related_by(RT.THEME), theme_of(master)
    for found in theme.iter(qn("a:latin")):
        parent = found.getparent()
        if parent is not None and parent.tag == qn(which):
            found.set("typeface", family)
    part.blob = tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _latin(fonts: object, which: str) -> str:
    found = fonts.find(f"{qn(which)}/{qn('a:latin')}")  # type: ignore[attr-defined] # python-pptx has no type for it
    return str(found.get("typeface", "")) if found is not None else ""


def _face(family: str, twins: Sequence[_Twin], theme: Theme) -> tuple[DeckFace, bool]:
    """Return a face with its twin; and whether that is one of the same widths."""
    for twin in twins:
        if (not twin.families or family.casefold() in map(str.casefold, twin.families)) and all(
            map(is_installed, twin.files.values())
        ):
            files = {style: _spec(twin.files[style], twin.widen) for style in _STYLES}
            return DeckFace.model_validate({"family": family, "twin": files}), bool(twin.families)
    widest = {style: _spec(file, _WIDEN) for style, file in theme.deck.body.twin.items()}
    return DeckFace.model_validate({"family": family, "twin": widest}), False


# By so much Verdana and its like are wider than Calibri.
_WIDEN = 1.4


def _spec(file: str, widen: float) -> str:
    mark = "&" if "#" in file else "#"
    return file if widen == 1 else f"{file}{mark}widen={widen:g}"
