"""The printed handout: HTML from templates, pages through WeasyPrint, then the margin put in order.

`markup` renders the templates; `cutting` cuts the HTML where a page begins, and `laying` has each piece laid out
apart, once: what was laid out before of the same is taken from the store. That is done at a `bench`, of this process
or of workers (`sharing`), who load it by its `engine`; what is in the margins of its pages is made last, when their
numbers are known (`folio`). A note stands beside its line, on the right, as WeasyPrint lays it out; `margin` then
moves finished boxes: notes and wide blocks to the outer side, notes apart from each other, ruled lines to the end of
a unit's last page. `capture` takes the objects of the pages as a value (`piece`), with a structure of our own
(`tags`): `heard` goes back from boxes to the elements of the source, `shapes` puts those into the shapes of PDF.
`order` finds on which page each piece begins, and which numbers they print of each other; the index is a piece that
is written last (`index`), with runs of pages, none printed twice; a preview begins with those of its last look
(`recalled`). `join` makes one file: one structure, one outline, and each face cut once to the glyphs of all pieces
(`faces`). `starts` tells where pages begin in the text, and marks that in pages that are set in another way.

In the teacher's pack a view may ask `item|key` for the same block in the key, and lays what it finds over the page,
absolutely placed, so that nothing can move; `answers` looks after layout whether each answer is inside its `.room`, and
takes it out where it is not. The teacher's own pages are laid out after the others, whose numbers they name.

A slide that is printed is a piece too, and so is a class list (`printing`). `stamps` lays a name out on a page of its
own, so that shaping, direction and fallback are the engine's.
"""
