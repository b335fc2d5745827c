"""Words of the handout: what is explained, what is indexed, and what leads where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.render.look.measure import measure
from coursepack.render.words.handoutwords import HandoutWords

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.render.look.measure import Measure

FILES = {
    "glossary.yaml": "- {term: spring, definition: a *wet* place}\n",
    "index.yaml": """\
- {entry: Rhine, find: [Rhine]}
- {entry: Rhine, sub: floods, find: [flood of the Rhine]}
- {entry: R&D, find: [R&D]}
""",
    "references.yaml": "- {id: m, type: book, title: M, author: [{family: Murray}], issued: {date-parts: [[1999]]}}\n",
}


def paper(made: Ready) -> Measure:
    """Return the measures of A4 under the course's theme."""
    return measure(made.design.theme, made.design.theme.papers["a4"])


def first(made: Ready) -> tuple[HandoutWords, list[str]]:
    """Set every block of text of the only unit."""
    words = HandoutWords(made.pack, paper(made))
    return words, [str(words.prose(block.body)) for block in made.course.units[0].blocks()]  # type: ignore[attr-defined]


def first_two(made: Ready) -> tuple[HandoutWords, list[str]]:
    """Set the two texts between other blocks of the only unit."""
    words = HandoutWords(made.pack, paper(made))
    texts = [block for block in made.course.units[0].blocks() if block.kind_name() == "text"]
    return words, [str(words.prose(block.body)) for block in texts]  # type: ignore[attr-defined]


def test_a_term_is_explained_where_it_stands_first_and_not_again(unit: Callable[..., Path]) -> None:
    made = ready(unit('## S\n\nA [spring]{.term}.\n\n- The [springs]{.term of="spring"}.\n', FILES))
    _, (text,) = first(made)
    assert text.count('class="note"') == 1
    pause = '<span class="heard" data-said=": ">\u00a0</span>'
    note = f'<strong><a href="#t-spring">spring</a>{pause}</strong> a <em>wet</em> place</span>'
    assert f'<span class="note" data-pdf="Note">{note}' in text
    assert "<li>The springs.</li>" in text


def test_a_term_twice_in_one_line_is_explained_once(unit: Callable[..., Path]) -> None:
    _, (text,) = first(ready(unit("## S\n\nA [spring]{.term} is a [spring]{.term}.\n", FILES)))
    assert text.count('id="t-spring"') == 1


def test_a_mention_is_anchored_once_a_run_and_the_longest_words_win(unit: Callable[..., Path]) -> None:
    made = ready(unit("## S\n\nThe Rhine, the Rhine and a flood of the Rhine; R&D.\n\nThe Rhineland.\n", FILES))
    words, (text,) = first(made)
    assert [(entry.entry, entry.sub) for _, entry in words.named()] == [("Rhine", ""), ("Rhine", "floods"), ("R&D", "")]
    assert 'id="ix-0">Rhine</span>, the Rhine' in text
    assert ">R&amp;D</span>" in text
    assert "The Rhineland" in text


def test_a_mention_across_a_no_break_space_counts(unit: Callable[..., Path]) -> None:
    made = ready(unit("## S\n\nIt is Article 51.\n", {"index.yaml": "- {entry: Article 51, find: [Article 51]}\n"}))
    words, _ = first(made)
    assert len(list(words.named())) == 1


def test_what_an_exercise_asks_is_not_in_the_index(unit: Callable[..., Path]) -> None:
    made = ready(unit("## S\n\nThe Rhine.\n\n```{essay}\nid: e\ntext: Why the Rhine?\n```\n", FILES))
    words = HandoutWords(made.pack, paper(made))
    said = []
    for item in made.pack.units[0].items():
        with words.setting(item):
            said += [str(words.prose(text)) for text in item.block.texts()]
    assert [text.count("ix-") for text in said if "Rhine" in text] == [1, 0]


def test_headings_are_not_anchored(unit: Callable[..., Path]) -> None:
    made = ready(unit("## The Rhine\n\nx\n", FILES))
    words = HandoutWords(made.pack, paper(made))
    assert words.title(made.course.units[0].sections[0].title) == "The Rhine"


def test_links_lead_inside_a_unit_that_is_printed_alone_and_not_out_of_it(golden_course: Ready) -> None:
    only = golden_course.pack.units[1]
    words = HandoutWords(golden_course.pack, paper(golden_course), only)
    page = golden_course.pack.back[0].part
    (block,) = page.blocks()
    assert words.prose(block.body) == "<p>It was made up for the tests, after Section\u00a01.1 was written.</p>"  # type: ignore[attr-defined]


