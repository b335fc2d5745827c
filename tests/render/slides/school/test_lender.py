"""A stage for every slide: the template's own form first, and step by step less of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, cast

import pytest
import schoolparts
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.chart import Chart, Series
from coursepack.course import Template
from coursepack.problem import Severity, Span
from coursepack.render.slides.content import ChartFigure, Picture, Slide, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure import faces
from coursepack.render.slides.school import recipe
from coursepack.render.slides.school.lender import Lender
from coursepack.render.slides.school.survey import survey
from coursepack.render.slides.school.twins import families

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

    Lend = Callable[..., Lender]

AT = Span("course.yaml", 7, 13)


@pytest.fixture(scope="module")
def make(design: Design, theme: Theme, templates: Environment) -> Callable[[Deck], Callable[..., Lender]]:
    """Return a function that reads a template once, and lends of it as often as is asked."""

    def read(deck: Deck) -> Callable[..., Lender]:
        (natives,) = survey(deck)
        found = families(deck.slide_master, theme, templates)
        measured, book = faces.load(found.theme, design.code.advance), recipe.load(templates)
        named = {one.name: one for one in natives}

        def lend(*, strict: bool = False, **chosen: str) -> Lender:
            template, layouts = Template(b"", AT, {}, {}, strict), {ours: named[name] for ours, name in chosen.items()}
            return Lender(template, design, theme, templates, "en", book, natives, layouts, found, measured)

        return lend

    return read


@pytest.fixture(scope="module")
def lender(make: Callable[[Deck], Lend]) -> Lend:
    return make(Presentation())


def changed(make: Callable[[Deck], Lend], change: Callable[[Deck], object]) -> Lender:
    """Return what lends of the stock template with a change."""
    deck = Presentation()
    change(deck)
    return make(deck)()


def text(words: str) -> Text:
    return Text((Paragraph((Run(words),)),))


def slide(layout: str = "content", **parts: str) -> Slide:
    words = {"title": "Rivers", **parts}
    return Slide(layout, AT, "", "", "en", {name: text(said) for name, said in words.items()}, ())


def names(made: Lender, given: Slide) -> list[str]:
    return [stage.native.name for stage, _ in made.stages(given)]


def test_a_slide_may_stand_on_six_rungs_and_on_one_where_the_form_is_strict(lender: Lend) -> None:
    given = slide(body="Point")
    assert len(names(lender(), given)) == 6
    assert len(names(lender(strict=True), given)) == 1


def test_the_first_is_the_templates_own_form_and_the_sizes_go_last(lender: Lend) -> None:
    made = lender()
    stages = [stage for stage, _ in made.stages(slide(body="Point"))]
    assert [stage.native.name for stage in stages] == ["Title and Content"] * 6
    tied = [{"idx": "1"} in stage.marks.values() for stage in stages]  # to the placeholder of its text
    assert tied == [True, True, False, False, False, False]
    floors = [stage.floors["body"] for stage in stages]
    assert floors[0] == floors[1] == floors[2] == floors[3] > floors[4] == floors[5]
    titles = [stage.floors["title"] for stage in stages]
    assert titles[0] == titles[1] == titles[2] > titles[3] > titles[4] == titles[5]
    own = made.theme.deck.floors["body"]
    scale = (10 * 7.5 / (13.333 * 7.5)) ** 0.5
    assert 24 * scale <= titles[3] < 24 * scale + 0.5  # what counts as large, so that its colour may stay
    assert floors[0] == pytest.approx(own * scale, abs=0.5)
    assert floors[4] == pytest.approx(own * scale * 0.75, abs=0.5)
    assert len({stage.floors["footer"] for stage in stages}) == 1


@pytest.mark.parametrize(
    ("layout", "shown", "said"), [("chart", "chart", "unit"), ("figure-points", "figure", "unit"),
                                  ("columns", "figure-left", "unit-left")]
)  # fmt: skip
def test_the_unit_that_a_chart_carries_has_a_place(lender: Lend, layout: str, shown: str, said: str) -> None:
    """A chart beside points stood on a slide that did not say what it counts."""
    for unit in ("persons", ""):
        given = slide(layout)
        chart = ChartFigure(Chart("column", ("Rhine",), (Series("", (9,)),), unit, "en"), "Nine")
        stage, _ = next(iter(lender().stages(replace(given, parts={**given.parts, shown: chart}))))
        assert (said in stage.layout.frames) is bool(unit)


def test_a_title_is_as_large_as_all_others_also_where_ours_is_a_small_one(lender: Lend) -> None:
    """The symbol of a source is small on a slide of our own; on a template it was smaller than titles, and black."""
    floors = {
        name: next(iter(lender().stages(slide(name, text="Words"))))[0].layout.frames["title"].floor
        for name in ("source", "quote", "statement")
    }
    assert set(floors.values()) == {"title"}


def test_words_are_broken_on_the_last_rung_alone(lender: Lend) -> None:
    shown = [one.parts["body"] for _, one in lender().stages(slide(body="internationalisation"))]
    texts = ["".join(paragraph.text for paragraph in cast("Text", one).paragraphs) for one in shown]
    assert ["\u200b" in text for text in texts] == [False] * 5 + [True]


def test_slides_with_the_same_frames_share_a_stage(lender: Lend) -> None:
    made = lender()
    first, second, other = (
        next(iter(made.stages(given)))[0] for given in (slide(body="One"), slide(body="Two"), slide(source="Three"))
    )
    assert first is second
    assert other is not first
    assert set(first.layout.frames) >= {"title", "body"}
    assert "source" not in first.layout.frames


def test_a_layout_that_the_author_names_is_taken(lender: Lend) -> None:
    assert names(lender(content="Title Only"), slide(body="Point"))[0] == "Title Only"


def test_what_has_no_placeholder_is_said_once_with_what_to_write(lender: Lend) -> None:
    made = lender(content="Title Only")
    for words in ("One", "Two"):
        next(iter(made.stages(slide(body=words))))
    (said,) = made.problems()
    assert (said.code, said.severity, said.span) == ("template-composed", Severity.NOTE, AT)
    assert said.message == "`content` is composed on the template's `Title Only`: body beside its placeholders"
    assert "deck: {layouts: {content: …}}" in said.help


def test_a_face_that_is_not_known_is_said(make: Callable[[Deck], Lend]) -> None:
    made = changed(make, lambda deck: schoolparts.fonts(deck.slide_master, "Nobody Sans", "Calibri"))
    (said,) = made.problems()
    assert (said.code, said.severity) == ("template-face", Severity.NOTE)
    assert "`Nobody Sans`" in said.message
    assert "Calibri" not in said.message


def small(deck: Deck) -> None:
    """Set all text of the columns small."""
    for look in deck.slide_layouts.get_by_name("Two Content").element.iter(qn("a:defRPr")):
        look.set("sz", "1600")


@pytest.mark.parametrize(("headed", "most"), [({}, 32 * 0.866), ({"head-left": "A head"}, 32 * 16 / 28)])
def test_points_grow_no_larger_below_a_head_that_does_not(
    make: Callable[[Deck], Lend], headed: dict[str, str], most: float
) -> None:
    """Four have 32 pt on our own slides; these are 0.866 as large, and the template has 16 pt for our 28."""
    given = slide("two-columns", **{"body-left": "Sand", "body-right": "Mud"}, **headed)
    stage, _ = next(iter(changed(make, small).stages(given)))
    assert stage.layout.frames["body-left"].larger[4] == pytest.approx(most, abs=0.05)


def test_our_own_words_are_left_out_where_they_find_no_room_and_an_authors_never(lender: Lend) -> None:
    long = "A footer of far too many words " * 20
    made = lender()
    _, shown = next(iter(made.stages(slide(body="Point", footer=long))))
    assert set(shown.parts) == {"title", "body"}
    assert [(one.code, one.severity) for one in made.problems()] == [("template-composed", Severity.NOTE)]
    assert "footer" in made.problems()[0].message
    _, kept = next(iter(lender().stages(slide(body=long * 20))))
    assert set(kept.parts) == {"title", "body"}
    given = slide(body="Point", footer=long)
    assert next(iter(lender(strict=True).stages(given)))[1] is given


def test_a_ground_on_which_nothing_can_be_read_gets_a_plate(make: Callable[[Deck], Lend]) -> None:
    def dark(deck: Deck) -> None:
        """Half of the slide is black, and half is white."""
        bar = deck.slide_master.shapes._spTree  # noqa: SLF001 python-pptx has no other way to its XML
        _, inside = deck.slide_master.part.get_or_add_image_part(BytesIO(schoolparts.png("000000")))
        bar.add_pic(91, "Bar", "", inside, 0, 0, deck.slide_width // 2, deck.slide_height)

    stage, _ = next(iter(changed(make, dark).stages(slide(body="Point"))))
    assert len(stage.plates) == 2  # under the title, and under all that is below it
    assert all(next(plate.iter(qn("a:schemeClr"))).get("val") in {"bg1", "tx1"} for plate in stage.plates)


def test_a_layout_that_needs_no_plate_is_taken_before_one_that_does(make: Callable[[Deck], Lend]) -> None:
    def dark(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == "Title and Content")
        _, inside = layout.part.get_or_add_image_part(BytesIO(schoolparts.png("000000")))
        layout.shapes._spTree.add_pic(91, "Bar", "", inside, 0, 0, deck.slide_width // 2, deck.slide_height)  # noqa: SLF001 python-pptx has no other way to its XML

    stage, _ = next(iter(changed(make, dark).stages(slide(body="Point"))))
    assert (stage.native.name, stage.plates) == ("Title Only", ())


@pytest.mark.parametrize(("source", "higher"), [("Own photograph.", True), ("A long source " * 12, False)])
def test_a_picture_has_the_line_that_its_source_does_not_need(lender: Lend, source: str, *, higher: bool) -> None:
    given = slide("picture", source=source)
    pictured = replace(given, parts={**given.parts, "picture": Picture("a.svg", "A river")})
    (plain, _), (found, _) = (next(iter(lender().stages(one))) for one in (slide("picture", source=source), pictured))
    usual = plain.layout.frames["source"].levels[0].leading / 72
    assert found.layout.frames["source"].at[3] == pytest.approx(usual if higher else 2 * usual)
