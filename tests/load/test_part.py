from __future__ import annotations

import pytest

from coursepack.load import part
from coursepack.load.block import Fence
from coursepack.load.markdown import parser
from coursepack.load.part import Heading, Prose, RawPart
from coursepack.problem import Problem, Severity, Span

FRONT = "---\nid: a\n---\n"


def read(source: str) -> tuple[RawPart, list[Problem]]:
    problems: list[Problem] = []
    return part.read(source, "a.md", parser(), problems), problems


def good(source: str) -> RawPart:
    found, problems = read(source)
    assert problems == []
    return found


def test_a_file_is_front_matter_headings_prose_and_fences() -> None:
    found = good(f"{FRONT}\nOne.\n\nTwo.\n\n## Three {{#three}}\n\n```{{quote}}\ntext: x\n```\n\n### Four\n\nFive.\n")
    assert [type(item) for item in found.items] == [Prose, Heading, Fence, Prose]
    assert found.front
    assert found.front.value == {"id": "a"}


def test_a_heading_knows_its_id_words_and_place() -> None:
    heading = good(f"{FRONT}\n\n## *Three* words {{#three}}\n\nx\n").items[0]
    assert isinstance(heading, Heading)
    assert (heading.id, heading.title.plain()) == ("three", "Three words")
    assert heading.span == Span("a.md", 6, 1, len("## *Three* words {#three}"))


def test_a_heading_without_an_id_gets_one_of_its_words() -> None:
    heading = good(f"{FRONT}\n## What's *new*?\n\nx\n").items[0]
    assert isinstance(heading, Heading)
    assert heading.id == "whats-new"


def test_a_fence_knows_its_kind_and_the_places_of_its_values() -> None:
    fence = good(f"{FRONT}\nx\n\n```{{quote}}\ntext: one\nby: two\n```\n").items[1]
    assert isinstance(fence, Fence)
    assert fence.values
    assert (fence.kind, fence.span) == ("quote", Span("a.md", 7, 1, 10))
    assert fence.values.at(("by",)) == Span("a.md", 9, 5, 3)


def test_a_longer_fence_may_hold_backticks() -> None:
    fence = good(f"{FRONT}\n````{{text}}\nbody: |\n  ```\n  code\n  ```\n````\n").items[0]
    assert isinstance(fence, Fence)
    assert fence.values
    assert fence.values.value == {"body": "```\ncode\n```\n"}


def test_a_fence_without_braces_is_prose() -> None:
    assert [type(item) for item in good(f"{FRONT}\n```python\nx = 1\n```\n").items] == [Prose]


def test_a_line_of_three_hyphens_in_the_text_does_not_end_the_front_matter() -> None:
    found = good("---\nid: a\nnotes: |\n  one\n---\n\nx\n\n---\n\ny\n")
    assert found.front
    assert found.front.value == {"id": "a", "notes": "one\n"}


@pytest.mark.parametrize("source", ["", "text", "\n---\nid: a\n---\n", "---\nid: a\n"])
def test_a_file_without_front_matter_is_reported(source: str) -> None:
    _, problems = read(source)
    assert [problem.code for problem in problems] == ["missing-front-matter"]


@pytest.mark.parametrize("above", ["", "\n"])
def test_a_file_that_is_a_fence_of_markdown_is_what_stands_in_it(above: str) -> None:
    inside = f"{FRONT}\n## One {{#one}}\n\n```python\nx = 1\n```\n"
    found = good(f"{above}```markdown\n{inside}```\n")
    assert [type(item) for item in found.items] == [Heading, Prose]
    assert found.front
    assert found.front.value == {"id": "a"}
    assert [item.span.line for item in found.items if isinstance(item, Heading)] == [6 + len(above)]
    _, (wrong,) = read(f"{above}```markdown\n---\nid: a: b\n---\n\nx\n```\n")
    assert (wrong.code, wrong.span.line) == ("yaml-syntax", 3 + len(above))


def test_a_missing_title_hides_no_other_mistake() -> None:
    found, problems = read("Words.\n\n```{quote}\ntext: a: b\n```\n")
    assert [problem.code for problem in problems] == ["missing-front-matter", "yaml-syntax"]
    assert found.front
    assert isinstance(found.front.value, dict)
    assert found.front.value["title"]


