"""What our own style sheet keeps together at the end of pages, of 300 pt here, of which more and more is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.outputs.companion import paper_of
from coursepack.render.handout.fetch import CourseFetcher
from coursepack.render.handout.laying import Laying
from coursepack.render.handout.style import style
from coursepack.render.handout.walk import find
from coursepack.render.look.fontfile import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coursepack.build import Ready
    from coursepack.render.handout.bench import Bench

SIZE = "@page { size: 210mm 400pt; margin: 50pt 20mm }"
FILLED = '<div class="prose"><div style="height:{}pt"></div></div>'
# How much is filled (pt): the page ends at each of the lines of what follows.
FILLS = range(196, 300, 12)


@pytest.fixture(scope="module")
def bench(golden_course: Ready) -> Bench:
    design, paper = golden_course.design, paper_of(golden_course, "a4")
    css = style(golden_course.pack, design.theme, paper, design.templates)
    fetcher = CourseFetcher({}, addresses(face.file for face in design.theme.faces))
    return Laying(css + SIZE, paper, fetcher, {}).bench()


@pytest.fixture
def parted(bench: Bench, page: Callable[[str], str]) -> Callable[..., set[tuple[str, ...]]]:
    """Return a function that says in which ways something is parted: the words of its pages."""

    def lay(body: str, fills: Iterable[int]) -> Iterator[tuple[str, ...]]:
        for filled in fills:
            document, *_ = bench.layout(page(FILLED.format(filled) + body), "", 1)
            boxes = [one._page_box.descendants() for one in document.pages]  # noqa: SLF001 the boxes have no public name
            words = (" ".join(box.text for box in each if type(box).__name__ == "TextBox") for each in boxes)
            yield tuple(one for one in words if one.strip())

    return lambda body, fills=FILLS: set(lay(body, fills))


def items(tag: str, *words: str) -> str:
    return "".join(f"<{tag}>{word}</{tag}>" for word in words)


def rows(*words: str) -> str:
    return items("tr", *(items("td", word) for word in words))


@pytest.mark.parametrize(
    "several",
    [
        f'<ul class="boxes">{items("li", *"abcd")}</ul>',
        f'<ul class="role-list">{items("li", *"abcd")}</ul>',
        f'<div class="short-key" style="columns:1">{items("p", *"abcd")}</div>',
        f'<table class="permutations"><tbody>{rows(*"abcd")}</tbody></table>',
    ],
)
def test_the_last_of_several_does_not_go_over_alone(parted: Callable[..., set[tuple[str, ...]]], several: str) -> None:
    found = parted(several)
    assert ("a b", "c d") in found
    assert ("a b c", "d") not in found


@pytest.mark.parametrize(
    ("said", "apart"), [('<div class="prose" data-first="h3">{}</div>', True), ('<div class="prose">{}</div>', False)]
)
def test_a_head_whose_answer_is_left_out_leads_to_nothing(
    parted: Callable[..., set[tuple[str, ...]]],
    said: str,
    apart: bool,  # noqa: FBT001 a parameter
) -> None:
    heads = "".join(said.format(f"<h3>{word}</h3>") for word in "abcd")
    assert (("a b", "c d") in parted(heads)) == apart


def test_the_rule_over_a_rubric_is_none_to_write_on(bench: Bench, page: Callable[[str], str]) -> None:
    """In large print it stands as far below the last line to write on as lines do."""
    lines = '<div class="write-line"></div>' * 3
    document, *_ = bench.layout(
        page(f'{lines}<table class="rules rubric by-rows"><tbody>{rows("a")}</tbody></table>'), "", 1
    )
    boxes = list(document.pages[0]._page_box.descendants())  # noqa: SLF001 the boxes have no public name
    (rule,) = {box.border_top_width for box in boxes if box.element_tag == "table" and box.border_top_width}
    assert rule > 2 * max(box.border_bottom_width for box in boxes if box.element_tag == "div")


def test_a_formula_stays_with_what_explains_it(parted: Callable[..., set[tuple[str, ...]]]) -> None:
    formula = '<div class="equation"><p class="formula">n</p></div><p class="where">where</p>'
    found = parted(f'<div class="prose"><p>a</p><p>b</p></div>{formula}')
    assert ("a", "b n where") in found
    assert ("a b n", "where") not in found


def test_lines_as_they_are_typed_stand_with_what_asks_for_them(parted: Callable[..., set[tuple[str, ...]]]) -> None:
    lines = '<div class="write-line">l</div>' * 2
    room = f'<div class="room"><div class="write-on">{lines}</div></div>'
    found = parted(f'<div class="prose"><p>a</p><p>b</p>{room}</div>')
    assert found == {("a", "b l l"), ("a b l l",)}


def test_the_last_row_of_an_era_does_not_head_a_page(parted: Callable[..., set[tuple[str, ...]]]) -> None:
    era = f'<tr class="era">{items("td", "E")}</tr>'
    found = parted(f'<table class="lanes"><tbody>{rows(*"abc")}{era}{rows(*"def")}</tbody></table>')
    assert found == {("a b c", "E d e f"), ("a b c E d", "e f"), ("a b c E d e f",)}


def test_a_heading_goes_over_after_pictures_with_captions(parted: Callable[..., set[tuple[str, ...]]]) -> None:
    """A caption is bound to what it is above, and these are below."""
    panel = '<div class="figure"><div class="panels"><div class="panel"><p class="caption">c</p></div></div></div>'
    found = parted(f'{panel}<h2>H</h2><div class="figure"><div style="height:200pt">f</div></div>')
    assert found == {("c", "H f"), ("c H f",)}


@pytest.mark.parametrize(
    ("filled", "high", "pages"),
    [
        (180, 40, ("H p p p p p e",)),
        (180, 130, ("H p p p p p e",)),
        # Half of the page before would be white.
        (110, 120, ("H p p p p p", "e")),
    ],
)
def test_what_is_said_of_exercises_goes_over_with_the_first(
    parted: Callable[..., set[tuple[str, ...]]], filled: int, high: int, pages: tuple[str, ...]
) -> None:
    said = '<h2>H</h2><div class="prose"><p>p<br>p<br>p<br>p<br>p</p></div>'
    asked = f'<div class="exercise choose"><p style="line-height:{high}pt">e</p></div>'
    assert parted(said + asked, [filled]) == {pages}


def test_an_answer_hides_the_ends_of_the_lines_below_it_and_begins_where_they_do(
    bench: Bench, page: Callable[[str], str]
) -> None:
    over = '<div class="answer over"><div class="answer-ground">word</div></div>'
    document, *_ = bench.layout(page(f'<div class="room"><div class="write-line"></div>{over}</div>'), "", 1)
    printed = document.pages[0]._page_box  # noqa: SLF001 as above
    (line,), (ground,) = find(printed, "write-line"), find(printed, "answer-ground")
    word = next(box for box in ground.descendants() if type(box).__name__ == "TextBox")
    assert ground.border_box_x() == pytest.approx(line.border_box_x() - 4 / 3)
    assert ground.border_width() == pytest.approx(line.border_width() + 8 / 3)
    assert word.position_x == pytest.approx(line.border_box_x())


def test_a_figure_of_a_worksheet_comes_closer_to_both_exercises(parted: Callable[..., set[tuple[str, ...]]]) -> None:
    """Of the white around it little was left out: it went overleaf with an exercise that had room."""
    tall = '<div class="{}"><div style="height:{}pt">{}</div></div>'
    blocks = (
        tall.format(*one) for one in (("exercise", 60, "One."), ("figure", 60, "Shown."), ("exercise", 140, "Two."))
    )
    assert parted(f'<section class="page worksheet">{"".join(blocks)}</section>', [0]) == {("One. Shown. Two.",)}
