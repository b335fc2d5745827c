"""A pack as HTML: what is in it, how wide figures are, and what cannot be drawn. Points."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import html

from coursepack.build import ready
from coursepack.render.handout.markup import companion, handout
from coursepack.render.handout.placing import drawings
from coursepack.render.handout.style import style
from coursepack.render.look.measure import measure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.html import HtmlElement

    from coursepack.build import Ready
    from coursepack.render.handout.markup import Handout
    from coursepack.render.look.design import Design

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M0 0H160V90z"/></svg>'
SECOND = """\
---
id: sea
title: Sea
question: Where does a river end?
objectives: [say where]
---

## Tides {#tides}

Of tides [@m2].
"""
WORKS = "- {id: m1, type: book, title: First}\n- {id: m2, type: book, title: Second}\n"
WORKS += "- {id: m3, type: book, title: Third}\n"


@pytest.fixture
def course(unit: Callable[..., Path]) -> Callable[..., Ready]:
    """Return a function that reads a course of two units, the first with this body."""

    def read(body: str, **files: str) -> Ready:
        named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
        both = {
            "course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n",
            "units/02-sea.md": SECOND,
            "references.yaml": WORKS,
        }
        return ready(unit(body, {**both, **named}))

    return read


def printed(ready: Ready, unit: str = "") -> Handout:
    design, only = ready.design, ready.unit(unit) if unit else None
    return handout(ready.pack, design.theme, design.theme.papers["a4"], design.templates, only)


def page(made: Handout) -> HtmlElement:
    return html.document_fromstring(made.html)


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


def test_points_stand_one_a_row_where_a_paper_has_no_room_for_two(course: Callable[..., Ready]) -> None:
    asked = "```{{numeric}}\nid: n{0}\ntext: How many?\nanswer: 1\npoints: {0}\n```\n\n"
    own = course("## One\n\n" + "".join(map(asked.format, (2, 3))))
    narrow = own.design.theme.papers["a4"].model_copy(update={"text": 24})
    made = page(handout(own.pack, own.design.theme, narrow, own.design.templates)).find_class("grades")
    assert [[cell.text_content() for cell in next(table.iter("tr"))] for table in made] == [
        ["Exercise", "1.1"],
        ["Exercise", "1.2", "Total"],
    ]


def test_a_cover_ends_no_line_where_the_language_does_not(course: Callable[..., Ready]) -> None:
    titles = "title: W lesie & w <polu>\nsubtitle: Od 5 km\nlanguage: pl\nunits: [units/01-water.md]\n"
    (cover,) = page(printed(course("## One\n\nA.\n", course_yaml=titles))).find_class("cover")
    assert cover.findtext("h1") == "W\u00a0lesie & w\u00a0<polu>"
    assert cover.find_class("subtitle")[0].text == "Od 5\u00a0km"


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("a b " * 40, "b a " * 40, 1 / 2),
        ("a b " * 40, "b a " * 120, 1 / 4),
        # Words that have no room beside each other.
        ("b" * 60, "b" * 120, 1 / 3),
    ],
)
def test_sides_of_a_matching_share_the_width_by_their_words(
    course: Callable[..., Ready], left: str, right: str, share: float
) -> None:
    pairs = "".join(f"  - {{left: {first} {left}, right: {first} {right}}}\n" for first in "cd")
    own = course(f"## One\n\n```{{matching}}\nid: m\ntext: Match.\npairs:\n{pairs}```\n")
    (side,) = page(printed(own)).find_class("match-left")
    # Of 120 mm the left side has 13 for its number and its dot, and 30 are for the lines and the letters; where it
    # saves lines, a side is some millimetres wider than its share.
    width = float(side.get("style").removeprefix("width:").removesuffix("mm"))
    assert width == pytest.approx(13 + 77 * share, abs=4)


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


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("25", "50", "75", "100"), "in-4"),
        (("a quarter of it", "half of it all", "three quarters", "all that there is"), "in-2"),
    ],
)
def test_four_abreast_have_a_line_each_or_stand_two_by_two(
    course: Callable[..., Ready], options: tuple[str, ...], expected: str
) -> None:
    listed = "".join(
        f"  - {{text: {text}{', right: true' if not place else ''}}}\n" for place, text in enumerate(options)
    )
    own = course(f"## One\n\n```{{multiple-choice}}\nid: e\ntext: How much?\ncolumns: 4\noptions:\n{listed}```\n")
    (found,) = page(printed(own)).find_class("options")
    assert expected in found.get("class", "").split()


def test_the_page_of_a_term_does_not_stand_alone_on_a_line(course: Callable[..., Ready]) -> None:
    own = course("## One\n\nA [spring]{.term}.\n", glossary_yaml="- {term: spring, definition: a wet place}\n")
    found = page(printed(own)).find_class("at see")[-1].getprevious()
    assert (found.getprevious(), found.text, found.tail) == (found.getparent()[0], "\u00a0", None)


def test_a_row_that_heads_others_is_marked_and_what_is_for_some_is_one_piece(course: Callable[..., Ready]) -> None:
    table = "```{table}\nid: t\ncolumns: [a, b]\nrows:\n  - [c, '**d**']\n  - [e, f]\n```\n"
    made = printed(course(f"## One\n\n{table}\n```{{essay}}\nid: e\ntext: Why?\nplace: extension\n```\n"))
    assert [row.get("class") for row in page(made).xpath("//div[@class='table text']//tbody/tr")] == [
        "leads",
        None,
    ]
    assert "\u2002For\u00a0those\u00a0who\u00a0want\u00a0more" in page(made).text_content()


@pytest.mark.parametrize("text", [112, 118, 120, 148, 174])
def test_squared_paper_has_whole_squares_whatever_the_text_measures(own_design: Design, text: float) -> None:
    paper = own_design.theme.papers["a4"].model_copy(update={"text": text})
    drawn = own_design.templates.get_template("parts/squares.svg.j2").render(theme=own_design.theme, paper=paper)
    places = sorted(round(float(place)) for place in re.findall(r"M([\d.]+) 0 V5", drawn))
    assert places == list(range(0, int(text) + 1, 5))
    assert f'width="{places[-1]}mm"' in drawn


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (
            (
                "The river is free to all, and whoever sails on it shall",
                "not be asked for more than all the others who sail on it,",
                "so.",
            ),
            "running",
        ),
        (("O river,", "how long you have been on your way to the far sea now,", "and how", "calm"), "wide"),
    ],
)
def test_lines_too_long_for_a_narrow_paper_run_on_if_most_are(
    course: Callable[..., Ready], lines: tuple[str, ...], kind: str
) -> None:
    source = "\n".join(f"  {line}" for line in lines)
    own = course(
        f"## S\n\n```{{source-analysis}}\nid: q\ntext: Read.\nsource: |\n{source}\nparts: [{{text: What?}}]\n```\n"
    )
    paper = own.design.theme.papers["a4"]
    made = {}
    for name, one in (("a4", paper), ("a5", paper.model_copy(update={"text": 90, "gap": 0, "outer": 0}))):
        made[name] = page(handout(own.pack, own.design.theme, one, own.design.templates)).find_class("numbered-source")[
            0
        ]
    assert made["a5"].get("class") == f"numbered-source {kind}"
    assert "running" not in made["a4"].get("class")
    rows = made["a5"].find_class("source-row")
    assert [row.get("data-n") for row in rows] == [str(number) for number, _ in enumerate(lines, 1)]
    # After the last there is no other, of which an empty line would be kept with it.
    assert kind == "wide" or made["a5"].find(".//br") is None
    # Lines that run on are one paragraph: it leaves no line of its own alone at a page's end.
    assert {row.get("data-pdf") for row in rows} == {"Span" if kind == "running" else "P"}
    assert [row.getparent().get("data-pdf") == "P" for row in rows] == [kind == "running"] * len(rows)
    # Where a page begins is looked for by counting elements.
    counted = [Counter(element.tag for element in source.iter() if element.tag != "br") for source in made.values()]
    assert counted[0] == counted[1]


def test_rows_that_stand_alone_say_all_that_is_in_the_heads_of_their_columns(course: Callable[..., Ready]) -> None:
    heads = '"Votes", "$x^2$", "Multidimensionality[^1]", "Internationalisation?", "", "Interdepartmental"'
    rows = '  - ["12", "4", "a", "b", "c", "Disproportionately"]\n  - ["13", "9", "d", "e", "f", "g"]'
    own = course(
        f"## S\n\n```{{table}}\nid: t\ntitle: T\ncolumns: [{heads}]\nrows:\n{rows}\n```\n\n[^1]: A note.\n",
        course_yaml="title: Rivers\nlanguage: en\ntheme: large\nunits: [units/01-water.md, units/02-sea.md]\n",
    )
    (table,) = page(printed(own)).find_class("by-rows")
    first, second = ([cell.text_content() for cell in row] for row in table.xpath("tbody/tr"))
    assert (first[0], second[0]) == ("Votes: 12", "Votes: 13")
    assert [row.xpath("boolean(td[1]//img[@alt])") for row in table.xpath("tbody/tr")] == [True, True]
    assert first[3:] == ["Internationalisation? b", "c", "Interdepartmental: Disproportionately"]
    # The note is told where it is seen, and once.
    assert [one.xpath("boolean(ancestor::tbody/tr[1])") for one in table.find_class("note")] == [True]
    assert second[2].startswith("Multidimensionality1: d")


def test_a_table_of_the_text_whose_words_have_no_room_has_rows_that_stand_alone_too(
    course: Callable[..., Ready],
) -> None:
    large = "title: Rivers\nlanguage: en\ntheme: large\nunits: [units/01-water.md, units/02-sea.md]\n"
    wide = "|Multidimensionality|Internationalisation|Interdepartmental[^1]|Votes|\n|--|:-:|-|-|\n"
    tables = [
        f"{wide}| a **b** | 1008,2 | c | |\n",
        f"- In a list:\n\n  {wide.replace('[^1]', '').replace(chr(10), chr(10) + '  ')}| d | e | f | g |\n",
        f"```{{table}}\nid: t\ntitle: T\nbody: |\n  {wide.replace(chr(10), chr(10) + '  ')}| h | i | j | k |\n```\n",
        # What is to be filled in has a line to write on in each row.
        f"{wide}| | e | f | g |\n| | h | i | j |\n",
        # What has room, as words with strokes between them have; cells over several columns, words without blanks, a
        # short formula.
        "| a | b |\n|---|---|\n| c | d |\n",
        f"| a | b | {'/'.join(['Counterrevolution'] * 3)} |\n|---|---|---|\n| d | e | f |\n",
        '<table><tr><th colspan="2">Internationalisation</th><th>Multidimensionality</th></tr>'  # noqa: ISC004 one table
        "<tr><td>a</td><td>b</td><td>Counterrevolutionaries</td></tr></table>\n",
        f"|a|b|\n|---|---|\n|{'水' * 60}|b|\n",
        f"|a|b|\n|---|---|\n|${'{' * 40}x{'}' * 40}$|b|\n",
    ]
    made = page(printed(course("## S\n\n" + "\nWords.\n\n".join(tables) + "\n[^1]: A note.\n", course_yaml=large)))
    found = ["by-rows" in table.get("class") for table in made.iter("table") if "rules" in table.get("class", "")]
    assert found == [True] * 4 + [False] * 5
    first, *_, asked = made.find_class("by-rows")
    rooms = [len(row.find_class("typed")) for row in asked.iter("tr")]
    assert rooms == [0, 1, 1]
    cells = [cell.text_content() for cell in first.xpath("tbody/tr/*")]
    assert cells[:2] == ["Multidimensionality: a b", "Internationalisation: 1008,2"]
    # Its note is told where it is seen.
    assert first.xpath("boolean(tbody//*[contains(@class, 'footnote') and contains(., 'A note.')])")
    usual = page(printed(course("## S\n\n" + tables[0] + "\n[^1]: A note.\n")))
    assert not usual.find_class("by-rows")


def test_each_row_of_a_rubric_that_stands_alone_says_whose_it_is_and_is_heard_to_once(
    course: Callable[..., Ready],
) -> None:
    rows = "".join(f"  - {{name: {name}, levels: [good, poor], points: 2}}\n" for name in ("Cases", "Style"))
    own = course(
        f"## S\n\n```{{essay}}\nid: e\ntext: Write.\nmodel: A\nrubric:\n{rows}```\n",
        course_yaml="title: Rivers\nlanguage: en\ntheme: large\nunits: [units/01-water.md, units/02-sea.md]\n",
    )
    (table,) = page(printed(own)).find_class("rubric")
    heads = [cell.text_content().replace("\u00a0", " ") for cell in table.xpath("tbody/tr/th")]
    assert heads == ["Exercise 1.1Cases", "Exercise 1.1Style"]
    assert [one.get("aria-hidden") for one in table.find_class("whose")] == [None, "true"]


@pytest.mark.parametrize("apart", [0.05, 0])
def test_white_between_letters_is_room_that_the_words_of_a_table_take(
    course: Callable[..., Ready], apart: float
) -> None:
    heads = "Number of votes, x, Multidimensionality, Internationalisation, Responsibilities"
    rows = "  - [a, b, Interdepartmental, Disproportionately, Counterrevolutionaries]"
    files = {
        "course.yaml": "title: Rivers\nlanguage: en\ntheme: easy\nunits: [units/01-water.md, units/02-sea.md]\n",
        "templates/theme.yaml": f"type: {{letter_spacing: {apart}}}\n",
    }
    own = course(
        f"## S\n\n```{{table}}\nid: t\ntitle: T\ncolumns: [{heads}]\nrows:\n{rows}\n```\n",
        **{name.replace("/", "__").replace(".", "_"): text for name, text in files.items()},
    )
    assert bool(page(printed(own)).find_class("by-rows")) is bool(apart)


def test_a_line_with_a_number_of_its_own_begins_where_others_run_on(course: Callable[..., Ready]) -> None:
    lines = [
        "Whoever sails on the river shall be free to sail on it,",
        "and asks no one for leave; in all that follows,",
    ]
    lines += [
        "2. No toll is taken of those who sail, nor of the goods,",
        "(b) nor of fishing-boats, of which the towns have many",
    ]
    source = "\n".join(f"  {line}" for line in lines)
    own = course(
        f"## S\n\n```{{source-analysis}}\nid: q\ntext: Read.\nsource: |\n{source}\nparts: [{{text: What?}}]\n```\n"
    )
    paper = own.design.theme.papers["a4"].model_copy(update={"text": 90, "gap": 0, "outer": 0})
    made = page(handout(own.pack, own.design.theme, paper, own.design.templates)).find_class("numbered-source")[0]
    assert [
        row.getprevious() is not None and row.getprevious().tag == "br" for row in made.find_class("source-row")
    ] == [
        False,
        False,
        True,
        True,
    ]


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
