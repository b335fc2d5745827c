from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.blocks import KINDS
from coursepack.course import PageFront, Part
from coursepack.load import part as raw
from coursepack.load.markdown import parser
from coursepack.problem import Severity
from coursepack.validate.parts import part

if TYPE_CHECKING:
    from coursepack.problem import Problem


def check(body: str) -> tuple[Part | None, list[Problem]]:
    problems: list[Problem] = []
    pieces = raw.read(f"---\nid: a\ntitle: A\n---\n{body}", "pages/a.md", parser(), problems)
    return part(pieces, "pages/a.md", PageFront, parser(), problems), problems


def test_a_part_is_its_sections_with_their_blocks() -> None:
    made, problems = check("Before.\n\n## One\n\nText.\n\n```{question}\ntext: x\n```\n\nMore.\n\n## Two\n\nText.\n")
    assert problems == []
    assert made
    assert made.stem == "a"
    assert [(section.id, [block.kind_name() for block in section.blocks]) for section in made.sections] == [
        ("", ["text"]),
        ("one", ["text", "question", "text"]),
        ("two", ["text"]),
    ]


def test_a_block_knows_where_it_and_its_fields_are_written() -> None:
    made, _ = check("\n```{question}\ntext: x\nlines: 3\n```\n")
    assert made
    (block,) = made.blocks()
    assert (block.span.line, block.at("lines").line, block.at("lines").column) == (6, 8, 8)


@pytest.mark.parametrize("kind", [name.replace("e", "ee", 1) for name in KINDS if "e" in name])
def test_a_misspelt_kind_has_a_suggestion(kind: str) -> None:
    _, problems = check(f"x\n\n```{{{kind}}}\na: b\n```\n")
    assert [problem.help for problem in problems if problem.code == "unknown-kind"] == [
        f"did you mean `{kind.replace('ee', 'e', 1)}`?"
    ]


@pytest.mark.parametrize(
    ("body", "codes"),
    [("", ["empty-unit"]), ("x\n\n## One\n\n## Two\n\nx\n", ["empty-section"]), ("x\n", [])],
)
def test_what_is_empty_is_reported_once(body: str, codes: list[str]) -> None:
    _, problems = check(body)
    assert [problem.code for problem in problems] == codes


def test_a_block_with_a_mistake_still_fills_its_section() -> None:
    _, problems = check("## One\n\n```{question}\ntxt: x\n```\n")
    assert {problem.code for problem in problems} == {"missing-field", "unknown-field"}


def test_a_section_that_has_nothing_for_students_is_reported_and_stays() -> None:
    """Its heading is printed, because its number counts."""
    made, found = check("## One\n\nx\n\n## Two {#two}\n\n```{text}\nfor: teacher\nbody: y\n```\n")
    assert made
    assert [section.id for section in made.sections] == ["one", "two"]
    assert [(problem.code, problem.span.line, problem.severity) for problem in found] == [
        ("empty-section", 9, Severity.WARNING)
    ]
