from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import read, ready
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "glossary.yaml": "- term: spring\n  definition: a place, see @chart:x\n",
    "references.yaml": "- {id: murray, type: book, title: The Murray}\n",
}


def codes(root: Path) -> list[str]:
    try:
        ready(root)
    except ContentError as error:
        return [problem.code for problem in error.problems]
    return []


def test_marks_are_checked_wherever_there_is_text(unit: Callable[..., Path]) -> None:
    """In a heading, a cell, a short form, a point, a side, a note, and in the glossary."""
    root = unit(
        """## See @chart:a {#springs}

```{table}
id: t
columns: [x, y]
rows:
  - [a, "@chart:b"]
slide: {title: T, notes: "@chart:c"}
```

```{slide}
title: S
points: [{text: a, points: ["@chart:d"]}]
notes: x
```

```{callout}
kind: debate
title: D
sides:
  - {title: a, body: "@chart:e"}
  - {title: b, body: "@chart:f"}
```
""",
        FILES,
    )
    assert codes(root) == ["unknown-reference"] * 7


def test_marks_are_checked_in_what_is_said_first(course: Callable[..., Path]) -> None:
    head = "title: Rivers\nunits: [units/01-water.md]\nopening: "
    assert codes(course({"course.yaml": head + "'@chart:a, [@b], $x{$ and [^1]'\n"})) == [
        "unknown-reference",
        "unknown-citation",
        "bad-equation",
        "unknown-note",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "@section:the_springs",
        "[it](#the_springs)",
        "[it](#the-springs)",
        "@unit:water",
        "@question:q",
        "[spring]{.term}",
        "[@murray, p. 3]",
    ],
)
def test_a_mark_that_leads_somewhere_is_good(unit: Callable[..., Path], mark: str) -> None:
    files = {**FILES, "glossary.yaml": "- term: Spring\n  definition: a place\n"}
    assert codes(unit(f"## S {{#the_springs}}\n\nSee {mark}.\n\n```{{question}}\nid: q\ntext: x\n```\n", files)) == []


def test_a_reference_to_what_is_on_slides_alone_or_for_the_teacher_alone_is_reported(unit: Callable[..., Path]) -> None:
    """On paper it would be a link that leads nowhere."""
    body = "See @question:q.\n\n```{question}\nid: q\non: slides\ntext: x\nslide: {notes: y}\n```\n"
    assert codes(unit(f"## S {{#springs}}\n\n{body}")) == ["unprinted-reference"]
    teacher = body.replace("on: slides\n", "for: teacher\n")
    assert codes(unit(f"## S {{#springs}}\n\n{teacher}")) == ["unprinted-reference"]
    table = "  Words.\n\n  ~~~{table}\n  id: t\n  title: T\n  columns: [a]\n  rows: [[b]]\n  ~~~\n"
    inside = f"See @table:t.\n\n```{{slide}}\ntitle: A\nbody: |\n{table}notes: n\n```\n"
    assert codes(unit(f"## S {{#springs}}\n\n{inside}")) == ["unprinted-reference"]


HIDDEN = "```{figure}\nid: f\nfor: teacher\nsrc: media/a.svg\ntitle: A\nalt: A\n```\n"
PICTURE = {"media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'}
TERMS = '- {term: spring, definition: a place}\n- {term: leak, for: teacher, definition: "like a [spring]{.term}"}\n'


@pytest.mark.parametrize("mark", ["@figure:f", "[leak]{.term}"])
@pytest.mark.parametrize(
    ("body", "private"),
    [
        ("See MARK.", False),
        ('```{text}\nbody: "See MARK."\n```', False),
        ('```{text}\nfor: student\nbody: "See MARK."\n```', False),
        ("```{cloze}\nid: c\ntext: |\n  MARK and [one]{.gap}\n```", False),
        ('```{slide}\ntitle: x\npoints: ["See MARK"]\nnotes: y\n```', False),
        ('```{slide}\ntitle: x\npoints: [y]\nnotes: "See MARK."\n```', True),
        ('```{question}\ntext: x\nmodel: "See MARK."\nslide: {notes: "See MARK."}\n```', True),
        ('```{text}\nfor: teacher\nbody: "See MARK."\n```', True),
    ],
)
def test_only_the_teachers_texts_lead_to_what_is_for_the_teacher(
    unit: Callable[..., Path], mark: str, body: str, *, private: bool
) -> None:
    root = unit(
        f"## S {{#springs}}\n\nx\n\n{body.replace('MARK', mark)}\n\n{HIDDEN}", {**PICTURE, "glossary.yaml": TERMS}
    )
    code = "unprinted-term" if "term" in mark else "unprinted-reference"
    assert codes(root) == ([] if private else [code])


def test_a_term_for_everybody_is_not_explained_with_one_for_the_teacher(unit: Callable[..., Path]) -> None:
    terms = '- {term: spring, definition: "no [leak]{.term}"}\n- {term: leak, for: teacher, definition: a hole}\n'
    assert codes(unit("## S {#springs}\n\nx\n", {"glossary.yaml": terms})) == ["unprinted-term"]


def test_a_course_whose_works_are_in_bibtex_s_form_is_told_what_reads_them(unit: Callable[..., Path]) -> None:
    root = unit("The {cite}`smith_1776` began.\n")
    (root / "works.bib").write_text("@book{smith_1776, title = {Wealth}}\n", "utf-8")
    (found,) = read(root).problems
    assert (found.code, "`smith_1776`" in found.message, "pandoc works.bib" in found.help) == (
        "unknown-citation",
        True,
        True,
    )
