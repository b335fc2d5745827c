"""The shapes of a slide on a school's template, before it is filled and after."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
import schoolparts
from lxml.etree import Element
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from coursepack.render.geometry import Box
from coursepack.render.slides.layouts import Frame
from coursepack.render.slides.native.picture import VECTOR
from coursepack.render.slides.school.compose import LOOSE
from coursepack.render.slides.school.dress import Borrowed, marks, plates
from coursepack.render.slides.school.placeholders import Seat
from coursepack.render.slides.school.style import Style
from coursepack.render.slides.school.survey import Slot

if TYPE_CHECKING:
    from jinja2 import Environment
    from pptx.slide import Slide as Made

P = nsdecls("p", "a", "r")


def stage(**fields: Any) -> Borrowed:  # noqa: ANN401 what a test says of it
    usual = {"shapes": (), "marks": {}, "mapping": None, "mount": None, "plates": ()}
    bare = cast("Any", None)
    return Borrowed(bare, bare, bare, {}, **{**usual, **fields})


def placeholder(index: int, words: str = "x") -> Any:  # noqa: ANN401 an element
    return parse_xml(
        f'<p:sp {P}><p:nvSpPr><p:cNvPr id="{index + 5}" name="n"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


@pytest.fixture
def made() -> Made:
    """A slide on the stock layout of a title and a text."""
    deck = Presentation()
    return deck.slides.add_slide(deck.slide_layouts[1])


def tree(made: Made) -> Any:  # noqa: ANN401 an element
    return made.shapes._spTree  # noqa: SLF001 python-pptx has no other way to its XML


def words(made: Made) -> list[str]:
    return [text.text for text in tree(made).iter(qn("a:t"))]


def test_our_shapes_stand_in_place_of_the_layouts_and_are_copies(made: Made) -> None:
    own = placeholder(1, "ours")
    stage(shapes=(own,)).dress(made)
    assert words(made) == ["ours"]
    assert len(tree(made).findall(qn("p:sp"))) == 1
    assert own.getparent() is None


def test_colours_are_mapped_only_where_they_differ_from_the_masters(made: Made) -> None:
    stage().dress(made)
    assert list(made.element.iter(qn("a:overrideClrMapping"))) == []
    stage(mapping={"tx1": "lt1", "hlink": "accent2"}).dress(made)
    (found,) = made.element.iter(qn("a:overrideClrMapping"))
    assert dict(found.attrib) == {"tx1": "lt1", "hlink": "accent2"}


def test_what_the_template_has_is_tied_to_its_placeholder_and_all_else_set_free(made: Made) -> None:
    stage(shapes=(placeholder(1, "tied"), placeholder(LOOSE, "free"))).dress(made)
    stage(marks={1: {"type": "subTitle", "idx": "13"}}).settle(made)
    tied, free = tree(made).findall(qn("p:sp"))
    (mark,) = tied.iter(qn("p:ph"))
    assert dict(mark.attrib) == {"type": "subTitle", "idx": "13"}
    assert list(free.iter(qn("p:ph"))) == []
    (kind,) = free.iter(qn("p:cNvSpPr"))
    assert (dict(kind.attrib), len(kind)) == ({"txBox": "1"}, 0)
    (geometry,) = free.iter(qn("a:prstGeom"))
    assert geometry.get("prst") == "rect"


def test_a_cell_is_set_in_the_themes_face_unless_it_names_one(made: Made) -> None:
    table = made.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table
    for cell, face in zip(table.rows[0].cells, ("", "Georgia"), strict=True):
        run = cell.text_frame.paragraphs[0].add_run()
        run.text = "x"
        run.hyperlink.address = "https://school.example"
        if face:
            run.font.name = face
    stage().settle(made)
    runs = list(tree(made).iter(qn("a:rPr")))
    assert [run.find(qn("a:latin")).get("typeface") for run in runs] == ["+mn-lt", "Georgia"]
    # The order that the format asks for: a face stands before a link.
    assert [child.tag for child in runs[0]] == [qn("a:latin"), qn("a:hlinkClick")]


def test_a_colour_of_a_shapes_own_style_stands_on_its_runs_but_not_on_links_and_code(made: Made) -> None:
    shape = placeholder(1, "words")
    fill = f'<a:solidFill {nsdecls("a")}><a:schemeClr val="{{}}"/></a:solidFill>'
    (paragraph,) = shape.iter(qn("a:p"))
    level = f"<a:lvl1pPr><a:defRPr>{fill.format('tx1')}</a:defRPr></a:lvl1pPr>"
    paragraph.addprevious(parse_xml(f"<a:lstStyle {nsdecls('a')}>{level}</a:lstStyle>"))
    for more in ("", "<a:hlinkClick/>", fill.format("accent2")):
        paragraph.append(parse_xml(f'<a:r {nsdecls("a")}><a:rPr lang="en">{more}</a:rPr><a:t>x</a:t></a:r>'))
    stage(shapes=(shape,)).dress(made)
    stage().settle(made)
    colours = [[one.get("val") for one in run.iter(qn("a:schemeClr"))] for run in tree(made).iter(qn("a:rPr"))]
    assert colours[-3:] == [["tx1"], [], ["accent2"]]


def test_a_light_ground_is_laid_under_pictures_after_their_outline(made: Made, templates: Environment) -> None:
    made.shapes.add_picture(BytesIO(schoolparts.png("7A0019")), 0, 0)
    (mount,) = plates([(Box(0, 0, 0, 0), "bg1")], templates, "en")
    stage(mount=mount).settle(made)
    (properties,) = (picture.find(qn("p:spPr")) for picture in tree(made).iter(qn("p:pic")))
    assert [child.tag for child in properties] == [qn("a:xfrm"), qn("a:prstGeom"), qn("a:solidFill")]
    assert properties[2][0].get("val") == "bg1"
    assert len(tree(made).findall(qn("p:sp"))) == 2  # the layout's: a photograph has no margin


def test_a_drawing_has_a_margin_on_its_light_ground_for_its_words_may_stand_at_its_edge(
    made: Made, templates: Environment
) -> None:
    shown = made.shapes.add_picture(BytesIO(schoolparts.png("7A0019")), Inches(1), Inches(2), Inches(3), Inches(4))
    next(shown.element.iter(qn("a:blip"))).append(Element(VECTOR))
    (mount,) = plates([(Box(0, 0, 0, 0), "bg1")], templates, "en")
    stage(mount=mount).settle(made)
    under = made.shapes[-2]
    assert under.element.getnext() is shown.element
    found = [round(side / Inches(1), 2) for side in (under.left, under.top, under.width, under.height)]
    assert found == [0.95, 1.95, 3.1, 4.1]
    assert len({one.shape_id for one in made.shapes}) == len(made.shapes)


def test_plates_lie_under_everything_where_they_are_told(made: Made, templates: Environment) -> None:
    found = plates([(Box(1, 2, 4, 6), "bg1")], templates, "en")
    stage(plates=found).settle(made)
    first = tree(made)[2]  # behind two elements that are no shapes
    assert first.tag == qn("p:sp")
    assert [first.find(f".//{qn('a:xfrm')}/{qn(tag)}").attrib.values() for tag in ("a:off", "a:ext")] == [
        [str(Inches(1)), str(Inches(2))],
        [str(Inches(3)), str(Inches(4))],
    ]
    assert next(first.iter(qn("a:schemeClr"))).get("val") == "bg1"


def test_marks_are_those_of_the_templates_own_placeholders() -> None:
    own = Style(18, False, False, "l", "", "000000", "", (0, 0, 0, 0), True)  # noqa: FBT003 as a file has it

    def seat(kind: str, index: int | None, attributes: str | None) -> Seat:
        mark = None if attributes is None else parse_xml(f"<p:ph {nsdecls('p')} {attributes}/>")
        return Seat(Frame.model_construct(type=kind, index=index), Slot(mark, "text", Box(0, 0, 1, 1), own))

    seats = {
        "title": seat("title", None, 'type="ctrTitle"'),
        "body": seat("body", 1, 'idx="13" sz="half" hasCustomPrompt="1"'),
        "orphan": seat("body", 2, None),
        "loose": Seat(Frame.model_construct(type="body", index=LOOSE), None),
    }
    assert marks(seats) == {0: {"type": "ctrTitle"}, 1: {"idx": "13", "sz": "half"}}
