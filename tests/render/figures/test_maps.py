"""Maps: fills that can be told apart, names that do not meet, a frame that holds all. Points."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from coursepack.render.charts.lettering import Lettering
from coursepack.render.figures import maps
from coursepack.render.geometry import Box
from fenced import block

if TYPE_CHECKING:
    from coursepack.render.look.design import Design

BALKANS = """\
title: T
alt: A
view: {west: 12.5, south: 40.6, east: 24.5, north: 46.2}
groups: [{name: Here, countries: [BIH, XKX]}, {name: There, countries: [SRB]}]
names: [BIH, XKX: The smallest of them, HRV, SRB, MNE, ALB, MKD, ITA]
places: [{at: 43.86 N 18.41 E, name: Sarajevo}, {at: 44.1 N 19.3 E, name: Srebrenica}]
lines: [{name: A road, through: [43.86 N 18.41 E, 44.1 N 19.3 E]}]
"""


def laid(
    own_design: Design, fields: str, width: float = 340, most: float = 255, language: str = "en"
) -> maps.MapDrawing:
    return maps.layout(block("map", fields), width, most, Lettering.of(own_design.theme), language)


def test_a_map_is_laid_out_once_whatever_is_said_of_it(own_design: Design) -> None:
    """Students' copies and teachers' have texts of their own, and so has what was read again."""
    one = laid(own_design, BALKANS)
    assert laid(own_design, BALKANS.replace("title: T", "title: Another")) is one
    assert laid(own_design, BALKANS.replace("A road", "A way")) is not one


def test_names_lie_inside_the_frame_and_do_not_meet(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS)
    boxes = [spot.box for spot in drawing.spots]
    assert not drawing.lost
    assert len(boxes) == 10
    assert all(box.within(drawing.frame) for box in boxes)
    assert not [1 for one, other in combinations(boxes, 2) if one.overlaps(other)]
    assert not [1 for box in boxes for dot in drawing.dots if box.nearest(dot) == dot]


@pytest.mark.parametrize(
    "width", [pytest.param(width, marks=pytest.mark.thorough if width % 30 else ()) for width in range(320, 420, 10)]
)
def test_the_plate_of_a_name_meets_no_dot(own_design: Design, width: int) -> None:
    pristina = BALKANS.replace("places: [", "places: [{at: 42.66 N 21.16 E, name: Pristina}, ")
    drawing = laid(own_design, pristina.replace("XKX: The smallest of them", "XKX"), width)
    svg = maps.svg(drawing, 1, "Face", own_design.theme, own_design.templates)
    plates = [one for one in etree.fromstring(svg.encode()).iter() if one.get("fill-opacity") == "0.9"]
    sides = [[float(one.get(name)) for name in ("x", "y", "width", "height")] for one in plates]
    boxes = [Box(x, y, x + width, y + height) for x, y, width, height in sides]
    assert len(boxes) == len(drawing.spots)
    assert min(dist(box.nearest(dot), dot) for box in boxes for dot in drawing.dots) > 2.2


def test_names_are_those_of_the_course_s_language_or_the_author_s(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS, language="fr")
    names = {" ".join(run.text for run in spot.runs) for spot in drawing.spots}
    assert {"Croatie", "The smallest of them", "Sarajevo"} <= names


def test_a_name_without_a_place_is_said_and_not_drawn(own_design: Design) -> None:
    long = "Srebrenica and all that is near it"
    drawing = laid(own_design, BALKANS.replace("Srebrenica", long), width=60)
    assert long in drawing.lost
    (problem,) = maps.missing(drawing, "on paper", block("map", BALKANS).span)
    assert problem.code == "map-room"
    assert long in problem.message


def test_what_lies_outside_the_view_is_said_and_not_drawn(own_design: Design) -> None:
    far = BALKANS.replace("places: [", "places: [{at: 60 N 18 E, name: Uppsala}, ").replace("HRV", "PRT")
    far = far.replace("lines: [", "lines: [{name: The Tagus, through: [40 N 4 W, 38.7 N 9.1 W]}, ")
    drawing = laid(own_design, far.replace("countries: [SRB]", "countries: [FRA, PRT]"))
    assert drawing.outside == ("There", "Portugal", "Uppsala", "The Tagus")
    assert len(drawing.dots) == 2
    assert drawing.lost == ()
    (problem,) = maps.missing(drawing, "on paper", block("map", BALKANS).span)
    assert problem.code == "map-outside"
    assert "“There”, “Portugal”, “Uppsala”, “The Tagus”" in problem.message


def test_of_a_group_some_countries_may_lie_outside(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS.replace("countries: [SRB]", "countries: [SRB, FRA]"))
    assert drawing.outside == ()


def test_the_bar_of_kilometres_is_as_long_as_it_says_in_the_middle_of_the_map(own_design: Design) -> None:
    # A degree of a great circle on a globe of 6,371 km is 111.195 km, and 8.9932 degrees are 1,000 km.
    places = "places: [{at: 0 N 4.4966 W, name: A}, {at: 0 N 4.4966 E, name: B}]\n"
    view = "view: {west: -20, south: -12, east: 20, north: 12}\nscale: true\nalt: A\n"
    drawing = laid(own_design, view + places)
    (bar,) = (stroke.pieces[0] for stroke in drawing.strokes)
    (label,) = (run.text for run in drawing.runs)
    west, east = (dot.x for dot in drawing.dots)
    assert label == "1,000\u00a0km"
    assert bar[2].x - bar[1].x == pytest.approx(east - west, rel=0.01)
    assert drawing.frame.bottom < bar[0].y < bar[1].y < drawing.height


def test_a_map_too_large_for_one_bar_has_none_and_says_so(own_design: Design) -> None:
    continents = "view: {west: -80, south: -40, east: 80, north: 70}\nscale: true\nalt: A\n"
    drawing = laid(own_design, continents)
    assert drawing.strokes == ()
    (problem,) = maps.missing(drawing, "on paper", block("map", BALKANS).span)
    assert problem.code == "map-scale"


@pytest.mark.parametrize(("half", "expected"), [(10, "500\u00a0km"), (5, "200\u00a0km"), (0.5, "20\u00a0km")])
def test_a_bar_is_one_two_or_five(own_design: Design, half: float, expected: str) -> None:
    view = f"view: {{west: {-half}, south: {-half / 2}, east: {half}, north: {half / 2}}}\nscale: true\nalt: A\n"
    assert [run.text for run in laid(own_design, view).runs] == [expected]


def test_across_the_180th_meridian_lands_are_whole_and_lines_take_the_shorter_way(own_design: Design) -> None:
    strait = """\
