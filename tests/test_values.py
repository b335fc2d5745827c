from __future__ import annotations

import pytest

from coursepack import values
from coursepack.problem import Problem, Span
from coursepack.values import Text, Values


def read(source: str, line: int = 1) -> Values:
    problems: list[Problem] = []
    found = values.read(source, "a.yaml", line, problems)
    assert problems == []
    assert found
    return found


def broken(source: str) -> Problem:
    problems: list[Problem] = []
    assert values.read(source, "a.yaml", 10, problems) is None
    return problems[0]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "n", "2024-05-01", "12:30:45"])
def test_what_yaml_takes_for_something_else_stays_the_text_that_was_written(word: str) -> None:
    assert values.plain(read(f"key: {word}").value) == {"key": word}


def test_numbers_truth_and_nothing_are_what_they_are() -> None:
    assert read("[1, 2.5, true, ~]").value == [1, 2.5, True, None]


def test_every_value_knows_its_place() -> None:
    found = read("a:\n  - b: one\n    c: [x, yy]\n", line=5)
    assert found.at(("a", 0, "b")) == Span("a.yaml", 6, 8, 3)
    assert found.at(("a", 0, "c", 1)) == Span("a.yaml", 7, 12, 2)
    assert found.keys["a", 0, "c"] == Span("a.yaml", 7, 5, 1)


def test_a_value_that_is_missing_is_placed_at_what_is_around_it() -> None:
    found = read("a: {b: one}")
    assert found.at(("a", "nothing", 3)) == found.at(("a",))


@pytest.mark.parametrize(
    ("source", "span", "indent"),
    [
        ("a: word", Span("a.yaml", 1, 4, 4), 0),
        ("a: 'word'", Span("a.yaml", 1, 5, 4), 0),
        ("a: |\n  word\n  two\n", Span("a.yaml", 2, 3), 2),
        ("a: >-\n\n    word\n", Span("a.yaml", 2, 5), 4),
    ],
)
def test_a_text_begins_at_its_first_letter(source: str, span: Span, indent: int) -> None:
    text = read(source).value["a"]
    assert isinstance(text, Text)
    assert (text.span, text.indent) == (span, indent)


def test_a_key_that_is_written_twice_is_reported_and_the_first_counts() -> None:
    problems: list[Problem] = []
    found = values.read("a: 1\nb: {c: 1, c: 2}\na: 2\n", "a.yaml", 1, problems)
    assert found
    assert found.value == {"a": 1, "b": {"c": 1}}
    assert [(problem.code, problem.span.line) for problem in problems] == [("duplicate-key", 2), ("duplicate-key", 3)]


def test_a_file_of_nothing_has_no_fields() -> None:
    assert read("# a comment\n").value == {}


def test_lines_of_a_mistake_are_those_of_the_whole_file() -> None:
    assert broken("a: 1\nb: [1\n").span.line in {11, 12}
    assert broken("a:\n\t- b\n").span == Span("a.yaml", 11, 1)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("a:\n\t- b", "yaml-tab"),
        ("a: b: c", "yaml-syntax"),
        ("a: @b", "yaml-syntax"),
        ("a: *b", "yaml-syntax"),
        ("a: !!python/object:os.system b", "yaml-syntax"),
        ("--- a\n--- b", "yaml-syntax"),
        ("a: \x07", "yaml-syntax"),
    ],
)
def test_bad_yaml_is_one_problem(source: str, code: str) -> None:
    assert broken(source).code == code


def test_an_anchor_that_holds_itself_ends() -> None:
    problems: list[Problem] = []
    values.read("a: &a\n  b: *a\n", "a.yaml", 1, problems)
    assert problems


def test_a_value_written_once_and_used_twice_is_read_twice() -> None:
    assert values.plain(read("a: &x [1]\nb: *x\n").value) == {"a": [1], "b": [1]}


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("a: !!float abc", "yaml-value", (1, 4)),
        ("a: !!int x", "yaml-value", (1, 4)),
        ("a: !!timestamp 99", "yaml-value", (1, 4)),
        ("a: !!binary é", "yaml-syntax", (1, 4)),
        ('a: "\\UFFFFFFFF"', "yaml-syntax", (1, 5)),
        ('a: "x\\0y"', "unprintable", (1, 4)),
        ('a: "\\ud800"', "unprintable", (1, 4)),
        ("a: " + "[" * 50 + "]" * 50, "yaml-deep", (1, 43)),
        ("a: " + "[" * 5000, "yaml-deep", (1, 1)),
        ("\n".join(" " * n + "a:" for n in range(60)), "yaml-deep", (42, 42)),
    ],
)
def test_what_no_reader_can_take_is_a_problem_at_its_place(source: str, code: str, place: tuple[int, int]) -> None:
    problems: list[Problem] = []
    values.read(source, "x.yaml", 1, problems)
    assert [one.code for one in problems] == [code]
    assert abs(problems[0].span.column - place[1]) <= 2 or code == "yaml-deep"
    assert problems[0].span.line == place[0]


def test_anchors_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MOST", 1000)
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("ab", "bc", strict=True)]
    assert read("\n".join(rows))
    rows += ["d: &d [*c, *c, *c]"]
    problems: list[Problem] = []
    assert values.read("\n".join(rows), "x.yaml", 1, problems) is None
    assert [one.code for one in problems] == ["yaml-large"]


def test_a_number_of_more_digits_than_anybody_counts_with_is_a_text() -> None:
    made = values.read(f"a: {'9' * 5000}", "x.yaml", 1, [])
    assert made
    assert isinstance(made.value["a"], str)
