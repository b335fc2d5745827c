from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.course import IndexEntry
from coursepack.languages.labels import Labels
from coursepack.problem import Span
from coursepack.render.handout.index import Letter, Reference, letters, main_places, within
from coursepack.render.handout.markup import handout
from coursepack.render.handout.printing import print_html
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENGLISH = Labels({"alphabet": {}}, "en")
PAGES = {f"p{number}": number for number in range(1, 40)}


def entry(name: str, sub: str = "") -> IndexEntry:
    return IndexEntry(entry=name, sub=sub, find=(name,))


def index(*entries: tuple[IndexEntry, list[int]], words: Labels | None = None) -> list[Letter]:
    mentions = {number: [f"p{page}" for page in pages] for number, (_, pages) in enumerate(entries)}
    return letters([item for item, _ in entries], mentions, PAGES, words or ENGLISH)


def names(found: list[Letter]) -> list[tuple[str, list[str]]]:
    return [(letter.name, [line.name for line in letter.entries]) for letter in found]


def pages(found: list[Letter]) -> list[str]:
    return [reference.pages for reference in found[0].entries[0].pages]


def test_entries_stand_in_the_order_that_readers_look_in() -> None:
    found = index((entry("zebra"), [1]), (entry("Émile"), [1]), (entry("eel"), [1]), (entry("Égypte"), [1]))
    assert names(found) == [("E", ["eel", "Égypte", "Émile"]), ("Z", ["zebra"])]


def test_letters_of_the_language_s_own_have_their_place() -> None:
    spanish = Labels({"alphabet": {"n": "ñ"}}, "es")
    found = index((entry("ñu"), [1]), (entry("nube"), [1]), (entry("oso"), [1]), words=spanish)
    assert names(found) == [("N", ["nube"]), ("Ñ", ["ñu"]), ("O", ["oso"])]


def test_numbers_stand_in_their_own_order() -> None:
    found = index((entry("resolution 1031"), [1]), (entry("resolution 678"), [1]), (entry("51"), [1]))
    assert names(found) == [("#", ["51"]), ("R", ["resolution 678", "resolution 1031"])]


def test_three_pages_in_a_row_are_one_run_and_two_are_not() -> None:
    assert pages(index((entry("a"), [3, 4, 5, 8, 9, 12]))) == ["3–5", "8", "9", "12"]  # noqa: RUF001 a run of pages


def test_it_leads_to_what_is_read_and_not_to_exercises(unit: Callable[..., Path]) -> None:
    gaps = "```{cloze}\nid: c\ntext: The Rhine flows to [Rotterdam]{.gap}.\npoints: 1\n```"
    body = f"## S\n\nThe Rhine.\n\n{gaps}\n\n```{{essay}}\nid: e\ntext: Why the Rhine?\n```\n"
    made = ready(unit(body, {"index.yaml": "- {entry: Rhine, find: [Rhine]}\n"}))
    found = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates)
    assert found.mentions == {0: ["ix-0"]}
    assert found.html.count("ix-0") == 1


def test_a_page_counts_once_and_links_to_its_first_mention() -> None:
    found = letters([entry("a")], {0: ["x", "y", "z"]}, {"x": 7, "y": 7, "z": 3}, ENGLISH)
    assert found[0].entries[0].pages == (Reference("3", "z"), Reference("7", "x"))


def test_where_a_term_is_explained_is_its_main_page_and_no_part_of_a_run() -> None:
    mentions = {0: [f"p{page}" for page in (3, 4, 5, 6, 9)]}
    found = letters([entry("a")], mentions, PAGES, ENGLISH, {0: ["p5", "gone"]})
    assert [(one.pages, one.main) for one in found[0].entries[0].pages] == [
        ("3", False),
        ("4", False),
        ("5", True),
        ("6", False),
        ("9", False),
    ]


def test_of_too_many_pages_those_stay_that_speak_of_it_most() -> None:
    passing = list(range(1, 39, 2))
    found = pages(index((entry("a"), [*passing, 7, 21, 21])))
    assert len(found) == IndexEntry.MOST
    assert {"7", "21"} <= set(found)
    assert len(pages(index((entry("a"), passing[: IndexEntry.MOST])))) == IndexEntry.MOST


def test_a_section_named_after_an_entry_is_where_no_glossary_explains_it(unit: Callable[..., Path]) -> None:
    files = {
        "glossary.yaml": "- {term: spring, definition: a place}\n",
        "index.yaml": "- {entry: spring, find: [spring, springs]}\n- {entry: rain, find: [rain, Rain]}\n",
    }
    made = ready(unit("## Rain and springs {#r}\n\nA [spring]{.term} has rain.\n", files))
    assert main_places(made.pack) == {0: ["t-spring"], 1: ["r"]}


