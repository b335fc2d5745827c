"""Decks on templates as schools have them: what was made, and what LibreOffice drew of it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import html
from pptx import Presentation
from pptx.oxml.ns import qn

from office import Word, letters, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem
    from coursepack.render.slides.markup import Script

POINT = 12700
# Shapes that lie under or over others, and have no text: plates, and what answers an option.
BARE = re.compile(r"Plate|Answer [a-z]$")
# How a slide's title says that it goes on: without the course's labels, and with them.
_AGAIN = {False: re.compile(r"\(\d+/\d+\)$"), True: re.compile(r"\(\d+ of \d+\)$")}


@dataclass(frozen=True)
class Built:
    """A deck on a template, the script it was made of, and what was said."""

    name: str
    school: bytes
    script: Script
    data: bytes
    problems: list[Problem]
    folder: Path

    @cached_property
    def deck(self) -> Deck:
        return Presentation(BytesIO(self.data))

    @cached_property
    def members(self) -> dict[str, bytes]:
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            assert not [name for name, count in Counter(map(str.lower, package.namelist())).items() if count > 1]
            return {name: package.read(name) for name in package.namelist()}

    @property
    def file(self) -> Path:
        return self.folder / f"{self.name}.pptx"

    @cached_property
    def pages(self) -> list[list[Word]]:
        """The words that LibreOffice drew, by page."""
        return words(self.file.with_suffix(".pdf"))

    @cached_property
    def boxes(self) -> list[list[tuple[str, tuple[float, float, float, float]]]]:
        """What each slide's shapes say, and their places."""
        return [list(boxes(slide)) for slide in self.deck.slides]

    def by_section(self) -> Iterator[tuple[html.HtmlElement, list[int]]]:
        """Yield each section of the markup with the slides that it takes."""
        groups: list[list[int]] = []
        for number, slide in enumerate(self.deck.slides):
            title = slide.shapes.title.text_frame.text.replace("\u00a0", " ")
            if groups and _AGAIN["data-continued" in self.script.markup].search(title):
                groups[-1].append(number)
            else:
                groups.append([number])
        # What stands in the place of a slide that holds all of it is not there.
        apart = "preceding-sibling::section[@data-whole]"
        sections = html.document_fromstring(self.script.markup).iter("section")
        yield from zip((one for one in sections if not one.xpath(apart)), groups, strict=True)


def portion(whole: Script, begin: int, parts: int) -> Script:
    """Return one section of a deck's markup in so many, from one of the first on, and all that leads to one.

    None is on an accent: only our own master has layouts that are.
    """
    root = html.document_fromstring(whole.markup)
    for section in root.xpath("//section[contains(@data-layout, '-accent')]"):
        section.drop_tree()
    for number, section in enumerate(root.xpath("//section")):
        if number % parts != begin:
            section.drop_tree()
    return replace(whole, markup=html.tostring(root, encoding="unicode"))


def boxes(slide: Slide) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Yield what a shape says (its letters) and its place in points; charts and pictures may say anything.

    A plate lies below others on purpose, and what answers an option lies over it.
    """
    for shape in slide.shapes:
        if BARE.match(shape.name):
            continue
        left, top, width, height = (side / POINT for side in (shape.left, shape.top, shape.width, shape.height))
        drawn = getattr(shape, "has_chart", False) or shape.element.tag == qn("p:pic")
        yield Anything() if drawn else letters("".join(shape.element.itertext())), (left, top, width, height)


class Anything(str):
    """A text in which every other one is found."""

    __slots__ = ()

    def __contains__(self, other: object) -> bool:
        return True
