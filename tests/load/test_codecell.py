"""Cells of notebooks and directives are code; what is hidden is left out, and a picture that it shows is a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import GOLDEN
from coursepack.build import ready
from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PICTURE = """\
## Springs

See @fig-drop.

```{r}
#| label: fig-drop
#| echo: false
#| fig-cap: >
#|   A drop
#|   that falls.
#| fig-alt: A dot and two words.

knitr::include_graphics("media/spring.svg")
```
"""


def test_the_options_of_a_cell_are_the_words_of_a_fence() -> None:
    source = "```{code-block} python\n:linenos:\n:caption: A sum\n:emphasize-lines: 2\n\nx = 1\ny = 2\n```\n"
    (token,) = parser().parse(source)
    assert (token.info, token.content) == (
        'python caption="A sum" emphasize-lines="2" linenos',
        "x = 1\ny = 2\n",
    )
    assert token.map == [4, 8]


def test_a_cell_that_is_not_shown_is_left_out() -> None:
    hidden = "```{python}\n#| include: false\nx = 1\n```\n\n```{code-cell} ipython3\n:tags: [remove-cell]\nx = 1\n```\n"
    assert parser().parse(hidden) == []


def test_a_cell_that_only_shows_a_picture_is_a_figure(unit: Callable[..., Path]) -> None:
    drawing = (GOLDEN / "media" / "spring.svg").read_text("utf-8")
    (made,) = ready(unit(PICTURE, {"media/spring.svg": drawing})).pack.units
    (item,) = (item for item in made.items() if item.kind == "figure")
    assert (item.block.title.plain(), item.block.alt) == ("A drop that falls.", "A dot and two words.")
    assert item.target.name == "Figure 1.1"


@pytest.mark.parametrize(
    ("cell", "width"),
    [
        ('```{r}\nknitr::include_graphics("a.png", dpi = 270)\n```', "270dpi"),
        ('```{r, dpi=300}\nknitr::include_graphics("a.png")\n```', "300dpi"),
        ('```{r}\n#| out-width: ~\nknitr::include_graphics("a.png", dpi = 270)\n```', "270dpi"),
        ('```{r, out.width="50%"}\nknitr::include_graphics("a.png", dpi = 270)\n```', "50%"),
        ('```{r}\nknitr::include_graphics("a.svg", dpi = 270)\n```', None),
        ('```{r}\nknitr::include_graphics("a.png", dpi = 0)\n```', None),
    ],
)
def test_a_picture_has_the_size_that_its_cell_says(cell: str, width: str | None) -> None:
    (token,) = parser().parse(cell)
    assert token.meta.get("width") == width


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("```{r setup, include=FALSE}\nlibrary(x)\n```", []),
        ("```{r, echo = F, fig.cap='Rain'}\nplot(x)\n```", ["unrun"]),
        ('```{r, fig.cap="Rain, again", out.width="50%"}\nknitr::include_graphics("a.png")\n```', ["picture"]),
        ('```{r}\nx <- 1\nknitr::include_graphics("a.png")\n```', ["fence"]),
    ],
)
def test_options_of_r_markdown_stand_in_the_braces(source: str, kinds: list[str]) -> None:
    found = parser().parse(source)
    assert [token.type for token in found] == kinds
    if kinds == ["picture"]:
        assert found[0].meta == {"src": "a.png", "title": "Rain, again", "alt": "Rain, again", "width": "50%"}


def test_what_solves_an_exercise_of_learnr_is_the_teachers_and_nothing_else_is() -> None:
    cells = ("sum, exercise=TRUE", "sum-solution", "sum-code-check", "sum-hint", "ode-solution")
    source = "\n".join(f"```{{r {cell}}}\nx = {number}\n```\n" for number, cell in enumerate(cells))
    found = [(token.type, token.map) for token in parser().parse(source)]
    assert [kind for kind, _ in found] == ["fence", "callout", "callout", "fence", "fence"]
    (first, second) = [token.meta["callout"] for token in parser().parse(source) if token.type == "callout"]
    assert (first.kind, first.skipped, first.texts["body"]) == ("solution", -1, "```r\nx = 1\n```\n")
    assert "x = 2" in second.texts["body"]


@pytest.mark.parametrize("head", ["{r asked, echo=FALSE}", "{r}"])
@pytest.mark.parametrize("asks", ["quiz(caption = 'a',\n  question(", "learnr::question(", "  question_text("])
def test_a_quiz_of_learnr_is_not_printed(head: str, asks: str) -> None:
    (token,) = parser().parse(f"```{head}\nx <- 1\n{asks}'Which?', answer('a', correct = TRUE))\n```\n")
    assert (token.type, token.meta["drawn"]) == ("unrun", "quiz")


def test_code_that_speaks_of_a_question_is_code() -> None:
    sources = ("```{r}\nmy_question(1)\n```\n", "```{python}\nquestion(1)\n```\n", "```r\nquestion('a')\n```\n")
    assert [token.type for source in sources for token in parser().parse(source)] == ["fence"] * 3
