"""Where pages begin, and the same places in the source. Pages are 200 by 100 pt: eight lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.bench import Wanted
from coursepack.render.handout.starts import Start, marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.render.handout.laying import Laying

    Lay = Callable[..., Laying]
    Page = Callable[[str], str]

WORDS = " ".join(f"word{number}" for number in range(80))
BREAK = 'style="break-before:page"'


def begun(laying: Lay, page: Page, body: str, css: str = "") -> list[Start | None]:
    found = laying(css).drawn(Wanted(page(body), odd=True), 1)
    assert found
    return list(found.starts)


def shown(laying: Lay, page: Page, body: str, css: str = "", heard: str = "") -> str:
    """Return the source with the numbers of pages where they begin, and perhaps where they are heard to."""
    found = begun(laying, page, body, css)
    return put(page(body), [(number, start) for number, start in enumerate(found, 1) if start], heard)


def put(source: str, begins: list[tuple[int, Start]], heard: str) -> str:
    made = marked(source, begins, lambda number: heard.format(page=number), lambda pages: str([*pages]))
    return re.sub(".*<body>|</body>.*", "", made)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f'<h1 id="a">A</h1><p {BREAK}>B</p>', f'<h1 id="a">[1]A</h1><p {BREAK}>[2]B</p>'),
        (f'<ul id="a"><li>A</li><li {BREAK}>B</li></ul>', f'<ul id="a"><li>[1]A</li><li {BREAK}>[2]B</li></ul>'),
        (f'<p id="a">A</p><p {BREAK}><em>B</em> c</p>', f'<p id="a">[1]A</p><p {BREAK}>[2]<em>B</em> c</p>'),
        # What floats stands before all that is in its line.
        (
            f'<p id="a">A</p><p {BREAK}><span class="points-at"><i>2</i></span>B <i class="note">1</i></p>',
            f'<p id="a">[1]A</p><p {BREAK}><span class="points-at"><i>2</i></span>[2]B <i class="note">1</i></p>',
        ),
    ],
)
def test_a_page_begins_with_an_element(laying: Lay, page: Page, body: str, wanted: str) -> None:
    assert shown(laying, page, body) == wanted


def test_a_page_begins_inside_a_paragraph(laying: Lay, page: Page) -> None:
    own = laying()
    body = f'<p id="a">Before</p><p>{WORDS}</p>'
    marks = re.findall(r"(\w*)\s?\[(\d)\](\w+)", shown(laying, page, body))
    document, *_ = own.bench().layout(page(body), "", 1)
    assert len(document.pages) > 2
    for (before, number, after), sheet in zip(marks[1:], document.pages[1:], strict=True):
        (line,) = [box for box in sheet._page_box.descendants() if hasattr(box, "text")][:1]  # noqa: SLF001 no public name
        assert line.text.split()[0] == after
        assert int(number) > 1
        assert int(before.removeprefix("word")) == int(after.removeprefix("word")) - 1


# So many letters that the page's end is among the words that follow.
FULL = "x " * 60


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"{FULL}end. Next {WORDS[:120]}", "end. (2)Next word0 "),
        # One may begin with what leads elsewhere, or behind the end of it.
        (f'{FULL}end. <a href="#a">There</a> {WORDS[:120]}', 'end. (2)<a href="#a">There'),
        (f"{FULL}see <i>(art. <b>4).</b></i> Next {WORDS[:120]}", "</i> (2)Next word0"),
        (f"{FULL}end. See <i>art. </i><b>4</b> {WORDS[:120]}", "end. (2)See <i>art. </i><b>4"),
        # In what leads elsewhere none is heard.
        (f'{FULL}end. See <a href="#a">what. There</a> {WORDS[:120]}', 'end. (2)See <a href="#a">what.'),
        (f"{FULL}end {WORDS[:120]}", "(2)x x"),
        # Chinese has no blanks between sentences.
        (f"{FULL}一。二 {WORDS[:120]}", "一。(2)二"),
    ],
)
def test_a_page_is_heard_to_begin_with_a_sentence(laying: Lay, page: Page, body: str, wanted: str) -> None:
    found = shown(laying, page, f'<p id="a">Before</p><p>{body}</p>', heard="({page})")
    assert wanted in found
    assert re.search(r"word\d+ \[2\]word", found)


def test_what_keeps_its_lines_has_no_sentences(laying: Lay, page: Page) -> None:
    code = "\n".join(f"a{number}. b" for number in range(12))
    found = shown(laying, page, f'<pre id="a" style="font:inherit;margin:0">{code}</pre>', heard="({page})")
    assert re.search(r"b\n\(2\)\[2\]a\d\.", found)


def test_what_stands_aside_is_not_counted(laying: Lay, page: Page) -> None:
    """The words of a note are in the paragraph that it is to, and in none of its lines."""
    note = '<span class="note-at" style="position:absolute;left:0">of another colour</span>'
    plain, noted = f'<p id="a">{WORDS}</p>', f'<p id="a">word0 {note}{WORDS[6:]}</p>'
    assert shown(laying, page, noted).replace(note, "") == shown(laying, page, plain)


def test_a_page_that_a_reference_says_is_not_counted(laying: Lay, page: Page) -> None:
    """Whether it is said depends on where it stands."""
    far, none = ('<span id="from-1">on page 12</span>', '<span id="from-1"></span>')
    said, silent = (shown(laying, page, f'<p id="a">word0 {one}{WORDS[6:]}</p>') for one in (far, none))
    assert silent.count("[") > 1
    begins = [re.findall(r"\[\d\](\w+)", text) for text in (said, silent)]
    assert begins[0][0] == begins[1][0]
    assert far in said


def test_a_page_begins_with_a_row_of_a_table_not_with_its_head_that_is_repeated(laying: Lay, page: Page) -> None:
    rows = "".join(f"<tr><td>row {number}</td></tr>" for number in range(12))
    body = f'<table id="a"><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>'
    found = re.findall(r"<t[dh]>\[\d\][^<]*", shown(laying, page, body))
    assert found[0] == "<td>[1]row 0"
    assert all(one.startswith("<td>") for one in found)
    assert len(found) > 1


def test_a_page_begins_with_the_head_of_a_table_without_rows(laying: Lay, page: Page) -> None:
    head = f"<table {BREAK}><thead><tr><th>Head</th></tr></thead></table>"
    body = f'<p id="a">A</p>{head}<table {BREAK}><tr><td>B</td></tr></table>'
    assert re.findall(r"<t[dh]>\[\d\]\w+", shown(laying, page, body)) == ["<th>[2]Head", "<td>[3]B"]


def test_an_empty_page_has_no_beginning(laying: Lay, page: Page) -> None:
    assert begun(laying, page, f'<p id="a">A</p><div {BREAK}></div><p id="b" {BREAK}>B</p>')[1:-1] in ([], [None])


def test_pages_that_begin_in_one_place_are_heard_one_by_one_and_seen_as_one(page: Page) -> None:
    begins = [(number, Start("a", "p", 1, 0)) for number in (3, 2)]
    assert put(page('<p id="a">A</p>'), begins, "({page})") == '<p id="a">(2)(3)[2, 3]A</p>'


def test_lines_of_code_that_are_turned_over_are_not_counted(laying: Lay, page: Page) -> None:
    """Another measure turns other lines over."""
    lines = "".join(f'<p class="line">row {number}</p>' for number in range(3))
    rest = '<p class="line turned">the rest</p>'
    body = f'<h1 id="a">A</h1>{lines}<p {BREAK}>B</p>'
    assert begun(laying, page, body.replace("<p style", f"{rest}<p style"))[1] == begun(laying, page, body)[1]
    torn = f'<h1 id="a">A</h1>{lines}{rest.replace("<p", f"<p {BREAK}")}'
    assert begun(laying, page, torn)[1] == Start("a", "p", 3, 4)
    assert 'turned">[2]the' in put(page(torn.replace(BREAK, "")), [(2, Start("a", "p", 3, 4))], "")


def test_a_numbered_line_of_a_source_is_heard_to_begin_where_it_does(page: Page) -> None:
    """Lines that run on are one paragraph, of whose sentences none begins inside another element."""
    rows = "".join(f'<div data-line="line {number}: ">row {number}</div>' for number in range(3))
    found = put(page(f'<div id="a">{rows}</div>'), [(2, Start("a", "div", 1, 11))], "({page})")
    assert '"line 2: ">(2)row [2]2<' in found


def test_hyphens_at_the_ends_of_lines_are_no_letters(laying: Lay, page: Page) -> None:
    long = " ".join(["internationalisation"] * 40)
    made = shown(laying, page, f'<p id="a" lang="en">{long}</p>', "p{hyphens:auto}")
    assert len(re.findall(r"\[\d\]", made)) == len(
        begun(laying, page, f'<p id="a" lang="en">{long}</p>', "p{hyphens:auto}")
    )
