"""The lecture deck: slide markup becomes an editable .pptx.

`markup` reads, `fit` measures, `master` makes the empty deck from templates, `filling` fills it slide by slide, and
`package` writes the file.
"""

from coursepack.render.slides.deck import build
from coursepack.render.slides.package import Properties

__all__ = ["Properties", "build"]
