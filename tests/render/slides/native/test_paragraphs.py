"""Text as DrawingML: what differs from the layout is written, and nothing else (ECMA-376 part 1, 21.1.2)."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from lxml.etree import Element, SubElement
from pptx.oxml.ns import qn

from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Level
from coursepack.render.slides.measure.faces import Faces
from coursepack.render.slides.measure.fit import Fit, Measured
from coursepack.render.slides.native.paragraphs import add_field, add_runs, body_of, run_attributes, write

if TYPE_CHECKING:
    from lxml.etree import _Element

    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.native.page import Page

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
LEVELS = (Level(size=24, leading=30, after=12), Level(size=20, leading=25, after=6))
WHOLE = Measured(0, "", "")


@pytest.fixture
def page(design: Design) -> Page:
    """What runs ask of a slide: its language, the code's face, and where links lead."""
    links = {"https://un.org": {"id": "rId7"}, "#unit-2": {"id": "rId8", "action": "ppaction://hlinksldjump"}}
    return cast(
        "Page",
        SimpleNamespace(
            slide=SimpleNamespace(language="fr"),
            kit=SimpleNamespace(design=design, faces=Faces({}, 0.5, {"cjk": "Noto Sans CJK"})),
            link=lambda href: links.get(href, {}),
        ),
    )


def written(page: Page, *text: Paragraph, shrunk: bool = False) -> _Element:
    body = Element(qn("p:txBody"))
    write(body, text, page, Fit(LEVELS, WHOLE, shrunk=shrunk, fits=True))
    return body


def said(words: str, level: int = 1) -> Paragraph:
    return Paragraph((Run(words),), level)


def run(page: Page, made: Run, **more: bool) -> _Element:
    element = Element(qn("a:p"))
    add_runs(element, Paragraph((made,)), page, **more)
    return element[0]


def test_a_text_at_the_layouts_size_says_no_size(page: Page) -> None:
    body = written(page, said("one"), said("two", 2), said("end"))
    assert [one.get("lvl") for one in body.iter(qn("a:pPr"))] == [None, "1", None]
    assert not list(body.iter(qn("a:lnSpc")))
    assert {one.get("sz") for one in body.iter(qn("a:rPr"))} == {None}
    assert ["".join(one.itertext()) for one in body] == ["one", "two", "end"]


def test_a_smaller_text_says_its_sizes_and_leading_in_hundredths_of_a_point(page: Page) -> None:
    body = written(page, said("one"), said("two", 2), shrunk=True)
    assert [one.get("sz") for one in body.iter(qn("a:rPr"))] == ["2400", "2000"]
    assert [one[0].get("val") for one in body.iter(qn("a:lnSpc"))] == ["3000", "2500"]


def test_lines_with_a_high_formula_are_as_high_as_that(page: Page) -> None:
    """At an exact distance of baselines PowerPoint draws it over its neighbours."""
    low, high = (Paragraph((Run("x", latex=latex, displayed=True),)) for latex in ("x", r"\frac{1}{\frac{2}{3}}"))
    body = written(page, low, high, shrunk=True)
    assert [one[0].tag for one in body.iter(qn("a:lnSpc"))] == [qn("a:spcPts"), qn("a:spcPct")]


@pytest.mark.parametrize(
    ("paragraph", "side"),
    [(Paragraph(()), "left"), (Paragraph((), rtl=True), "right"), (Paragraph((), rtl=True, align="ctr"), "center")],
)
def test_a_displayed_formula_stands_on_the_side_of_its_paragraph(page: Page, paragraph: Paragraph, side: str) -> None:
    body = written(page, replace(paragraph, runs=(Run("x", latex="x", displayed=True),)))
    (found,) = body.iter(f"{M}jc")
    assert found.get(f"{M}val") == side


def test_the_space_after_a_list_is_that_of_the_level_it_goes_back_to(page: Page) -> None:
    """The second level's own 6 pt are the layout's: only the last of it, with 12, says so."""
    body = written(page, said("a"), said("b", 2), said("c", 2), said("d"))
    spaces = [one.find(f"{qn('a:pPr')}/{qn('a:spcAft')}/{qn('a:spcPts')}") for one in body]
    assert [None if one is None else one.get("val") for one in spaces] == [None, None, "1200", None]


