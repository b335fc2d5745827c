"""Markup read into plain values."""

from __future__ import annotations

import pytest
from lxml import html

from coursepack.problem import Span
from coursepack.render.slides.content import Picture, Table, Text, Timeline
from coursepack.render.slides.inline import Paragraph, Run, paragraphs
from coursepack.render.slides.markup import Script, parse


def test_a_slide_says_where_it_was_written() -> None:
    (slide,) = parse(Script('<div class="slides"><section data-at="a:b/c.md:41:3"></section></div>'), "en")
    assert slide.at == Span("a:b/c.md", 41, 3)


def test_a_picture_says_where_it_was_written_if_that_is_elsewhere() -> None:
    written = '<section><img data-ph="a" src="a.svg" data-at="c.md:9:2"><img data-ph="b" src="b.svg"></section>'
    (slide,) = parse(Script(f'<div class="slides">{written}</div>'), "en")
    assert slide.parts == {"a": Picture("a.svg", "", at=Span("c.md", 9, 2)), "b": Picture("b.svg", "")}


def test_the_language_is_the_slide_s_or_the_deck_s_or_the_course_s() -> None:
    markup = '<div class="slides"{}><section lang="fr"></section><section></section></div>'
    assert [slide.language for slide in parse(Script(markup.format(' lang="de"')), "en")] == ["fr", "de"]
    assert [slide.language for slide in parse(Script(markup.format("")), "en")] == ["fr", "en"]


def test_a_whole_page_is_read_as_well() -> None:
    markup = '<!DOCTYPE html><html><body><div class="reveal slides"><section id="x"></section></div></body></html>'
    assert [slide.id for slide in parse(Script(markup), "en")] == ["x"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a  b\n c", [Run("a b c")]),
        ("a <b>b</b> c", [Run("a "), Run("b", bold=True), Run(" c")]),
        ("<b>a <i>b</i></b>", [Run("a ", bold=True), Run("b", bold=True, italic=True)]),
        ("a<br>b", [Run("a"), Run("\n"), Run("b")]),
        ("29\u00a0November", [Run("29\u00a0November")]),
        ('<a href="#x">y</a>', [Run("y", href="#x")]),
        ("<code>a</code><!-- no -->b", [Run("a", code=True), Run("b")]),
    ],
)
def test_marks_become_runs(written: str, read: list[Run]) -> None:
    assert paragraphs(html.fragment_fromstring(f"<p>{written}</p>")) == (Paragraph(tuple(read)),)


def test_lists_have_levels_and_markers() -> None:
    element = html.fragment_fromstring("<div><p>a</p><ul><li>b<ol><li>c</li></ol></li></ul>d</div>")
    read = [(one.text, one.level, one.marker) for one in paragraphs(element)]
    assert read == [("a", 1, ""), ("b", 2, "bullet"), ("c", 3, "number"), ("d", 1, "")]


def test_a_placeholder_that_is_a_list_begins_on_the_first_level() -> None:
    element = html.fragment_fromstring("<ul><li>a<ul><li>b</li></ul></li></ul>")
    assert [(one.text, one.level) for one in paragraphs(element)] == [("a", 1), ("b", 2)]


def test_the_box_of_a_task_is_its_bullet() -> None:
    element = html.fragment_fromstring('<ul><li class="todo">\u25a1 draw <b>a</b></li><li>\u25a1 b</li></ul>')
    read = [(one.text, one.marker, one.sign) for one in paragraphs(element)]
    assert read == [("draw a", "bullet", "\u25a1"), ("\u25a1 b", "bullet", "")]


def test_blanks_alone_are_no_paragraph() -> None:
    assert paragraphs(html.fragment_fromstring("<ol>\n <li> </li>\n</ol>")) == ()


def test_pictures_tables_and_timelines_are_told_apart() -> None:
    markup = """<div class="slides"><section>
    <img data-ph="picture" src="x.svg" alt="A">
    <table data-ph="table" data-widths="2,3" data-alt="B"><thead><tr><th>h</th></tr></thead><tr><td>c</td></tr></table>
    <ol data-ph="timeline" class="timeline"><li data-date="1945.5" data-lane="2"><b>1945</b> x <i>y</i></li>
    <li class="era" data-date="1989">z</li></ol></section></div>"""
    (slide,) = parse(Script(markup), "en")
    assert slide.parts["picture"] == Picture("x.svg", "A")
    table, timeline = slide.parts["table"], slide.parts["timeline"]
    assert isinstance(table, Table)
    assert isinstance(timeline, Timeline)
    cells = [cell.paragraphs[0].text for row in table.all_rows for cell in row if isinstance(cell, Text)]
    assert (cells, table.widths, table.alt) == (["h", "c"], (2, 3), "B")
    assert [(one.date, one.lane, one.head, one.text) for one in timeline.events] == [(1945.5, 2, "1945", "x y")]
    assert [(one.date, one.text) for one in timeline.eras] == [(1989, "z")]
