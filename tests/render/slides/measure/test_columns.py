"""Pictures side by side: all as wide, their words below, all inside the frame. Inches."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coursepack.render.slides.content import Panels, Picture, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.layouts import Frame, Level
from coursepack.render.slides.measure.columns import columns

FRAME = Frame(type="region", at=(1, 2, 9, 4), levels=(Level(size=24, leading=36),))
LINE = 0.5


def panels(*labels: str) -> Panels:
    pictures = tuple(Picture(f"{number}.png", "A") for number, _ in enumerate(labels))
    return Panels(pictures, tuple(Text((Paragraph((Run(words),)),) if words else ()) for words in labels))


def test_pictures_share_the_width_with_air_between_them() -> None:
    found = [above.at for _, _, above, _ in columns(panels("a", "b", "c"), FRAME)]
    assert found[0][0] == 1
    assert found[-1][0] + found[-1][2] == pytest.approx(10)
    assert len({round(at[2], 9) for at in found}) == 1
    gaps = [after[0] - before[0] - before[2] for before, after in pairwise(found)]
    assert gaps == pytest.approx([gaps[0]] * 2)
    assert gaps[0] > 0


def test_words_stand_right_below_at_the_foot_of_the_frame_and_a_line_is_kept_for_them() -> None:
    for _, _, above, below in columns(panels("a", "b"), FRAME):
        assert (below.at[0], below.at[2]) == (above.at[0], above.at[2])
        assert below.at[3] == LINE
        assert below.at[1] + below.at[3] == pytest.approx(6)
        assert above.at[1] == 2
        assert above.at[1] + above.at[3] < below.at[1]


def test_words_longer_than_a_line_have_two() -> None:
    long = "words that go on and on until no line of a narrow column holds them any more"
    assert {below.at[3] for *_, below in columns(panels(long, "b", "c"), FRAME)} == {2 * LINE}


def test_without_words_the_pictures_have_all_the_height() -> None:
    found = list(columns(panels("", ""), FRAME))
    assert {below.at[3] for *_, below in found} == {0}
    assert [picture.source for picture, *_ in found] == ["0.png", "1.png"]
