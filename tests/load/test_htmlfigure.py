from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(source: str) -> list[Token]:
    return [token for token in parser().parse(source) if token.type == "pictures"]


def test_a_figure_of_html_has_its_caption_and_the_line_that_it_stands_in() -> None:
    (made,) = read('<figure>\n  <img src="a.svg"\n    alt="A">\n  <figcaption>Deep $x$</figcaption>\n</figure>\n')
    assert made.meta["figure"] == {"title": "Deep $x$", "below": 2}
    assert made.map == [1, 2]


def test_its_pictures_may_be_of_markdown_and_several() -> None:
    (made,) = read("<figure markdown>\n  <center>![A](a.svg){ width=20% }\n![B](b.svg)\n</figure>\n")
    images = [one for child in made.children or [] for one in child.children or [] if one.type == "image"]
    assert [one.attrs["src"] for one in images] == ["a.svg", "b.svg"]
    assert made.meta["figure"] == {}


def test_one_with_anything_else_is_left() -> None:
    assert read("<figure>\n<video src='a'></video>\n</figure>\n") == []
    assert read("<figure>\n<img src='a.svg'>\n") == []
