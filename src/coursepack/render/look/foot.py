"""The foot of a page that belongs to somebody: its measures, its faces, its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from coursepack import stamp
from coursepack.render.look.design import data
from coursepack.render.look.measure import scale
from coursepack.render.look.theme import is_installed

if TYPE_CHECKING:
    from coursepack.problem import Problem
    from coursepack.render.look.design import Design
    from coursepack.render.look.theme import Paper, Theme

MM = 72 / 25.4
# What printers leave white at the edges of paper (mm).
_UNPRINTED = 4.0
# What is white around a code, as a share of its side: four modules (ISO/IEC 18004) of 25 or more.
_QUIET = 4 / 25


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Model):
    """The name's line: how far above the paper's lower edge it begins, how high it is."""

    bottom: float
    height: float


class Code(_Model):
    """The code: how far above the paper's lower edge it begins, and its side."""

    bottom: float
    side: float


class Foot(_Model):
    """What `packs/foot.yaml` holds, in mm; `faces` write what the theme's family `Drawing` does not."""

    line: Line
    code: Code
    faces: list[str]

    def families(self) -> dict[str, str]:
        """Return the faces that are installed, each by a family's name."""
        return {f"Name{number}": file for number, file in enumerate(self.faces) if is_installed(file)}

    def on(self, paper: Paper, theme: Theme, *, left: bool) -> stamp.Foot:
        """Return where things stand on a left or a right page: the line under the text, the code at the outer edge.

        They stand lower where the page's running foot, or its text, would be in their way.
        """
        wide = paper.text + paper.gap + paper.outer
        edge = paper.width - paper.inner - wide
        line = paper.width - paper.inner - paper.text if left else paper.inner
        code = edge if left else paper.inner + wide - self.code.side
        side = self.code.side * MM
        running = paper.bottom - paper.foot - scale(theme.type)["foot"].leading / MM
        bottom = max(_UNPRINTED, min(self.line.bottom, running - self.line.height))
        white = paper.bottom - self.code.side * (1 + _QUIET)
        below = max(_UNPRINTED, min(self.code.bottom, white))
        return stamp.Foot((line * MM, bottom * MM), (code * MM, below * MM), side)


def foot(design: Design, problems: list[Problem]) -> Foot | None:
    """Read `packs/foot.yaml`."""
    return data(design.templates, "packs/foot.yaml", Foot, problems)
