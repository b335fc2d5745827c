"""Words of pictures that come out too small on a slide: told by the least size of that slide."""

from __future__ import annotations

import pytest

from coursepack.problem import Span
from coursepack.render.slides.native.legible import of_vector

# 13 inches wide, its words are 12 pt.
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 400">'
    b'<text style="font-size: 10px" x="9" y="9">a</text></svg>'
)


@pytest.mark.parametrize(
    ("least", "said"), [(14, ["the smallest words of this picture are 12 pt on the slide"]), (12, [])]
)
def test_words_are_too_small_below_the_least_size_of_their_slide(least: float, said: list[str]) -> None:
    assert [one.message for one in of_vector(DRAWING, Span("a.md"), 13, least)] == said
