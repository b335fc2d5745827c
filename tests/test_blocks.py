"""Kinds of block: what a teacher writes, and the markup that it becomes on paper and on a slide."""

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
from coursepack.pack import Copy
from coursepack.render.handout.markup import handout
from coursepack.render.look.templates import environment
from coursepack.render.slides.script import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursepack.build import Ready

FOLDER = Path(__file__).parent / "cases" / "blocks"
# What a block may name: files of the golden course.
FILES = ("glossary.yaml", "references.yaml", "data/rain.csv", "media/spring.svg")
# Slides that are the unit's and not the block's.
AROUND = {"title", "agenda", "unit", "objectives", "summary", "references"}


@pytest.mark.parametrize("name", cases(FOLDER))
def test_a_block_becomes_the_markup_of_its_case(name: str, unit: Callable[..., Path], *, golden: bool) -> None:
    case = Case(FOLDER / f"{name}.md")
    # A block without a short form stays off the slides here.
    written = {"course.yaml": COURSE["course.yaml"] + "slides: written\n"}
    root = unit(f"## Springs {{#springs}}\n\n{case.fence('markdown')}", written | {path: read(path) for path in FILES})
    made = ready(root)
    teacher = ready(root, Copy("teacher"))
    slides = script(teacher.pack, teacher.design.templates)
    given = {
        "html handout": on_paper(made),
        "html slide": on_slides(slides.markup).replace(f"{root}/", ""),
        "text figures": f"{pformat(slides.figures, width=100)}\n",
    }
    given = {info: text for info, text in given.items() if info in {token.info for token in case.fences()}}
    if golden:
        case.accept(given)
    assert {info: case.fence(info) for info in given} == given


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_case(kind: str) -> None:
    assert (FOLDER / f"{kind}.md").is_file()


def test_a_kind_without_a_view_prints_no_note_and_no_answer(unit: Callable[..., Path]) -> None:
    quote = "```{quote}\ntext: Shown.\nby: Anyone\nslide: {title: Short, notes: Said.}\n```\n"
    (item,) = ready(unit(f"## Springs\n\n{quote}")).pack.units[0].items()
    page = environment().overlay()
    page.filters = {**page.filters, "line": lambda text: text.plain()}
    view = page.get_template("blocks/fallback.handout.html.j2")
    shown = view.render(block=item.block)
    assert "Shown." in shown
    assert "Said." not in shown
    assert "Short" not in shown


def read(path: str) -> str:
    return (GOLDEN / path).read_text("utf-8")


def on_paper(made: Ready) -> str:
    """Return what stands between the section's heading and the end of the unit; drawings have cases of their own."""
    paper = made.design.theme.papers["a4"]
    html = handout(made.pack, made.design.theme, paper, made.design.templates).html
    inside = html.partition('<h2 id="springs">')[2].partition("</h2>\n")[2]
    inside = re.split(r'<div class="(?:grading|rest-room)">', inside)[0]
    return tidy(re.sub(r"(data:image/svg\+xml;base64,)[\w+/=]+", r"\1…", inside))


def on_slides(markup: str) -> str:
    sections = re.findall(r"<section .*?</section>", markup, re.DOTALL)
    own = [section for section in sections if re.findall(r'data-layout="([\w-]+)"', section)[0] not in AROUND]
    return tidy("\n".join(own))


def tidy(html: str) -> str:
    """Leave out empty lines, and mark what a reader of the case would not see."""
    lines = [line for line in html.replace("\u00a0", "&nbsp;").splitlines() if line.strip()]
    return "".join(f"{line}\n" for line in lines) or "<!-- nothing -->\n"