def test_a_reference_says_its_page_once_in_a_run_and_in_brackets_unless_it_stands_in_some(
    unit: Callable[..., Path],
) -> None:
    table = "```{table}\nid: t\ntitle: T\ncolumns: [a]\nrows:\n  - [c]\n```\n"
    _, (one, two) = first_two(
        ready(unit(f"## S\n\nSee @table:t and @table:t.\n\nNow (as @table:t).\n\n{table}\nSee (1) @table:t.\n"))
    )
    assert one.count("data-far") == 2
    page = '<span id="from-1" data-far="#t"> (p.\u00a0{page})</span>'
    assert f'See <a href="#t">Table\u00a01.1</a>{page} and <a href="#t">Table' in one
    assert '<span id="from-2" data-far="#t">, p.\u00a0{page}</span>).' in one
    assert '<span id="from-3" data-far="#t"> (p.\u00a0{page})</span>.' in two


def test_an_exercise_has_its_page_in_its_own_section_too(unit: Callable[..., Path]) -> None:
    """A list of what is done in class stands before exercises that take pages."""
    made = ready(unit("## X\n\nFirst @exercise:e.\n\n```{essay}\nid: e\ntext: Why?\n```\n\nThen rest.\n"))
    assert 'data-far="#e"' in first_two(made)[1][0]


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        (r"Sections \@ref(one) to \@ref(two).", ["#one #two #before.three #three"]),
        ("@section:one\u2013@section:two.", ["#one #two #before.three #three"]),
        # Two that follow each other are a range.
        (r"Sections \@ref(one) and \@ref(two).", ["#one #two #before.three #three"]),
        (r"Sections \@ref(one) and \@ref(three).", ["#one", "#three"]),
        ("Compare @section:one and @section:two.", ["#one", "#two"]),
        # A word between two names may say anything.
        ("Compare @section:one to @section:two.", ["#one", "#two"]),
        # The end of the unit.
        (r"Sections \@ref(one) through \@ref(three)", ["#one #three #before.end.water #end.water"]),
        # Things have no end but their own.
        (r"Tables \@ref(t) to \@ref(u)", ["#t #u"]),
        (r"\@ref(one) to \@ref(t)", ["#one", "#t"]),
    ],
)
def test_a_range_has_its_pages_once_and_up_to_its_end(
    unit: Callable[..., Path], words: str, spans: Sequence[str]
) -> None:
    tables = "".join(f"```{{table}}\nid: {name}\ntitle: T\ncolumns: [a]\nrows:\n  - [c]\n```\n" for name in "tu")
    sections = "## One {#one}\n\na\n\n## Two {#two}\n\nb\n\n## Three {#three}\n\nc\n"
    made = ready(unit(f"## S\n\n{words}\n\n{tables}\n{sections}"))
    text = first_two(made)[1][0]
    assert re.findall(r'data-far="([^"]*)"', text) == spans
    assert text.count(" (pp.\u00a0{first}\u2013\u2060{page})</span>") == (" " in spans[0])
    # Its numbers stand on one line, of which words in between may be part of any sentence.
    assert bool(re.search("</a>\u00a0[a-z]+\u00a0<a", text)) == (" " in spans[0] and "ref" in words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (r"Sections \@ref(one) and \@ref(two).", "Sections 1.1 (p. )."),
        (r"Sections \@ref(one), \@ref(two) and \@ref(three).", "Sections 1.1 and 1.2 (pp. \u2013 )."),
        (r"Sections \@ref(three), \@ref(one) to \@ref(two).", "Sections 1.2 (p. ), 1.1 (p. )."),
        ("@section:one and @section:two.", "Section 1.1 (p. )."),
        ("@section:one\u2013@section:two.", "Section 1.1 (p. )."),
        # Between names a word may say anything, and words of the author's say what is meant.
        ("@section:one to @section:two.", "Section 1.1 (p. ) to Section 1.1."),
        ("{ref}`up <one>` and {ref}`down <two>`.", "up (Section 1.1, p. ) and down (Section 1.1)."),
    ],
)
def test_two_headings_inside_a_section_say_its_number_once(unit: Callable[..., Path], words: str, said: str) -> None:
    inner = "### One {#one}\n\na\n\n### Two {#two}\n\nb\n\n## Three {#three}\n\nc\n"
    _, (text, *_) = first_two(ready(unit(f"## S\n\n{words}\n\n{inner}")))
    plain = re.sub(r"<[^>]*>|\{\w+\}", "", text.partition("\n")[0]).replace("\u00a0", " ").replace("\u2060", " ")
    assert plain == said


