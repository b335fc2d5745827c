"""A pack as HTML: what is in it, how wide figures are, and what cannot be drawn. Points."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from lxml import html

from coursepack.render.handout.markup import companion, handout
from coursepack.render.handout.placing import drawings
from coursepack.render.handout.style import style
from coursepack.render.look.measure import measure
from twounits import SECOND, page, printed, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.render.look.design import Design

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M0 0H160V90z"/></svg>'


@pytest.fixture
def course(unit: Callable[..., Path]) -> Callable[..., Ready]:
    """Return a function that reads a course of two units, the first with this body."""
    return partial(read, unit)


def test_works_are_those_of_what_is_printed(course: Callable[..., Ready]) -> None:
    own = course("## One\n\nOf springs [@m1].\n")
    whole, first = (page(printed(own, unit)).text_content() for unit in ("", "1"))
    assert ("First" in whole, "Second" in whole, "Third" in whole) == (True, True, False)
    assert ("First" in first, "Second" in first) == (True, False)


def test_a_unit_alone_is_named_after_course_and_unit(course: Callable[..., Ready]) -> None:
    own = course("## One\n\nA.\n")
    made = [page(printed(own, unit)) for unit in ("", "1")]
    assert [one.findtext(".//title") for one in made] == ["Rivers", "Rivers: Water"]
    assert [len(one.find_class("unit")) for one in made] == [2, 1]


def test_what_earns_nothing_has_no_place_among_the_points(course: Callable[..., Ready]) -> None:
    asked = "```{{numeric}}\nid: n{0}\ntext: How many?\nanswer: 1\npoints: {0}\n```\n\n"
    (grades,) = page(printed(course("## One\n\n" + "".join(map(asked.format, (2, 0, 3)))))).find_class("grades")
    rows = [[cell.text_content() for cell in row] for row in grades.iter("tr")]
    assert rows[:2] == [["Exercise", "1.1", "1.3", "Total"], ["Points", "2", "3", "5"]]


@pytest.mark.parametrize(
    ("wide", "rows", "share"),
    [(24, ["1.1", "1.2", "1.3", "1.4 Total"], None), (54, ["1.1 1.2", "1.3 1.4 Total"], 1 / 3)],
)
def test_points_that_have_no_room_beside_each_other_stand_in_rows_of_like_length(
    course: Callable[..., Ready], wide: float, rows: list[str], share: float | None
) -> None:
    """Filled one after the other, the last row would have the total and one exercise alone.

    Columns are alike where the longest of their words has room in each.
    """
    asked = "```{{numeric}}\nid: n{0}\ntext: How many?\nanswer: 1\npoints: {0}\n```\n\n"
    own = course("## One\n\n" + "".join(map(asked.format, (2, 3, 4, 5))))
    narrow = own.design.theme.papers["a4"].model_copy(update={"text": wide})
    made = page(handout(own.pack, own.design.theme, narrow, own.design.templates)).find_class("grades")
    assert [" ".join(cell.text_content() for cell in list(next(table.iter("tr")))[1:]) for table in made] == rows
    heads = [table.getparent().get("data-going") for table in made]
    assert heads == [None, *["Points, continued"] * (len(rows) - 1)]
    found = [float(one.get("style")[6:-2]) for table in made for one in (table, *table.iter("col")) if one.get("style")]
    assert len(found) == (4 if share else 0)
    for first, head, last, _ in [found] * bool(share):
        assert (last, (last - first) / (last - head)) == (wide, pytest.approx(share, abs=0.01))


def test_what_is_read_of_a_unit_ends_before_its_points(course: Callable[..., Ready]) -> None:
    """Where nothing is to be kept, ranges of pages would end where a unit begins."""
    own = course("## One\n\n```{numeric}\nid: n\ntext: How many?\nanswer: 1\n```\n")
    made = page(printed(own))
    ends = [made.get_element_by_id(f"end.{name}") for name in ("water", "sea")]
    assert [one.getprevious().get("id") for one in ends] == ["n", None]
    assert ends[0].getnext().get("class") == "grading"


def test_a_cover_ends_no_line_where_the_language_does_not(course: Callable[..., Ready]) -> None:
    titles = "title: W lesie & w <polu>\nsubtitle: Od 5 km\nlanguage: pl\nunits: [units/01-water.md]\n"
    (cover,) = page(printed(course("## One\n\nA.\n", course_yaml=titles))).find_class("cover")
    assert cover.findtext("h1") == "W\u00a0lesie & w\u00a0<polu>"
    assert cover.find_class("subtitle")[0].text == "Od 5\u00a0km"


FIGURE = "## One\n\n```{{figure}}\nsrc: media/a.svg\nalt: A\n{}\n```\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("width: 60mm", "width:170.08pt"),  # 60 / 25.4 inches of 72
        ("width: 50%", "width:{half}pt"),
        ('width: 60mm\ncrop: "1:1"', "width:170.08pt;height:170.08pt;object-fit:cover"),
        ('width: 50%\nside: right\ncrop: "2:1"', "height:{quarter}pt;object-fit:cover"),
        ('width: 60mm\ncrop: "2:1"', "width:170.08pt;height:85.04pt;object-fit:cover"),
    ],
)
def test_a_figure_is_as_wide_and_high_as_its_author_says(
    course: Callable[..., Ready], fields: str, expected: str
) -> None:
    own = course(FIGURE.format(fields), media__a_svg=SVG)
    size = measure(own.design.theme, own.design.theme.papers["a4"])
    styles = [one.get("style", "") for one in page(printed(own, "1")).iter("img", "figure", "div") if one.get("style")]
    assert any(
        expected.format(half=f"{size.text / 2:.2f}", quarter=f"{size.text / 4:.2f}") in said for said in styles
    ), styles


def test_no_text_runs_beside_a_figure_that_is_printed_before_an_exercise(course: Callable[..., Ready]) -> None:
    asked = "\n```{{short-answer}}\nid: o\ntext: See @figure:f.\nmodel: A\n```\n"
    own = course((FIGURE + asked).format("id: f\ntitle: T\nwidth: 50%\nside: right"), media__a_svg=SVG)
    theme = own.design.theme
    for made, beside in (
        (printed(own, "1"), 1),
        (companion(own.pack, theme, theme.papers["a4"], own.design.templates, None, name="worksheets"), 0),
    ):
        assert len(page(made).find_class("beside-right")) == beside


def test_the_point_to_keep_is_in_view(course: Callable[..., Ready]) -> None:
    """Of a picture of 16 to 9 a square is nine sixteenths: with the right edge in view, it stands at 100 per cent."""
    own = course(FIGURE.format('width: 60mm\ncrop: "1:1"\nfocus: [1, 0.5]'), media__a_svg=SVG)
    (position,) = set(re.findall(r"object-position:([\d.]+)% ([\d.]+)%", printed(own, "1").html))
    assert float(position[0]) == 100


CHART = "## One\n\n```{{chart}}\nid: c\nkind: pie\ndata: data/a.csv\nx: x\ny: y\nunit: u\ntitle: T\nalt: A\n```\n"


def test_a_chart_that_cannot_be_drawn_is_a_problem_at_its_fence(course: Callable[..., Ready]) -> None:
    data = "x,y\n" + "".join(f"part {number},1\n" for number in range(4))
    good = course(CHART.format(), data__a_csv=data)
    made = printed(good, "1")
    assert made.problems == []
    assert page(made).xpath("//img[starts-with(@src, 'data:image/svg')]")
    bad = course(CHART.format(), data__a_csv=data.replace(",1", ",-1"))
    theme = bad.design.theme
    for found in (printed(bad, "1").problems, drawings(bad.pack, theme, bad.design.templates, theme.papers["a4"])):
        assert [(one.code, one.span.line) for one in found] == [("chart-limit", 11)]


def test_a_diagram_that_is_too_wide_is_a_problem_with_what_helps(course: Callable[..., Ready]) -> None:
    boxes = ", ".join(f"n{number}: {word}" for number, word in enumerate(["harbours"] * 8))
    arrows = ", ".join(f"n0 -> n{number}" for number in range(1, 8))
    fields = f"id: d\ntitle: T\nalt: A\ndirection: down\nnodes: {{{boxes}}}\nedges: [{arrows}]"
    (problem,) = printed(course(f"## One\n\n```{{diagram}}\n{fields}\n```\n")).problems
    assert (problem.code, problem.span.line) == ("wide-diagram", 11)
    assert "`width: wide`" in problem.help


def test_a_companion_has_its_units_and_the_works_that_the_handouts_list_has_not(course: Callable[..., Ready]) -> None:
    own = course(
        "## One\n\nOf springs [@m1].\n\n```{true-false}\nid: ex\ntext: Wet?\nanswer: true\nfeedback: See [@m3].\n```\n"
    )
    theme, key = own.design.theme, own.copy("key")
    made = companion(own.pack, theme, theme.papers["a4"], own.design.templates, own.unit("1"), name="teacher", key=key)
    said = html.document_fromstring(made.html).text_content()
    assert "Third" in said
    assert "First" not in said
    assert "Sea" not in said


def test_the_style_has_the_foot_and_the_mark_of_what_is_the_teachers(course: Callable[..., Ready]) -> None:
    own = course(
        "## One\n\nA.\n", course_yaml="title: Rivers\nedition: Spring\nunits: [units/01-water.md, units/02-sea.md]\n"
    )
    theme, paper = own.design.theme, own.design.theme.papers["a4"]
    student, teacher = (style(own.pack, theme, paper, own.design.templates, teachers=mine) for mine in (False, True))
    assert "Rivers · Spring" in student
    assert student != teacher


def test_a_long_title_is_cut_for_the_running_head(course: Callable[..., Ready]) -> None:
    long = " ".join(["A question that is long"] * 7)
    page = html.fromstring(printed(course(f"## {long}\n\nWater.\n\n## Short\n\nWater.\n")).html)
    first, second, *_ = page.xpath("//section//h2")
    head = first.get("data-head")
    # 168 mm hold about 80 letters; the number of the section stands before them.
    assert head.startswith("1.1 A question")
    assert head.endswith("…")
    assert 60 < len(head) < 90
    assert second.get("data-head") is None


def test_headings_below_the_third_level_are_bold_and_stay_with_their_text(course: Callable[..., Ready]) -> None:
    made = course("## S\n\nWater.\n")
    theme = made.design.theme
    css = style(made.pack, theme, theme.papers["a4"], made.design.templates)
    third, lower = (re.search(rf"^{name} \{{([^}}]*)\}}", css, re.MULTILINE) for name in ("h3", "h4, h5, h6"))
    assert third
    assert lower
    weights = [re.search(r"font-variation-settings:[^;]*", rule[1]) for rule in (third, lower)]
    assert weights[0]
    assert weights[1]
    assert weights[0][0] == weights[1][0]
    assert "break-after: avoid" in lower[1]


def test_the_page_of_a_term_does_not_stand_alone_on_a_line(course: Callable[..., Ready]) -> None:
    own = course("## One\n\nA [spring]{.term}.\n", glossary_yaml="- {term: spring, definition: a wet place}\n")
    found = page(printed(own)).find_class("at see")[-1].getprevious()
    assert (found.getprevious(), found.text, found.tail) == (found.getparent()[0], "\u00a0", None)


@pytest.mark.parametrize("text", [112, 118, 120, 148, 174])
def test_squared_paper_has_whole_squares_whatever_the_text_measures(own_design: Design, text: float) -> None:
    paper = own_design.theme.papers["a4"].model_copy(update={"text": text})
    drawn = own_design.templates.get_template("parts/squares.svg.j2").render(theme=own_design.theme, paper=paper)
    places = sorted(round(float(place)) for place in re.findall(r"M([\d.]+) 0 V5", drawn))
    assert places == list(range(0, int(text) + 1, 5))
    assert f'width="{places[-1]}mm"' in drawn


def test_short_words_of_the_titles_of_the_course_and_its_units_stay_whole(course: Callable[..., Ready]) -> None:
    sea = SECOND.replace("title: Sea", "title: Of Pre-Teens")
    named = "title: Tasks in the IT-world\nlanguage: en\nunits: [units/02-sea.md]\n"
    made = page(printed(course("## A {#a}\n\nWords.\n", **{"course.yaml": named, "units/02-sea.md": sea})))
    assert [one.text_content() for one in made.iterfind(".//h1/span")] == ["IT-world", "Pre-Teens"]


def test_an_opener_says_the_pages_of_what_it_names(course: Callable[..., Ready]) -> None:
    lines = 'question: "@section:s?"\nobjectives: ["@section:s"]\nbring: "@section:s"\n'
    plan = 'plan: [{do: Read, what: "@section:s", minutes: 9}]\n'
    own = course("x", **{"units__02-sea_md": f"---\nid: sea\ntitle: Sea\n{lines}{plan}---\n\n## S {{#s}}\n\nx\n"})
    made = page(handout(own.pack, own.design.theme, own.design.theme.papers["a4"], own.design.templates))
    where = [made.find_class(name)[-1] for name in ("key-question", "objectives", "opener-side", "time-bar")]
    assert [len(place.xpath(".//span[@data-far='#s']")) for place in where] == [1, 1, 1, 1]


def test_a_short_step_of_a_plan_has_room_for_its_words(course: Callable[..., Ready]) -> None:
    """Nine minutes of ninety were a tenth of the strip: a word a line."""
    steps = ", ".join(f"{{do: Read, what: a page, minutes: {minutes}}}" for minutes in (9, 15, 27, 39))
    own = course("x", **{"units__02-sea_md": f"---\nid: sea\ntitle: Sea\nplan: [{steps}]\n---\n\n## S\n\nx\n"})
    made = page(handout(own.pack, own.design.theme, own.design.theme.papers["a4"], own.design.templates))
    (strip,) = made.find_class("time-bar")
    widths = [float(step.get("style").removeprefix("width:").rstrip("%")) for step in strip]
    # The first is as wide as fifteen hundredths would be: 13.5 of 94.5 minutes.
    assert widths == pytest.approx([13.5 / 0.945, 15 / 0.945, 27 / 0.945, 39 / 0.945], abs=0.01)


def test_a_term_of_another_language_says_it_wherever_it_is_printed(course: Callable[..., Ready]) -> None:
    glossary = "- {term: casus foederis, language: la, definition: a case}\n"
    head = "---\nid: sea\ntitle: Sea\nobjectives: [say where]\n---\n\n"
    body = f"{head}## S\n\nThe [[casus foederis]{{.term}}]{{lang=la}}.\n"
    own = course("x", **{"glossary_yaml": glossary, "units__02-sea_md": body})
    made = page(handout(own.pack, own.design.theme, own.design.theme.papers["a4"], own.design.templates))
    said = made.xpath(".//*[contains(text(), 'casus foederis')]")
    assert len(said) == 4
    assert all(node.xpath("ancestor-or-self::*[@lang='la']") for node in said)
