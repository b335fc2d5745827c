"""The sample deck, read back with python-pptx: what the markup says stands in native placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design

ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def test_the_sample_shows_every_layout(deck: Deck, design: Design) -> None:
    used = {slide.slide_layout.name for slide in deck.slides}
    assert used == {layout.name for layout in design.layouts.values()} == {one.name for one in deck.slide_layouts}


def test_the_sample_has_no_problems(made: tuple[bytes, list[Problem]]) -> None:
    assert made[1] == []


def test_every_text_stands_in_the_placeholder_of_its_name(deck: Deck, sections: list[HtmlElement]) -> None:
    for slide, section in zip(deck.slides, sections, strict=True):
        named = {shape.name: shape for shape in slide.placeholders if shape.has_text_frame}
        shown = slide.slide_layout.name not in {"Title", "Unit header"}
        for element in section.xpath(".//*[@data-ph]"):
            name = element.get("data-ph")
            if (
                element.tag in {"img", "table", "figure"}
                or name in {"timeline", "figure", "options"}
                or (name == "footer" and not shown)
            ):
                continue
            if words(element.text_content()):
                for part in element.find_class("part"):
                    part.drop_tree()
                shape = named.get(name) or named[f"Answer {name}"]
                assert words(shape.text_frame.text) == words(element.text_content())
            else:
                assert name not in named


def test_no_placeholder_is_empty(deck: Deck) -> None:
    for slide in deck.slides:
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip(), (slide.name, shape.name)


def test_all_text_is_in_placeholders_but_for_what_is_drawn(deck: Deck) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            drawn = shape.name in {"timeline", "diagram", "figure"} or shape.name.startswith(("Option ", "Answer "))
            assert shape.is_placeholder or drawn


def test_every_slide_has_one_title(deck: Deck) -> None:
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text


def test_numbers_and_footers_are_on_all_slides_but_title_and_unit(deck: Deck) -> None:
    for number, slide in enumerate(deck.slides, 1):
        kinds = {shape.element.ph_type.name: shape for shape in slide.placeholders}
        if slide.slide_layout.name in {"Title", "Unit header"}:
            assert not {"FOOTER", "SLIDE_NUMBER"} & set(kinds)
            continue
        assert kinds["FOOTER"].text_frame.text == "The UN and alliances · Unit 3"
        field = next(kinds["SLIDE_NUMBER"].element.iter(qn("a:fld")))
        assert field.get("type") == "slidenum"
        assert field.findtext(qn("a:t")) == str(number)


def test_every_run_has_a_language(deck: Deck) -> None:
    for root in roots(deck):
        for tag in ("a:r", "a:br", "a:fld"):
            for run in root.iter(qn(tag)):
                assert run.find(qn("a:rPr")).get("lang") == "en-GB"
        for end in root.iter(qn("a:endParaRPr")):
            assert end.get("lang") == "en-GB"


def test_a_run_may_be_in_another_language(slides: Callable[[str], tuple[Deck, list[Problem]]]) -> None:
    made, _ = slides('<section data-layout="content"><h2 data-ph="title">A <em lang="la">casus</em></h2></section>')
    runs = made.slides[0].shapes.title.element.iter(qn("a:rPr"))
    assert [run.get("lang") for run in runs] == ["en", "la"]


def test_ids_of_shapes_are_unique_on_every_slide(deck: Deck) -> None:
    for root in roots(deck):
        ids = [shape.get("id") for shape in root.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


def test_what_is_not_text_has_a_description_or_is_marked_as_decorative(deck: Deck) -> None:
    seen = 0
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                continue
            seen += 1
            properties = next(shape.element.iter(qn("p:cNvPr")))
            assert bool(properties.get("descr")) != bool(list(properties.iter(ADEC)))
    assert seen == 19


def test_ornaments_of_layouts_are_decorative(deck: Deck) -> None:
    ornaments = [shape for layout in deck.slide_layouts for shape in layout.shapes if not shape.is_placeholder]
    assert ornaments
    assert all(list(shape.element.iter(ADEC)) for shape in ornaments)


def test_marks_inside_a_line_are_kept(deck: Deck) -> None:
    runs = {run.text: run for shape in deck.slides[4].placeholders if shape.has_text_frame for run in all_runs(shape)}
    assert runs["talks stalled"].font.italic
    assert runs["Article 51"].font.bold
    assert runs["article-51.txt"].font.name == "Courier New"
    assert runs["article-51.txt"]._r.rPr.get("noProof") == "1"  # noqa: SLF001 python-pptx has no other way to its XML
    assert runs["the Charter of the United Nations"].hyperlink.address == "https://www.un.org/en/about-us/un-charter"


def test_a_link_inside_the_deck_goes_to_its_slide(deck: Deck) -> None:
    slide = deck.slides[4]
    (link,) = [link for link in slide.element.iter(qn("a:hlinkClick")) if link.get("action")]
    assert link.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(link.get(qn("r:id"))) is deck.slides[-1].part


def test_emphasis_inside_italics_is_upright(deck: Deck) -> None:
    text = next(shape for shape in deck.slides[15].placeholders if shape.name == "text")
    assert [run.font.italic for run in text.text_frame.paragraphs[0].runs] == [None, False, None]


def test_levels_of_a_list_are_kept(deck: Deck) -> None:
    body = next(shape for shape in deck.slides[4].placeholders if shape.name == "body")
    assert [paragraph.level for paragraph in body.text_frame.paragraphs] == [0, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("body", "bullet"),
    [("<ul><li>x</li></ul>", "buChar"), ("<ol><li>x</li></ol>", None), ("<div><p>x</p></div>", "buNone")],
)
def test_a_list_of_the_other_kind_has_its_own_bullets(
    slides: Callable[[str], tuple[Deck, list[Problem]]], body: str, bullet: str | None
) -> None:
    inside = body.replace(">", ' data-ph="body">', 1)
    made, _ = slides(f'<section data-layout="question"><h2 data-ph="title">T</h2>{inside}</section>')
    (shape,) = [shape for shape in made.slides[0].placeholders if shape.name == "body"]
    own = [child.tag for child in shape.element.find(f".//{qn('a:pPr')}") if child.tag.startswith(qn("a:bu")[:-2])]
    assert [tag for tag in own if tag == qn(f"a:{bullet}")] == ([qn(f"a:{bullet}")] if bullet else [])


def test_notes_keep_paragraphs_marks_and_lists(deck: Deck) -> None:
    paragraphs = deck.slides[4].notes_slide.notes_text_frame.paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [
        "Ask before you show anything.",
        "First, the three pacts.",
        "Then Korea:",
        "the empty seat,",
        "the vote.",
        "End with a question.",
    ]
    marks = [[child.tag for child in paragraph._p.pPr] for paragraph in paragraphs]  # noqa: SLF001 python-pptx has no other way to its XML
    bullet, number = [qn("a:buChar")], [qn("a:buAutoNum")]
    assert marks == [[], bullet, bullet, number, number, []]
    assert paragraphs[0].runs[1].font.italic


def test_slides_are_grouped_into_sections(deck: Deck) -> None:
    sections = list(deck.element.iter(f"{P14}section"))
    assert [section.get("name") for section in sections] == [
        "The UN and alliances",
        "Unit 3: From 1945 to today",
        "Sources",
    ]
    ids = [entry.get("id") for section in sections for entry in section.iter(f"{P14}sldId")]
    assert ids == [str(slide.slide_id) for slide in deck.slides]


def test_the_theme_carries_the_deck_s_faces_and_colours(deck: Deck) -> None:
    themes = [part for part in deck.part.package.iter_parts() if "theme" in part.partname]
    assert len(themes) == 2
    for part in themes:
        assert b'<a:latin typeface="Cambria"/>' in part.blob
        assert b'<a:latin typeface="Calibri"/>' in part.blob
        assert b'<a:accent1><a:srgbClr val="14466B"/>' in part.blob


def test_the_slide_is_as_large_as_powerpoint_s_wide_one(deck: Deck) -> None:
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)


def test_nothing_leans_on_autofit(deck: Deck) -> None:
    for part in deck.part.package.iter_parts():
        if part.partname.ext == "xml":
            assert b"normAutofit" not in part.blob
            assert b"spAutoFit" not in part.blob


def roots(deck: Deck) -> Iterator[_Element]:
    for slide in deck.slides:
        yield slide.element
        yield slide.notes_slide.element


def all_runs(shape: object) -> Iterator[object]:
    for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]
        yield from paragraph.runs


def words(text: str) -> str:
    """Leave out all blanks: between the items of a list, HTML has none where PowerPoint has paragraphs."""
    return "".join(text.split())