@pytest.mark.parametrize(("words", "held"), [(r"All of \@ref(s)", 1), ("See @section:s", 0), (r"**B** of \@ref(s)", 1)])
def test_a_number_stands_on_the_line_of_the_word_before_it(unit: Callable[..., Path], words: str, held: int) -> None:
    _, (text,) = first(ready(unit(f"## S {{#s}}\n\n{words}.\n")))
    assert text.count("\u00a0<a") == held


def test_a_range_that_ends_with_a_unit_goes_up_to_the_next_one(unit: Callable[..., Path]) -> None:
    """Not every unit ends with what is to be kept, which has an anchor."""
    both = {
        "course.yaml": "title: R\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n",
        "units/02-sea.md": "---\nid: sea\ntitle: Sea\n---\n\n## S\n\nx\n",
    }
    sections = r"\@ref(one) to \@ref(two)." + "\n\n## One {#one}\n\na\n\n## Two {#two}\n\nb\n"
    text = first_two(ready(unit(f"## S\n\n{sections}", both)))[1][0]
    assert re.findall(r'data-far="([^"]*)"', text) == ["#one #two #before.end.water #end.water #before.sea #sea"]


def test_a_unit_has_its_page_in_itself_too(unit: Callable[..., Path]) -> None:
    both = {
        "course.yaml": "title: R\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n",
        "units/02-sea.md": "---\nid: sea\ntitle: Sea\n---\n\n## S\n\nx\n",
    }
    _, (text,) = first(ready(unit("## S\n\nFrom @unit:water to @unit:sea.\n", both)))
    assert re.findall(r'data-far="([^"]*)"', text) == ["#water", "#sea"]


def test_a_line_of_an_opener_says_pages_and_neither_explains_nor_mentions(unit: Callable[..., Path]) -> None:
    body = "## Springs {#springs}\n\nThe [spring]{.term} of the Rhine.\n"
    aims = r"Sections \\@ref(springs), [spring]{.term}, the Rhine, [a map](https://example.org)"
    root = unit(body, {**FILES, "units/01-water.md": f'---\nid: water\ntitle: W\nbring: "{aims}"\n---\n\n{body}'})
    made = ready(root)
    words = HandoutWords(made.pack, paper(made))
    said = str(words.brief(made.course.units[0].front.bring))
    page = '<span id="from-1" data-far="#springs"> (p.\u00a0{page})</span>'
    assert said.startswith(f'Sections\u00a0<a href="#springs">1.1</a>{page}, spring, the Rhine, ')
    assert "note" not in said
    assert not list(words.named())


def test_the_name_of_what_has_a_number_is_bound_to_it(unit: Callable[..., Path]) -> None:
    """Whatever words a language binds: no list of them has "Exercise"."""
    made = ready(unit("## S\n\nDo @exercise:e.\n\n```{essay}\nid: e\ntext: Why?\n```\n"))
    _, (text, *_) = first_two(made)
    assert '<a href="#e">Exercise\u00a01.1</a>' in text


def test_an_entry_of_the_list_of_works_is_bound_but_for_its_address(unit: Callable[..., Path]) -> None:
    own = {"course.yaml": "title: R\nunits: [units/01-water.md]\nbind: {whole: ['A/*']}\n"}
    words, _ = first(ready(unit("## S\n\nA.\n", own)))
    link = '<a href="https://r.org/A/9/3 May">https://r.org/A/9</a>'
    made = words.listed(f"<i>The 3 May</i>, A/66/1, 25 March 2012, p. 16. {link}")
    expected = f'<i>The 3~May</i>, <span class="nb">A/66/1</span>, 25~March~2012, p.~16. {link}'
    assert made == expected.replace("~", "\u00a0")


def test_an_entry_in_latin_letters_is_turned_in_a_list_from_right_to_left(unit: Callable[..., Path]) -> None:
    arabic = {"course.yaml": "title: R\nlanguage: ar\nunits: [units/01-water.md]\n"}
    words, _ = first(ready(unit("## S\n\nA.\n", arabic)))
    assert words.turned("<i>The Well</i>, 2012") == ' dir="ltr"'
    assert not words.turned("<i>البئر</i>, 2012")
    english, _ = first(ready(unit("## S\n\nA.\n")))
    assert not english.turned("<i>The Well</i>, 2012")


