"""Maps as they are written: countries by their codes, places in degrees."""

from __future__ import annotations

import pytest

from coursepack import atlas
from fenced import block, read, said

HEAD = "title: T\nalt: A\n"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("43.9 N 18.4 E", (18.4, 43.9)),
        ("51.7 S, 58 W", (-58, -51.7)),
        ("0 N 180 W", (-180, 0)),
        ("43.9° N 18.4° E", (18.4, 43.9)),
    ],
)
def test_a_place_is_written_in_degrees(written: str, at: tuple[float, float]) -> None:
    (place,) = block("map", f"{HEAD}places:\n- {{at: '{written}', name: Here}}").places
    assert place.at == at


@pytest.mark.parametrize("written", ["43.9 18.4", "91 N 18 E", "43 N 181 E", "18 E 43 N", "43,9 N 18,4 E"])
def test_what_is_no_place_is_said_at_its_line(written: str) -> None:
    _, problems = read("map", f"{HEAD}places:\n- at: '{written}'\n  name: Here")
    assert [(one.span.line - 9, one.code) for one in problems] == [(4, "wrong-value")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("groups:\n- {name: G, countries: [BIH, XKX]}\nnames: [SRB, ALB: The neighbour]", []),
        ("groups:\n- {name: G, countries: [BIH, XKO]}", [("unknown-country", 4)]),
        ("names:\n- BIH\n- Bosnia", [("unknown-country", 5)]),
        ("groups:\n- {name: G, countries: [BIH]}\n- {name: H, countries: [BIH]}", [("duplicate-id", 5)]),
        ("view: {west: 20, south: 40, east: 10, north: 50}", [("map-view", 3)]),
        ("view: {west: 20, south: 40, east: 20, north: 50}", [("map-view", 3)]),
        ("view: {west: 160, south: 50, east: 170, north: 50}", [("map-view", 3)]),
        ("view: {west: 160, south: 50, east: -150, north: 73}", []),
        ("", [("map-view", 0)]),
        ("view: {west: 10, south: 40, east: 20, north: 50}", []),
    ],
)
def test_a_map_names_countries_that_there_are_and_shows_something(fields: str, expected: list[tuple[str, int]]) -> None:
    assert said("map", HEAD + fields) == expected


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("NO", "Write `NOR`"),
        ("XKO", "did you mean `XKX`?"),
        ("Bosnia", "Write `BIH`"),
        ("ROM", "Write `ROU`"),
        ("?", "Write its three letters"),
    ],
)
def test_a_code_that_there_is_not_comes_with_advice(code: str, advice: str) -> None:
    (problem,) = block("map", f"{HEAD}groups: [{{name: G, countries: ['{code}']}}]").check({})
    assert problem.help.startswith(advice)


def test_without_outlines_it_is_said_what_brings_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas, "is_here", lambda: False)
    (problem,) = block("map", f"{HEAD}names: [BIH]").check({})
    assert (problem.code, problem.help) == ("no-outlines", "Run `make setup`")


@pytest.mark.parametrize("fields", ["groups: [{}]", "lines: [{}]"])
def test_there_are_no_more_fills_and_dashes_than_can_be_told_apart(fields: str) -> None:
    one = "{name: G, countries: [BIH]}" if fields.startswith("groups") else "{name: L, through: [1 N 1 E, 2 N 2 E]}"
    _, problems = read("map", HEAD + fields.format(", ".join([one] * 5)))
    assert [one.span.line - 9 for one in problems] == [3]