def test_bad_yaml_of_a_fence_is_reported_at_its_line() -> None:
    _, problems = read(f"{FRONT}\n```{{quote}}\ntext: a: b\n```\n")
    assert [(problem.code, problem.span.line, problem.span.column) for problem in problems] == [("yaml-syntax", 6, 8)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("### a", [4]),
        ("## a\n#### b", [5]),
        ("## a\n\nx\n\n# b", [8]),
        ("# a", []),
        ("# a\n## b\n# c", [6]),
        ("## a\n### b\n## c\n### d", []),
        ("## a\n### b\n##### c\n#### d", [6]),
    ],
)
def test_levels_of_headings_go_down_one_by_one(body: str, lines: list[int]) -> None:
    _, problems = read(f"{FRONT}{body}\n")
    assert [problem.span.line for problem in problems if problem.code == "heading-level"] == lines


def test_headings_that_leave_a_level_out_are_set_one_below_what_they_stand_under() -> None:
    text, problems = read("# T\n\n### A\n\nx\n\n##### B\n\nx\n\n##### C\n\nx\n\n### D\n\nx\n")
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    titles = [item.title.plain() for item in text.items if isinstance(item, Heading)]
    tags = [token.tag for item in text.items if isinstance(item, Prose) for token in item.text.tokens if token.map]
    assert (titles, [tag for tag in tags if tag.startswith("h")]) == (["A", "D"], ["h3", "h3"])


def test_a_further_heading_at_level_1_is_a_section_and_what_follows_stands_in_it() -> None:
    text, problems = read("# T\n\n## A\n\nx\n\n# B\n\n## C\n\nx\n\n# D\n\nx\n")
    assert [(problem.span.line, problem.severity) for problem in problems] == [(7, "warning"), (13, "warning")]
    titles = [item.title.plain() for item in text.items if isinstance(item, Heading)]
    tags = [token.tag for item in text.items if isinstance(item, Prose) for token in item.text.tokens if token.map]
    assert (titles, [tag for tag in tags if tag.startswith("h")]) == (["A", "B", "D"], ["h3"])


def test_the_first_heading_is_the_title_whatever_stands_before_it() -> None:
    text = good("<!-- author: A. Teacher -->\n\n![A badge](badge.svg)\n\n# Rivers\n\n## One\n\nx\n")
    assert text.front
    assert text.front.value["title"] == "Rivers"
    assert [type(item) for item in text.items] == [Fence, Heading, Prose]


def test_sections_at_level_1_below_front_matter_are_sections() -> None:
    found = good("---\ntitle: T\n---\n# A\n\n#### B\n\nx\n\n# C\n\nx\n")
    assert [item.title.plain() for item in found.items if isinstance(item, Heading)] == ["A", "C"]
    prose = next(item for item in found.items if isinstance(item, Prose))
    assert (prose.text.tokens[0].tag, prose.names) == ("h3", ("b",))


def test_a_target_is_another_name_of_its_section() -> None:
    found = good("(one)=\n# T\n\n(two)=\n(three)=\n## A\n\n(four)=\n\nx\n")
    assert found.front
    assert found.front.value == {"title": "T", "id": "one"}
    head, prose = found.items
    assert isinstance(head, Heading)
    assert isinstance(prose, Prose)
    assert (head.id, head.names, prose.names) == ("two", ("two", "three"), ("four",))


def test_what_is_for_another_output_is_left_out_and_said() -> None:
    found, problems = read("```{raw} html\n<b>x</b>\n```\n\n# T\n\nx\n")
    assert len(found.items) == 1
    assert [(one.code, one.span.line) for one in problems] == [("foreign-output", 1)]


def test_an_exercise_of_r_exams_is_one_problem_where_it_says_what_it_is() -> None:
    solved = (
        "Which is salt?\n\nSolution\n========\nThe sea.\n\nMeta-information\n===\nextype: schoice\nexsolution: 10\n"
    )
    found, problems = read(f"Question\n========\n{solved}")
    assert (found.front, [(one.code, one.span.line, one.span.length) for one in problems]) == (
        None,
        [("unread-markup", 11, 15)],
    )
    assert read(f"Rain\n====\n{solved}")[0].front
