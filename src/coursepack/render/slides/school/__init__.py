"""The school's own template: a deck built on any .pptx or .potx.

`opening` reads the file and empties it, `survey` lists what its layouts have, `match` finds one for each of ours,
`compose` gives every frame a place, `paint` a colour that can be read, and `dress` sets the shapes of a slide.
"""

from coursepack.render.slides.school.borrow import borrow

__all__ = ["borrow"]
