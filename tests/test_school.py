"""What a school puts on its papers: a footer, a logo, the head of an exam, and what begins a page of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.languages.language import day
from coursepack.problem import ContentError
from coursepack.render.handout.markup import companion, handout
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready

MARK = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15">LOGO</text></svg>'
HEAD = "title: Rivers\n"


def pages(made: Ready) -> tuple[str, str]:
    done = handout(made.pack, made.design.theme, made.design.theme.papers["a4"], made.design.templates)
    return done.html, done.css


def test_a_footer_stands_on_pages_and_slides(unit: Callable[..., Path]) -> None:
    made = ready(unit("x\n", {"course.yaml": f"{HEAD}footer: Hill School, 9b\n"}))
    assert '@bottom-left { content: "Hill School, 9b"' in pages(made)[1]
    deck = script(made.pack, made.design.templates).markup
    assert '<p data-ph="footer">Hill School, 9b · Unit 1</p>' in deck or "Hill School, 9b</p>" in deck


def test_a_logo_stands_on_the_cover_and_on_every_page_in_the_theme_s_face(unit: Callable[..., Path]) -> None:
    files = {"course.yaml": f"{HEAD}logo: media/my logo.svg\nlogo-alt: Hill School\n", "media/my logo.svg": MARK}
    made = ready(unit("x\n", files))
    html, css = pages(made)
    assert 'alt="Hill School"' in html
    assert '@top-right { content: ""; width: 30mm' in css
    assert made.design.theme.logo
    assert made.design.theme.logo.file.endswith("media/my logo.svg")


@pytest.mark.parametrize(("logo", "code"), [("../x.svg", "outside-course"), ("media/none.svg", "missing-file")])
def test_a_logo_is_a_picture_of_the_course(unit: Callable[..., Path], logo: str, code: str) -> None:
    with pytest.raises(ContentError) as caught:
        ready(unit("x\n", {"course.yaml": f"{HEAD}logo: {logo}\n"}))
    assert {problem.code for problem in caught.value.problems} == {code}


def test_the_head_of_an_exam_stands_above_its_exercises(unit: Callable[..., Path]) -> None:
    exam = "exam: {date: 2026-11-28, duration: 90, aids: calculator, school: Hill School}\n"
    asked = "```{short-answer}\nid: ex-a\ntext: Why?\n```\n"
    made = ready(unit(asked, {"course.yaml": f"{HEAD}{exam}language: en-GB\n"}))
    theme = made.design.theme
    sheet = companion(made.pack, theme, theme.papers["a4"], made.design.templates, name="worksheets").html
    for html in (sheet, pages(made)[0]):
        head = html.partition('class="exam wide"')[2].partition("</div>")[0].replace("\u00a0", " ")
        head = re.sub('<span class="heard".*?</span>', "", head)
        words = ["Hill School", "<b>Date</b> 28 November 2026", "<b>Time allowed</b> 90&nbsp;minutes", "calculator"]
        assert [word for word in words if word.replace("&nbsp;", " ") in head.replace("&nbsp;", " ")] == words


@pytest.mark.parametrize(
    ("tag", "written", "said"),
    [("de", "2026-11-28", "28. November 2026"), ("fr", "2026-11-28", "28 novembre 2026"), ("en", "in May", "in May")],
)
def test_a_date_is_written_as_the_language_does(tag: str, written: str, said: str) -> None:
    assert day(tag, written).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    "body",
    [
        "## One\n\nx\n\n## Two {.new-page}\n\nx\n",
        "## One\n\nx\n\n## Two {#two .new-page}\n\nx\n",
        "## One\n\nx\n\n```{short-answer}\nid: ex-a\ntext: Why?\nnew-page: true\n```\n",
    ],
)
def test_a_section_or_an_exercise_may_begin_a_page(unit: Callable[..., Path], body: str) -> None:
    html, _ = pages(ready(unit(body)))
    before, _, after = html.partition('<div class="page-break"></div>')
    assert "One" in before
    assert "One" not in after.partition("<h2")[0]
    assert '<div class="page-break"></div>' not in after
    assert "new-page" not in html