def test_a_term_is_an_entrys_own_in_capitals_too_and_where_other_words_count_as_mentions(
    unit: Callable[..., Path],
) -> None:
    files = {
        "glossary.yaml": "- {term: spring, definition: a place}\n- {term: Well, definition: a hole}\n",
        "index.yaml": "- {entry: Spring, find: [springs rise]}\n- {entry: water, sub: wells, find: [well]}\n",
    }
    made = ready(unit("## S\n\nA [spring]{.term} and a [Well]{.term}: springs rise, a well runs dry.\n", files))
    assert main_places(made.pack) == {0: ["t-spring"], 1: ["t-well"]}


def test_an_entry_that_is_mentioned_nowhere_is_left_out() -> None:
    assert names(index((entry("a"), []), (entry("b"), [1]))) == [("B", ["b"])]


def test_a_sub_entry_stands_under_its_entry() -> None:
    found = index((entry("NATO"), [1]), (entry("NATO", "Article 5"), [2]), (entry("Nile"), [3]))
    assert [(line.name, line.sub) for line in found[0].entries] == [
        ("NATO", False),
        ("Article 5", True),
        ("Nile", False),
    ]


def test_a_sub_entry_whose_entry_is_mentioned_nowhere_keeps_its_heading() -> None:
    found = index((entry("NATO"), []), (entry("NATO", "Article 5"), [2]))
    assert [(line.name, line.sub, len(line.pages)) for line in found[0].entries] == [
        ("NATO", False, 0),
        ("Article 5", True, 1),
    ]


def test_the_index_covers_the_pages_between_two_anchors() -> None:
    assert within(PAGES, "p5", ("none", "p8", "p9")) == {"p5": 5, "p6": 6, "p7": 7}


def test_without_lists_the_index_covers_all_from_the_units_on() -> None:
    assert within({"p1": 1, "p5": 5, "p9": 9}, "p5", ("none",)) == {"p5": 5, "p9": 9}


def test_no_line_ends_inside_a_run_of_pages(unit: Callable[..., Path]) -> None:
    own = ready(unit("## One\n\nWater.\n"))
    theme, templates = own.design.theme, own.design.templates
    css = handout(own.pack, theme, theme.papers["a4"], templates).css
    line = '<p style="width:{}mm">standard deviation: <a id="a{}" href="#a{}">15–17</a></p>'  # noqa: RUF001 a run of pages
    lines = "".join(line.format(width, width, width) for width in range(25, 50))
    index = f'<section class="page"><div class="index">{lines}</div></section>'
    html = f'<html lang="en"><title>Index</title><body>{index}</body></html>'
    data, _, _ = print_html(html, css, {}, [face.file for face in theme.faces], Span("a.md"), templates)
    (page,) = Reading(data).pages
    assert "15" in page.text
    assert not [said for said in page.text.splitlines() if said.rstrip().endswith("\N{EN DASH}")]


def test_words_of_another_language_say_it() -> None:
    latin = IndexEntry(entry="casus foederis", language="la", find=("casus foederis",))
    assert [line.language for line in index((latin, [1]))[0].entries] == ["la"]


def test_of_too_many_pages_those_with_sentences_go_before_rows_of_tables() -> None:
    numbers = range(1, 2 * IndexEntry.MOST + 2, 2)
    anchors = {f"ix-{page}": page for page in numbers if page != 9} | {f"ic-{row}": 9 for row in range(5)}
    (found,) = letters([entry("a")], {0: sorted(anchors)}, anchors, ENGLISH)
    assert [reference.pages for reference in found.entries[0].pages] == [str(page) for page in numbers if page != 9]


def test_a_mention_in_a_cell_is_told_from_one_in_a_sentence(unit: Callable[..., Path]) -> None:
    table = "```{table}\nid: t\ntitle: T\ncolumns: [a]\nrows:\n  - [The Rhine]\n```\n"
    body = f"## S\n\nThe Rhine.\n\n{table}\nA table:\n\n| a |\n|---|\n| Rhine |\n"
    own = ready(unit(body, {"index.yaml": "- {entry: Rhine, find: [Rhine]}\n"}))
    made = handout(own.pack, own.design.theme, own.design.theme.papers["a4"], own.design.templates)
    assert [anchor.partition("-")[0] for anchor in made.mentions[0]] == ["ix", "ic", "ic"]
