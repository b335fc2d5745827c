from __future__ import annotations

import pytest
from weasyprint.urls import FatalURLFetchingError

from coursepack.delivery import scratch
from coursepack.render.handout import sheet as module
from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.log import listening
from coursepack.render.handout.sheet import sheet
from coursepack.render.look.fontfile import addresses
from coursepack.render.look.templates import environment

FACES = addresses(["coursepack:fonts/Carlito-Regular.ttf"])
PLAIN, FACED = CourseFetcher({}, {}), CourseFetcher({}, FACES)


def test_a_style_sheet_is_read_once() -> None:
    assert sheet("p { color: red }", PLAIN, []) is sheet("p { color: red }", CourseFetcher({}, {}), [])


def test_another_text_or_other_faces_are_another_sheet() -> None:
    made = sheet("p { color: red }", PLAIN, [])
    assert sheet("p { color: blue }", PLAIN, []) is not made
    assert sheet("p { color: red }", FACED, []) is not made


def test_a_run_whose_temporary_files_are_gone_leaves_no_sheet_to_the_next() -> None:
    with scratch():
        first = sheet("p { color: green }", FACED, [])
    with scratch():
        assert sheet("p { color: green }", FACED, []) is not first


def test_what_the_engine_says_of_it_belongs_to_the_sheet_and_is_kept_with_it() -> None:
    with listening(environment()) as said:
        for _ in range(2):
            (told,) = sheet("p { colour: red }", PLAIN, said).said
            assert "colour: red" in told
        assert said == []


def test_so_many_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    first, second = sheet("a {}", PLAIN, []), sheet("b {}", PLAIN, [])
    assert sheet("a {}", PLAIN, []) is first  # now the second is the one that was not used for longest
    sheet("c {}", PLAIN, [])
    assert sheet("a {}", PLAIN, []) is first
    assert sheet("b {}", PLAIN, []) is not second


def test_one_that_opens_what_it_may_not_is_never_kept() -> None:
    for _ in range(2):
        with pytest.raises(FatalURLFetchingError):
            sheet('@import "https://elsewhere.invalid/a.css";', PLAIN, [])
