"""Slides, notes pages and pictures as python-pptx makes them, part for part, without its searches.

For each notes page python-pptx walks all parts and relationships of the deck to find a free name, and builds the
placeholders of each slide anew. Names that are counted and placeholders that are copied take a third of the time and
grow linearly; a test holds the parts equal, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.oxml.slide import CT_NotesSlide, CT_Slide
from pptx.parts.slide import NotesSlidePart, SlidePart

from coursepack.run import store
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from typing import IO

    from lxml.etree import _Element
    from pptx.parts.image import ImagePart
    from pptx.parts.slide import NotesMasterPart
    from pptx.presentation import Presentation
    from pptx.slide import NotesSlide, Slide, SlideLayout

# PowerPoint gives slides ids from 256 on.
_FIRST_ID = 256
# Slides as python-pptx makes them of a layout, for whoever copies one; a deck shows a few layouts.
_placed = Recent["CT_Slide"](60)


class Press:
    """Adds slides and notes pages to a deck that has none yet, and is the only one to do so."""

    def __init__(self, deck: Presentation) -> None:
        """Take over how the deck's package names parts and finds pictures."""
        self._deck = deck
        self._package = deck.part.package
        self._names: Counter[str] = Counter()
        # What a school's template brings with it. Names that differ in case alone are the same.
        self._taken = {str(part.partname).lower() for part in self._package.iter_parts()}
        self._images: dict[bytes, ImagePart] = {}
        self._slides: dict[str, CT_Slide] = {}
        self._notes: CT_NotesSlide | None = None
        self._add_image = self._package.get_or_add_image_part
        self._package.next_partname = self.next_name  # type: ignore[method-assign, assignment] # of this deck alone
        self._package.next_image_partname = self._next_image_name  # type: ignore[method-assign, assignment] # of this deck alone
        self._package.get_or_add_image_part = self._image  # type: ignore[method-assign, assignment] # of this deck alone

    def next_name(self, template: str) -> PackURI:
        """Count the parts of a kind; `template` holds one `%d`."""
        while True:
            self._names[template] += 1
            name = template % self._names[template]
            if name.lower() not in self._taken:
                return PackURI(name)

    def count(self, template: str) -> int:
        """Return how many parts of a kind have been named."""
        return self._names[template]

    def _next_image_name(self, extension: str) -> PackURI:
        """Number pictures through, whatever their format."""
        while True:
            self._names["image"] += 1
            name = f"/ppt/media/image{self._names['image']}.{extension}"
            if name.lower() not in self._taken:
                return PackURI(name)

    def _image(self, file: str | IO[bytes]) -> ImagePart:
        """Return the part of a picture; the same bytes are stored once."""
        if isinstance(file, str):
            return cast("ImagePart", self._add_image(file))
        key = sha256(file.read()).digest()
        if key not in self._images:
            self._images[key] = self._add_image(file)
        return self._images[key]

    def add_slide(self, layout: SlideLayout) -> Slide:
        """Add a slide with copies of the placeholders that python-pptx made for the layout's first one."""
        key = str(layout.part.partname)
        if key not in self._slides:
            self._slides[key] = deepcopy(self._first(layout))
        part = SlidePart(
            self.next_name("/ppt/slides/slide%d.xml"), CT.PML_SLIDE, self._package, deepcopy(self._slides[key])
        )
        part.relate_to(layout.part, RT.SLIDE_LAYOUT)
        slides = self._deck.element.get_or_add_sldIdLst()
        entry = slides.makeelement(qn("p:sldId"))
        entry.set("id", str(_FIRST_ID + len(slides)))
        # A part that is new is related to nothing yet: python-pptx would look through all slides for it.
        entry.set(qn("r:id"), self._deck.part.rels._add_relationship(RT.SLIDE, part))  # noqa: SLF001 python-pptx has no public name for it
        slides.append(entry)
        return cast("Slide", part.slide)

    def _first(self, layout: SlideLayout) -> CT_Slide:
        """Return a slide with a layout's placeholders, which are the same in all decks that have this layout."""
        return _placed.get(store.key(layout.part.blob), lambda: self._made(layout))

    def _made(self, layout: SlideLayout) -> CT_Slide:
        """Let python-pptx itself make the placeholders, on a slide that belongs to no deck."""
        part = SlidePart(PackURI("/ppt/slides/slide0.xml"), CT.PML_SLIDE, self._package, CT_Slide.new())
        part.slide.shapes.clone_layout_placeholders(layout)
        element: CT_Slide = part.slide.element
        return element

    @cached_property
    def _notes_master(self) -> NotesMasterPart:
        return self._deck.part.notes_master_part

    def add_notes(self, slide: Slide) -> NotesSlide:
        """Add a slide's notes page with copies of the notes master's placeholders."""
        if self._notes is None:
            self._notes = self._first_notes()
        name = self.next_name("/ppt/notesSlides/notesSlide%d.xml")
        part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, self._package, deepcopy(self._notes))
        part.relate_to(self._notes_master, RT.NOTES_MASTER)
        part.relate_to(slide.part, RT.SLIDE)
        slide.part.relate_to(part, RT.NOTES_SLIDE)
        return cast("NotesSlide", part.notes_slide)

    def _first_notes(self) -> CT_NotesSlide:
        part = NotesSlidePart(PackURI("/ppt/x.xml"), CT.PML_NOTES_SLIDE, self._package, CT_NotesSlide.new())
        part.notes_slide.clone_master_placeholders(self._deck.notes_master)
        element: CT_NotesSlide = part.notes_slide.element
        return element


def next_id(tree: _Element) -> int:
    """Return a shape id that no shape of a slide has."""
    return max(int(shape.get("id", "0")) for shape in tree.iter(qn("p:cNvPr"))) + 1
