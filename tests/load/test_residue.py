from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from coursepack.load.residue import Residue


def left(text: str) -> list[Residue]:
    return [one for token in parser().parse(text) for one in token.meta.get("residue", ())]


@pytest.mark.parametrize(
    ("text", "raw", "at"),
    [
        (r"Handle: \cite{knuth} is", r"\cite{knuth}", 8),
        ("*so* {{< video x >}} is", "{{< video x >}}", 5),
        ("“one” :smile: two", ":smile:", 6),
        ("a `b` \\* and\n  then [x]{.odd}", "{.odd}", 23),
        ("a &amp; b ~~ c", "~~", 10),
    ],
)
def test_it_is_found_where_it_stands(text: str, raw: str, at: int) -> None:
    (token,) = (token for token in parser().parse(text) if token.type == "inline")
    (found,) = token.meta["residue"]
    assert (found.raw, found.at) == (raw, at)
    assert token.content[at:].startswith(raw)


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 \\* 4",
        "`\\cite{x}` and `{{< x >}}`",
        "$\\textbf{x}$",
        "at 12:30:45, ratio 1:2:3",
        "C# and 50% and 3 < 5 and AT&T",
        "[sic] (see below) {so}",
        "x == y",
        "she said: a, b",
        "\\{\\{x\\}\\}",
    ],
)
def test_words_are_words(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize("text", ["{{<" * 3000, "](" * 3000, "\\cite[" * 2000, "|a" * 4000, ":a" * 4000, "[[" * 3000])
def test_the_search_is_linear(text: str) -> None:
    start = time.process_time()
    left(text[: len(text) // 4])
    quarter = time.process_time() - start
    start = time.process_time()
    left(text)
    # Four times the text takes four times as long, or little more; the square would be sixteen times.
    assert time.process_time() - start < 10 * quarter + 0.5
