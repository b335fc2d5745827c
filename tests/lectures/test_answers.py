"""Questions of a lecture and their answers: a click apart, or on the next slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pptx.oxml.ns import qn
from pptx.util import Pt

from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.pack import Copy
from coursepack.problem import ContentError
from lecture import BODY, DATA, named, on, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from kept import Kept


def test_a_question_under_a_short_title_is_there_in_full(deck: Deck) -> None:
    (slide,) = on(deck, "Question beside a column")
    assert named(slide)["title"] == "Where does it begin?"
    assert named(slide)["body"] == "Where would you say that the Rhine begins, and why there?"


def test_a_question_and_its_answer_are_one_slide_a_click_apart(deck: Deck) -> None:
    (slide,) = on(deck, "Question and answer")
    words = named(slide)
    assert words["title"] == "Which of these rivers carries most water to the sea in a year, and how do we know?"
    assert [words[f"Option {letter}"] for letter in "abcd"] == ["The Rhine", "The Danube", "The Nile", "The Amazon"]
    assert words["Answer reason"] == "SECRETREASON: it drains half a continent."
    letters = [shape.find(f".//{qn('a:buAutoNum')}") for shape in slide.shapes.element.iter(qn("p:sp"))]
    given = [(one.get("type"), one.get("startAt", "1")) for one in letters if one is not None]
    assert given == [("alphaLcPeriod", number) for number in "1234"]


def test_one_click_shows_all_that_answers_and_nothing_else(deck: Deck) -> None:
    (slide,) = on(deck, "Question and answer")
    timing = slide.element.find(qn("p:timing"))
    shown = {int(one.get("spid")) for one in timing.iter(qn("p:spTgt"))}
    names = [shape.name for shape in slide.shapes if shape.shape_id in shown]
    assert names == ["Answer d", "Answer d", "Answer reason"]
    assert [one.name for one in slide.shapes if one.name.startswith("Answer")] == names
    assert [one.get("nodeType") for one in timing.iter(qn("p:cTn"))].count("clickEffect") == 1


def test_the_students_slide_is_the_lecturers_without_what_answers(folder: Path, deck: Deck, kept: Kept) -> None:
    (mine,) = on(deck, "Question and answer")
    (theirs,) = on(opened(kept(slides, ready(folder, Copy("student"))).data), "Question and answer")
    bare = {name: text for name, text in named(mine).items() if not name.startswith("Answer")}
    assert named(theirs).keys() == bare.keys()
    assert theirs.element.find(qn("p:timing")) is None


def test_statements_are_judged_a_click_each(unit: Callable[..., Path]) -> None:
    body = """
```{true-false}
id: rivers
text: Judge them.
statements: [{text: Rivers rise., answer: true}, {text: Seas end., answer: false, reason: They meet.}]
points: 2
slide: {title: Two claims, notes: One by one.}
```
"""
    made = slides.make(ready(unit(body), Copy("teacher")), None, "a4")
    (slide,) = on(opened(made.data), "Question and answer")
    words = named(slide)
    judged = {words[f"Option {letter}"]: words[f"Answer {letter}"] for letter in "ab"}
    assert judged == {"Rivers rise.": "True", "Seas end.": "False"}
    timing = slide.element.find(qn("p:timing"))
    assert [one.get("nodeType") for one in timing.iter(qn("p:cTn"))].count("clickEffect") == 3


@pytest.fixture
def pair(unit: Callable[..., Path]) -> Deck:
    """A deck in which an option is a picture: it stands in no box, so the answer has a slide of its own."""
    body = BODY.replace("The Nile, The Amazon]", '"![The Nile](media/nile.svg)", The Amazon]')
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    root = unit(body, {**DATA, "media/nile.svg": drawn})
    return opened(slides.make(ready(root, Copy("teacher")), None, "a4").data)


def test_an_answer_that_goes_in_no_box_comes_on_the_next_slide(pair: Deck) -> None:
    (asked,), (answered,) = on(pair, "Choice"), on(pair, "Answer")
    every = list(pair.slides)
    assert every.index(answered) == every.index(asked) + 1
    words = named(asked)["title"]
    assert words == "Which of these rivers carries most water to the sea in a year, and how do we know?"
    assert named(answered)["title"] == f"{words} (the answer)"
    assert named(asked)["body"] == named(answered)["body"] == "The Rhine\nThe Danube\nThe Nile\nThe Amazon"
    assert named(answered)["reason"] == "d is right.\nSECRETREASON: it drains half a continent."


def test_nothing_moves_between_a_question_and_its_answer(pair: Deck) -> None:
    (asked,), (answered,) = on(pair, "Choice"), on(pair, "Answer")
    places = [
        {shape.name: (shape.left, shape.top, shape.width, shape.height) for shape in one.shapes}
        for one in (asked, answered)
    ]
    assert {name: at for name, at in places[1].items() if name != "reason"} == places[0]
    for name in ("title", "body"):
        first, second = (sizes(next(shape for shape in one.shapes if shape.name == name)) for one in (asked, answered))
        assert first == second
    # The answer's title is longer: both are set smaller than the layout says.
    assert sizes(asked.shapes.title) == {Pt(37)}


def sizes(shape: object) -> set[object]:
    return {run.font.size for paragraph in shape.text_frame.paragraphs for run in paragraph.runs}  # type: ignore[attr-defined]


def test_the_right_option_is_bold_in_the_accent_and_the_others_are_grey(pair: Deck) -> None:
    (slide,) = on(pair, "Answer")
    body = next(shape for shape in slide.shapes if shape.name == "body")
    runs = [paragraph.runs[0] for paragraph in body.text_frame.paragraphs]
    assert [run.font.bold for run in runs] == [None, None, None, True]
    colours = [run._r.find(f".//{qn('a:schemeClr')}").get("val") for run in runs]  # noqa: SLF001 python-pptx has no other way to its XML
    assert colours == ["accent2", "accent2", "accent2", "accent1"]


@pytest.mark.parametrize("answer", ["D", "d.", "The Amazon"])
def test_an_answer_is_a_letter_or_the_option_s_words(unit: Callable[..., Path], answer: str) -> None:
    root = unit(BODY.replace("answer: d", f'answer: "{answer}"'), DATA)
    (slide,) = on(opened(slides.make(ready(root, Copy("teacher")), None, "a4").data), "Question and answer")
    assert next(shape.name for shape in slide.shapes if shape.name.startswith("Answer ")) == "Answer d"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("answer: d", "answer: e", "`e` is none of the options"),
        ("answer: d\n", "", "there is a reason and no `answer`"),
        ("options: [The Rhine, The Danube, The Nile, The Amazon]\n", "", "an answer needs `options` to choose from"),
        ("[The Rhine, The Danube, The Nile, The Amazon]", "[The Rhine]", "one option is no choice"),
    ],
)
def test_an_answer_that_cannot_be_is_found(unit: Callable[..., Path], old: str, new: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit(BODY.replace(old, new), DATA))
    assert [problem.message for problem in caught.value.problems] == [message]
