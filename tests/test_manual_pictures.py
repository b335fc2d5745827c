"""The examples of the manual are content that a course may have, and `make manual` shows what comes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html
from markdown_it import MarkdownIt

import manual
from coursepack import values
from coursepack.course import Entry, IndexEntry
from coursepack.coursefile import CourseFile
from coursepack.load.markdown import parser
from coursepack.outputs import check
from coursepack.problem import ContentError, Problem
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

    from coursepack.build import Ready

TEXT = manual.TEXT.read_text("utf-8")
FOUND = manual.examples(TEXT)
FENCES = [token for token in MarkdownIt().parse(TEXT) if token.type == "fence"]
# What a fence of YAML is part of, by the name that its first line says: the course's own file has none.
FILES = {
    "": CourseFile,
    "course.yaml": CourseFile,
    "glossary.yaml": tuple[Entry, ...],
    "references.yaml": list[dict[str, object]],
    "index.yaml": tuple[IndexEntry, ...],
}
# Few, for each is printed twice: part of a unit, and text; `make manual` makes all.
DRAWN = ("```{break}", "```{cloze}", "id: ties\n")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    return manual.course(manual.lay(tmp_path_factory.mktemp("manual"), FOUND))


def example(words: str) -> manual.Example:
    return next(one for one in FOUND if words in one.source)


def test_every_fence_is_an_example_a_file_or_no_content() -> None:
    infos = [token.info for token in FENCES]
    assert len(FOUND) == sum(info.startswith("{") or info == "markdown" for info in infos)
    assert {info for info in infos if not info.startswith("{")} == {"markdown", "yaml", ""}


@pytest.mark.parametrize("token", [one for one in FENCES if one.info == "yaml"], ids=lambda token: token.content[:20])
def test_every_file_in_the_manual_is_one_that_is_read(token: Token) -> None:
    problems: list[Problem] = []
    text = token.content
    name = found[1] if (found := re.match(r"# (\w+\.yaml)", text)) else ""
    given = text if name in {"", "glossary.yaml", "references.yaml", "index.yaml"} else f"title: A\n{text}"
    read = values.read(given, name, 1, problems)
    assert read
    assert model(FILES[name], read, parser(), problems)
    assert problems == []


def test_the_examples_are_a_course_of_which_check_says_nothing(course: Ready) -> None:
    assert len(course.pack.units) == len(FOUND)
    said = {one.code for one in check.make(course, None, "a4").notices}
    assert said <= {"untested"}  # the objectives that each of its units has


@pytest.mark.parametrize("one", FOUND, ids=lambda one: f"line-{one.line}")
def test_there_is_something_to_see_of_each(course: Ready, one: manual.Example) -> None:
    sections = course.unit(one.name).sections
    assert [item for part in sections for place in ("handout", "slides") for item in part.on(place)]


@pytest.mark.parametrize("words", [*DRAWN[:2], pytest.param(DRAWN[2], marks=pytest.mark.thorough)])
def test_an_example_has_its_pictures(course: Ready, words: str) -> None:
    seen = list(manual.pictures(course, example(words)))
    assert [one.medium for one in seen] == (["slide"] if "break" in words else ["paper", "slide"])
    for one in seen:
        assert min(one.image.size) > 40
        assert one.words
        assert all(head not in one.words for head in ("Line ", "The manual ·")) or one.medium == "slide"


def test_the_picture_of_a_unit_begins_with_its_title(course: Ready) -> None:
    first = next(manual.pictures(course, next(one for one in FOUND if one.whole)))
    assert "From 1945 to today" in first.words


def test_a_picture_stands_after_its_example_and_is_told_in_words(course: Ready) -> None:
    one = example("```{break}")
    made = html.fromstring(manual.page(TEXT, {one.line: list(manual.pictures(course, one))}))
    (picture,) = made.iter("img")
    before = picture.getparent().getparent().getprevious()
    assert before.text_content() == one.source
    assert "Water and air" in picture.get("alt")
    assert len(made.find_class("pictures")) == len(FOUND)


def test_links_of_the_manual_lead_to_its_headings() -> None:
    made = html.fromstring(manual.page(TEXT, {}))
    ids = {one.get("id") for one in made.iter("h1", "h2", "h3", "h4")}
    assert {one.get("href")[1:] for one in made.iter("a") if one.get("href").startswith("#")} <= ids


@pytest.mark.usefixtures("anew")
def test_the_same_example_gives_the_same_bytes(course: Ready) -> None:
    one, two = ([p.address for p in manual.pictures(course, example("```{break}"))] for _ in range(2))
    assert one == two


def test_a_wrong_example_is_told_at_its_line(tmp_path: Path) -> None:
    text = "# A\n\nText.\n\nMore.\n\n```{break}\nminuets: 10\n```\n"
    with pytest.raises(ContentError) as caught:
        manual.course(manual.lay(tmp_path, manual.examples(text)))
    assert {str(one.span) for one in caught.value.problems} == {"AUTHORING.md:8:1"}
