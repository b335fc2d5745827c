"""Pictures in Markdown: what stands alone becomes a figure; what is in a line keeps its words and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser
from coursepack.load.pictures import alternative, beside, fields, written
from coursepack.problem import Span
from coursepack.values import plain

if TYPE_CHECKING:
    from markdown_it.token import Token

AT = Span("a.md", 3, 1)


def tokens(text: str) -> list[Token]:
    return parser().parse(text)


def figure(text: str) -> dict[str, object]:
    (token,) = tokens(text)
    assert token.type == "pictures"
    found = plain(fields(token, lambda _: AT).value)
    assert isinstance(found, dict)
    return found


def images(text: str) -> list[Token]:
    (inline,) = (token for token in tokens(text) if token.type == "inline")
    return [child for child in inline.children or [] if child.type == "image"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![A weir](a.png)", {"src": "a.png", "alt": "A weir"}),
        ("![A weir](my weirs/no 1.png){width=40%}", {"src": "my%20weirs/no%201.png", "alt": "A weir", "width": "40%"}),
        ('![A weir](a.png "Below the weir")', {"src": "a.png", "alt": "A weir", "title": "Below the weir"}),
        ("![A weir](a.png){#fig-weir}", {"src": "a.png", "alt": "A weir", "title": "A weir", "id": "fig-weir"}),
        ('![Weir](a.png){fig-alt="A wall in a river"}', {"src": "a.png", "alt": "A wall in a river", "title": "Weir"}),
        ('![Weir](a.png){alt="A wall"}', {"src": "a.png", "alt": "A wall", "title": "Weir"}),
        (r"![](a.png){alt='Files \"a\_b\" and *.png, *.jpg'}", {"src": "a.png", "alt": 'Files "a_b" and *.png, *.jpg'}),
        (
            "![](a.png){alt='L'eau de l'\u00e9cluse' width=40%}",
            {"src": "a.png", "alt": "L'eau de l'\u00e9cluse", "width": "40%"},
        ),
        ('![](a.png){alt="A wall\nin a river"\n.left}', {"src": "a.png", "alt": "A wall in a river", "side": "left"}),
        ('![](a.png){fig-cap="Weir" width=40%}', {"src": "a.png", "title": "Weir", "width": "40%"}),
        ("![W](a.png){width=750px}", {"src": "a.png", "alt": "W", "width": "750px"}),
        ("![W](a.png){width=750 height=400}", {"src": "a.png", "alt": "W", "width": "750px"}),
        ("![W](a.png){height=400}", {"src": "a.png", "alt": "W", "width": "400px high"}),
        ("![W](a.png){width=3in}", {"src": "a.png", "alt": "W", "width": "3in"}),
        ("![W](a.png){.left}", {"src": "a.png", "alt": "W", "side": "left"}),
        ("![W](a.png){fig-align=center}", {"src": "a.png", "alt": "W"}),
    ],
)
def test_a_picture_alone_is_a_figure_with_what_its_author_said(text: str, expected: dict[str, str]) -> None:
    assert figure(text) == expected


def test_pictures_alone_together_are_panels() -> None:
    found = figure("![One](a.png)\n![Two](b.png){width=30%}")
    assert found == {"panels": [{"src": "a.png", "alt": "One"}, {"src": "b.png", "alt": "Two", "width": "30%"}]}


def test_lengths_of_panels_are_shares_of_a_figure_that_is_as_wide_as_they_are_or_the_text() -> None:
    found = figure("![One](a.png){width=600px}\n![Two](b.png){width=200px}")["panels"]
    assert [panel["width"] for panel in found] == ["75.0%", "25.0%"]  # type: ignore[attr-defined] a list of panels
    found = figure("![One](a.png){width=60mm}\n![Two](b.png)")["panels"]
    assert [panel.get("width") for panel in found] == ["50.0%", None]  # type: ignore[attr-defined]


@pytest.mark.parametrize("said", ["width=20px", "width=8mm", "width=0.2in", "height=20px", "height=8mm"])
def test_what_is_less_than_ten_millimetres_wide_stays_a_picture_among_words(said: str) -> None:
    assert next(token.type for token in tokens(f"![W](a.png){{{said}}}")) == "paragraph_open"
    (image,) = images(f"![W](a.png){{{said}}}")
    assert f"width={image.attrs['width']}" == said.replace("height", "width")


def test_what_nobody_knows_is_kept_to_be_reported() -> None:
    assert figure("![W](a.png){.hidden lazy=1}").keys() == {"src", "alt", ".hidden", "lazy"}


@pytest.mark.parametrize("text", ["![W](a.png){.rounded .left .big}", "So ![W](a.png){.rounded .left .big}"])
def test_a_style_of_an_author_is_kept_apart_from_the_side(text: str) -> None:
    inlines = [
        one for token in parser().parse(text) for one in (token, *(token.children or [])) if one.type == "inline"
    ]
    (image,) = (one for one in inlines[0].children or [] if one.type == "image")
    assert (image.meta["style"], image.attrs["class"]) == ("rounded .big", "left")
    assert not inlines[0].meta.get("residue")


def test_a_picture_in_a_line_keeps_its_place_and_takes_its_attributes_away_from_the_words() -> None:
    text = "See ![a [b] c](x(1).png){width=5mm} and ![d](y.png)."
    first, second = images(text)
    assert [text[one.meta["at"] :][: len(one.meta["raw"])] for one in (first, second)] == [
        "![a [b] c](x(1).png){width=5mm}",
        "![d](y.png)",
    ]
    assert first.attrs["width"] == "5mm"
    (inline,) = (token for token in tokens(text) if token.type == "inline")
    assert "".join(child.content for child in inline.children or [] if child.type == "text") == "See  and ."


def test_braces_that_stand_apart_from_a_picture_are_words() -> None:
    (image,) = images("See ![a](x.png) {width=5mm}.")
    assert "width" not in image.attrs


def test_what_is_said_of_a_picture_are_its_words_unless_others_are_given() -> None:
    assert [alternative(one) for one in images('x ![A *weir*](a.png) ![B](b.png){fig-alt="C"}')] == ["A weir", "C"]


@pytest.mark.parametrize(
    ("source", "heard"),
    [
        ("![](media/river_bend-2.svg)", "river bend 2"),
        ("![](LowWater.png)", "Low Water"),
        ('![](a.png "A bend")', "A bend"),
    ],
)
def test_a_picture_without_words_is_said_by_its_caption_or_by_its_name(source: str, heard: str) -> None:
    (image,) = images(f"x {source}")
    assert (written(image), alternative(image)) == ("", heard)


def test_the_file_is_asked_for_by_the_name_that_was_written() -> None:
    markdown, asked = parser(), []

    def find(name: str) -> str:
        asked.append(name)
        return f"units/{name}"

    beside(markdown, find)
    (token,) = markdown.parse("![A](my%20map.png)")
    (image,) = (token.children or [])[0].children or []
    assert asked == ["my map.png"]
    assert image.attrs["src"] == "units/my map.png"


@pytest.mark.parametrize("before", ["`![c](d.png)`", r"\![c](d.png)", "![`[`](d.png)", r"![\[](d.png)"])
def test_a_picture_is_found_where_it_stands_whatever_stands_before_it(before: str) -> None:
    source = f"Rain {before} and ![a](b.png){{width=20%}} sun.\n"
    inline = parser().parse(source)[1]
    last = [one for one in inline.children or [] if one.type == "image"][-1]
    assert (last.meta["at"], last.meta["raw"], last.attrs["width"]) == (
        source.index("![a]"),
        "![a](b.png){width=20%}",
        "20%",
    )


def test_a_height_alone_is_one_of_a_picture_by_itself_in_html_too() -> None:
    for source in ("![W](a.png){height=2cm}", '<img src="a.png" alt="W" style="height: 2cm !important">'):
        assert figure(source)["width"] == "2cm high"
