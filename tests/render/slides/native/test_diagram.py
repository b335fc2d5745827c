"""Diagrams as native shapes: how strong their lines are."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schools
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.course import Template
from coursepack.problem import Span
from coursepack.render.figures.graph import Graph
from coursepack.render.figures.route import Arrow
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script
from coursepack.render.slides.units import POINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from coursepack.render.look.theme import Theme

FLOW = Graph((("a", "Spring"), ("b", "Mouth")), (Arrow("a", "b", "->", ""),), (("Basin", ("a",)),), right=True)
MARKUP = (
    '<div class="slides" lang="en"><section data-layout="diagram" data-at="a.md:1:1"><h2 data-ph="title">T</h2>'
    '<figure data-ph="diagram" data-alt="A" data-figure="flow"></figure></section></div>'
)


@pytest.mark.parametrize(("school", "times"), [(schools.wide, 1), (schools.large, 1.65)])
def test_lines_are_as_strong_as_the_slide_is_large(
    theme: Theme, templates: Environment, school: Callable[[], bytes], times: float
) -> None:
    template = Template(school(), Span("course.yaml", 7, 13), {}, {})
    pack, _ = build(Script(MARKUP, {"flow": FLOW}), Properties("T"), theme, templates, lambda _: b"", template=template)
    (slide,) = Presentation(BytesIO(pack())).slides
    lines = [line for line in slide.element.iter(qn("a:ln")) if line.find(qn("a:solidFill")) is not None]
    weights = [POINT * times * weight for weight in (1.25, 1.75, 1.75, 2)]
    assert [int(line.get("w")) for line in lines] == pytest.approx(weights, abs=1)
