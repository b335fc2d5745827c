"""How our layouts go onto a template, as data: the file, a school's own, and what the file does not list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.look.templates import OWN, environment
from coursepack.render.slides.content import unit_frame
from coursepack.render.slides.school.recipe import load, usual

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from coursepack.render.slides.layouts import Design


def test_a_recipe_places_frames_that_its_layout_has(design: Design, templates: Environment) -> None:
    book = load(templates)
    assert book.layouts.keys() <= design.layouts.keys()
    for name, recipe in book.layouts.items():
        rows = (*recipe.rows, *([recipe.above] if recipe.above else ()))
        named = {frame for row in rows for frame in row.frames} | {*recipe.seats, *recipe.heads, *recipe.left_out}
        assert named <= design.layouts[name].frames.keys(), name


def test_every_frame_of_a_layout_has_a_place_in_its_recipe(design: Design, templates: Environment) -> None:
    """What has none is on no slide, and nobody says so."""
    for name, recipe in load(templates).layouts.items():
        frames = design.layouts[name].frames
        rows = (*recipe.rows, *([recipe.above] if recipe.above else ()))
        placed = {frame for row in rows for frame in row.frames} | {*recipe.left_out}
        above = {unit_frame(frame) for frame in placed}
        assert {key for key, frame in frames.items() if frame.type not in {"title", "ftr", "sldNum"}} <= placed | above


def test_a_schools_own_file_wins_though_ours_was_read_before(tmp_path: Path, templates: Environment) -> None:
    ours = load(templates)
    (tmp_path / "deck").mkdir()
    text = (OWN / "deck" / "school.yaml").read_text("utf-8")
    (tmp_path / "deck" / "school.yaml").write_text(text.replace("gap: 0.12", "gap: 0.5"), "utf-8")
    assert (ours.gap, load(environment([tmp_path])).gap, load(environment()).gap) == (0.12, 0.5, 0.12)


def test_a_layout_that_the_file_does_not_list_has_its_frames_below_one_another(design: Design) -> None:
    layout = design.layouts["content"]
    own = layout.model_copy(update={"frames": {name: layout.frames[name] for name in ("title", "body")}})
    high = own.frames["body"].model_copy(update={"at": (0.8, 2.0, 11.0, 4.0)})
    low = high.model_copy(update={"at": (0.8, 6.2, 11.0, 0.5)})
    found = usual(own.model_copy(update={"frames": {"title": own.frames["title"], "low": low, "body": high}}))
    assert [[*row.frames] for row in found.rows] == [["body"], ["low"]]
    assert found.rows[0].lines == 0
    assert found.rows[1].lines == 0.5 * 72 / low.levels[0].leading
    assert found.seats == ("body",)
