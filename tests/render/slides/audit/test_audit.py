"""The checker's rules: silent on every deck of ours, and each of them speaks when a deck is broken its way."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.etree import SubElement
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.build import ready
from coursepack.outputs import check
from coursepack.pack import Copy
from coursepack.render.slides import Properties, build
from coursepack.render.slides.audit import audit
from coursepack.render.slides.markup import Script, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme

ROOT = Path(__file__).parents[4]
COURSES = [
    "tests/golden/course",
    *(
        pytest.param(name, marks=pytest.mark.thorough)
        for name in ("tests/golden/native", "content/un-alliances", "content/sampling")
    ),
]
VAGUE = ["here"]
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


@pytest.mark.parametrize("course", COURSES)
def test_check_finds_nothing_in_a_course_of_ours(course: str) -> None:
    said = check.make(ready(ROOT / course, Copy("teacher")), None, "a4").notices
    assert [problem for problem in said if problem.code.startswith("access-")] == []


def test_the_sample_has_no_finding(data: bytes, sample: Script) -> None:
    assert audit(data, parse(sample, "en-GB"), VAGUE) == []


def read(name: str) -> bytes:
    return (Path(__file__).parents[1] / Path(name).name).read_bytes()


@pytest.fixture(scope="module")
def few(sample: Script) -> Script:
    """The first slides of the sample: all that is broken below is on them."""
    root = html.document_fromstring(sample.markup)
    for section in root.xpath("//section")[13:]:
        section.drop_tree()
    return replace(sample, markup=html.tostring(root, encoding="unicode"))


@pytest.fixture(scope="module")
def deck_of_few(few: Script, theme: Theme, templates: Environment) -> bytes:
    pack, _ = build(few, Properties("The UN and alliances", language="en-GB"), theme, templates, read)
    return pack()


def properties(deck: Deck, layout: str, name: str) -> object:
    """Return the `p:cNvPr` of a shape on the first slide of a layout."""
    return next(mark for mark in first(deck, layout).element.iter(qn("p:cNvPr")) if mark.get("name") == name)


def first(deck: Deck, layout: str) -> Slide:
    return next(slide for slide in deck.slides if slide.slide_layout.name == layout)


def run(deck: Deck, layout: str, name: str) -> object:
    shape = next(shape for shape in first(deck, layout).shapes if shape.name == name)
    return next(shape.element.iter(qn("a:rPr")))


def undescribed(deck: Deck) -> None:
    del properties(deck, "Picture", "picture").attrib["descr"]  # type: ignore[attr-defined]


def undescribed_chart(deck: Deck) -> None:
    properties(deck, "Chart", "chart").set("descr", " ")  # type: ignore[attr-defined]


def untitled(deck: Deck) -> None:
    first(deck, "Content").shapes.title.text_frame.text = ""


def twins(deck: Deck) -> None:
    run = first(deck, "Content").shapes.title.text_frame.paragraphs[0].runs[0]
    run.text = first(deck, "Table").shapes.title.text_frame.text.upper()


def headless(deck: Deck) -> None:
    next(first(deck, "Table").element.iter(qn("a:tblPr"))).set("firstRow", "0")


def merged(deck: Deck) -> None:
    table = next(shape for shape in first(deck, "Table").shapes if shape.has_table).table
    table.cell(0, 1).merge(table.cell(0, 2))


def disordered(deck: Deck) -> None:
    shapes = {shape.name: shape.element for shape in first(deck, "Two columns").shapes}
    shapes["head-left"].addprevious(shapes["body-right"])


def pale(deck: Deck) -> None:
    fill = SubElement(run(deck, "Content", "body"), qn("a:solidFill"))  # type: ignore[call-overload]
    SubElement(fill, qn("a:schemeClr"), {"val": "bg2"})


def pale_by_theme(deck: Deck) -> None:
    """The layout's own colour is changed, and the text says none itself."""
    theme = next(part for part in deck.part.package.iter_parts() if part.partname.endswith("theme1.xml"))
    theme._blob = theme.blob.replace(b"14466B", b"B0C4DE")  # noqa: SLF001 python-pptx has no other way to a part


def small(deck: Deck) -> None:
    run(deck, "Content", "body").set("sz", "1300")  # type: ignore[attr-defined]


def small_by_layout(deck: Deck) -> None:
    layout = first(deck, "Content").slide_layout
    source = next(mark for mark in layout.placeholders if mark.name == "source")
    source.element.find(f".//{qn('a:defRPr')}").set("sz", "1200")


def small_in_chart(deck: Deck) -> None:
    chart = next(shape for shape in first(deck, "Chart").shapes if shape.has_chart).chart
    next(chart._chartSpace.iter(qn("a:defRPr"))).set("sz", "900")  # noqa: SLF001 python-pptx has no other way to its XML


