"""One slide: each frame of its layout gets what the markup has for it, and what stays empty goes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script

if TYPE_CHECKING:
    from jinja2 import Environment
    from pptx.slide import Slide

    from coursepack.render.look.theme import Theme

RING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>'

TITLE = '<h2 data-ph="title">Rivers</h2>'
FULL = (
    f'<section data-layout="content" data-at="a.md:5:1">{TITLE}<ul data-ph="body"><li>Point</li></ul>'
    '<p data-ph="source">A source</p><p data-ph="footer">Foot</p><aside class="notes"><p>Said.</p></aside></section>'
)
BARE = f'<section data-layout="content" data-at="a.md:7:1">{TITLE}<ul data-ph="body"><li>Point</li></ul></section>'
BESIDE = (
    f'<section data-layout="figure-points" data-at="a.md:9:1">{TITLE}<img data-ph="figure" src="ring.svg" alt="A ring">'
    '<ul data-ph="body"><li>Point</li></ul><p data-ph="source">A source</p></section>'
)


@pytest.fixture(scope="module")
def made(theme: Theme, templates: Environment) -> list[Slide]:
    """A full slide, one with a title and a point alone, and one with a drawing beside its point."""
    script = Script(f'<div class="slides" lang="en">{FULL}{BARE}{BESIDE}</div>', {})
    pack, problems = build(script, Properties("T"), theme, templates, lambda _: RING)
    assert problems == []
    return list(Presentation(BytesIO(pack())).slides)


def names(slide: Slide) -> list[str]:
    return [shape.name for shape in slide.shapes]


def test_shapes_are_named_after_their_frames_in_reading_order(made: list[Slide]) -> None:
    full, _, _ = made
    assert names(full)[:4] == ["title", "body", "source", "footer"]
    assert [shape.text_frame.text for shape in full.shapes][:4] == ["Rivers", "Point", "A source", "Foot"]


def test_a_frame_without_content_is_no_empty_box(made: list[Slide]) -> None:
    _, bare, _ = made
    assert "source" not in names(bare)
    assert "footer" not in names(bare)
    assert all(shape.text_frame.text for shape in bare.shapes if shape.has_text_frame)


def test_every_slide_has_its_own_number_as_a_field(made: list[Slide]) -> None:
    for number, slide in enumerate(made, 1):
        (field,) = slide.element.iter(qn("a:fld"))
        assert (field.get("type"), field.findtext(qn("a:t"))) == ("slidenum", str(number))


def test_notes_are_only_where_there_are_some(made: list[Slide]) -> None:
    full, bare, _ = made
    assert (full.has_notes_slide, bare.has_notes_slide) == (True, False)
    assert "Said." in full.notes_slide.notes_text_frame.text


def test_what_stands_in_a_region_comes_before_what_is_read_after_it(made: list[Slide]) -> None:
    """Drawings beside points stand on the slide itself, where python-pptx adds them at the end."""
    found = [name for name in names(made[2]) if name in {"title", "figure", "body", "source"}]
    assert found == ["title", "body", "figure", "source"]


def test_ids_are_told_apart(made: list[Slide]) -> None:
    for slide in made:
        ids = [mark.get("id") for mark in slide.element.iter(qn("p:cNvPr"))]
        assert len(set(ids)) == len(ids)
