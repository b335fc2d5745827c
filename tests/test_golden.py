"""The golden cases: what is made of each file under `cases/` is what stands in it, word for word."""

from __future__ import annotations

import re
from pathlib import Path
from pprint import pformat
from typing import TYPE_CHECKING

import pytest

from casefile import Case, cases
from conftest import COURSE, GOLDEN
from coursepack.blocks import KINDS
from coursepack.build import ready
from coursepack.judge.verdict import verdict
from coursepack.load.encoding import shown
from coursepack.outputs import pdf, slides
from coursepack.problem import ContentError, Problem, describe
from coursepack.render.handout.markup import handout
from coursepack.render.look.templates import OWN
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coursepack.build import Ready

PROBLEMS = Path(__file__).parent / "cases" / "problems"
BLOCKS = Path(__file__).parent / "cases" / "blocks"
# Words that no teacher should have to read.
INTERNAL = (
    "tuple",
    "dictionary",
    "instance of",
    "input should",
    "valid string",
    "object has",
    "match pattern",
    "``:",
    "^[",
)
# What a block may name: files of the golden course.
FILES = ("glossary.yaml", "references.yaml", "data/rain.csv", "media/spring.svg")
# Slides that are the unit's and not the block's.
AROUND = {"title", "agenda", "unit", "objectives", "summary", "references"}


@pytest.mark.parametrize("name", cases(BLOCKS))
def test_a_block_becomes_the_markup_of_its_case(name: str, unit: Callable[..., Path], *, golden: bool) -> None:
    case = Case(BLOCKS / f"{name}.md")
    # A block without a short form stays off the slides here.
    written = {"course.yaml": COURSE["course.yaml"] + "slides: written\n"}
    root = unit(f"## Springs {{#springs}}\n\n{case.fence('markdown')}", written | {path: read(path) for path in FILES})
    made = ready(root)
    written_deck = script(made.copy("teacher"), made.design.templates)
    given = {
        "html handout": on_paper(made),
        "html slide": on_slides(written_deck.markup).replace(f"{root}/", ""),
        "text figures": f"{pformat(written_deck.figures, width=100)}\n",
    }
    given = {info: text for info, text in given.items() if info in {token.info for token in case.fences()}}
    if golden:
        case.accept(given)
    assert {info: case.fence(info) for info in given} == given


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_case(kind: str) -> None:
    assert (BLOCKS / f"{kind}.md").is_file()


@pytest.mark.parametrize("name", cases(PROBLEMS))
def test_a_mistake_is_reported_as_its_case_says(name: str, course: Callable[..., Path], *, golden: bool) -> None:
    case = Case(PROBLEMS / f"{name}.md")
    root = course(case.files())
    said = report(problems(root), root)
    if golden:
        case.accept({"text": said})
    assert said == case.fence("text")


def problems(root: Path) -> Sequence[Problem]:
    """Judge the course."""
    try:
        return verdict(root).notices
    except ContentError as error:
        return error.problems


# What may be made all the same. Each run asks where nothing is said at all, and where some of a drawing is left out.
MADE = [name for name in cases(PROBLEMS) if "\nerror[" not in (PROBLEMS / f"{name}.md").read_text("utf-8")]
FEW = ("drawing-script", "no-glyph-comment")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in FEW else pytest.mark.thorough) for name in MADE]
)
def test_outputs_say_no_more_of_a_course_than_check_does(name: str, course: Callable[..., Path]) -> None:
    made = verdict(course(Case(PROBLEMS / f"{name}.md").files()))
    assert (slides.make(made, None, "").notices, pdf.make(made, None, "a4").notices) == ((), ())


def report(found: Sequence[Problem], root: Path) -> str:
    """Write problems as people read them, with places relative to the course folder."""
    text = "\n".join(f"{described(problem)}\n" for problem in found) or "no problems\n"
    return text.replace(f"{root}/", "").replace(str(OWN), "templates of coursepack")


def described(problem: Problem) -> str:
    file = Path(problem.span.file)
    return describe(problem, shown(file))


def test_no_report_has_words_of_the_program() -> None:
    said = {name: Case(PROBLEMS / f"{name}.md").fence("text") for name in cases(PROBLEMS)}
    assert [(name, word) for name, text in said.items() for word in INTERNAL if word in text] == []


def read(path: str) -> str:
    return (GOLDEN / path).read_text("utf-8")


def on_paper(made: Ready) -> str:
    """Return what stands between the section's heading and the end of the unit; drawings have cases of their own."""
    paper = made.design.theme.papers["a4"]
    html = handout(made.pack, made.design.theme, paper, made.design.templates).html
    inside = html.partition('<h2 id="springs">')[2].partition("</h2>\n")[2]
    inside = re.split(r'<div (?:class="(?:grading|rest-room)"|id="end.water")>', inside)[0]
    return tidy(re.sub(r"(data:image/svg\+xml;base64,)[\w+/=]+", r"\1…", inside))


def on_slides(markup: str) -> str:
    sections = re.findall(r"<section .*?</section>", markup, re.DOTALL)
    own = [section for section in sections if re.findall(r'data-layout="([\w-]+)"', section)[0] not in AROUND]
    return tidy("\n".join(own))


def tidy(html: str) -> str:
    """Leave out empty lines, and mark what a reader of the case would not see."""
    lines = [line for line in html.replace("\u00a0", "&nbsp;").splitlines() if line.strip()]
    return "".join(f"{line}\n" for line in lines) or "<!-- nothing -->\n"
