"""Frames that share their room: each as high as what stands in it, none over another, all inside."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from coursepack.problem import Span
from coursepack.render.slides.content import Choices, Slide, Text
from coursepack.render.slides.inline import Paragraph, Run
from coursepack.render.slides.measure.choices import ChoicesFit
from coursepack.render.slides.measure.fit import Fit
from coursepack.render.slides.measure.pagination import paginate
from coursepack.render.slides.measure.stacking import stacked

if TYPE_CHECKING:
    from coursepack.render.slides.content import Content
    from coursepack.render.slides.layouts import Design
    from coursepack.render.slides.measure.faces import Faces
    from coursepack.render.slides.native.page import Kit

WORDS = "Rivers carry what they take from the hills, and lay it down where they slow. "


@pytest.fixture
def kit(design: Design, twins: Faces) -> Kit:
    floors = {"title": 28, "body": 18, "source": 14, "table": 14, "footer": 14}
    return cast("Kit", SimpleNamespace(design=design, faces=twins, floors=floors))


def text(*words: str) -> Text:
    return Text(tuple(Paragraph((Run(one),)) for one in words))


def options(*words: str) -> Choices:
    return Choices(tuple(text(one) for one in words), ("",) * len(words))


def parts(**more: Content) -> dict[str, Content]:
    return {"title": text("Where does it end?"), "options": options("here", "there"), **more}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"reason": text(WORDS)},
        {"body": text(WORDS * 2), "reason": text(WORDS * 3)},
        {"body": text(WORDS), "bank": text("one · two"), "reason": text(WORDS)},
    ],
)
def test_none_stands_over_another_and_all_are_inside(kit: Kit, more: dict[str, Content]) -> None:
    layout = kit.design.layouts["asked"]
    made = stacked(parts(**more), layout, kit)
    frames = [made.frames[name] for name in layout.stack if name in made.frames]
    assert len(frames) == 1 + len(more)
    for above, below in pairwise(frames):
        assert above.at[1] + above.at[3] + kit.design.choices.gap[0] <= below.at[1] + 0.001
    last = layout.frames["reason"].at
    assert frames[-1].at[1] + frames[-1].at[3] <= last[1] + last[3] + 0.001


def test_few_words_are_set_larger_and_many_smaller(kit: Kit) -> None:
    layout = kit.design.layouts["asked"]
    sizes = []
    for words in ("By its mouth.", WORDS * 5, WORDS * 14):
        fit = stacked(parts(reason=text(words)), layout, kit).settings["reason"]
        assert isinstance(fit, Fit)
        sizes.append(fit.levels[0].size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 26 > sizes[-1]


def test_what_has_no_room_is_said_not_to_fit(kit: Kit) -> None:
    made = stacked(parts(reason=text(WORDS * 30)), kit.design.layouts["asked"], kit)
    fit = made.settings["options"]
    assert isinstance(fit, ChoicesFit)
    assert not fit.fits


def test_a_layout_without_a_stack_is_left_alone(kit: Kit) -> None:
    assert stacked({"title": text("A"), "body": text("B")}, kit.design.layouts["content"], kit).frames == {}


def test_a_longer_title_leaves_less_room(kit: Kit) -> None:
    layout = kit.design.layouts["asked"]
    short = stacked(parts(), layout, kit)
    long = stacked({**parts(), "title": text(WORDS)}, layout, kit)
    assert long.frames["options"].at[1] > short.frames["options"].at[1]
    given = options("here", "there")
    wide = replace(given, items=(text("x" * 200), text("y")))
    assert not cast("ChoicesFit", stacked(parts(options=wide), layout, kit).settings["options"]).fits


def test_what_shares_its_room_does_not_go_on_over_slides(kit: Kit) -> None:
    """On the last rung of a school's template every text may go on, but not at a size that was measured without it."""
    layout = kit.design.layouts["asked"]
    flowing = {name: frame.model_copy(update={"flow": name == "body"}) for name, frame in layout.frames.items()}
    layout = layout.model_copy(update={"frames": flowing})
    given = Slide("asked", Span("u.md"), "", "", "en", parts(body=text(WORDS * 2), reason=text(WORDS * 10)), ())
    (made,), _ = paginate(given, layout, kit)
    found = made.settings["body"]
    assert isinstance(found, Fit)
    assert found.shrunk
    assert found.measured.height == pytest.approx(made.on(layout).frames["body"].room[1])
