from __future__ import annotations

import pytest

from coursepack.problem import WINDOW, ContentError, Problem, Severity, Span, describe, did_you_mean


def problem(line: int, column: int, length: int = 1, advice: str = "Write it") -> Problem:
    return Problem(Span("a.md", line, column, length), "code", "it is wrong", advice)


def marked(text: str) -> str:
    """Return the words above the marks."""
    *_, line, marks = text.splitlines()
    start = marks.index("^")
    return line[start : start + marks.count("^")]


def test_a_problem_shows_its_line_and_marks_the_words() -> None:
    assert describe(problem(2, 3, 4), "one\na word\n") == (
        "error[code]: it is wrong\n  --> a.md:2:3\n   |\n 2 | a word\n   |   ^^^^ help: Write it"
    )


def test_a_problem_without_help_ends_with_its_marks() -> None:
    assert describe(problem(1, 1, 3, advice=""), "one").endswith("|\n 1 | one\n   | ^^^")


@pytest.mark.parametrize("line", [0, 3])
def test_a_line_that_is_not_in_the_file_is_left_out(line: int) -> None:
    assert describe(problem(line, 1), "one\ntwo").splitlines()[2:] == ["   = help: Write it"]


def test_a_file_that_cannot_be_read_is_named_all_the_same() -> None:
    assert describe(problem(1, 1), None).splitlines()[1:] == ["  --> a.md:1:1", "   = help: Write it"]


def test_marks_do_not_run_past_the_end_of_the_line() -> None:
    assert marked(describe(problem(1, 3, 99), "a word")) == "word"


def test_a_tab_takes_one_column() -> None:
    assert marked(describe(problem(1, 3, 4), "\t\tword")) == "word"


@pytest.mark.parametrize("column", [1, 50, 150, 380, 397])
def test_a_long_line_is_cut_around_the_words(column: int) -> None:
    line = "".join(f"{number:03} " for number in range(100))
    line = f"{line[: column - 1]}HERE{line[column + 3 :]}"
    text = describe(problem(1, column, 4, advice=""), line)
    assert marked(text) == "HERE"
    assert len(text.splitlines()[-2]) <= WINDOW + 12


@pytest.mark.parametrize("odd", ["\u2028", "\x0c", "\x85", "\x1c"])
def test_lines_are_counted_by_line_feeds_alone(odd: str) -> None:
    """A form feed or a line separator that was pasted into a text does not shift what is shown."""
    assert marked(describe(problem(2, 1, 4, advice=""), f"a{odd}b\nHERE\nc")) == "HERE"


def test_problems_are_raised_in_the_order_of_their_places() -> None:
    error = ContentError([problem(9, 1), problem(2, 7), problem(2, 3)])
    assert [(found.span.line, found.span.column) for found in error.problems] == [(2, 3), (2, 7), (9, 1)]


def test_a_problem_is_an_error_unless_it_says_otherwise() -> None:
    assert problem(1, 1).severity is Severity.ERROR


@pytest.mark.parametrize(("word", "said"), [("lenght", "did you mean `length`?"), ("colour", ""), ("", "")])
def test_a_near_word_is_suggested_and_a_far_one_is_not(word: str, said: str) -> None:
    assert did_you_mean(word, ["length", "width"]) == said


def test_ids_that_begin_alike_are_near_if_the_rest_of_them_is() -> None:
    known = ["sec-joins", "sec-tidy-data", "ex-nine"]
    assert did_you_mean("sec-logicals", known) == did_you_mean("sec-factors", known) == ""
    assert did_you_mean("sec-tidy", known) == "did you mean `sec-tidy-data`?"
    assert did_you_mean("exnine", known) == "did you mean `ex-nine`?"