view: {west: 160, south: 50, east: -150, north: 73}
names: [RUS, USA]
lines: [{name: A flight, through: [66 N 179 E, 66 N 179 W]}]
alt: A
"""
    drawing = laid(own_design, strait)
    assert {" ".join(run.text for run in spot.runs) for spot in drawing.spots} == {"Russia", "United States"}
    flight = drawing.strokes[0].pieces[0]
    seam = (flight[0].x + flight[-1].x) / 2
    assert abs(flight[-1].x - flight[0].x) < drawing.width / 10
    # Chukotka reaches over the meridian, and no border of it runs along the meridian.
    rings = [ring for shape in drawing.shapes for ring in shape.rings]
    assert any(min(x for x, _ in ring) < seam < max(x for x, _ in ring) for ring in rings)
    assert not [
        1 for ring in rings for one, other in pairwise(ring) if abs(one.x - seam) < 0.2 and abs(other.x - seam) < 0.2
    ]


def test_a_name_of_the_key_goes_on_over_lines_and_one_that_is_cut_is_said(own_design: Design) -> None:
    name = "Where the two stories of this unit are set"
    named = BALKANS.replace("name: Here", f"name: {name}")
    wide, narrow = (laid(own_design, named, width) for width in (340, 120))
    assert (wide.lost, narrow.lost) == ((), ())
    # What stands below has room for both lines above it.
    here, there = (shape.rings[0][0].y for shape in narrow.key)
    assert there - here > 20
    more = f"{name} and many more that are told elsewhere"
    assert more in laid(own_design, named.replace(name, more), 80).lost


def test_groups_are_told_apart_by_their_fills_and_land_has_none(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS)
    assert {shape.fill for shape in drawing.shapes} == {"solid", "hatch", "land"}
    assert [shape.fill for shape in drawing.key] == ["solid", "hatch"]
    assert all(bool(shape.hatch) == (shape.fill == "hatch") for shape in drawing.shapes)


@pytest.mark.parametrize(("solid", "parts"), [("DNK", 0), ("DNK, FRA", 0), ("DNK, DEU", 1), ("ITA, MLT", 1)])
def test_white_parts_solid_countries_and_takes_nothing_from_their_coasts(
    own_design: Design, solid: str, parts: int
) -> None:
    """On a map of the world half of Denmark is as wide as a white line: copies had none of it."""
    drawing = laid(own_design, f"title: T\nalt: A\ngroups: [{{name: G, countries: [{solid}]}}]\nnames: [USA, JPN]")
    root = etree.fromstring(maps.svg(drawing, 1, "Face", own_design.theme, own_design.templates).encode())
    outlined = {one.get("stroke"): one.get("d", "") for one in root.iter() if one.get("stroke-width") in {"0.5", "0.6"}}
    assert len(outlined) == 1 + parts
    corners = [point for shape in drawing.shapes if shape.fill == "solid" for ring in shape.rings for point in ring]
    ink = outlined.pop(own_design.theme.colours["ink"])
    assert all(f"{x:.1f} {y:.1f}" in ink for x, y in corners)
    white = {(round(x, 1), round(y, 1)) for border in drawing.borders for x, y in border}
    assert len(white) < len(corners)
    assert white <= {(round(x, 1), round(y, 1)) for x, y in corners}


def test_all_is_cut_at_the_frame(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS)
    edges = drawing.frame.grown(1e-6)
    points = [point for shape in drawing.shapes for ring in shape.rings for point in ring]
    assert all(edges.left <= x <= edges.right and edges.top <= y <= edges.bottom for x, y in points)


@pytest.mark.parametrize(
    ("view", "ratio"),
    [("west: -80, south: -56, east: -66, north: -17", 0.75), ("west: -30, south: 0, east: 60, north: 10", 0.14)],
)
def test_a_map_is_as_flat_as_its_view_and_never_higher_than_its_room(
    own_design: Design, view: str, ratio: float
) -> None:
    drawing = laid(own_design, f"title: T\nalt: A\nview: {{{view}}}", 340, 255)
    assert drawing.height <= 255 + 1e-6
    assert drawing.frame.height / drawing.frame.width == pytest.approx(ratio, abs=0.03)


def test_without_a_view_what_is_named_is_seen(own_design: Design) -> None:
    drawing = laid(own_design, "title: T\nalt: A\ngroups: [{name: G, countries: [BIH, MLT]}]")
    solid = [shape for shape in drawing.shapes if shape.fill == "solid"]
    assert len(solid) == 2
    inside = drawing.frame.grown(-2)
    assert all(inside.nearest(point) == point for shape in solid for ring in shape.rings for point in ring)


def test_a_small_country_has_its_name_beside_it_at_a_leader(own_design: Design) -> None:
    view = "view: {west: -10, south: 35, east: 30, north: 60}"
    drawing = laid(own_design, f"title: T\nalt: A\n{view}\nnames: [LUX: The Grand Duchy of Luxembourg, FRA]")
    leaders = {" ".join(run.text for run in spot.runs): spot.leader for spot in drawing.spots}
    assert leaders["France"] is None
    assert leaders["The Grand Duchy of Luxembourg"]


def test_the_drawing_has_the_words_once_and_as_large_as_asked(own_design: Design) -> None:
    drawing = laid(own_design, BALKANS, 160, 120)
    svg = maps.svg(drawing, 2.0, "Face", own_design.theme, own_design.templates)
    root = etree.fromstring(svg.encode())
    assert root.get("width") == "320.00pt"
    assert float(re.findall(r"[\d.]+", root.get("viewBox", ""))[2]) == 160
    words = ["".join(one.itertext()) for one in root.iter("{*}text")]
    assert words.count("Sarajevo") == 1
    assert {"Here", "There", "A road"} <= set(words)


def test_lines_of_a_map_are_strong_enough_for_a_copy_of_a_copy(own_design: Design) -> None:
    svg = maps.svg(laid(own_design, BALKANS), 1, "Face", own_design.theme, own_design.templates)
    ink = own_design.theme.colours["ink"]
    drawn = [one for one in etree.fromstring(svg.encode()).iter() if one.get("stroke") == ink]
    assert len(drawn) > 3
    assert min(float(one.get("stroke-width")) for one in drawn) >= 0.6
    coasts = [one for one in drawn if one.get("fill") == "none" and one.get("stroke-linejoin")]
    assert len("".join(one.get("d") for one in coasts)) > 1000


def test_a_map_that_reaches_past_half_the_globe_at_its_sides_does_not_smear_what_is_there(own_design: Design) -> None:
    """On a wide slide a high view shows Australia at its rim, which is a fifth wider than high."""
    fields = (
        "title: T\nalt: A\nview: {west: -20, south: -36, east: 55, north: 70}\ngroups: [{name: A, countries: [AUS]}]\n"
    )
    (shape,) = [one for one in laid(own_design, fields, 845, 320).shapes if one.fill != maps.LAND]
    mainland = max(shape.rings, key=len)
    across, down = zip(*mainland, strict=True)
    assert (max(across) - min(across)) / (max(down) - min(down)) > 1
