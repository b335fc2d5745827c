"""A block knows where it is written, in whichever way that is."""

from __future__ import annotations

import pytest

from coursepack.load import block
from coursepack.load.block import Fence
from coursepack.load.markdown import parser
from coursepack.problem import Problem, Span
from coursepack.text import prose


def inside(source: str) -> Fence:
    problems: list[Problem] = []
    (found,) = block.nested(prose(source, Span("a.md"), 0, parser()), problems).blocks()
    assert problems == []
    assert isinstance(found, Fence)
    return found


@pytest.mark.parametrize("name", ["callout", "note"])
def test_the_fields_of_a_callout_in_a_list_know_their_columns(name: str) -> None:
    found = inside(f"- One.\n\n  ```{{{name}}}\n  title: two\n  body: three\n  ```\n")
    assert found.values
    assert found.kind == "callout"
    assert (found.values.at(("title",)), found.values.at(("body",))) == (Span("a.md", 4, 10, 3), Span("a.md", 5, 9, 5))


def test_the_text_around_a_block_does_not_keep_its_words() -> None:
    text = block.nested(prose("One.\n\n```{note}\nbody: secret\n```\n", Span("a.md"), 0, parser()), [])
    assert text.source == "One.\n\n\n\n\n"


def test_a_film_is_a_block_where_nothing_else_is_one() -> None:
    found = inside("Watch.\n\n{{< video https://example.org/tide >}}\n")
    assert found.values
    assert (found.kind, found.values.value) == ("video", {"url": "https://example.org/tide"})


@pytest.mark.parametrize(("name", "known"), [("", {"title"}), (":name: lakes\n\n", {"title", "id"})])
def test_a_table_with_a_caption_has_an_id_only_where_one_is_written(name: str, known: set[str]) -> None:
    found = inside(f"```{{table}} Lakes\n{name}| a |\n|---|\n| b |\n```\n")
    assert found.values
    assert found.values.value.keys() & {"title", "id"} == known


@pytest.mark.parametrize(
    ("name", "code"), [("myanswers", "shown-answer"), ("solutionbox", "shown-answer"), ("riverside", "unknown-style")]
)
def test_a_div_whose_name_speaks_of_answers_is_seen_by_students(name: str, code: str) -> None:
    problems: list[Problem] = []
    block.nested(prose(f"One.\n\n::: {name}\nTwo.\n:::\n", Span("a.md"), 0, parser()), problems)
    assert [problem.code for problem in problems] == [code]
