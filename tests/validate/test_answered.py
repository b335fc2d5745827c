from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.judge.answers import left

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEACHERS = "```{text}\nfor: teacher\nbody: In the hills.\n```\n"

ASKED = "```{question}\ntext: Where?\n```\n"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("# Answer key\n\n## Answers\n\nIn the hills.\n", [1]),
        (f"# Answer key\n\n{TEACHERS}", []),
        (f"# Water\n\nWords.\n\n## Answers\n\n{TEACHERS}", []),
        (f"# Water\n\nWords.\n\n## Answers\n\n{TEACHERS}\nIn the hills.\n", [5]),
        ("# Water\n\n## Rain\n\n::: note\nWords.\n\n#### Answers\n\nIn the hills.\n:::\n", [8]),
        ("# Water\n\n## Rain\n\n### Answers\n\n#### Answer\n\nx\n\n### Lakes\n\nx\n\n#### Solution\n\nx\n", [5, 15]),
        (f"# Water\n\n## Rain\n\nWords.\n\n### Answers\n\n{TEACHERS}", []),
        ("# Water\n\n## Rain\n\n**Réponses :**\n\n1. x\n\n**Exercise 2**\n\nx\n\n> **Answers**:\n>\n> x\n", [5, 13]),
        ("# Water\n\n## Rain\n\n**Answers** of *some*\n\nThe **answers** are\n\n**Solution**\n", []),
        ("# Water\n\n## Rain\n\n**Answer:**\n\n____\n\n**Answer:**\n\n__________ ______\n\n**Answer:**\n\nx\n", [13]),
        ("# Water\n\n## Rain\n\n### Answers\n\n**Answers to 1**\n\nx\n", [5]),
        ("# Water\n\n## Rain\n\nWords.\n\n### Answers\n\n```{question}\ntext: Where?\n```\n", [7]),
        ("# Water\n\n## Rain\n\n1. ____\n\n**Answers:** 1. rain\n\n**Answers:** ____\n", [7]),
        ("# Water\n\n## Rain\n\nWhat falls?\n**Answer:** rain\n\nIt is rain.\n**Answer:** rain\n", [6]),
        # What an example works out is text; an exercise behind it asks again, and so does any other title.
        ("# Water\n\n## Rain\n\n**Example 1.**\n\nFind it.\n\n**Solution.**\n\nx\n\n**Solution 2**\n\nx\n", []),
        ("# Water\n\n## Rain\n\n**Example 1.** Find it.\n\n**Solution.**\n\nx\n\n**Answers**\n\nx\n", [11]),
        ("# Water\n\n## Rain\n\n### Beispiel\n\nx\n\n#### Lösung\n\nx\n\n### Übung\n\n**Lösung**\n\nx\n", [15]),
        ("# Water\n\n## Example 1\n\nx\n\n**Solution**\n\nx\n\n**Exercise 2.** Find.\n\n**Solution**\n\nx\n", [13]),
        ("# Water\n\n## Rain\n\n::: example\nx\n\n**Solution.**\n\nx\n:::\n\n**Solution.**\n\nx\n", []),
        (f"# Water\n\n## Rain\n\n**Example**\n\n{ASKED}\n**Solution.**\n\nx\n", [11]),
        ("# Water\n\n## Rain\n\n**Solution.**\n\nx\n", [5]),
        ("# Water\n\n## Rain\n\n1. What?\n\n   a. rain\n   b. snow\n\n   Answer: a\n", [10]),
        # A title that asks does so until the next; what lists steps asks for nothing, unless a letter chooses of it.
        ("# Water\n\n## Rain\n\n### Problem 1: a\n\n- **x:** 2\n- **Answer:** 8\n\n### Use\n\n- **Answer:** x\n", [8]),
        ("# Water\n\n## Exercise 4\n\n- Find.\n- **Answer**: 8\n\n**Example**: it rains.\n\n- **Answer:** x\n", [6]),
        ("# Water\n\n## Rain\n\n**Question 2.** Find it.\n\nIt rains.\n\n**Answer:** 8 m³\n", [9]),
        ("# Water\n\n## Rain\n\n**Steps**:\n1. Measure.\n2. Multiply.\n\n**Answer**: Total 28 m³\n", []),
        ("# Water\n\n## Rain\n\nThis is wet:\n\n- a. rain\n- b. sand\n\n**Answer**: b) sand\n\n**Answer**: b\n", [10]),
        ("# Water\n\n## Rain\n\nWhat is wet?\n\n- rain\n- sand\n\n**Answer**: rain\n", [10]),
        ("# Water\n\n## Rain\n\nFind out:\n\n1. What is wet?\n\n**Answer**: rain\n", [9]),
    ],
)
def test_headings_of_answers_that_students_have_are_said(
    course: Callable[..., Path], body: str, lines: list[int]
) -> None:
    found = read(course({"units/01-water.md": body})).problems
    assert [one.span.line for one in found if one.code == "shown-answer"] == lines


def test_one_that_students_shall_have_is_answered_where_it_stands(course: Callable[..., Path]) -> None:
    allowed = "<!-- allow shown-answer: they compare -->\n\n### Answers\n\nIn the hills.\n"
    found = read(
        course({"units/01-water.md": f"# Water\n\n## Rain\n\nWords.\n\n{allowed}\n## Solution\n\nAt a spring.\n"})
    )
    assert found.course
    assert [one.span.line for one in found.problems if one.code == "shown-answer"] == [9, 13]
    assert [one.span.line for one in left(found.course, found.problems) if one.code == "shown-answer"] == [13]
