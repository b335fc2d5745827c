"""Where a document is cut: where its template says so, if a new page begins there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.render.handout.cutting import UNKNOWN, Chunk, cut, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = "<html><head></head><body class='a'>"


def document(*parts: str) -> str:
    return f"{HEAD}{'<!-- piece -->'.join(parts)}</body></html>"


def styled(**breaks: str) -> Mapping[int, tuple[str, str]]:
    """What a style sheet says of probes: `b2` is the break before the third, `a2` the one after it."""
    numbers = {int(name[1:]) for name in breaks}
    return {number: (breaks.get(f"b{number}", "auto"), breaks.get(f"a{number}", "auto")) for number in numbers}


def test_it_is_cut_where_a_new_page_begins_and_the_side_is_kept() -> None:
    source = document("<section>1</section>", "<section>2</section>", "<section>3</section>")
    chunks = cut(source, "", lambda _: styled(b0="page", b2="right", b4="left"))
    assert [chunk.body for chunk in chunks] == [f"<section>{number}</section>" for number in (1, 2, 3)]
    assert [chunk.side for chunk in chunks] == ["", "recto", "verso"]
    assert {chunk.head for chunk in chunks} == {HEAD}
    assert chunks[1].html == f"{HEAD}<section>2</section></body></html>"


def test_what_begins_on_no_new_page_stays_with_what_is_before_it() -> None:
    source = document("<section>1</section>", "<section>2</section>", "<section>3</section>")
    chunks = cut(source, "", lambda _: styled(b2="auto", b4="page"))
    assert [chunk.body for chunk in chunks] == ["<section>1</section><section>2</section>", "<section>3</section>"]


UNIT = '<section class="unit" id="a"><header class="o">Open</header><!-- body --><p>Text</p></section>\n'


def test_an_opener_is_a_piece_if_a_page_ends_behind_it() -> None:
    """The third probe is that of the second part, and the fourth its opener's."""
    opener, rest = cut(document("<p>x</p>", UNIT), "", lambda _: styled(b2="right", a3="page"))[1:]
    assert opener.body == '<section class="unit" id="a"><header class="o">Open</header></section>'
    assert rest.body == '<section class="on unit" id="a"><p>Text</p></section>\n'
    assert (opener.side, rest.side) == ("recto", "")
    (alone,) = cut(document("<p>x</p>", UNIT), "", lambda _: styled(b2="right"))[1:]
    assert alone.body == UNIT.replace("<!-- body -->", "")


def test_probes_are_the_openers_alone_with_their_numbers() -> None:
    seen = list[str]()

    def styles(source: str) -> Mapping[int, tuple[str, str]]:
        seen.append(source)
        return {}

    cut(document("<p>x</p>", UNIT), "", styles)
    assert seen == [
        (
            f'{HEAD}<p data-probe="0">x</p><section class="unit" id="a" data-probe="2">'
            '<header class="o" data-probe="3">x</header></section></body></html>'
        )
    ]


@pytest.mark.parametrize(
    ("css", "pieces"),
    [
        ("p::after{content:counter(page)}", 2),
        ("p::after{content:counter(pages)}", 1),
        ("h2{counter-increment:h}", 1),
        ("a::after{content:target-text(attr(href))}", 1),
        ("@page{@top-left{content:string(head)}}", 2),
        ("@page{@top-left{content:string(other)}}", 1),
        ("a{content:target-counter(x,page)} b{content:target-counter(x,page)}", 2),
        ("a{content:target-counter(x,page)}" * 3, 1),
    ],
)
def test_what_a_style_sheet_counts_over_all_of_it_leaves_it_whole(css: str, pieces: int) -> None:
    source = document("<p>1</p>", "<p>2</p>")
    assert len(cut(source, css, lambda _: styled(b2="page"))) == pieces


def test_a_document_is_its_head_and_its_body() -> None:
    assert whole(document("<p>1</p>")) == Chunk(HEAD, "<p>1</p>")


def test_pages_are_written_at_the_anchors_that_there_are() -> None:
    chunk = Chunk(HEAD, '<a data-to="#a&amp;b">x</a><a data-to="#c">y</a><a data-to="#d">z</a><p id="c&amp;d">')
    assert chunk.printed() == ["a&b", "c", "d"]
    assert chunk.anchors() == {"c&d"}
    assert chunk.numbered(["a&b", "c"], {"a&b": 7}).body == (
        '<a data-to="#a&amp;b" data-page="7">x</a>'
        f'<a data-to="#c" data-page="{UNKNOWN}">y</a><a data-to="#d">z</a><p id="c&amp;d">'
    )


def test_what_stands_for_the_page_of_what_is_near_is_written() -> None:
    chunk = Chunk(HEAD, '<span id="from-1" data-far="#a" data-near=" ">(p. {page})</span>b')
    assert chunk.numbered({"a"}, {"a": 7}).body == '<span id="from-1"> </span>b'
    assert chunk.numbered({"a"}, {"a": 7}, {"from-1"}).body == '<span id="from-1">(p. 7)</span>b'


def test_rows_that_stand_by_pages_do_as_far_as_these_are_known() -> None:
    rows = [f'<p class="row"><span data-to="#{name}"></span>{name}</p>\n' for name in "abc"]
    chunk = Chunk(HEAD, f"<p>z</p><!-- by page -->{''.join(rows)}<!-- so far --><p>y</p>")

    def order(**pages: int) -> str:
        return "".join(re.findall(r"(\w)</p>", chunk.numbered({*"abc"}, pages).body))

    assert order() == "zabcy"
    # On one page they are in the order in which they stand there.
    assert order(c=2, a=2, b=3) == "zcaby"


def test_the_page_of_what_is_far_is_written_and_of_what_is_near_is_not() -> None:
    body = (
        '<span id="from-1" data-far="#a&amp;b"> (p. {page})</span>|<span id="from-2" data-far="#c">, p. {page}</span>'
    )
    chunk = Chunk(HEAD, body)
    assert [(one.name, one.leads) for one in chunk.sayings()] == [("from-1", ("a&b",)), ("from-2", ("c",))]
    written = '<span id="from-1"> (p. 7)</span>|<span id="from-2"></span>'
    assert chunk.numbered((), {"a&b": 7, "c": 9}, {"from-1"}).body == written
