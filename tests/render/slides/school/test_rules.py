"""What a template that can't serve gets, what course.yaml may say, and the rules of faces, colours and places."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import schoolparts
import schools
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.build import ready
from coursepack.course import Template
from coursepack.problem import ContentError, Severity, Span
from coursepack.render.geometry import Box
from coursepack.render.slides import Properties, build
from coursepack.render.slides.audit import audit
from coursepack.render.slides.markup import Script
from coursepack.render.slides.school.backdrop import Backdrop, Layer
from coursepack.render.slides.school.colour import contrast

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.look.theme import Theme

AT = Span("course.yaml", 7, 13)
SLIDE = (
    '<div class="slides" lang="en"><section data-layout="content" data-at="a.md:1:1"><h2 data-ph="title">Title</h2>'
    '<ul data-ph="body"><li>Point</li></ul><p data-ph="source">Source</p></section></div>'
)


@pytest.fixture
def make(theme: Theme, templates: Environment) -> Callable[..., tuple[bytes, list[Problem]]]:
    def one(school: bytes, markup: str = SLIDE, **layouts: str) -> tuple[bytes, list[Problem]]:
        places = {name.replace("_", "-"): Span("course.yaml", 9, 5) for name in layouts}
        chosen = {name.replace("_", "-"): wanted for name, wanted in layouts.items()}
        template = Template(school, AT, chosen, places)
        pack, problems = build(Script(markup), Properties("T"), theme, templates, lambda _: b"", template=template)
        return pack(), problems

    return one


def titleless() -> bytes:
    deck = Presentation()
    for page in schoolparts.pages(deck):
        schoolparts.drop(page, lambda mark: mark.get("type") in {"title", "ctrTitle"})
    return schoolparts.saved(deck)


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def damaged() -> bytes:
    data = bytearray(schools.classic())
    data[2000:2400] = bytes(400)
    return bytes(data)


def other_zip() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "b")
    return stream.getvalue()


def without_main_part() -> bytes:
    return schoolparts.rezipped(
        schools.classic(), {"_rels/.rels": lambda old: old.replace(b'officeDocument"', b'nothing"')}
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lambda: b"no zip at all", "damaged, or no .pptx"),
        (lambda: b"", "damaged, or no .pptx"),
        (lambda: schools.classic()[:5000], "damaged, or no .pptx"),
        (damaged, "damaged, or no .pptx"),
        (other_zip, "damaged, or no .pptx"),
        (encrypted, "locked with a password"),
        (lambda: encrypted()[:500], "before 2007"),
        (without_main_part, "not a presentation"),
        (titleless, "no layout of the template has a title"),
    ],
)
def test_a_template_that_can_not_serve_is_an_error_at_its_place(
    make: Callable[..., tuple[bytes, list[Problem]]], data: Callable[[], bytes], words: str
) -> None:
    made, problems = make(data())
    assert made == b""
    (problem,) = problems
    assert (problem.code, problem.span, problem.severity) == ("template-unfit", AT, Severity.ERROR)
    assert words in problem.message
    assert problem.help


def test_layouts_may_be_chosen_by_name(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    data, _ = make(schools.german(), content="Nur Titel")
    assert Presentation(BytesIO(data)).slides[0].slide_layout.name == "Nur Titel"


def test_a_name_that_either_side_lacks_is_an_error_with_a_proposal(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    data, problems = make(schools.german(), content="Titel und Inhallt", summmary="Nur Titel")
    assert data == b""
    assert [(one.code, one.span.line, one.help) for one in problems] == [
        ("unknown-layout", 9, "did you mean `Titel und Inhalt`?"),
        ("unknown-layout", 9, "did you mean `summary`?"),
    ]


def test_what_stands_on_the_accent_is_no_name_for_a_templates_layout(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    _, problems = make(schools.german(), statement_accent="Nur Titel")
    assert [(one.code, one.help) for one in problems] == [("unknown-layout", "did you mean `statement`?")]


def test_course_yaml_names_the_template(tmp_path: Path) -> None:
    course(tmp_path, "deck: {template: school.pptx, layouts: {content: Nur Titel}}")
    (tmp_path / "school.pptx").write_bytes(schools.german())
    template = ready(tmp_path).course.template
    assert template is not None
    assert template.layouts == {"content": "Nur Titel"}
    assert (template.at.line, template.places["content"].line) == (4, 4)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("deck: {template: schol.pptx}", "missing-file"),
        ("deck: {template: ../school.pptx}", "outside-course"),
        ("deck: {templat: school.pptx}", "unknown-field"),
    ],
)
def test_a_template_that_is_not_there_is_an_error(tmp_path: Path, written: str, code: str) -> None:
    course(tmp_path, written)
    (tmp_path / "school.pptx").write_bytes(b"")
    with pytest.raises(ContentError) as caught:
        ready(tmp_path)
    assert [one.span.line for one in caught.value.problems if one.code == code] == [4]


def test_what_the_template_lacks_is_said(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    _, problems = make(schools.blank())
    (note,) = [one for one in problems if one.code == "template-composed"]
    assert (note.severity, note.span) == (Severity.NOTE, AT)
    assert "title, body, source beside" in note.message
    assert "page left out" in note.message


def test_an_unknown_face_is_said_and_a_known_one_is_not(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    assert "Comfortaa" in next(one.message for one in make(schools.dark())[1] if one.code == "template-face")
    assert not [one for one in make(schools.wide())[1] if one.code == "template-face"]


def test_arial_and_times_have_twins(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    assert not [one for one in make(schools.mapped())[1] if one.code == "template-face"]


def test_text_that_is_too_dark_gets_the_colour_of_the_ground(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    data, problems = make(schools.dark())
    assert not [one for one in problems if one.code == "low-contrast"]
    slide = Presentation(BytesIO(data)).slides[0]
    colours = {
        shape.name: {one.get("val") for one in shape.element.find(f".//{qn('a:lstStyle')}").iter(qn("a:schemeClr"))}
        for shape in slide.shapes
    }
    assert colours["title"] == set()  # the template's own can be read
    assert "bg1" in colours["body"]
    mapping = next(slide.element.iter(qn("a:overrideClrMapping")))
    assert mapping.get("hlink") != "hlink"


def test_a_plate_lies_under_what_can_not_be_read_on_the_ground(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    def change(deck: Deck) -> None:
        bands = "".join(
            f'<a:gs pos="{place}"><a:srgbClr val="{value}"/></a:gs>'
            for place, value in ((0, "FFFFFF"), (100000, "000000"))
        )
        fill = f"<a:gradFill><a:gsLst>{bands}</a:gsLst></a:gradFill>"
        ground = f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
        page = deck.slide_master.element.find(qn("p:cSld"))
        for old in page.findall(qn("p:bg")):
            page.remove(old)
        page.insert(0, parse_xml(ground))

    data, problems = make(schools.wide(change))
    assert [one.code for one in problems if one.code == "low-contrast"] == []
    assert [one for one in audit(data, (), ()) if one.code == "access-contrast"] == []
    slide = Presentation(BytesIO(data)).slides[0]
    plates = [shape for shape in slide.shapes if shape.name.startswith("Plate")]
    body = next(shape for shape in slide.shapes if shape.name == "body")
    assert any(
        plate.left <= body.left and plate.top <= body.top and plate.left + plate.width >= body.left + body.width
        for plate in plates
    )
    assert [shape.name for shape in slide.shapes][: len(plates)] == [plate.name for plate in plates]  # beneath all else


LONG = "Why the Charter of the United Nations keeps collective security and collective defence apart in two Articles"


def test_a_long_title_takes_two_lines_where_the_template_has_one(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    def change(deck: Deck) -> None:
        for page in schoolparts.pages(deck):
            for shape in page.placeholders:
                if next(shape.element.iter(qn("p:ph"))).get("type") == "title":
                    shape.left, shape.top, shape.width, shape.height = Inches(1), Inches(0.6), Inches(9), Inches(0.62)

    data, problems = make(schools.wide(change), SLIDE.replace("Title</h2>", f"{LONG}</h2>"))
    assert [one.code for one in problems if one.severity is not Severity.NOTE] == []
    title = Presentation(BytesIO(data)).slides[0].shapes.title
    assert title.text_frame.text == LONG
    assert title.height > Inches(0.62)


def test_a_footer_that_finds_no_room_is_left_out_and_the_template_named(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    data, problems = make(schools.narrow(), SLIDE.replace("</section>", '<p data-ph="footer">The course</p></section>'))
    slide = Presentation(BytesIO(data)).slides[0]
    assert "The course" not in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    (said,) = [one for one in problems if "footer" in one.message]
    assert (said.severity, said.span, said.code) == (Severity.NOTE, AT, "template-composed")


def test_a_tab_is_as_wide_alone_as_beside_the_time(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    alone = (
        '<div class="slides" lang="en"><section data-layout="question-alone" data-at="a.md:1:1">'
        '<h2 data-ph="title">Why?</h2><p data-ph="tab">Discuss</p></section></div>'
    )
    beside = alone.replace("</section>", '<p data-ph="time">5 minutes</p></section>')
    widths = []
    for markup in (alone, beside):
        slide = Presentation(BytesIO(make(schools.wide(), markup)[0])).slides[0]
        widths.append(next(shape.width for shape in slide.shapes if shape.name == "tab"))
    assert widths[0] == widths[1] < Inches(4)


def test_a_body_stays_as_the_template_has_it_where_it_is_alone(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    alone = SLIDE.replace('<p data-ph="source">Source</p>', "")
    for markup, moved in ((alone, False), (SLIDE, True)):
        slide = Presentation(BytesIO(make(schools.wide(), markup)[0])).slides[0]
        body = next(shape for shape in slide.placeholders if shape.name == "body")
        assert (body.element.find(f".//{qn('a:xfrm')}") is not None) == moved


def test_a_title_begins_where_it_does_on_other_slides_above_what_is_stacked(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    asked = (
        '<div class="slides" lang="en"><section data-layout="asked" data-at="a.md:1:1"><h2 data-ph="title">Where?</h2>'
        '<p data-ph="body">Think.</p><ol class="choices" data-ph="options" data-said="Answer">'
        '<li data-mark="✓">Here</li><li>There</li></ol></section></div>'
    )
    begins = []
    for markup in (SLIDE, asked):
        title = Presentation(BytesIO(make(schools.wide(), markup)[0])).slides[0].shapes.title
        begins.append(title.left + title.text_frame.margin_left)
    assert begins[0] == pytest.approx(begins[1], abs=10)  # EMU


def test_pictures_of_the_template_keep_their_names_and_ours_get_others(
    make: Callable[..., tuple[bytes, list[Problem]]],
) -> None:
    picture = '<div class="slides"><section data-layout="picture"><h2 data-ph="title">T</h2></section></div>'
    data, _ = make(schools.pictured(), picture)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 2


def test_a_title_gives_way_to_a_logo(make: Callable[..., tuple[bytes, list[Problem]]]) -> None:
    slide = Presentation(BytesIO(make(schools.pictured())[0])).slides[0]
    assert slide.shapes.title.left + slide.shapes.title.width <= Inches(12.1)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_ground_is_what_stands_on_top() -> None:
    ground = Backdrop((Layer(Box(0, 0, 10, 7), ("FFFFFF",)), Layer(Box(0, 0, 10, 2), ("000000",))))
    assert ground.behind(Box(1, 0.5, 5, 1.5)) == ("000000",)
    assert ground.behind(Box(1, 1, 5, 3)) == ("000000", "FFFFFF")


def course(folder: Path, line: str) -> None:
    """Write the smallest course; `line` is the fourth of course.yaml."""
    (folder / "course.yaml").write_text(f"title: T\nlanguage: en\nunits: [u.md]\n{line}\n")
    (folder / "u.md").write_text(
        "---\nid: u\ntitle: U\nquestion: Q?\nminutes: 45\nobjectives: [do it]\n---\n\n## S {#s}\n\nText.\n"
    )
