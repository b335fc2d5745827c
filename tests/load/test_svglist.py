"""The list of what a drawing may hold: it draws, and nothing on it runs or opens anything."""

from __future__ import annotations

import pytest

from coursepack.load import svglist


@pytest.mark.parametrize(
    "element",
    ["script", "foreignObject", "animate", "set", "animateTransform", "handler", "iframe", "audio", "video", "feImage"],
)
def test_no_element_runs_moves_or_holds_another_language(element: str) -> None:
    assert element not in svglist.ELEMENTS | svglist.SILENT


def test_no_attribute_answers_an_event_or_names_what_is_to_be_opened() -> None:
    assert not [name for name in svglist.ATTRIBUTES if name.startswith("on") or name in {"src", "action", "ping"}]


def test_what_is_read_as_a_number_is_on_the_list() -> None:
    assert svglist.NUMBERS <= svglist.ATTRIBUTES


def test_what_is_left_out_is_silent_or_said_and_not_both() -> None:
    assert not svglist.SILENT & svglist.ELEMENTS
    assert not svglist.SAID & svglist.ATTRIBUTES


@pytest.mark.parametrize("name", ["path", "linearGradient", "clipPath", "textPath", "feGaussianBlur"])
def test_names_are_spelled_as_svg_does(name: str) -> None:
    assert name in svglist.ELEMENTS
