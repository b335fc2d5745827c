"""What a page would open is found before any page engine asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.look.opened import check
from coursepack.render.look.templates import environment

if TYPE_CHECKING:
    from pathlib import Path


def named(html: str = "<p>x</p>", css: str = "") -> list[str]:
    found = check(html, css, {"media/known.svg", "media/a b.svg"}, environment())
    return [problem.message.partition("`")[2].partition("`")[0] for problem in found]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{}">',
        '<object data="{}"></object>',
        '<video poster="{}"></video>',
        '<link rel="stylesheet" href="{}">',
        '<a rel="attachment" href="{}">x</a>',
        "<p style=\"background: url('{}')\">x</p>",
    ],
)
def test_a_page_names_it(html: str) -> None:
    assert named(html.format("file:///etc/passwd")) == ["file:///etc/passwd"]
    assert named(html.format("media/known.svg")) == []


@pytest.mark.parametrize(
    "css",
    [
        "p { background: url(http://a.org/x) }",
        'p { background: url("http://a.org/x") }',
        '@import "http://a.org/x";',
        "@import url(http://a.org/x);",
        '@media print { p { content: image-set(url("http://a.org/x") 1x) } }',
        '@font-face { src: url("http://a.org/x") }',
    ],
)
def test_a_style_names_it(css: str) -> None:
    assert named(css=css) == ["http://a.org/x"]


def test_what_opens_nothing_may_stand_there() -> None:
    assert named('<a href="https://a.org">x</a><img src="data:image/png;base64,AA"><a href="#b">y</a>') == []
    assert named('<img src="media/a%20b.svg">') == []


def test_it_is_said_once_in_the_line_of_the_template(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text('<p>\n  <img src="x.png">\n')
    (problem,) = check('<img src="x.png"><img src="x.png">', "", {}, environment([tmp_path]))
    assert str(problem.span) == f"{tmp_path / 'a.html.j2'}:2:13"
    assert problem.code == "outside-course"
