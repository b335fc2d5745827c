"""A link to another file of the course leads to its unit, to a heading of it to the section; others are words."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.shapes.placeholder import PlaceholderPicture

from conftest import GOLDEN
from coursepack.build import read, ready
from coursepack.links import typed
from coursepack.outputs import slides
from coursepack.problem import Severity
from coursepack.render.handout.markup import handout
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready

PROSE = """\
## Springs

[Later](02-sea.md#waves), [next](./02-sea.md), [the site](../units/02-sea.html), [top](/units/02-sea.html),
[here](#springs), [lost](09-lost.md), [beside](../02-sea/#waves), [there](#bare).

```{text}
id: bare
body: Words.
```

A [named one][far].

[far]: https://example.org/far
"""


def test_it_names_what_it_leads_to(unit: Callable[..., Path]) -> None:
    made = ready(lay(unit))
    html = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html
    # What is said where it stands on another opening.
    html = re.sub(r'<span id="from-\d+" data-far="[^"]*">[^<]*</span>', "", html)
    assert 'Later (<a href="#waves">Section\u00a02.1</a>)' in html
    assert 'next (<a href="#sea">Unit\u00a02</a>), the site (<a href="#sea">Unit\u00a02</a>), top (' in html
    assert 'here (<a href="#springs">Section\u00a01.1</a>), lost, beside (' in html
    assert ", there." in html  # what has neither number nor title is not called by its id
    assert html.count('<a href="#waves">Section\u00a02.1</a>') == 2  # a page of a site is a folder there


def test_slides_name_it_too(unit: Callable[..., Path]) -> None:
    made = ready(lay(unit, "## Springs\n\n- [Later](02-sea.md#waves)\n"))
    assert "<li>Later (Section\u00a02.1)</li>" in script(made.pack, made.design.templates).markup


def test_a_page_that_the_course_has_not_is_said(unit: Callable[..., Path]) -> None:
    (problem,) = (one for one in read(lay(unit)).problems if one.severity is not Severity.NOTE)
    assert (problem.code, problem.severity) == ("link-outside", Severity.WARNING)


@pytest.mark.parametrize("address", ["../lake", "../lakes_(deep).md"])
def test_so_is_one_that_has_no_ending_or_has_brackets(unit: Callable[..., Path], address: str) -> None:
    (problem,) = read(lay(unit, f"## Springs\n\n[Gone]({address}).\n")).problems
    assert (problem.code, problem.span.column) == ("link-outside", 1)
    assert f"`{address}`" in problem.message


def test_a_sound_beside_the_text_is_led_to_by_a_code(unit: Callable[..., Path]) -> None:
    (problem,) = read(lay(unit, "## Springs\n\n[Hear it](drop.mp3).\n")).problems
    assert (problem.code, "{.qr}" in problem.help) == ("link-outside", True)


def test_so_is_one_in_html_and_a_picture_that_leads_to_itself_is_not(unit: Callable[..., Path]) -> None:
    (problem,) = read(lay(unit, '## Springs\n\nSee [this](02-sea.md) and <a href="lake.html">that</a>.\n')).problems
    assert (problem.code, problem.span.column, problem.span.length) == ("link-outside", 27, 20)
    picture = "[![Rain](rain.png)](rain.png)", '<a href="big/rain.png"><img src="rain.png" alt="Rain"></a>'
    found = read(lay(unit, f"## Springs\n\nSee {picture[0]} and {picture[1]}.\n")).problems
    assert {one.code for one in found} == {"missing-file"}


@pytest.mark.parametrize("address", ["file:///lake.txt", "data:text/html,lake", "JavaScript:lake()"])
def test_a_tag_that_does_something_on_a_screen_is_raw_and_nothing_else_is_said_of_it(
    unit: Callable[..., Path], address: str
) -> None:
    found = read(lay(unit, f'## Springs\n\nSee <a href="{address}">it</a>.\n')).problems
    assert {one.code for one in found} == {"unread-markup"}


def test_addresses_for_all_texts_stand_in_a_file_of_their_own(unit: Callable[..., Path]) -> None:
    root = lay(unit, "## Springs\n\n::: note\nA [named one][all].\n:::\n")
    (root / "links.md").write_text("[all]: https://example.org/all\n", "utf-8")
    made = ready(root)
    html = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html
    assert 'href="https://example.org/all"' in html


WEB = """\
## Springs

Read the [survey of rivers](https://www.example.org/a/b/?utm_source=x){.qr}, [again](https://www.example.org/a/b/?utm_source=x).

Bare: <https://example.org/bare>. A [long one](https://example.org/LONG), a [short code](https://example.org/c){qr}.
""".replace("LONG", "x" * 80 + "/end")


def test_an_address_stands_in_the_margin_once_and_is_what_one_types(unit: Callable[..., Path]) -> None:
    # Those who listen have a pause there, which nobody sees.
    html = re.sub(r"<span[^>]* data-said=[^>]*>[^<]*</span>", "", printed(ready(unit(WEB))))
    note = "<strong>survey of rivers</strong> example.<wbr>org/<wbr>a/<wbr>b</span>"
    assert html.count(note) == 1
    assert "again</strong>" not in html
    assert "bare</span>" not in html


def test_an_address_is_read_from_left_to_right_in_every_line(unit: Callable[..., Path]) -> None:
    course = "title: Rivers\nlanguage: ar\nunits: [units/01-water.md]\n"
    html = printed(ready(unit(WEB, {"course.yaml": course})))
    # One text, as the engine asks, with a mark of direction after each sign.
    assert "</strong> example.\u200e\u200borg/\u200e\u200ba/\u200e\u200bb</span>" in html


def test_a_code_is_drawn_where_it_is_asked_for(unit: Callable[..., Path]) -> None:
    html = printed(ready(unit(WEB)))
    assert html.count('<img class="qr"') == 2
    assert "{qr}" not in html


def test_an_address_that_nobody_types_is_said(unit: Callable[..., Path]) -> None:
    (problem,) = (one for one in read(unit(WEB)).problems if one.code == "long-address")
    assert (problem.severity, problem.span.line) == (Severity.NOTE, 13)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a?utm_source=x&id=3&utm_medium=y", "example.org/a?id=3"),
        ("mailto:a@example.org", "a@example.org"),
        ("https://example.org/caf%C3%A9", "example.org/café"),
    ],
)
def test_what_is_typed_has_nothing_that_a_browser_adds(address: str, expected: str) -> None:
    assert typed(address) == expected


FILM = """\
## Springs

```{video}
url: https://example.org/film
title: A river
still: media/spring.svg
alt: A river from above
slide: {notes: Look.}
```
"""


def test_the_still_of_a_film_leads_to_it_on_the_slide(unit: Callable[..., Path]) -> None:
    still = (GOLDEN / "media" / "spring.svg").read_text("utf-8")
    deck = Presentation(BytesIO(slides.make(ready(unit(FILM, {"media/spring.svg": still})), None, "a4").data))
    (shape,) = (shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, PlaceholderPicture))
    assert shape.click_action.hyperlink.address == "https://example.org/film"


def printed(made: Ready) -> str:
    return handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html


def lay(unit: Callable[..., Path], prose: str = PROSE) -> Path:
    root = unit(prose)
    (root / "units" / "02-sea.md").write_text("---\nid: sea\ntitle: Sea\n---\n\n## Waves\n\nThey roll.\n", "utf-8")
    file = root / "course.yaml"
    file.write_text(file.read_text("utf-8").replace("units/01-water.md", "units/01-water.md, units/02-sea.md"), "utf-8")
    return root


def test_a_sub_heading_leads_to_its_section_and_that_of_the_same_file_first(unit: Callable[..., Path]) -> None:
    again = "# Two\n\n## Far\n\n### Deep\n\nx\n"
    files = {"course.yaml": "title: R\nunits: [units/01-water.md, units/02.md]\n", "units/02.md": again}
    body = "## A\n\n### Deep\n\nx\n\n## B\n\n[here](#deep), [there](02.md#deep), [whole](02), [a section](#far)\n"
    made = ready(unit(body, files))
    said = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates).html
    assert re.findall(r'(\w+) \(<a href="#([\w-]+)"', said) == [
        ("here", "a"),
        ("there", "far"),
        ("whole", "02"),
        ("section", "far"),
    ]
