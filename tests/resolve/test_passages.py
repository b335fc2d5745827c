"""Passages of a prose text, for slides that are made of it."""

from __future__ import annotations

import pytest

from coursepack.blocks.code import Code
from coursepack.blocks.math import Math
from coursepack.blocks.table import Table
from coursepack.load.markdown import parser
from coursepack.problem import Span
from coursepack.resolve.passages import Passage, block, continued, joined, of, sentence
from coursepack.text import Rich

TEXT = """\
Words are said.

- one
  - within
- two

$$ x = 1 $$

```python
v = 1
```

| a | b |
|---|---|
| c | d |

### Further

---

Words end it.
"""


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return list(of(read(TEXT)))


def read(text: str) -> Rich:
    return Rich(text, Span("a.md", 10, 1), 0, tuple(parser().parse(text)))


def test_every_block_that_stands_in_no_other_is_one_passage_by_its_kind(passages: list[Passage]) -> None:
    assert [one.kind for one in passages] == ["said", "list", "math_block", "code", "table", "heading", "hr", "said"]
    assert sum(len(one.tokens) for one in passages) == len(read(TEXT).tokens)


def test_a_passage_is_where_its_first_line_is(passages: list[Passage]) -> None:
    assert [one.at.line for one in passages] == [10, 12, 16, 18, 22, 26, 28, 30]


def test_what_is_drawn_becomes_the_block_that_shows_it_on_slides_alone(passages: list[Passage]) -> None:
    formula, code, table = (block(one) for one in passages[2:5])
    assert isinstance(formula, Math)
    assert formula.latex.strip() == "x = 1"
    assert isinstance(code, Code)
    assert (code.language, code.code) == ("python", "v = 1\n")
    assert isinstance(table, Table)
    assert [text.plain() for text in table.columns or ()] == ["a", "b"]
    assert [[text.plain() for text in row] for row in table.rows or ()] == [["c", "d"]]
    for made, line in ((formula, 16), (code, 18), (table, 22)):
        assert made.on == "slides"
        assert made.span.line == line


def test_what_is_said_or_listed_is_no_block_and_code_without_a_language_is_text(passages: list[Passage]) -> None:
    assert [block(one) for one in passages if one.kind in {"said", "list", "heading", "hr"}] == [None] * 5
    (plain,) = (block(one) for one in of(read("```\nv\n```\n")))
    assert isinstance(plain, Code)
    assert plain.language == "text"


def test_passages_are_joined_to_a_text_again(passages: list[Passage]) -> None:
    whole = joined([word for one in (passages[0], passages[5]) for word in one.words])
    assert whole
    assert [token.content for token in whole.inlines()] == ["Words are said.", "Further"]
    assert joined([]) is None


def test_a_few_lines_of_code_after_each_other_are_one_piece() -> None:
    pieces = (("r", "a"), ("r", "b"), ("python", "c"), ("r", "d\n" * 9), ("r", "e" * 67))
    text = "\n".join(f"~~~{language}\n{code}\n~~~\n" for language, code in pieces)
    one, two, *others = (block(passage) for passage in of(read(text)))
    assert one
    assert two
    both = continued(one, two)
    assert isinstance(both, Code)
    assert (both.code, both.span) == ("a\n\nb\n", one.span)
    for later in others:
        assert later
        assert continued(both, later) is None


def test_what_a_program_said_stands_below_it_on_its_slide_and_matters_less() -> None:
    pieces = (("sh", "pwd\nls"), ("output", "a.txt"), ("sh", "cd"))
    text = "\n".join(f"~~~{language}\n{code}\n~~~\n" for language, code in pieces)
    written, said, later = (block(passage) for passage in of(read(text)))
    assert written
    assert said
    both = continued(written, said)
    assert isinstance(both, Code)
    assert (both.language, both.code, both.emphasis) == ("sh", "pwd\nls\na.txt\n", (1, 2))
    assert later
    assert continued(both, later) is None
    assert continued(said, written) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The **river** slows. It drops sand.", "The river slows."),
        ("See p. 5, e.g. the “delta.” Then on.", "See p. 5, e.g. the “delta.”"),
        ("It rose [@gauge, 3]. It fell.", "It rose."),
        ("**One. Two.** Three.", "One."),
        ("It is $x^2$ here. More.", "It is x^2 here."),
        ("> Somebody's words.\n\nOur words. More.", "Our words."),
        ("✗ It rise. → ✓ It rises.", None),
        ("It rises as follows:", None),
        ("**a.** A spring. More.", None),
        (f"It is so{' long' * 40}. Yes.", None),
        ("", None),
    ],
)
def test_paragraphs_are_shown_by_the_sentence_that_they_begin_with(words: str, said: str | None) -> None:
    text = read(words)
    found = sentence([(text, token) for token in text.tokens])
    assert (found and found.plain()) == said
