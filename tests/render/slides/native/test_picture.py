"""Pictures: whole, in proportion, drawn with the twin of the deck's face."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schools
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.course import Template
from coursepack.problem import Severity, Span
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script
from coursepack.render.slides.native import picture
from coursepack.render.slides.native.picture import fallback
from coursepack.run import store

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import PlaceholderPicture

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

WORD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 40" font-family="{}">
<text y="30" font-size="30">{}</text></svg>"""


def pictures(deck: Deck) -> list[PlaceholderPicture]:
    return [shape for slide in deck.slides for shape in slide.placeholders if shape.element.tag == qn("p:pic")]


def test_pictures_are_in_picture_placeholders(deck: Deck) -> None:
    assert [(shape.placeholder_format.type.name, shape.name) for shape in pictures(deck)] == [
        ("PICTURE", "sign"),
        ("PICTURE", "picture"),
    ]


def test_a_picture_is_whole_and_in_proportion_and_inside_its_frame(deck: Deck, design: Design) -> None:
    for shape, layout, proportion in zip(pictures(deck), ("title", "picture"), (1, 900 / 260), strict=True):
        left, top, width, height = (Inches(value) for value in design.layouts[layout].frames[shape.name].at)
        assert shape.width / shape.height == pytest.approx(proportion, rel=0.005)
        assert (shape.crop_left, shape.crop_right, shape.crop_top, shape.crop_bottom) == (0, 0, 0, 0)
        assert left <= shape.left
        assert shape.left + shape.width <= left + width + 1
        assert top <= shape.top
        assert shape.top + shape.height <= top + height + 1
        assert shape.width == pytest.approx(width, abs=2) or shape.height == pytest.approx(height, abs=2)


def test_an_svg_comes_with_a_png(deck: Deck) -> None:
    for shape in pictures(deck):
        blip = next(shape.element.iter("{*}svgBlip"))
        part = shape.part.related_part(blip.get(qn("r:embed")))
        assert (part.content_type, part.partname.ext) == ("image/svg+xml", "svg")
        assert part.blob.startswith(b"<svg")
        assert shape.image.content_type == "image/png"


def test_the_svg_names_the_deck_s_face_and_not_the_handout_s(deck: Deck) -> None:
    blip = next(pictures(deck)[1].element.iter("{*}svgBlip"))
    svg = pictures(deck)[1].part.related_part(blip.get(qn("r:embed"))).blob
    assert b"Source Sans" not in svg
    assert svg.count(b"Calibri") == 1


def test_on_a_template_a_drawing_keeps_the_face_that_it_was_made_for(theme: Theme, templates: Environment) -> None:
    """In Arial, which is wider than Calibri, words of one lay over each other."""
    markup = '<h2 data-ph="title">A town</h2><img data-ph="picture" src="a.svg" alt="A word">'
    section = Script(f'<section data-layout="picture" data-at="u.md:1:1">{markup}</section>')
    arial = Template(schools.mapped(), Span("course.yaml"), {}, {})
    read = WORD.format(200, "serif", "town").encode
    pack, problems = build(section, Properties("x"), theme, templates, lambda _: read(), template=arial)
    (slide,) = Presentation(BytesIO(pack())).slides
    (drawing,) = (one.target_part.blob for one in slide.part.rels.values() if "svg" in str(one.target_part.partname))
    assert b'"Calibri"' in drawing
    assert [one for one in problems if one.severity is not Severity.NOTE] == []


def test_the_fallback_is_drawn_with_the_twin_and_no_other_font(theme: Theme) -> None:
    ours = fallback(WORD.format(200, "Source Sans 3", "Council").encode(), theme, 2, 2)
    named = fallback(WORD.format(200, "Carlito", "Council").encode(), theme, 2, 2)
    empty = fallback(WORD.format(200, "Carlito", "").encode(), theme, 2, 2)
    assert ours == named != empty


def test_the_fallback_is_as_large_as_the_frame_shows_it(theme: Theme) -> None:
    wide = fallback(WORD.format(200, "A", "x").encode(), theme, 2, 2)
    high = fallback(WORD.format(20, "A", "x").encode(), theme, 2, 2)
    assert [int.from_bytes(png[16:20]) for png in (wide, high)] == [220, 110]


@pytest.mark.parametrize("unit", ["", "px", "pt", "mm", "cm", "in"])
def test_a_drawing_may_say_its_size_in_any_unit(own_design: Design, unit: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="60{unit}" height="40{unit}" viewBox="0 0 6 4"/>'
    drawn = Image.open(BytesIO(fallback(svg.encode(), own_design.theme, 3, 3)))
    assert drawn.size == pytest.approx((330, 220), abs=1)


def test_a_fallback_is_kept_for_later_runs_under_all_that_it_is_drawn_of(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = WORD.format(200, "Carlito", "kept").encode()
    monkeypatch.setattr(picture, "_draw", vars(picture)["_draw"].__wrapped__)
    with store.within(tmp_path):
        made = fallback(drawing, theme, 2, 2)
        monkeypatch.setattr(picture.resvg_py, "svg_to_bytes", lambda *_, **__: b"drawn anew")
        assert fallback(drawing, theme, 2, 2) == made
        assert fallback(drawing, theme, 1, 1) == b"drawn anew"
        assert fallback(drawing.replace(b"kept", b"made"), theme, 2, 2) == b"drawn anew"
