"""What HTML folds: its summary, its text with its lines, and when it is a solution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.markdown import parser

if TYPE_CHECKING:
    from coursepack.load.admonition import Admonition


def read(source: str) -> list[Admonition]:
    return [token.meta["callout"] for token in parser().parse(source) if token.type == "callout"]


@pytest.mark.parametrize(
    ("summary", "kind", "title"),
    [
        ("More", "note", "More"),
        ("Solution", "solution", ""),
        ("<b>Show the  answer</b>", "solution", "Show the answer"),
        ("Klik hier voor de oplossing", "solution", "Klik hier voor de oplossing"),
        ("Correction", "solution", "Correction"),
        ("Corrections", "note", "Corrections"),
        ("Corrigé", "solution", "Corrigé"),
        ("Ver a solução", "solution", "Ver a solução"),
        ("Показать решение", "solution", "Показать решение"),
        ("פתרון", "solution", "פתרון"),
        ("Rješenje", "solution", "Rješenje"),
        ("Solució", "solution", "Solució"),
        ("Svaret", "solution", "Svaret"),
        ("Lời giải", "solution", "Lời giải"),
        ("Svarta havet", "note", "Svarta havet"),
    ],
)
def test_one_that_speaks_of_a_solution_is_one(summary: str, kind: str, title: str) -> None:
    (found,) = read(f"<details>\n<summary>{summary}</summary>\n\na\n\n</details>\n")
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(("name", "kind"), [("solution", "solution"), ("open Answer", "solution"), ("tip", "tip")])
def test_a_class_says_what_it_is(name: str, kind: str) -> None:
    (found,) = read(f'<details CLASS="{name}"><summary>Click</summary>\na\n</details>\n')
    assert (found.kind, found.title, found.taken) == (kind, "Click", "")


@pytest.mark.parametrize(("title", "kind", "said"), [("Answer:", "solution", ""), ("Rivers", "note", "Rivers")])
def test_a_note_of_openstax_is_what_its_title_says(title: str, kind: str, said: str) -> None:
    source = f'<div data-type="note" markdown="1">\n<div data-type="title">\n{title}\n</div>\n14\\.8%\n\n</div>\n'
    (found,) = read(source)
    assert (found.kind, found.title, found.skipped, found.texts["body"]) == (kind, said, 3, "14\\.8%\n\n")


def test_its_text_knows_its_lines() -> None:
    (found,) = read("<details markdown>\n<summary>\n  More\n</summary>\n\na\n</details>\n")
    assert (found.title, found.skipped, found.texts["body"]) == ("More", 3, "\na\n")
    (short,) = read("<details><summary>More</summary>\na\n</details>\n")
    assert (short.skipped, short.texts["body"]) == (0, "a\n")


def test_one_may_hold_another_and_code_opens_none() -> None:
    (outer,) = read("<details>\na\n<details>\nb\n</details>\n</details>\n")
    assert outer.texts["body"].count("details") == 2
    (code,) = read("<details>\n\n```\n<details>\n```\n\n</details>\n")
    assert "<details>" in code.texts["body"]


def test_one_without_an_end_or_with_words_behind_it_is_none() -> None:
    assert read("<details>\na\n") == read("<details>a</details> b\n") == []


QUESTION = """\
<details>
<summary>Question 1: Which sea is the largest?</summary>

Take a map.

```
Answer: none
```

**Answer**: The Pacific.

It is as large as all land.
</details>
"""


def test_a_question_that_is_folded_with_its_answer_keeps_that_for_the_teacher() -> None:
    (found,) = read(QUESTION)
    assert (found.kind, found.title) == ("task", "Question 1: Which sea is the largest?")
    assert found.texts["body"].split("\n\n")[:2] == ["\nTake a map.", "```\nAnswer: none\n```"]
    assert found.texts["solution"].split("\n")[7:10] == ["The Pacific.", "", "It is as large as all land."]
    (worked,) = read(QUESTION.replace("Question 1: Which sea is the largest?", "Example 1: the largest sea"))
    assert list(worked.texts) == ["body"]
    (open_,) = read(QUESTION.replace("**Answer**: ", ""))
    assert list(open_.texts) == ["body"]


@pytest.mark.parametrize("says", ['data-type="solution" markdown="1"', 'class="solution"'])
def test_a_div_that_is_a_solution_is_the_teacher_s(says: str) -> None:
    (found,) = read(
        f'<div data-type="problem">\nWhich?\n\n<div {says}>\n\nLye.\n<div>It bites.</div>\n\n</div>\n</div>\n'
    )
    assert (found.kind, found.texts["body"].split()) == ("solution", ["Lye.", "<div>It", "bites.</div>"])
    assert not read('<div data-type="problem">\nLye.\n</div>\n')
