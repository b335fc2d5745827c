"""The theme's logo on the deck's layouts: where it has room, and on none that a theme without one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.render.look.templates import OWN
from coursepack.render.look.theme import Logo
from coursepack.render.slides.native.logo import place
from coursepack.render.slides.native.master import empty_deck

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="30"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture(scope="module")
def branded(theme: Theme) -> Theme:
    """The theme with the logo of a school, which is wider than high."""
    return theme.model_copy(
        update={"logo": Logo(file=str(OWN / "themes" / "harbour" / "logo.svg"), alt="A lighthouse")}
    )


def test_it_keeps_its_proportions_at_the_left_of_its_room(design: Design, branded: Theme) -> None:
    room = design.logos.title
    at = place(design, design.layouts["title"], branded)
    assert at
    assert at[0] == room[0]
    assert max(at[2] / room[2], at[3] / room[3]) == pytest.approx(1)
    assert at[1] - room[1] == pytest.approx(room[1] + room[3] - at[1] - at[3])
    foot = place(design, design.layouts["content"], branded)
    assert foot
    assert foot[2] / foot[3] == pytest.approx(at[2] / at[3])


def test_another_picture_in_the_same_file_has_its_own_proportions(design: Design, theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    own = theme.model_copy(update={"logo": Logo(file=str(file), alt="A lighthouse")})
    for wide in (90, 45):
        file.write_text(SVG.format(wide), "utf-8")
        at = place(design, design.layouts["title"], own)
        assert at
        assert at[2] / at[3] == pytest.approx(wide / 30)


def test_it_is_a_picture_on_the_layouts_that_have_a_place_for_it_and_on_no_other(
    design: Design, theme: Theme, branded: Theme, templates: Environment
) -> None:
    deck = empty_deck(design, branded, templates, "en")
    pictured = [layout.name for layout in deck.slide_layouts if "<p:pic>" in layout.part.blob.decode()]
    assert pictured == [layout.name for layout in design.layouts.values() if place(design, layout, branded)]
    assert 0 < len(pictured) < len(design.layouts)
    bare = empty_deck(design, theme, templates, "en")
    assert not [layout.name for layout in bare.slide_layouts if "<p:pic>" in layout.part.blob.decode()]


def test_it_is_described_where_it_stands_for_the_school(design: Design, branded: Theme, templates: Environment) -> None:
    deck = empty_deck(design, branded, templates, "en")
    described = [layout.name for layout in deck.slide_layouts if 'descr="A lighthouse"' in layout.part.blob.decode()]
    signs = [layout for layout in design.layouts.values() if "sign" in layout.frames and place(design, layout, branded)]
    assert described == [layout.name for layout in signs]
    assert described


def test_no_footer_runs_into_it(design: Design, branded: Theme) -> None:
    for name, layout in design.layouts.items():
        at, footer = place(design, layout, branded), layout.frames.get("footer")
        assert not (at and footer) or footer.at[0] + footer.at[2] <= at[0], name