def test_acronyms_are_calm_in_what_is_kept_whole_too(unit: Callable[..., Path]) -> None:
    _, (text,) = first(ready(unit("## S\n\nAn AU-led force.\n")))
    assert '<span class="nb words"><span class="acronym">AU</span>-led</span>' in text


def test_a_footnote_has_the_addresses_of_its_links_in_itself(unit: Callable[..., Path]) -> None:
    note = "[^a]: See [a map](https://example.org/map) at <https://example.org>.\n"
    _, (text,) = first(ready(unit(f"## S\n\nWater.[^a]\n\n{note}", FILES)))
    assert text.count('class="note-at"') == 1
    words = re.sub("<[^<>]*>", "", text)
    assert words.startswith("Water.11 See a map (example.org/map) at https://example.org.")


def test_a_note_is_held_together_with_the_words_that_it_belongs_to(unit: Callable[..., Path]) -> None:
    """Else no line ends before a note at the foot of the page, for its place in the line is empty."""
    written = "## S\n\nA [spring]{.term}, [a map](https://example.org/map) and [it](https://example.org/map) again.\n"
    _, (text,) = first(ready(unit(written, FILES)))
    noted = re.findall('<span><span class="note-at">.*?</span><(strong|a) [^>]*>[^<]*</[a-z]+></span>', text)
    assert noted == ["strong", "a"]
    assert ">it</a> again" in text


def test_a_passage_has_the_pages_notes_and_addresses_of_its_words(unit: Callable[..., Path]) -> None:
    body = "## Springs {#springs}\n\nSee @section:springs, [a page](https://example.org) and a note.^[Said.]\n"
    made = ready(unit(body))
    words = HandoutWords(made.pack, paper(made))
    (text,) = [block.body for block in made.course.units[0].blocks()]  # type: ignore[attr-defined]
    said = str(words.passage(text))
    assert 'data-far="#springs"' in said
    assert [kind in said for kind in ("note address", "note footnote")] == [True, True]


def test_addresses_that_are_too_many_for_the_margin_follow_their_words(unit: Callable[..., Path]) -> None:
    links = "".join(f"- [Sheet {number}](https://maps.example.org/rivers/{number}) of it\n" for number in range(20))
    _, (text,) = first(ready(unit(f"## S\n\n{links}\n[One](https://example.org/one) more.\n")))
    listed, _, after = text.partition("</ul>")
    assert ["note address" in part for part in (listed, after)] == [False, True]
    assert "Sheet 7</a> (maps.<wbr>example.<wbr>org/<wbr>rivers/<wbr>7) of it" in listed


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("levels_of_all_rivers_in_spring.ods", "levels_|of_|all_|rivers_|in_|spring.|ods"),
        ("levels_of_all_rivers_and_lakes_in_spring_1987.ods", "levels_|of_|all_|rivers_|and_|lakes_|in_|spring…"),
        ("All levels that were read beside the old bridge", "All levels that were read beside the old~…"),
    ],
)
def test_a_name_that_heads_a_note_may_be_broken_after_its_signs(
    unit: Callable[..., Path], words: str, head: str
) -> None:
    _, (text,) = first(ready(unit(f"## S\n\nTake [{words}](https://example.org/levels).\n")))
    note = text.partition('data-pdf="Note"><strong>')[2].replace("<wbr>", "|").replace("\u00a0", "~")
    assert note.partition("<")[0] == head


def test_no_note_stands_beside_exercises_that_have_the_width_of_the_page(unit: Callable[..., Path]) -> None:
    made = ready(unit("## S\n\nTake [the map](https://example.org/map).[^a]\n\n[^a]: It is old.\n"))
    (block,) = made.course.units[0].blocks()
    words = HandoutWords(made.pack, replace(paper(made), filled=True))
    words.asks = True
    said = str(words.prose(block.body))  # type: ignore[attr-defined]
    assert "note-at" not in said
    assert "example.<wbr>org" in said
    assert "(It is old.)" in said


def test_words_to_choose_from_stand_apart_from_others_right_before_them(unit: Callable[..., Path]) -> None:
    text = "A [b | c]{.choice} [d | e]{.choice} or [f | g]{.choice}"
    made = ready(unit(f"## S\n\n```{{cloze}}\nid: x\ntext: {text}\n```\n"))
    (block,) = made.course.units[0].blocks()
    emptied = block.text.rewritten(lambda one: one.copy(content="") if one.type == "gap" else one)  # type: ignore[attr-defined]
    said = str(HandoutWords(made.pack, paper(made)).line(emptied))
    assert re.findall('class="(choice[^"]*)"', said) == ["choice", "choice next", "choice"]
