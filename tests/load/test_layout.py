"""Pictures in a div of Quarto are figures of several; what else such a div holds is seen through."""

from __future__ import annotations

import pytest

from coursepack.load.markdown import parser
from coursepack.load.pictures import fields
from coursepack.problem import Span
from coursepack.values import plain


def figures(source: str) -> list[object]:
    tokens = parser().parse(source)
    return [plain(fields(one, lambda _: Span("a.md", 2, 1)).value) for one in tokens if one.type == "pictures"]


def panel(name: str) -> dict[str, str]:
    return {"src": name, "alt": name.upper()}


def pictures(names: str) -> str:
    return "\n".join(f"![{name.upper()}]({name})" for name in names)


def test_two_pictures_are_one_figure_with_its_id_and_caption() -> None:
    source = "::: {#fig-all layout-ncol=2}\n![A](a){#fig-a}\n\n![B](b)\n\nAll of\nthem\n:::\n"
    assert figures(source) == [
        {"panels": [{**panel("a"), "title": "A"}, panel("b")], "id": "fig-all", "title": "All of them"}
    ]
    (token,) = (one for one in parser().parse(source) if one.type == "pictures")
    found = fields(token, lambda _: Span("a.md", 2, 1))
    assert found.spans["title",] == Span("a.md", 6, 1, len("All of them"))


@pytest.mark.parametrize("layout", ["layout-ncol=2", "layout-nrow=2", 'layout-ncol=2 fig-alt="$x^{2}$"'])
def test_up_to_four_are_one_figure_in_rows(layout: str) -> None:
    (found,) = figures(f"::: {{{layout}}}\n{pictures('abcd')}\n:::\n")
    assert found == {"panels": [panel(name) for name in "abcd"], "columns": "2"}


def test_more_are_a_figure_a_row() -> None:
    found = figures(f"::: {{#x layout-ncol=3}}\n{pictures('abcdef')}\n\nSix\n:::\n")
    assert found == [
        {"panels": [panel(name) for name in "abc"], "id": "x", "title": "Six"},
        {"panels": [panel(name) for name in "def"]},
    ]


@pytest.mark.parametrize(
    "inside", ["words\n\n![A](a)\n![B](b)", "![A](a)", "one\n\ntwo", "![A](a)\n\nwords\n\n![B](b)"]
)
def test_what_is_not_pictures_is_set_one_after_the_other(inside: str) -> None:
    tokens = parser().parse(f"::: {{layout-ncol=2}}\n{inside}\n:::\n")
    assert "colon_fence" not in [one.type for one in tokens]
    assert not any(one.meta.get("figure") for one in tokens)
