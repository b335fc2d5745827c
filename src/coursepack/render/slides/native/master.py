"""The empty deck: theme, master, layouts and notes master, each from its template, opened with python-pptx.

What the templates come to is kept in the store: to write it out takes longer than all slides of a small course. For the
same reason a layout is read when a slide wants it: a deck has forty, and shows a few.

A package of our own instead of python-pptx's default one: nothing stock is left in the file that would have to go.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jinja2
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, PartFactory
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart

from coursepack.render.look.templates import OWN, where
from coursepack.render.slides.native.logo import brand
from coursepack.render.slides.native.zipped import pack
from coursepack.run import inputs, store
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from pptx.opc.packuri import PackURI
    from pptx.oxml.slide import CT_Slide
    from pptx.package import Package
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

_MASTER = "../slideMasters/slideMaster1.xml"
# Name, template, type and what the template needs beside design and theme. PowerPoint offers to repair a file that
# lacks its two parts of settings, though both may be empty.
_PARTS: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("docProps/app.xml", "app", CT.OFC_EXTENDED_PROPERTIES, {}),
    ("ppt/presentation.xml", "presentation", CT.PML_PRESENTATION_MAIN, {}),
    ("ppt/presProps.xml", "properties", CT.PML_PRES_PROPS, {"root": "presentationPr"}),
    ("ppt/viewProps.xml", "properties", CT.PML_VIEW_PROPS, {"root": "viewPr"}),
    ("ppt/theme/theme1.xml", "theme", CT.OFC_THEME, {}),
    ("ppt/theme/theme2.xml", "theme", CT.OFC_THEME, {}),
    ("ppt/slideMasters/slideMaster1.xml", "master", CT.PML_SLIDE_MASTER, {}),
    ("ppt/notesMasters/notesMaster1.xml", "notes-master", CT.PML_NOTES_MASTER, {}),
)

# Decks that stay open, each for all that stand on it, in any copy; what is unread of one is shared by them.
_opened = Recent["Deck"](3)


class LayoutPart(SlideLayoutPart):
    """A layout that is read when it is asked for, and written as it was found if it never is."""

    @classmethod
    def load(cls, partname: PackURI, content_type: str, package: Package, blob: bytes) -> LayoutPart:
        """Keep what the package holds."""
        part = cls.__new__(cls)
        Part.__init__(part, partname, content_type, package, blob)
        return part

    @cached_property
    def _element(self) -> CT_Slide:  # type: ignore[override] # python-pptx reads it from a file
        return cast("CT_Slide", parse_xml(self._blob or b""))

    @property  # type: ignore[misc] # python-pptx reads it from a file
    def blob(self) -> bytes:
        """Its XML."""
        return super().blob if "_element" in vars(self) else self._blob or b""


# As python-pptx has parts of one's own made known to it.
PartFactory.part_type_for[CT.PML_SLIDE_LAYOUT] = LayoutPart


def empty_deck(design: Design, theme: Theme, templates: Environment, language: str) -> Deck:
    """Return a deck that has every layout and no slide."""
    name = store.key("master", _made_of(templates), design.model_dump_json(), theme.model_dump_json(), language)
    written = partial(_written, design, theme, templates, language)
    deck = deepcopy(_opened.get(name, lambda: Presentation(BytesIO(store.kept(name, written)))))
    brand(deck, design, theme, templates)
    return deck


def _made_of(templates: Environment) -> str:
    """Return a hash of all templates that may be asked for, and of what writes them out.

    Ours ask for none but those of decks: what else a course has of its own only those can ask for that it has there.
    """
    own = [folder for folder in where(templates).folders if folder != OWN and (folder / "deck").is_dir()]
    return f"{jinja2.__version__} {inputs.fingerprint(own, (OWN, Path(__file__).parents[3]))}"


def _written(design: Design, theme: Theme, templates: Environment, language: str) -> bytes:
    """Write the package: it has all parts but for slides and the logo."""
    members = {}
    for name, template, values in _members(design):
        page = templates.get_template(f"deck/{template}.xml.j2")
        made = page.render(design=design, theme=theme, language=language, **values).encode()
        # A layout that no slide shows stays as it is here; any other is written as python-pptx does.
        members[name] = serialize_part_xml(parse_xml(made)) if template == "layout" else made
    return pack(members)


def _members(design: Design) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the name of each file of the package, its template and what that needs."""
    layouts: list[tuple[str, str, str, dict[str, object]]] = [
        (f"ppt/slideLayouts/slideLayout{number}.xml", "layout", CT.PML_SLIDE_LAYOUT, {"layout": layout})
        for number, layout in enumerate(design.layouts.values(), 1)
    ]
    parts = [*_PARTS, *layouts]
    yield "[Content_Types].xml", "content-types", {"types": [(f"/{name}", kind) for name, _, kind, _ in parts]}
    for name, template, _, values in parts:
        yield name, template, values
    for name, targets in _relationships(len(design.layouts)):
        yield name, "rels", {"targets": targets}


def _relationships(layouts: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what each part refers to, as pairs of kind and target; the ids follow their order."""
    yield "_rels/.rels", [("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")]
    yield (
        "ppt/_rels/presentation.xml.rels",
        [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
        ],
    )
    numbered = [("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, layouts + 1)]
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", [*numbered, ("theme", "../theme/theme1.xml")]
    yield "ppt/notesMasters/_rels/notesMaster1.xml.rels", [("theme", "../theme/theme2.xml")]
    for number in range(1, layouts + 1):
        yield f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels", [("slideMaster", _MASTER)]
