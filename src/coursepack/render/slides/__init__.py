"""The lecture deck: slide markup becomes an editable .pptx.

`markup` reads, `measure` says what fits, `native` fills placeholders and writes the file, `plots` places what a chart
shows.
"""

from coursepack.render.slides.deck import build
from coursepack.render.slides.native.package import Properties

__all__ = ["Properties", "build"]
