"""What stands among a slide's paragraphs and is no text: it gets a frame of its own, or is told in words."""

from __future__ import annotations

from lxml import html

from coursepack.render.slides.lifting import lift

FIGURE = '<img class="part" alt="A spring">'


def section(inside: str, more: str = "") -> html.HtmlElement:
    return html.fragment_fromstring(f"<section{more}>{inside}</section>")


def written(element: html.HtmlElement) -> str:
    return html.tostring(element, encoding="unicode")


def test_a_figure_is_taken_out_and_what_follows_it_stays() -> None:
    slide = section(f'<div data-ph="body"><p>One</p>{FIGURE}<p>Two</p></div>')
    assert [one.get("alt") for one in lift(slide)] == ["A spring"]
    assert written(slide) == '<section><div data-ph="body"><p>One</p><p>Two</p></div></section>'


def test_in_notes_and_cells_it_is_told_by_its_words() -> None:
    slide = section(f'<aside>{FIGURE}</aside><table data-ph="table"><tr><td>{FIGURE}</td></tr></table>')
    assert lift(slide) == []
    assert slide.text_content() == "A springA spring"


def test_in_a_table_that_gets_a_frame_it_is_told_too() -> None:
    """A text with gaps may be a table with pictures: its first column was empty."""
    picture = FIGURE.replace(' class="part"', "")
    slide = section(f'<div data-ph="body"><table class="part"><tr><td>{picture}</td><td>___</td></tr></table></div>')
    assert [one.text_content() for one in lift(slide)] == ["A spring___"]


def test_where_it_is_told_its_file_has_no_name() -> None:
    unsaid = '<img src="media/a-spring_2.png" alt="a spring 2">'
    figure = unsaid.replace("<img", '<img class="part"')
    slide = section(f'<table data-ph="table"><tr><td>{unsaid}</td><td>{figure}</td><td>{FIGURE}</td></tr></table>')
    assert lift(slide) == []
    assert slide.text_content() == "A spring"


def test_a_table_is_told_row_by_row_and_code_line_by_line() -> None:
    table = '<table class="part"><tr><th>River</th><th>km</th></tr><tr><td>Rhine</td><td>1233</td></tr></table>'
    code = '<div class="part code"><p><code>a = 1</code></p><p><code>b = 2</code></p></div>'
    slide = section(f"<aside>{table}{code}</aside>")
    lift(slide)
    assert [one.text_content() for one in slide.iter("p")] == ["River · km", "Rhine · 1233"]
    assert "<code>a = 1<br></code><code>b = 2</code>" in written(slide)


def test_the_first_figure_of_a_column_has_a_frame_in_it_and_the_next_has_none() -> None:
    inside = (
        f'<div data-ph="body-left"><p>One</p>{FIGURE}{FIGURE}</div><div data-ph="body-right">{FIGURE}<p>Two</p></div>'
    )
    slide = section(inside, ' data-columns="1,1"')
    assert len(lift(slide)) == 1
    # After the text of its column as it is written, or before it.
    assert [one.get("data-ph") for one in slide] == ["body-left", "figure-left", "figure-right", "body-right"]


def test_code_and_equations_of_a_column_have_frames_of_their_kind() -> None:
    code, formula = '<div class="part code"><code>a</code></div>', '<p class="part" data-latex="x">x</p>'
    inside = f'<div data-ph="body-left">{code}</div><div data-ph="body-right">{formula}</div>'
    slide = section(inside, ' data-columns="1,1"')
    assert lift(slide) == []
    assert [one.get("data-ph") for one in slide if not one.get("data-ph", "").startswith("body")] == [
        "code-left",
        "equation-right",
    ]


def test_a_picture_in_a_line_is_told_unless_it_is_a_placeholder_or_a_panel() -> None:
    inside = '<p>a <img alt="sign"> b</p><img data-ph="picture" alt="P"><ol class="panels"><li><img alt="Q"></li></ol>'
    slide = section(inside)
    lift(slide)
    assert written(slide).count("<img") == 2
    assert slide.find("p").text_content() == "a sign b"
