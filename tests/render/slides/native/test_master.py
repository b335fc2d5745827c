"""The empty deck, read with python-pptx: every layout and no slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import Template
from pptx.util import Inches

from coursepack.render.look.templates import OWN, environment
from coursepack.render.slides.native import master
from coursepack.render.slides.native.master import LayoutPart, empty_deck
from coursepack.run import store
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme
    from coursepack.render.slides.layouts import Design


@pytest.fixture(scope="module")
def deck(design: Design, theme: Theme, templates: Environment) -> Deck:
    return empty_deck(design, theme, templates, "pt-BR")


def test_it_has_the_size_of_the_design_and_no_slide(deck: Deck, design: Design) -> None:
    assert (deck.slide_width, deck.slide_height) == pytest.approx(
        (Inches(design.slide.width), Inches(design.slide.height)), abs=2000
    )
    assert len(deck.slides) == 0
    assert len(deck.slide_masters) == 1


def test_every_layout_is_there_in_its_order_under_the_name_that_powerpoint_shows(deck: Deck, design: Design) -> None:
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in design.layouts.values()]


def test_a_placeholder_stands_where_its_frame_does(deck: Deck, design: Design) -> None:
    for layout, ours in zip(deck.slide_layouts, design.layouts.values(), strict=True):
        frames = [frame for frame in ours.frames.values() if frame.type != "region"]
        assert len(list(layout.placeholders)) == len(frames)
        for shape, frame in zip(layout.placeholders, frames, strict=True):
            sides = (shape.left, shape.top, shape.width, shape.height)
            assert sides == pytest.approx([Inches(side) for side in frame.at], abs=1), ours.name


def test_numbers_of_placeholders_tell_them_apart_and_the_titles_is_nought(deck: Deck) -> None:
    for layout in deck.slide_layouts:
        numbers = [shape.placeholder_format.idx for shape in layout.placeholders]
        assert len(set(numbers)) == len(numbers)
        titles = [shape for shape in layout.placeholders if shape.placeholder_format.type == 1]
        assert [shape.placeholder_format.idx for shape in titles] == [0]


def test_it_is_in_the_courses_language_and_nothing_stock_is_left(deck: Deck) -> None:
    parts = {str(part.partname): part for part in deck.part.package.iter_parts()}
    assert "/ppt/notesMasters/notesMaster1.xml" in parts
    assert {"/ppt/presProps.xml", "/ppt/viewProps.xml"} <= set(parts)
    assert not [name for name in parts if "printerSettings" in name or "thumbnail" in name]
    assert b'lang="pt-BR"' in parts["/ppt/slideMasters/slideMaster1.xml"].blob
    assert b"en-US" not in b"".join(part.blob for name, part in parts.items() if name.endswith(".xml"))


def test_master_and_notes_have_a_theme_each(deck: Deck) -> None:
    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    notes = deck.notes_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    assert theme.partname != notes.partname


def test_a_layout_is_read_when_it_is_wanted_and_is_the_same_read_and_unread(
    design: Design, theme: Theme, templates: Environment
) -> None:
    deck = empty_deck(design, theme, templates, "en")
    parts = [part for part in deck.part.package.iter_parts() if isinstance(part, LayoutPart)]
    unread = [part.blob for part in parts]
    assert len(parts) == len(design.layouts)
    assert not [part for part in parts if "_element" in vars(part)]
    assert deck.slide_layouts[3].name == list(design.layouts.values())[3].name
    assert len([part for part in parts if "_element" in vars(part)]) == 1
    assert [part.slide_layout.part.blob for part in parts] == unread


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that makes a new process of this one, as far as masters go; it has been called once."""

    def call() -> None:
        monkeypatch.setattr(master, "_opened", Recent(3))

    call()
    return call


@pytest.mark.parametrize("kept", ["in the process", "in the store"])
def test_what_its_templates_come_to_is_written_once(  # noqa: PLR0913, PLR0917 what a deck comes of, and what watches
    kept: str,
    design: Design,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    forget: Callable[[], None],
) -> None:
    with store.within(tmp_path if kept == "in the store" else None):
        first = empty_deck(design, theme, environment(), "en")
        monkeypatch.setattr(Template, "render", lambda *_, **__: pytest.fail("written again"))
        if kept == "in the store":
            forget()
        again = empty_deck(design, theme, environment(), "en")
    parts = ({str(part.partname): part.blob for part in deck.part.package.iter_parts()} for deck in (first, again))
    assert next(parts) == next(parts)


@pytest.mark.usefixtures("forget")
def test_it_comes_of_the_design_the_theme_the_language_and_all_templates(
    design: Design, theme: Theme, tmp_path: Path
) -> None:
    own = tmp_path / "templates"
    own.mkdir()

    def blank() -> bytes:
        with store.within(tmp_path / "store"):
            deck = empty_deck(design, theme, environment([own]), "en")
        return next(part.blob for part in deck.part.package.iter_parts() if part.partname.endswith("presProps.xml"))

    before = blank()
    (own / "deck").mkdir()
    (own / "deck/properties.xml.j2").write_text((OWN / "deck/properties.xml.j2").read_text() + "<!-- ours -->")
    assert blank() != before
    smaller = design.model_copy(update={"slide": design.slide.model_copy(update={"width": 10})})
    brighter = theme.model_copy(update={"colours": {**theme.colours, "accent": "#112233"}})
    with store.within(tmp_path / "store"):
        for other in ((smaller, theme, "en"), (design, brighter, "en"), (design, theme, "de")):
            empty_deck(other[0], other[1], environment([own]), other[2])
    assert len([*(tmp_path / "store").iterdir()]) == 5


@pytest.mark.usefixtures("forget")
def test_what_a_course_has_of_its_own_that_no_deck_asks_for_writes_nothing_anew(
    design: Design, theme: Theme, tmp_path: Path
) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    with store.within(tmp_path / "store"):
        for page in ("one", "another"):
            (own / "print.css.j2").write_text(f"/* {page} */")
            empty_deck(design, theme, environment([own]), "en")
    assert len([*(tmp_path / "store").iterdir()]) == 1
