"""The printed handout: HTML from templates, pages through WeasyPrint, then the margin put in order.

`markup` renders the templates; `pages` lays them out once. A note stands beside its line, on the right, as WeasyPrint
lays it out; `margin` then moves finished boxes: notes and wide blocks to the outer side, notes apart from each other,
ruled lines to the end of a unit's last page. The index is laid out after the pages that it points to, in the place that
a last page kept for it (`index`), so that its page numbers are joined into runs and none is printed twice. `tags` puts
the tags right through WeasyPrint's public finisher: artifacts, header scopes, words for links, page labels.

In the teacher's pack a view may ask `item|key` for the same block in the key, and lays what it finds over the page,
absolutely placed, so that nothing can move; `answers` looks after layout whether each answer is inside its `.room`, and
takes it out where it is not. The teacher's own pages are laid out after the others, whose numbers they name.

Deck and class lists are printed by `printing`. `stamps` lays a name out on a page of its own, so that shaping,
direction and fallback are the engine's.
"""
