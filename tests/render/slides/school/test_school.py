"""The sample deck and a unit of the real course on templates as schools have them, read back and drawn."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import schoolparts
import schools
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn
from schooldecks import BARE, POINT, Built, portion

import office
from conftest import real
from coursepack.course import Template
from coursepack.problem import Severity, Span
from coursepack.render.slides import Properties, build
from coursepack.render.slides.audit import audit
from coursepack.render.slides.markup import parse
from coursepack.render.slides.script import script
from office import inside, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _pytest.mark import ParameterSet
    from jinja2 import Environment
    from pptx.slide import Slide

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.markup import Script

HERE = Path(__file__).parents[1]
# The sample has every layout. It goes round, a few slides each, on templates whose frames differ much and on those that
# are odd in their package, or in something that every slide shows.
# More and all of the sample on the same templates and on further ones is `thorough`, and so are what LibreOffice saved
# (a start of it more) and a unit of the real course, which has what teachers write.
ROOMS = ("classic", "small", "narrow")
FURTHER = ("german", "kickered", "dark")
ODD = [name for name in schools.ALL if name not in ROOMS + FURTHER]
ROUND = (*ROOMS, *ODD)
MADE = [(name, f"part{number}of{len(ROUND)}") for number, name in enumerate(ROUND)]
MORE = [
    *((name, f"part{number}of{len(ROOMS)}") for number, name in enumerate(ROOMS)),
    *((name, "sample") for name in ROOMS + FURTHER),
    *((name, f"part{number % 3}of3") for number, name in enumerate([*ODD, "resaved"], 1)),
    *((name, "unit") for name in ("mapped", "small", "dark", "two-masters")),
]
AIR = 2.5  # points
AT = Span("course.yaml", 7, 13)
PROPERTIES = Properties("The UN and alliances", language="en-GB")
VALIDATOR = OpenXmlValidator()
_NUMBER = re.compile(r"[0-9a-z]?\.?$")


@pytest.fixture(scope="session")
def make(
    sample: Script, theme: Theme, templates: Environment, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Built]:
    """Return a function that makes a deck on a template."""
    folder = tmp_path_factory.mktemp("schools")

    @cache
    def school(name: str) -> bytes:
        return schools.resaved(folder, schools.sampled()) if name == "resaved" else schools.ALL[name]()

    def one(name: str, what: str) -> Built:
        template = Template(school(name), AT, {}, {})
        if what != "unit":
            cut = re.fullmatch(r"part(\d+)of(\d+)", what)
            written = portion(sample, int(cut[1]), int(cut[2])) if cut else portion(sample, 0, 1)
            pack, problems = build(written, PROPERTIES, theme, templates, picture, template=template)
        else:
            own = real("sampling")
            design, media = own.design, own.course.media.__getitem__
            written = script(own.pack, design.templates, own.unit("2"))
            pack, problems = build(written, PROPERTIES, design.theme, design.templates, media, template=template)
        return Built(f"{name}-{what}", template.data, written, pack(), problems, folder)

    return one


@pytest.fixture(scope="session")
def decks(request: pytest.FixtureRequest, make: Callable[[str, str], Built]) -> dict[tuple[str, str], Built]:
    """The decks that are asked for, drawn by one start of LibreOffice."""
    wanted = [item.callspec.params["built"] for item in request.session.items if asks(item)]  # type: ignore[attr-defined]
    found = {pair: make(*pair) for pair in dict.fromkeys(wanted)}
    for deck in found.values():
        deck.file.write_bytes(deck.data)
    office.convert(next(iter(found.values())).folder, "pdf", *(deck.file for deck in found.values()))
    return found


def asks(item: pytest.Item) -> bool:
    return "built" in getattr(getattr(item, "callspec", None), "params", ())


def many(made: Sequence[tuple[str, str]], *marks: pytest.MarkDecorator) -> list[ParameterSet]:
    return [pytest.param(one, marks=marks, id="-".join(one)) for one in made]


@pytest.fixture(scope="session", params=[*many(MADE), *many(MORE, pytest.mark.thorough)])
def built(request: pytest.FixtureRequest, decks: dict[tuple[str, str], Built]) -> Built:
    return decks[request.param]


def test_it_is_built_without_a_warning(built: Built) -> None:
    assert built.data
    assert [one for one in built.problems if one.severity is not Severity.NOTE] == []


def test_a_validator_finds_no_error_that_the_template_has_not(built: Built) -> None:
    found = mistakes(built.file, built.data)
    assert not found or not found - mistakes(built.folder / "template.pptx", as_deck(built.school))


def test_every_word_of_the_markup_is_on_its_slide(built: Built) -> None:
    missing = []
    for section, numbers in built.by_section():
        drawn = letters(" ".join(word.text for number in numbers for word in built.pages[number]))
        for element in section.xpath(".//*[@data-ph]"):
            if element.get("data-ph") == "footer" and not has(built.deck.slides[numbers[0]], "footer"):
                continue
            words = (word for text in element.itertext() for word in text.split())
            missing += [(section.get("id"), word) for word in words if letters(word) not in drawn]
    assert missing == []


def test_no_word_is_outside_its_frame_or_the_slide(built: Built) -> None:
    width, height = built.deck.slide_width / POINT, built.deck.slide_height / POINT
    lost = []
    for number, (frames, page) in enumerate(zip(built.boxes, built.pages, strict=True), 1):
        for word in page:
            shown = word.left >= 0 and word.right <= width and word.top >= 0 and word.bottom <= height
            # A list's number stands in no text; it has to be in some frame.
            said = [frame for text, frame in frames if letters(word.text) in text and not _NUMBER.match(word.text)]
            if not shown or not any(inside(word, frame, AIR) for frame in said or [frame for _, frame in frames]):
                lost.append((number, word))
    assert lost == []


def test_no_frames_overlap(built: Built) -> None:
    for number, placed in enumerate(built.boxes, 1):
        frames = [frame for _, frame in placed]
        for index, one in enumerate(frames):
            for other in frames[index + 1 :]:
                assert not meet(one, other), (number, one, other)


def test_a_checker_of_accessibility_finds_nothing(built: Built) -> None:
    assert audit(built.data, parse(built.script, "en-GB"), ["here"]) == []


def test_nothing_of_the_sample_slides_is_left(built: Built) -> None:
    for name, data in built.members.items():
        assert schoolparts.SAMPLE.encode() not in data, name
    assert not [name for name in built.members if "comment" in name.lower() or "thumbnail" in name]
    slides = [name for name in built.members if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) == len(built.deck.slides)
    assert b"custShow" not in built.members["ppt/presentation.xml"]


def test_no_part_lies_idle_and_no_relationship_dangles(built: Built) -> None:
    targets = {"[Content_Types].xml"}
    for name, data in built.members.items():
        if not name.endswith(".rels"):
            continue
        notes = name.startswith("ppt/notesSlides")
        targets.add(name)
        source = built.members.get(name.replace("_rels/", "").removesuffix(".rels"), b"")
        base = "/" + name.split("_rels/")[0]
        for one in etree.fromstring(data).iter("{*}Relationship"):
            if one.get("TargetMode") == "External":
                continue
            path = normal(base, one.get("Target", ""))
            assert path in built.members, (name, path)
            targets.add(path)
            # A layout, a theme or notes are related to by kind; whatever else is, is named in the text.
            if one.get("Type", "").rpartition("/")[2] in {"image", "chart", "slide", "hyperlink"} and not notes:
                assert f'"{one.get("Id")}"'.encode() in source, (name, path)
    assert targets == set(built.members)
    for name, data in built.members.items():
        if name.startswith("ppt/") and name.endswith(".xml"):
            ids = re.findall(rb'r:(?:id|embed|link)="([^"]+)"', data)
            rels = built.members.get(re.sub(r"([^/]+)$", r"_rels/\1.rels", name), b"")
            assert not [key for key in ids if f'Id="{key.decode()}"'.encode() not in rels], name


def test_it_is_a_presentation(built: Built) -> None:
    types = built.members["[Content_Types].xml"]
    assert b"presentationml.presentation.main+xml" in types
    assert b"template" not in types


def test_no_placeholder_is_empty_and_none_is_unknown_to_its_layout(built: Built) -> None:
    for slide in built.deck.slides:
        for shape in slide.shapes:
            assert BARE.match(shape.name) or not shape.has_text_frame or shape.text_frame.text.strip(), shape.name
        known = {
            (mark.get("type", "obj"), mark.get("idx", "0")) for mark in slide.slide_layout.element.iter(qn("p:ph"))
        }
        known.add(("title", "0"))
        assert {(mark.get("type", "obj"), mark.get("idx", "0")) for mark in slide.element.iter(qn("p:ph"))} <= known


def test_every_slide_has_a_title(built: Built) -> None:
    assert all(slide.shapes.title is not None and slide.shapes.title.text_frame.text for slide in built.deck.slides)


def test_no_size_is_below_the_floors(built: Built) -> None:
    # A slide is shown as large as its screen is: the floors are those of 13.33 by 7.5 inches.
    share = (built.deck.slide_width * built.deck.slide_height / (914400**2 * 13.333 * 7.5)) ** 0.5
    for slide in built.deck.slides:
        for element in slide.element.iter(qn("a:defRPr"), qn("a:rPr")):
            assert int(element.get("sz", "1400")) >= 1400 * min(share, 1) - 1
    for section, numbers in built.by_section():
        least = 1800 if section.get("data-layout") == "source" else 2800  # there the title is a document's symbol
        for number in numbers:
            title = built.deck.slides[number].shapes.title.element
            sizes = (one.get("sz") for one in title.iter(qn("a:defRPr"), qn("a:rPr")))
            assert all(int(size) >= least * min(share, 1) - 1 for size in sizes if size)


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("built", many([one for one in MADE if one[0] in {"narrow", "sampled"}]), indirect=True)
def test_the_same_bytes_come_twice(built: Built, make: Callable[[str, str], Built]) -> None:
    assert make(*built.name.rsplit("-", 1)).data == built.data


def picture(name: str) -> bytes:
    return (HERE / Path(name).name).read_bytes()


def mistakes(path: Path, data: bytes) -> Counter[str]:
    path.write_bytes(data)
    return Counter(error.description for error in VALIDATOR.validate(path).errors)


def as_deck(data: bytes) -> bytes:
    """Call a template a presentation: the validator knows no others."""
    template = b"presentationml.template.main+xml"
    return schoolparts.rezipped(
        data, {"[Content_Types].xml": lambda old: old.replace(template, b"presentationml.presentation.main+xml")}
    )


def has(slide: Slide, name: str) -> bool:
    return any(shape.name == name for shape in slide.shapes)


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > AIR and down > AIR


def normal(base: str, target: str) -> str:
    parts: list[str] = []
    for part in (target if target.startswith("/") else base + target).split("/"):
        if part == "..":
            parts.pop()
        elif part:
            parts.append(part)
    return "/".join(parts)
