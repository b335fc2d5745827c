"""Pictures in HTML are those that Markdown has; a tag without a file is left to be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser
from coursepack.load.pictures import fields
from coursepack.problem import Span
from coursepack.text import Rich
from coursepack.values import plain

if TYPE_CHECKING:
    from markdown_it.token import Token


def tokens(source: str) -> list[Token]:
    return parser().parse(source)


@pytest.mark.parametrize(
    "around",
    ["{}", '<p align="center">\n  {}\n</p>', '<div class="wide">{}</div>', "<center>\n{}\n</center>"],
)
def test_a_tag_alone_is_a_figure(around: str) -> None:
    source = around.format('<img class="big" src="a.png" alt="Rain &amp; sun" width="750" height="400"/>')
    (token,) = tokens(source)
    found = plain(fields(token, lambda _: Span("a.md", 1, 1)).value)
    assert found == {"src": "a.png", "alt": "Rain & sun", "width": "750px"}


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ('<img src="a.png" style="width: 40%; border: 0">', {"width": "40%"}),
        ("<IMG SRC='a.png' WIDTH=75 >", {"width": "75px"}),
        (
            '<img src="a.png" title="A title" id="fig-a" align="right">',
            {"title": "A title", "id": "fig-a", "align": "right"},
        ),
    ],
)
def test_a_tag_in_a_line_says_what_a_picture_of_markdown_says(tag: str, attributes: dict[str, str]) -> None:
    (_, inline, _) = tokens(f"See {tag} here.")
    (image,) = (one for one in inline.children or [] if one.type == "image")
    assert image.attrs == {"alt": "", "src": "a.png", **attributes}


def test_it_stands_where_its_tag_is_written() -> None:
    source = '<p>\n  <img src="a.png" width="20">\n</p>'
    text = Rich(source, Span("a.md", 5, 1), 0, tuple(tokens(source)))
    ((_, at),) = text.pictures()
    assert (at.line, at.column, at.length) == (6, 3, len('<img src="a.png" width="20">'))


@pytest.mark.parametrize(
    "source", ['<img alt="x">', '<p><img src="a.png"> and words</p>', '<a href="b"><img src="a.png"></a>']
)
def test_what_is_no_picture_alone_stays_html(source: str) -> None:
    assert next(token.type for token in tokens(source)) in {"html_block", "paragraph_open"}
    assert not any(token.type == "pictures" for token in tokens(source))
