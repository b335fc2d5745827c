"""Code in four looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.problem import Severity
from coursepack.render.words.highlight import Piece, highlight, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCE = """\
def water(): # runs
    return 'deep'
"""


def looks(source: str, language: str) -> list[tuple[str, str]]:
    return [(piece.text.strip(), piece.look) for line in highlight(source, language) for piece in line if piece.look]


def test_keywords_comments_and_strings_have_looks_of_their_own() -> None:
    found = looks(SOURCE, "python")
    assert found[:3] == [("def", "keyword"), ("# runs", "comment"), ("return", "keyword")]
    assert "".join(text for text, look in found if look == "string") == "'deep'"


def test_a_word_that_is_an_operator_is_a_keyword() -> None:
    assert ("and", "keyword") in looks("a and b", "python")


@pytest.mark.parametrize("language", ["python", "sql", "c", "html", "nothing-known", ""])
def test_no_letter_is_lost_or_added_in_any_language(language: str) -> None:
    source = "SELECT *  FROM t;\n\n  x = '1' /* c */\n"
    written = "\n".join("".join(piece.text for piece in line) for line in highlight(source, language))
    assert written == source.strip("\n")


@pytest.mark.parametrize(
    "language",
    ["console", "shell-session", "pycon", "rconsole", "irb", "pwsh-session", "doscon", "jlcon", "psql", "iex"],
)
@pytest.mark.parametrize("source", ["$ make", "$ ls rivers\n  12   lee.txt\n>>> 1\n[1] 1"])
def test_no_line_of_a_session_is_lost(source: str, language: str) -> None:
    assert ["".join(piece.text for piece in line) for line in highlight(source, language)] == source.split("\n")


def test_an_unknown_language_is_plain() -> None:
    assert highlight("def x", "nothing-known") == ((Piece("def x", ""),),)


def test_tabs_become_blanks_and_what_is_blank_around_the_code_and_its_lines_goes() -> None:
    assert plain("\n\n\ta\n\n") == "    a"
    assert plain("a \n\nb\t\n") == "a\n\nb"


def test_a_line_that_no_measure_holds_is_turned_over_and_said_at_that_line(unit: Callable[..., Path]) -> None:
    code = f"```python\nx = 1\ny = '{'-' * 99}'\n```\n"
    (problem,) = (one for one in read(unit(code)).problems if one.code == "wide-code")
    assert (problem.severity, problem.span.line) == (Severity.WARNING, 11)


@pytest.mark.parametrize(
    ("columns", "said"),
    [(98, []), (120, ["Draw it narrower, or leave it: it is set smaller on paper"]),
     (220, ["Draw it narrower, or leave it: it is turned over on paper"])],
)  # fmt: skip
def test_a_drawing_of_signs_that_no_measure_holds_is_said_once(
    unit: Callable[..., Path], columns: int, said: list[str]
) -> None:
    edge = "\u2500" * (columns - 2)
    code = f"```\n\u250c{edge}\u2510\n\u2514{edge}\u2518\n```\n"
    found = [one for one in read(unit(code)).problems if one.code == "wide-code"]
    assert [one.help for one in found] == said
    assert all(one.message.startswith("this line of a drawing has") for one in found)
