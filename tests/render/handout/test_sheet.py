from __future__ import annotations

import pytest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.log import listening
from coursepack.render.handout.sheet import Sheet, sheet
from coursepack.render.look.fontfile import addresses
from coursepack.render.look.templates import environment
from coursepack.run.delivery import scratch

FACES = addresses(["coursepack:fonts/Carlito-Regular.ttf"])
PLAIN, FACED = CourseFetcher({}, {}), CourseFetcher({}, FACES)


def same(one: Sheet, other: Sheet) -> bool:
    """Tell whether what copies share was read once for both; what is one copy's own is read for each."""
    assert len(one.css) == len(other.css) == 2
    return one.css[1] is other.css[1] and one.fonts is other.fonts and one.css[0] is not other.css[0]


def test_a_style_sheet_is_read_once() -> None:
    assert same(sheet("p { color: red }", PLAIN, []), sheet("p { color: red }", CourseFetcher({}, {}), []))


def test_another_text_or_other_faces_are_another_sheet() -> None:
    made = sheet("p { color: red }", PLAIN, [])
    assert not same(sheet("p { color: blue }", PLAIN, []), made)
    assert not same(sheet("p { color: red }", FACED, []), made)


def test_what_stands_before_the_faces_may_differ_in_what_is_otherwise_read_once() -> None:
    """Rules of a copy come first, so that all others win over them, and no copy has those of another."""
    face = f'@font-face {{ font-family: F; src: url("{next(iter(FACES))}") }} p {{ orphans: 3 }}'
    made = [sheet(f"{own}\n{face}", FACED, []) for own in ("p { orphans: 7 }", "@counter-style own { symbols: x }", "")]
    assert all(same(one, made[0]) for one in made[1:])
    assert ["own" in one.counters for one in made] == [False, True, False]
    page = HTML(string="<p>A</p>").render(stylesheets=list(made[0].css), font_config=made[0].fonts).pages[0]
    boxes = page._page_box.descendants()  # noqa: SLF001 the boxes have no public name
    assert {box.style["orphans"] for box in boxes if box.element_tag == "p"} == {3}


def test_a_run_whose_temporary_files_are_gone_leaves_no_sheet_to_the_next() -> None:
    with scratch():
        first = sheet("p { color: green }", FACED, [])
    with scratch():
        assert not same(sheet("p { color: green }", FACED, []), first)


def test_what_the_engine_says_of_it_belongs_to_the_sheet_and_is_kept_with_it() -> None:
    with listening(environment()) as said:
        for _ in range(2):
            (told,) = sheet("p { colour: red }", PLAIN, said).said
            assert "colour: red" in told
        assert said == []


def test_what_the_engine_says_of_a_copys_own_rules_comes_first() -> None:
    with listening(environment()) as said:
        told = sheet("p { colour: red }\n@font-face {}\np { colour: blue }", PLAIN, said).said
    assert ["red" in told[0], "blue" in told[-1]] == [True, True]


def test_one_that_opens_what_it_may_not_is_never_kept() -> None:
    for _ in range(2):
        with pytest.raises(FatalURLFetchingError):
            sheet('@import "https://elsewhere.invalid/a.css";', PLAIN, [])
