r"""Words of a formula that its face does not write, `\text{و}`: shaped in the face of their script, drawn as outlines.

The library draws sign by sign, and a box for each that STIX lacks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from coursepack.load.files import values_of
from coursepack.render.charts.lettering import SIZE, Lettering
from coursepack.render.charts.outlines import outline
from coursepack.render.look.scripts import others
from coursepack.render.look.templates import OWN
from coursepack.render.look.theme import Further, is_installed
from coursepack.render.look.themes import FILE
from coursepack.values import plain

if TYPE_CHECKING:
    from types import ModuleType

    from coursepack.render.charts.outlines import Files

_PLACE = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def mend(nodes: ModuleType, shapes: ModuleType) -> None:
    """Let the library's words, letters and numbers be drawn so where they are of such a script."""
    for kind in (nodes.Mnumber, nodes.Mtext):
        kind._setup = _setup(kind._setup, shapes)  # noqa: SLF001 where they get their signs; ziamath has no other way in


def _setup(whole: Any, shapes: ModuleType) -> Any:  # noqa: ANN401 ziamath has no types
    def shaped(self: Any, **named: Any) -> None:  # noqa: ANN401 as above
        files = _files(others(self.string))
        if files:
            self.nodes.append(_word(shapes)(files, self.string, self.glyphsize, phantom=named.get("phantom", False)))
            self.nodexy.append((0, 0))
            self.bbox = self.nodes[0].bbox
        else:
            whole(self, **named)

    return shaped


@cache
def _files(scripts: tuple[str, ...]) -> Files:
    """Return the faces for some scripts beside that of running text; none where there are none, or one is missing."""
    read = values_of(OWN / FILE, [])
    known = [Further(**one) for one in plain(read.value)["further"]] if read and scripts else []
    return tuple(
        face.regular
        for face in known
        if face.script in {*scripts, "signs"} and face.beside != "Apparatus" and is_installed(face.regular)
    )


@cache
def _word(shapes: ModuleType) -> Any:  # noqa: ANN401 a class of the library's
    """Return the class of what is drawn as one piece."""

    class Word(shapes.Drawable):  # type: ignore[misc, name-defined] # ziamath has no types
        def __init__(self, files: Files, words: str, size: float, *, phantom: bool) -> None:
            super().__init__()
            self.words, self.phantom = words, phantom
            self.path = outline(files, words, size)
            heights = [-float(down) for _, down in _PLACE.findall(self.path)] or [0.0]
            width = Lettering(files, files).width(words) * size / SIZE
            self.bbox = shapes.BBox(0, width, min(heights), max(heights))

        def lastchar(self) -> str:
            return self.words[-1:]

        def draw(self, x: float, y: float, svg: Any) -> tuple[float, float]:  # noqa: ANN401 as above
            if not self.phantom:
                shapes.ET.SubElement(svg, "path", d=self.path, transform=f"translate({x:.3f} {y:.3f})")
            return x + self.bbox.xmax, y

    return Word
