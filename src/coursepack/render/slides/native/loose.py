"""Pictures, tables and charts without a placeholder: put on the slide itself, as python-pptx puts them into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pptx.util import Emu

from coursepack.render.slides.units import EMU

if TYPE_CHECKING:
    from io import BytesIO

    from pptx.shapes.autoshape import Shape
    from pptx.shapes.base import BaseShape
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.shapes.picture import Picture
    from pptx.shapes.shapetree import SlideShapes

    from coursepack.render.slides.layouts import Rect

S = TypeVar("S", bound="BaseShape")


@dataclass(frozen=True)
class Loose:
    """What answers as a placeholder does, with its place in inches."""

    shapes: SlideShapes
    at: Rect

    @property
    def place(self) -> tuple[Emu, Emu, Emu, Emu]:
        """The place as python-pptx has it."""
        left, top, width, height = (Emu(round(length * EMU)) for length in self.at)
        return left, top, width, height

    def insert_picture(self, image: BytesIO) -> Picture:
        """Add a picture."""
        return _named(self.shapes.add_picture(image, *self.place[:2]))

    def insert_table(self, rows: int, columns: int) -> GraphicFrame:
        """Add a table."""
        return _named(self.shapes.add_table(rows, columns, *self.place))

    def insert_chart(self, kind: Any, data: Any) -> Any:  # noqa: ANN401 python-pptx's own
        """Add a chart."""
        made: Any = self.shapes.add_chart(kind, *self.place, data)
        return _named(made)

    def insert_words(self) -> Shape:
        """Add a box for words, without insets, and as large as its place."""
        box = _named(self.shapes.add_textbox(*self.place))
        box.text_frame.word_wrap, box.text_frame.auto_size = True, None
        for side in ("left", "right", "top", "bottom"):
            setattr(box.text_frame, f"margin_{side}", 0)
        return box


def _named(shape: S) -> S:
    shape.name = "figure"
    return shape