def one_colour(deck: Deck) -> None:
    """Two series drawn alike but for their colour, without names beside them."""
    for slide in deck.slides:
        for chart in (shape.chart._chartSpace for shape in slide.shapes if shape.has_chart):  # noqa: SLF001 python-pptx has no other way to its XML
            for fill in list(chart.iter(qn("a:pattFill"))):
                fill.addnext(fill.makeelement(qn("a:solidFill")))
                fill.getparent().remove(fill)
            for word in chart.iter(qn("a:t")):
                word.text = "9"


def vague(deck: Deck) -> None:
    link = next(link for link in first(deck, "Content").element.iter(qn("a:hlinkClick")))
    next(link.iterancestors(qn("a:r"))).find(qn("a:t")).text = "Here"


def bare_address(deck: Deck) -> None:
    link = next(link for link in first(deck, "Content").element.iter(qn("a:hlinkClick")))
    next(link.iterancestors(qn("a:r"))).find(qn("a:t")).text = "https://example.org/a?b"


def not_underlined(deck: Deck) -> None:
    next(link for link in first(deck, "Content").element.iter(qn("a:hlinkClick"))).getparent().set("u", "none")


def nameless(deck: Deck) -> None:
    next(deck.element.iter(f"{P14}section")).set("name", "Default Section")


def outside(deck: Deck) -> None:
    entry = next(deck.element.iter(f"{P14}sldId"))
    entry.getparent().remove(entry)


def speechless(deck: Deck) -> None:
    del run(deck, "Content", "body").attrib["lang"]  # type: ignore[attr-defined]


def heard(deck: Deck) -> None:
    mark = next(first(deck, "Picture").element.iter(qn("p:pic"))).find(f".//{qn('p:nvPr')}")
    SubElement(mark, qn("a:videoFile"), {qn("r:link"): "rId9"})


BROKEN: list[tuple[Callable[[Deck], None], str, str]] = [
    (undescribed, "alt", "“picture” has no alternative text"),
    (undescribed_chart, "alt", "“chart” has no alternative text"),
    (untitled, "title", "the slide has no title"),
    (twins, "title-twice", "another slide is called"),
    (headless, "header", "the table has no header row"),
    (merged, "merged", "header are merged"),
    (disordered, "order", "body-right, head-left"),
    (pale, "contrast", "“No Article 43"),
    (pale_by_theme, "contrast", "“3” has a contrast of"),
    (small, "small", "is set at 13 pt"),
    (small_by_layout, "small", "is set at 12 pt"),
    (small_in_chart, "small", "is set at 9 pt"),
    (one_colour, "colour", "“United States” is told by its colour alone"),
    (vague, "link", "the link “Here”"),
    (bare_address, "link", "the link “https://example.org/a?b”"),
    (not_underlined, "colour", "only its colour shows"),
    (nameless, "section", "1 sections have no name"),
    (outside, "section", "1 slides are in no section"),
    (speechless, "language", "has no language"),
    (heard, "media", "“picture” is heard or moves"),
]


@pytest.mark.parametrize(("breaking", "rule", "words"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_a_deck_that_is_broken_is_found(
    deck_of_few: bytes, few: Script, breaking: Callable[[Deck], None], rule: str, words: str
) -> None:
    found = audit(broken(deck_of_few, breaking), parse(few, "en-GB"), VAGUE)
    assert {problem.code for problem in found} == {f"access-{rule}"}
    assert any(words in problem.message for problem in found)


def test_a_finding_is_said_at_the_place_of_the_author_s_slide(deck_of_few: bytes, few: Script) -> None:
    (found,) = audit(broken(deck_of_few, undescribed), parse(few, "en-GB"), VAGUE)
    assert (str(found.span), found.message.split(":")[0]) == ("content/x/units/03.md:70:1", "slide 7")


def test_a_slide_that_goes_on_is_found_at_the_place_of_the_one_before(
    slides: Callable[[str], tuple[Deck, list[Problem]]],
) -> None:
    points = "".join(f"<li>Point {number}, which is long enough to fill a whole line</li>" for number in range(20))
    inside = "".join(
        f'<section data-layout="content" data-at="u.md:{line}:1" data-section="S"><h2 data-ph="title">{title}</h2>'
        f'<ul data-ph="body">{points}</ul></section>'
        for line, title in ((5, "One"), (50, "Two"))
    )
    deck, _ = slides(inside)
    assert len(deck.slides) > 2
    speechless_run = next(deck.slides[len(deck.slides) - 1].element.iter(qn("a:rPr")))
    del speechless_run.attrib["lang"]
    (found,) = audit(saved(deck), parse(Script(f'<div class="slides">{inside}</div>'), "en"), VAGUE)
    assert found.span.line == 50


def broken(data: bytes, breaking: Callable[[Deck], None]) -> bytes:
    deck = Presentation(BytesIO(data))
    breaking(deck)
    return saved(deck)


def saved(deck: Deck) -> bytes:
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()
