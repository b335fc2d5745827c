"""The school's own template: a deck built on any .pptx or .potx.

`opening` reads the file and empties it, `survey` lists what its layouts have, `match` finds one for each of ours,
`compose` gives every frame a place by the recipes of `deck/school.yaml`, once for each set of frames that a slide has,
`paint` a colour that can be read, and `dress` sets the shapes of a slide before it is filled, each with a number of its
own, and ties them to the template's placeholders afterwards. The file is emptied by taking relations away; layouts are
found by the kinds and sizes of their placeholders, which get numbers where they have none.
"""

from coursepack.render.slides.school.borrow import borrow

__all__ = ["borrow"]