def test_what_is_read_from_the_right_is_set_at_the_right(page: Page) -> None:
    body = written(page, Paragraph((Run("نهر"),), 2, rtl=True), said("river"))
    assert [dict(one.attrib) for one in body.iter(qn("a:pPr"))] == [{"lvl": "1", "algn": "r", "rtl": "1"}, {}]


def test_what_is_read_from_the_right_is_centred_where_the_layout_is(page: Page) -> None:
    """An Arabic title stood at the right of a template whose titles are centred."""
    body = Element(qn("p:txBody"))
    text = (Paragraph((Run("نهر"),), rtl=True),)
    write(body, text, page, Fit(LEVELS, WHOLE, shrunk=False, fits=True), centred=True)
    assert [dict(one.attrib) for one in body.iter(qn("a:pPr"))] == [{"algn": "ctr", "rtl": "1"}]


def test_every_mark_of_a_run_has_its_attribute() -> None:
    plain = run_attributes(Run("x"), "en", 0, italic=False)
    assert plain == {"lang": "en"}
    marked = Run("x", bold=True, italic=True, underlined=True, struck=True, small_caps=True, shift=1, language="de")
    assert run_attributes(marked, "en", 10.5, italic=False) == {
        "lang": "de",
        "sz": "1050",
        "b": "1",
        "i": "1",
        "u": "sng",
        "strike": "sngStrike",
        "cap": "small",
        "baseline": "30000",
    }
    assert run_attributes(Run("x", shift=-1), "en", 0, italic=False)["baseline"] == "-25000"
    assert run_attributes(Run("x", italic=True), "en", 0, italic=True)["i"] == "0"  # emphasis within italics


def test_code_keeps_its_face_its_blanks_and_its_spelling(page: Page, design: Design) -> None:
    made = run(page, Run("a\u00a0=\u00a01", code=True))
    properties = made.find(qn("a:rPr"))
    assert properties.get("noProof") == "1"
    assert properties.find(qn("a:latin")).get("typeface") == design.code.family
    assert made.findtext(qn("a:t")) == "a = 1"
    assert run(page, Run("a\u00a0b")).findtext(qn("a:t")) == "a\u00a0b"


def test_letters_of_another_script_name_its_face_in_its_own_slot(page: Page) -> None:
    faces = [one for one in run(page, Run("水 water")).find(qn("a:rPr")) if one.get("typeface")]
    assert [(one.tag, one.get("typeface")) for one in faces] == [(qn("a:ea"), "Noto Sans CJK")]
    assert not list(run(page, Run("water")).find(qn("a:rPr")))


def test_links_lead_where_the_slide_knows_and_nowhere_else(page: Page) -> None:
    for href, action in (("https://un.org", None), ("#unit-2", "ppaction://hlinksldjump")):
        link = run(page, Run("x", href=href)).find(f".//{qn('a:hlinkClick')}")
        assert link.get(qn("r:id")) == page.link(href)["id"]
        assert link.get("action") == action
    assert run(page, Run("x", href="#gone")).find(f".//{qn('a:hlinkClick')}") is None


def test_a_forced_break_is_no_text_and_a_body_is_filled_anew(page: Page) -> None:
    shape = Element(qn("p:sp"))
    body = body_of(shape)
    assert [one.tag for one in body] == [qn("a:bodyPr"), qn("a:lstStyle")]  # the order that the schema has
    write(body, [Paragraph((Run("a"), Run("\n"), Run("b")))], page, Fit(LEVELS, WHOLE, shrunk=False, fits=True))
    assert [one.tag for one in body[2]][1:] == [qn("a:r"), qn("a:br"), qn("a:r")]
    assert body_of(shape) is body
    assert not body.findall(qn("a:p"))


def test_a_field_shows_what_programs_will_count_anew() -> None:
    body = SubElement(Element(qn("p:sp")), qn("p:txBody"))
    add_field(body, "slidenum", "12", "{ID}", "de")
    field = body.find(f"{qn('a:p')}/{qn('a:fld')}")
    assert (field.get("type"), field.get("id"), field.findtext(qn("a:t"))) == ("slidenum", "{ID}", "12")
    assert field[0].get("lang") == "de"
