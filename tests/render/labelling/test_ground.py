"""Where labels may stand, and the boxes around a point. Any unit; y runs downwards."""

from __future__ import annotations

import pytest

from coursepack.render.geometry import Box, Point, Segment
from coursepack.render.labelling.ground import Ground, Size, boxes

FRAME = Box(0, 0, 100, 50)
GROUND = Ground(FRAME, (Box(40, 20, 60, 30),), (Segment(Point(0, 45), Point(100, 45)),), ())


@pytest.mark.parametrize(
    ("box", "air", "free"),
    [
        (Box(10, 5, 30, 15), 2, True),
        (Box(-1, 5, 30, 15), 2, False),  # out of the frame
        (Box(50, 5, 70, 21), 0, False),  # over a box
        (Box(10, 35, 30, 44), 0, True),
        (Box(10, 35, 30, 44), 2, False),  # too near to a line
        (Box(0, 0, 30, 15), 5, True),  # air is not asked of the frame
    ],
)
def test_a_label_is_free_in_the_frame_off_boxes_and_with_air_to_lines(box: Box, air: float, free: bool) -> None:  # noqa: FBT001 a case
    assert GROUND.is_free(box, air) is free


def test_a_label_stands_off_its_point_by_the_gap_on_the_side_that_is_named() -> None:
    at = Point(50, 50)
    for side, slide, box in boxes(at, Size(20, 8), 4):
        if 0 <= slide <= 1:
            off = {
                "above": at.y - box.bottom,
                "below": box.top - at.y,
                "right": box.left - at.x,
                "left": at.x - box.right,
            }
            assert off[side] == pytest.approx(4)
            along = (at.x - box.left) / 20 if side in {"above", "below"} else (at.y - box.top) / 8
            assert along == pytest.approx(slide)
        else:
            near = box.nearest(at)
            assert (abs(near.x - at.x), abs(near.y - at.y)) == pytest.approx((3, 3))  # three quarters of the gap
            assert (box.bottom < at.y) is (side == "above")
            assert (box.left > at.x) is (slide < 0)
        assert (box.width, box.height) == pytest.approx((20, 8))


def test_the_middle_of_each_side_is_tried_first_and_corners_last() -> None:
    tried = [(side, slide) for side, slide, _ in boxes(Point(0, 0), Size(20, 8), 4)]
    assert tried[:4] == [("above", 0.5), ("below", 0.5), ("right", 0.5), ("left", 0.5)]
    assert all(not 0 <= slide <= 1 for _, slide in tried[-4:])
    assert all(0 <= slide <= 1 for _, slide in tried[:-4])
