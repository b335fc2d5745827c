"""Maps on slides: vectors with a picture beside them, in words that can be read, and named where a name has no room."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from pptx import Presentation

from coursepack.build import ready
from coursepack.outputs import pdf, slides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAP = """\
```{{map}}
title: The Danube
groups: [{{name: First and last, countries: [DEU, ROU]}}]
names: [DEU: "{name}", ROU]
alt: Germany and Romania on a map
slide: {{notes: Find the spring.}}
```
"""


def test_a_map_is_drawn_for_its_frame(unit: Callable[..., Path]) -> None:
    made = slides.make(ready(unit(MAP.format(name="Germany"))), None, "")
    (shown,) = [slide for slide in Presentation(BytesIO(made.data)).slides if slide.shapes.title.text == "The Danube"]
    (picture,) = [shape for shape in shown.placeholders if shape.name == "picture"]
    assert picture.element.xpath("p:nvPicPr/p:cNvPr/@descr") == ["Germany and Romania on a map"]
    (svg,) = [text for text in drawings(made.data) if "Romania" in text]
    width = float(re.findall(r'viewBox="\S+ \S+ (\S+)', svg)[0])
    size = float(re.findall(r'font-size="([\d.]+)', svg)[0]) * picture.width.pt / width
    assert size == pytest.approx(18, rel=0.01)
    assert "Germany" in svg


def test_a_name_without_room_is_a_warning_on_paper_and_on_its_slide(unit: Callable[..., Path]) -> None:
    name = "A country that has a name far too long for any place on a map of this size, at all"[:80]
    flat = MAP.replace("groups:", "view: {{west: 6, south: 50, east: 14, north: 50.1}}\ngroups:")
    made = ready(unit(flat.format(name=name)))
    found = [*pdf.make(made, None, "a4").notices, *slides.make(made, None, "").notices]
    assert [(one.message.split(" there")[0], one.severity) for one in found if one.code == "map-room"] == [
        ("on paper", "warning"),
        ("on the slide", "warning"),
    ]


def drawings(data: bytes) -> list[str]:
    """Return the vector drawings of a deck."""
    with ZipFile(BytesIO(data)) as deck:
        return [deck.read(name).decode() for name in deck.namelist() if name.endswith(".svg")]
