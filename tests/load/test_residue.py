from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser
from coursepack.load.residue import _PATTERNS
from steps import Looks, steps

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
        ("so $a^2 = $ is", "$a^2 = $", 3),
        ("so $3 : 2 = $ is", "$3 : 2 = $", 3),
        ("| a | b |\n| c | d |", "| a | b |", 0),
        ("Verse:\n| Roses are red\n| and blue", "| Roses are red\n| and blue", 7),
        ("| a |\n| b |", "| a |\n| b |", 0),
        ("{{0-1}}", "{{0-1}}", 0),
        ("Name: {fill:text}", "{fill:text}", 6),
        ("{fill:textarea rows=3}", "{fill:textarea rows=3}", 0),
        ("so {blank}", "{blank}", 3),
        ("so {field:name}", "{field:name}", 3),
        ("[[ ]] no", "[[ ]]", 0),
        ("so @run.eval(`x`)", "@run.eval(", 3),
        ("so @course.title, a", "@course.title", 3),
        ("so ** bed ** d", "** bed **", 3),
        ("see (https://a.org/b)[a map] now", "(https://a.org/b)[a map]", 4),
        (r"so ( \phi_i = 0 )", r"\phi", 5),
        (r"so 2\pi f", r"\pi", 4),
        ("a ``\\frac{1}{2}`` b", r"\frac{1}{2}", 4),
        ("{data-kind = odd, class = page}\nA", "{data-kind = odd, class = page}", 0),
        ('+++\ntitle = "A"\n+++', '+++\ntitle = "A"\n+++', 0),
        ('<q>a</q> :smile: "b"', ":smile:", 9),
    ],
)
def test_it_is_found_where_it_stands(text: str, raw: str, at: int) -> None:
    (token,) = (token for token in parser().parse(text) if token.type == "inline")
    (found,) = token.meta["residue"]
    assert (found.raw, found.at) == (raw, at)
    assert token.content[at:].startswith(raw)


def test_words_that_a_screen_hides_may_be_an_answer() -> None:
    found = left('a <span style="background: #000">b</span> and <span class="hidden">c</span>')
    assert ["::: solution" in one.advice for one in found] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 \\* 4",
        "of |x| and a | b",
        "| Roses are red\n|   and blue",
        "2 ** 3 ** 4",
        "a@river.org, @river. And @river-bed, p. 2",
        "from $5 to $10, or a = $ 3",
        "from $5 = 4 euros to $6, or ten $ = 9 euros for one in $",
        "`\\cite{x}` and `{{< x >}}`, ``a`\\frac`` and ``\\n`` and `\\frac{1}{2}`",
        "{x = 1}, the set {width = 2} of",
        "$\\textbf{x}$",
        "at 12:30:45, ratio 1:2:3",
        "C# and 50% and 3 < 5 and AT&T",
        "[sic] (see below) {so} {fillet} {input} {field} \\{gap}",
        "a circle {fill: none} or {fill-opacity: 0.5}",
        "x == y",
        "she said: a, b",
        "\\{\\{x\\}\\}",
        "so (https://a.org/b)[1], (https://a.org/b) [sic], and (https://a.org/b)[c](https://a.org/d)",
    ],
)
def test_words_are_words(text: str) -> None:
    assert left(text) == []


# Beginnings without an end, which a search might look through again and again.
HOSTILE = [
    "{{<",
    "{%",
    "](",
    "\\cite[",
    "\\cite[x]",
    "|a",
    ":a",
    "[[",
    "~~ ",
    "a **",
    "** ab",
    "@a.b",
    "\\ref{",
    "{#",
    "{a=",
    "\n:::",
    "+++\na = b\n",
    "{aa = ",
    "] [",
]


@pytest.mark.parametrize("begins", HOSTILE)
def test_four_times_the_text_takes_four_times_the_steps(begins: str) -> None:
    once, more = (steps(lambda text=begins * times: left(text)) for times in (60, 240))
    assert more < 5 * once


@pytest.mark.parametrize("number", range(len(_PATTERNS)))
def test_four_times_the_text_takes_four_times_the_looks_of_each_pattern(number: int) -> None:
    pattern = _PATTERNS[number][0]
    for begins in HOSTILE:
        once, more = (Looks(pattern, begins * times) for times in (25, 100))
        assert more.found == [found.span() for found in pattern.finditer(begins * 100)]
        assert more.count < 5 * once.count, begins


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("so <math><mrow><mi>a</mi></mrow></math> is <sound>b</sound>", ["<math>", "<sound>"]),
        ("| a |\n|---|\n| <ul><li>b</li><li>c</li></ul> |", ["<ul>"]),
        ("a</sound> <sound>b</sound> <sound>", ["</sound>", "<sound>", "<sound>"]),
    ],
)
def test_what_has_many_tags_is_told_once(text: str, told: list[str]) -> None:
    assert [one.raw for one in left(text)] == told
