"""The faces of a template's theme, and the free ones that measure them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import schoolparts
from pptx import Presentation
from pptx.oxml.ns import qn

from coursepack.render.slides.school.survey import theme_of
from coursepack.render.slides.school.twins import families

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.slide import SlideMaster

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.school.twins import Families

    Find = Callable[..., Families]


@pytest.fixture
def found(theme: Theme, templates: Environment) -> Find:
    return lambda master: families(master, theme, templates)


def master(heading: str, body: str) -> SlideMaster:
    """Return a master whose theme has these families."""
    made = Presentation().slide_master
    schoolparts.fonts(made, heading, body)
    return made


def test_titles_and_text_are_named_as_the_theme_does_and_measured_with_faces_as_wide(found: Find) -> None:
    made = found(master("Calibri", "Arial"))
    assert (made.heading, made.body, made.unknown) == ("+mj-lt", "+mn-lt", ())
    heading, body = made.theme.deck.heading, made.theme.deck.body
    assert (heading.family, body.family) == ("Calibri", "Arial")
    assert heading.twin["bold"].endswith("Carlito-Bold.ttf")
    assert "Arimo" in body.twin["regular"]


def test_a_family_is_known_in_any_letters(found: Find) -> None:
    made = found(master("CALIBRI", "calibri"))
    assert made.unknown == ()
    assert "Carlito" in made.theme.deck.body.twin["regular"]


def test_a_family_that_nobody_knows_is_measured_wider_and_said_once(found: Find) -> None:
    made = found(master("Nobody Sans", "Nobody Sans"))
    assert made.unknown == ("Nobody Sans",)
    for style, widest in (("regular", 1.03), ("bold", 1.18)):
        assert made.theme.deck.body.twin[style].endswith(f"#widen={widest}")


def test_a_twin_that_is_not_installed_is_passed_over(found: Find, without: Callable[[str], None]) -> None:
    without("fontpkg_arimo")
    made = found(master("Calibri", "Arial"))
    assert made.unknown == ("Arial",)
    without("ziafont")  # nor is the widest: then our own face, by more than any is wider
    twin = found(master("Nobody Sans", "Nobody Sans")).theme.deck.body.twin
    assert all(file.endswith("widen=1.4") for file in twin.values())


def test_a_face_that_the_master_names_for_text_is_written_into_its_theme(found: Find) -> None:
    """Charts and tables are set in the theme's face."""
    given = master("Calibri", "Calibri")
    next(given.element.iter(qn("p:bodyStyle"))).find(f".//{qn('a:latin')}").set("typeface", "Georgia")
    made = found(given)
    assert (made.heading, made.body, made.theme.deck.body.family) == ("+mj-lt", "Georgia", "Georgia")
    named = {
        which: theme_of(given).find(f".//{qn(which)}/{qn('a:latin')}").get("typeface")
        for which in ("a:majorFont", "a:minorFont")
    }
    assert named == {"a:majorFont": "Calibri", "a:minorFont": "Georgia"}
