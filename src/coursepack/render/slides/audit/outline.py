"""Rules of the deck as a whole: sections, titles, and the order in which a slide is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from coursepack.render.slides.audit.view import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pptx.presentation import Presentation

    from coursepack.render.slides.audit.view import View
    from coursepack.render.slides.content import Slide

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
# What PowerPoint calls a section that nobody named; ours without a name are a dash.
_UNNAMED = frozenset({"", "-", "Default Section", "Untitled Section"})


def sections(file: Presentation) -> Iterator[Finding]:
    """Every slide is in a section, and every section has a name."""
    groups = list(file.element.iter(f"{_P14}section"))
    inside = {entry.get("id") for group in groups for entry in group.iter(f"{_P14}sldId")}
    lost = sum(str(slide.slide_id) not in inside for slide in file.slides)
    if lost:
        yield Finding("section", f"{lost} slides are in no section", "give every slide's section a name")
    nameless = sum(group.get("name", "").strip() in _UNNAMED for group in groups)
    if nameless:
        yield Finding("section", f"{nameless} sections have no name", "give every slide's section a name")


def titles(seen: Sequence[View]) -> Iterator[tuple[View, Finding]]:
    """Every slide has a title, and no two have the same."""
    counts = Counter(view.title.casefold() for view in seen)
    for view in seen:
        if not view.title:
            yield view, Finding("title", "the slide has no title", "write one: it is how a slide is found")
        elif counts[view.title.casefold()] > 1:
            yield view, Finding("title-twice", f"another slide is called “{view.title}” too", "change one of them")


def order(view: View, source: Slide) -> Iterator[Finding]:
    """A slide is read in the order of its source, its title first."""
    wanted = sorted(source.parts, key=lambda name: name != "title")
    named = [next(shape.iter(qn("p:cNvPr"))).get("name", "") for shape in view.shapes()]
    read = list(dict.fromkeys(name for name in named if name in wanted))
    wanted = [name for name in wanted if name in read]
    if read != wanted:
        message = f"this is read as {', '.join(read)}, and written as {', '.join(wanted)}"
        yield Finding("order", message, "put the frames of the layout in the order of the source")
