"""The layouts as they are read: mirrored where a language is read from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.slides import layouts

if TYPE_CHECKING:
    from jinja2 import Environment


@pytest.mark.parametrize("language", ["ar", "he", "ar-EG"])
def test_what_stands_at_the_left_stands_at_the_right(templates: Environment, language: str) -> None:
    usual, turned = layouts.load(templates, "en"), layouts.load(templates, language)
    for name, layout in usual.layouts.items():
        for key, frame in layout.frames.items():
            left, top, wide, high = turned.layouts[name].frames[key].at
            assert (left, top, wide, high) == (usual.slide.width - frame.at[0] - wide, *frame.at[1:])
    page = turned.layouts["content"].frames["page"]
    assert (page.align, page.at[0] < 1) == ("l", True)
    assert turned.layouts["unit"].frames["number"].at[0] > usual.slide.width / 2
    assert turned.layouts["source"].ornaments[1].at[0] > usual.slide.width / 2


def test_other_languages_have_the_layouts_as_they_are_written(templates: Environment) -> None:
    assert layouts.load(templates, "fr") == layouts.load(templates)
