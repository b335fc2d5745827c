"""Attributes and options are read alike wherever they stand: behind code, divs and pictures."""

from __future__ import annotations

import pytest

from coursepack.load import attributes, fence
from coursepack.load.attributes import _NAMED
from coursepack.load.markdown import parser
from steps import Looks


@pytest.mark.parametrize(
    ("written", "named", "words"),
    [
        ("#fig-a .wide width=40%", {"width": "40%"}, ("#fig-a", ".wide")),
        ("alt=\"The harbour's light\" side='left'", {"alt": "The harbour's light", "side": "left"}, ()),
        ("lines=1,3 title=x, linenos", {"lines": "1,3", "title": "x"}, (",", "linenos")),
        ("r, echo=FALSE,eval=TRUE", {"echo": "FALSE", "eval": "TRUE"}, ("r,", ",")),
        ('title="see #3"', {"title": "see #3"}, ()),
        ("alt='l'eau d'ici' side='left'", {"alt": "l'eau d'ici", "side": "left"}, ()),
    ],
)
def test_names_have_values_and_the_rest_are_words(written: str, named: dict[str, str], words: tuple[str, ...]) -> None:
    found = attributes.read(written)
    assert (found.named, found.words) == (named, words)


def test_an_apostrophe_does_not_end_the_words_for_a_picture() -> None:
    (token,) = parser().parse('![Dusk](media/dusk.png){fig-alt="The harbour\'s light" width=40%}')
    (picture,) = (token.children or [])[0].children or []
    assert (picture.attrs["fig-alt"], picture.attrs["width"]) == ("The harbour's light", "40%")


def test_a_caption_in_quotes_has_none_in_print() -> None:
    (token,) = parser().parse('```{code-cell} python\n---\ncaption: "A sum"\n---\nx = 1\n```\n')
    assert fence.info(token.info) == fence.Info("python", (), "", "A sum")


def test_lines_that_matter_need_no_quotes() -> None:
    assert fence.info("python hl_lines=1,3").emphasis == (1, 3)


@pytest.mark.parametrize("begins", ["a='b ", "a='b", "b'c", 'a="b ', "a=b,"])
def test_quotes_that_are_never_closed_are_looked_at_once(begins: str) -> None:
    once, more = (Looks(_NAMED, begins * times) for times in (25, 100))
    assert more.count < 5 * once.count
