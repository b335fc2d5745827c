"""Rows and columns of a pack as HTML, where a paper has room for them and where it has not."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.markup import handout
from twounits import page, printed, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


@pytest.fixture
def course(unit: Callable[..., Path]) -> Callable[..., Ready]:
    """Return a function that reads a course of two units, the first with this body."""
    return partial(read, unit)


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


def test_a_row_that_heads_others_is_marked_and_what_is_for_some_is_one_piece(course: Callable[..., Ready]) -> None:
    table = "```{table}\nid: t\ncolumns: [a, b]\nrows:\n  - [c, '**d**']\n  - [e, f]\n```\n"
    made = printed(course(f"## One\n\n{table}\n```{{essay}}\nid: e\ntext: Why?\nplace: extension\n```\n"))
    assert [row.get("class") for row in page(made).xpath("//div[@class='table text']//tbody/tr")] == [
        "leads",
        None,
    ]
    assert "\u2002For\u00a0those\u00a0who\u00a0want\u00a0more" in page(made).text_content()


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
        "   (b) nor of fishing-boats, of which the towns have many",
    ]
    source = "\n".join(f"  {line}" for line in lines)
    own = course(
        f"## S\n\n```{{source-analysis}}\nid: q\ntext: Read.\nsource: |\n{source}\nparts: [{{text: What?}}]\n```\n"
    )
    paper = own.design.theme.papers["a4"].model_copy(update={"text": 90, "gap": 0, "outer": 0})
    made = page(handout(own.pack, own.design.theme, paper, own.design.templates)).find_class("numbered-source")[0]
    rows = made.find_class("source-row")
    begun = [row.getprevious() is not None and row.getprevious().tag == "br" for row in rows]
    assert begun == [False, False, True, True]
    # An indent would be a blank between a line's number and its words, where a line may end.
    assert [row.text_content()[:1] for row in rows] == ["W", "a", "2", "("]
