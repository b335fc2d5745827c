"""What is read of a text: words in their places, and nothing of what stands around them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.judge import prose

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def read(unit: Callable[..., Path]) -> Callable[[str], list[prose.Run]]:
    def runs(body: str) -> list[prose.Run]:
        (part,) = ready(unit(f"## One\n\n{body}")).pack.units
        return list(prose.runs(text for text in prose.read(part.items())))

    return runs


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Rain *falls* on [rocks](#one).", "Rain falls on rocks ."),
        ("A [source]{lang=fr} rises.", "A source rises."),
        ("The call `f(x)` and $a+b$ end.", "The call \0 and \0 end."),
        ("It costs $5 and $6.", "It costs $5 and $6."),
    ],
)
def test_signs_are_blanks_and_things_are_gaps(read: Callable[[str], list[prose.Run]], written: str, words: str) -> None:
    (run,) = read(written)
    assert len(run.words) == len(run.inline.content)
    assert re.sub("\0+", "\0", " ".join(run.words.split())) == words


def test_words_are_found_where_their_author_wrote_them(read: Callable[[str], list[prose.Run]]) -> None:
    (run,) = read("Rain *falls* twice.")
    start = run.words.index("twice")
    span = run.at(start, start + len("twice"))
    written = Path(span.file).read_text("utf-8").split("\n")[span.line - 1]
    assert written[span.column - 1 :][: span.length] == "twice"
    assert [run.words[start:end].strip() for start, end in run.sentences()] == ["Rain  falls  twice."]


def test_what_is_for_the_teacher_is_read_by_nobody_else(read: Callable[[str], list[prose.Run]]) -> None:
    body = "Both.\n\n```{text}\nfor: teacher\nbody: One alone.\n```\n"
    assert [run.words for run in read(body)] == ["Both."]


@pytest.mark.parametrize(
    ("text", "found"),
    [("In particular, rain", True), ("IN\nPARTICULAR", True), ("in particularly", False), ("within particular", False)],
)
def test_a_phrase_stands_alone(text: str, found: bool) -> None:  # noqa: FBT001 a row of the table
    pattern = prose.phrases(["in particular"])
    assert pattern
    assert bool(pattern.search(text)) is found


def test_a_phrase_of_a_script_without_blanks_touches_others() -> None:
    pattern = prose.phrases(["\u7279\u522b"])
    assert pattern
    assert pattern.search("\u6211\u7279\u522b\u597d")
    assert prose.phrases([]) is None
