"""The layouts as they are read: mirrored from right to left; and what is said of a school's file with mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from coursepack.problem import ContentError
from coursepack.render.look.templates import OWN, environment
from coursepack.render.slides import layouts
from coursepack.render.slides.layouts import Frame, load

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from jinja2 import Environment

    from coursepack.render.slides.layouts import Design


def written(root: Path, change: Any) -> Path:  # noqa: ANN401 a function on YAML's values
    """Write a school's own file: ours with a change."""
    data = yaml.safe_load((OWN / "deck/layouts.yaml").read_text())
    change(data)
    file = root / "deck/layouts.yaml"
    file.parent.mkdir()
    file.write_text(yaml.safe_dump(data))
    return root


def test_a_frame_has_its_room_in_points_without_its_insets() -> None:
    frame = Frame(type="body", at=(1, 1, 5, 2), inset=0.25)
    assert frame.room == (4.5 * 72, 144)


def test_every_frame_lies_on_the_slide_and_names_a_colour_that_there_is(design: Design) -> None:
    for name, layout in design.layouts.items():
        for key, frame in layout.frames.items():
            left, top, width, height = frame.at
            assert min(left, top) >= 0, (name, key)
            assert (left + width <= design.slide.width, top + height <= design.slide.height) == (True, True), (
                name,
                key,
            )
            assert {frame.colour, frame.fill or "ink"} <= set(design.scheme), (name, key)


def test_every_layout_has_one_title_and_those_that_stand_in_for_it_are_there(design: Design) -> None:
    for name, layout in design.layouts.items():
        assert [frame.type for frame in layout.frames.values()].count("title") == 1, name
        assert {layout.beside, layout.below, layout.accent} - {""} <= set(design.layouts), name


def test_bullets_of_all_levels_are_known(design: Design) -> None:
    frames = [frame for layout in design.layouts.values() for frame in layout.frames.values()]
    used = {level.bullet for frame in frames for level in frame.levels} - {""}
    assert used <= set(design.bullets)


@pytest.mark.parametrize(("layout", "frame"), [("content", "body"), ("two-columns", "body-left"), ("equation", "body")])
def test_a_list_in_a_list_in_a_list_stands_farther_in_than_that(design: Design, layout: str, frame: str) -> None:
    """On a school's template the third level had its sign and the place of the second."""
    levels = design.layouts[layout].frames[frame].levels
    starts = [level.indent for level in levels]
    assert len(levels) == 3
    assert starts == sorted(set(starts))
    assert levels[2].indent == pytest.approx(levels[1].indent + levels[1].hang)


def test_a_schools_own_file_wins(tmp_path: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        data["chart"]["axis"] = 31

    assert load(environment([written(tmp_path, change)])).chart.axis == 31


@pytest.mark.parametrize(
    ("path", "value"), [(("chart", "axis"), "large"), (("slide", "depth"), 1), (("chart", "gap"), 1.5)]
)
def test_a_mistake_in_it_stops_everything(tmp_path: Path, path: tuple[str, str], value: object) -> None:
    def change(data: dict[str, Any]) -> None:
        data[path[0]][path[1]] = value

    with pytest.raises(ContentError) as caught:
        load(environment([written(tmp_path, change)]))
    assert len(caught.value.problems) == 1
    assert path[1] in f"{caught.value.problems[0].message} {caught.value.problems[0].help}"


@pytest.mark.parametrize(
    "kind", ["beside", *(pytest.param(one, marks=pytest.mark.thorough) for one in ("below", "accent"))]
)
def test_a_layout_that_another_names_and_that_is_not_there_is_one(tmp_path: Path, kind: str) -> None:
    def change(data: dict[str, Any]) -> None:
        data["layouts"]["statement"][kind] = "nowhere"

    with pytest.raises(ContentError) as caught:
        load(environment([written(tmp_path, change)]))
    (problem,) = caught.value.problems
    assert problem.message == "`statement` names the layout `nowhere`, and there is none"
    assert problem.span.line > 1


@pytest.mark.parametrize("language", ["ar", "he", "ar-EG"])
def test_what_stands_at_the_left_stands_at_the_right(templates: Environment, language: str) -> None:
    usual, turned = layouts.load(templates, "en"), layouts.load(templates, language)
    for name, layout in usual.layouts.items():
        for key, frame in layout.frames.items():
            left, top, wide, high = turned.layouts[name].frames[key].at
            assert (left, top, wide, high) == (usual.slide.width - frame.at[0] - wide, *frame.at[1:])
            # Options stand further from their letters, which are broad ones.
            hangs = zip(frame.levels, turned.layouts[name].frames[key].levels, strict=True)
            assert all((new.hang > one.hang) == (one.bullet == "letter") for one, new in hangs)
    page = turned.layouts["content"].frames["page"]
    assert (page.align, page.at[0] < 1) == ("l", True)
    assert turned.layouts["unit"].frames["number"].at[0] > usual.slide.width / 2
    assert turned.layouts["source"].ornaments[1].at[0] > usual.slide.width / 2


def test_other_languages_have_the_layouts_as_they_are_written(templates: Environment) -> None:
    assert layouts.load(templates, "fr") == layouts.load(templates)


@pytest.mark.parametrize(
    "name", ["content", "statement", "number", "two-columns", "columns", "equations", "derivation", "comparison"]
)
def test_what_the_notes_alone_cite_has_a_place_on_each_slide_of_a_sections_prose(design: Design, name: str) -> None:
    assert "source" in design.layouts[name].frames
