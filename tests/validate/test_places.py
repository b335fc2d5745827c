"""Which block a line of a course is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read
from coursepack.problem import Span
from coursepack.validate.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Front matter and the line below it take eight lines.
BODY = """\
## Springs

Words.

```{callout}
id: one
kind: note
body: Words.
```

## Mouths

```{callout}
id: two
kind: note
body: Words.
```
"""
FIRST = 9


@pytest.fixture
def places(unit: Callable[..., Path]) -> tuple[Places, str]:
    course = read(unit(BODY)).course
    assert course
    return Places(course.parts()), course.units[0].span.file


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (1, None),
        (FIRST, None),
        (FIRST + 4, "one"),
        (FIRST + 7, "one"),
        (FIRST + 10, None),
        (FIRST + 12, "two"),
        (99, "two"),
    ],
)
def test_a_line_is_in_the_last_block_that_began_unless_a_heading_came_between(
    places: tuple[Places, str], line: int, expected: str | None
) -> None:
    known, file = places
    found = known.block(Span(file, line))
    assert (found.id if found else None) == expected


def test_the_prose_of_a_section_is_a_block_of_its_own(places: tuple[Places, str]) -> None:
    known, file = places
    found = known.block(Span(file, FIRST + 2))
    assert found
    assert (found.kind_name(), found.span.line) == ("text", FIRST + 2)


def test_another_file_has_no_block_and_no_front_matter(places: tuple[Places, str]) -> None:
    known, _ = places
    assert known.block(Span("glossary.yaml", 12)) is None
    assert not known.is_front(Span("glossary.yaml", 1))


def test_front_matter_is_what_stands_above_the_first_heading(places: tuple[Places, str]) -> None:
    known, file = places
    assert known.is_front(Span(file, FIRST - 1))
    assert not known.is_front(Span(file, FIRST))
