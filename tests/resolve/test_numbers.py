from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready
    from coursepack.pack import Target


def targets(made: Ready) -> dict[str, str]:
    return {name: target.name for name, target in made.pack.targets.items()}


def test_units_sections_and_blocks_are_numbered_as_they_are_called(golden_course: Ready) -> None:
    assert targets(golden_course) == {
        "how-to-use": "How to use this pack",
        "marks": "marks",
        "water": "Unit 1",
        "springs": "Section 1.1",
        "drop": "Figure 1.1",
        "rain-section": "Section 1.2",
        "months": "Section 1.2",  # a sub-heading
        "rain": "Figure 1.2",
        "lengths": "Table 1.1",
        "straight": "Section 1.3",
        "q-begin": "q-begin",
        "law": "Unit 2",
        "law-of-rivers": "Section 2.1",
        "src-harm": "Source 2.A",
        "years": "Section 2.2",
        "floods": "Figure 2.1",
        "provenance": "Where this course comes from",
    }


def test_text_before_the_first_heading_takes_no_number(unit: Callable[..., Path]) -> None:
    made = ready(unit("Before.\n\n## One {#one}\n\nx\n"))
    assert [section.number for section in made.pack.units[0].sections] == ["", "1.1"]


def test_a_section_without_a_number_does_not_count_and_is_called_by_its_title(unit: Callable[..., Path]) -> None:
    made = ready(unit("## One {-}\n\nx\n\n## Two {.unlisted}\n\nx\n\n## Three {#t .new-page .unnumbered}\n\nx\n"))
    sections = made.pack.units[0].sections
    assert [(one.number, one.unlisted, one.new_page) for one in sections] == [
        ("", False, False),
        ("1.1", True, False),
        ("", False, True),
    ]
    assert targets(made)["t"] == "Three"


def test_a_table_without_a_title_takes_no_number(unit: Callable[..., Path]) -> None:
    table = "```{{table}}\nid: {}\n{}columns: [a]\nrows:\n  - [b]\n```\n\n"
    made = ready(unit(f"## One\n\n{table.format('x', '')}{table.format('y', 'title: Y' + chr(10))}"))
    assert targets(made)["y"] == "Table 1.1"


def test_a_block_for_the_teacher_takes_no_number_in_the_students_copy(unit: Callable[..., Path]) -> None:
    table = "```{{table}}\nid: {}\ntitle: T\n{}columns: [a]\nrows:\n  - [b]\n```\n\n"
    made = ready(unit(f"## One\n\n{table.format('x', 'for: teacher' + chr(10))}{table.format('y', '')}"))
    assert targets(made)["y"] == "Table 1.1"
    assert "x" not in made.pack.targets


SHOWN = {
    "table": "```{table}\nid: x\ntitle: X\non: slides\ncolumns: [a]\nrows: [[b]]\nslide: {notes: n}\n```\n\n",
    "callout": "```{callout}\nid: x\nkind: theorem\non: slides\nbody: X.\nslide: {title: X, notes: n}\n```\n\n",
    "exercise": "```{true-false}\nid: x\non: slides\ntext: X.\nanswer: true\nslide: {title: X, notes: n}\n```\n\n",
    "inside a slide": "```{slide}\ntitle: S\nbody: |\n  Words.\n\n  ~~~{table}\n  id: x\n  title: X\n  columns: [a]\n"
    "  rows: [[b]]\n  ~~~\nnotes: n\n```\n\n",
    "inside a text": "```{callout}\nkind: task\nbody: |\n  X.\n\n  ~~~{table}\n  id: x\n  on: slides\n  title: X\n"
    "  columns: [a]\n  rows: [[b]]\n  ~~~\n```\n\n",
}
PRINTED = """```{table}
id: y
title: Y
columns: [a]
rows: [[b]]
```

```{callout}
id: z
kind: theorem
body: Z.
```

```{true-false}
id: q
text: Q.
answer: true
```
"""


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_slides_alone_have_takes_no_number_of_papers(unit: Callable[..., Path], shown: str) -> None:
    made = ready(unit(f"## One\n\n{shown}{PRINTED}"))
    numbers = {name: target.number for name, target in made.pack.targets.items()}
    assert [numbers[name] for name in "xyzq"] == ["", "1.1", "1.1", "1.1"]


def test_a_twenty_seventh_source_has_a_letter_too(unit: Callable[..., Path]) -> None:
    source = "```{{source}}\nid: s{}\nsymbol: S\ntitle: T\ntext: x\ncite: m\n```\n\n"
    body = "".join(source.format(number) for number in range(1, 29))
    made = ready(unit(f"## One\n\n{body}", {"references.yaml": "- {id: m, type: book, title: M}\n"}))
    numbers = [made.pack.targets[f"s{number}"].number for number in (1, 26, 27, 28)]
    assert numbers == ["1.A", "1.Z", "1.AA", "1.AB"]


@pytest.mark.parametrize("name", ["drop", "rain", "floods"])
def test_a_target_knows_its_words(golden_course: Ready, name: str) -> None:
    target: Target = golden_course.pack.targets[name]
    assert target.title
    assert target.title.plain()
    assert target.id == name


PAGE = "---\nid: {name}\ntitle: {title}\n---\n\n## Of length {{#{name}-length}}\n\nA metre.\n\n"
TABLE = "```{table}\nid: big\ntitle: Big ones\ncolumns: [a, b]\nrows: [[1, 2]]\n```\n"


def test_an_appendix_has_a_letter_and_numbers_under_it(course: Callable[..., Path]) -> None:
    listed = "title: Rivers\nunits: [units/01-water.md]\nappendices: [units.md, tables.md]\nback: [about.md]\n"
    pages = {f"{name}.md": PAGE.format(name=name, title=name.title()) for name in ("units", "tables", "about")}
    made = ready(course({"course.yaml": listed, **pages, "tables.md": pages["tables.md"] + TABLE}))
    named = targets(made)
    assert [named[name] for name in ("units", "units-length", "tables", "big", "about", "about-length")] == [
        "Appendix A",
        "Section A.1",
        "Appendix B",
        "Table B.1",
        "About",
        "Of length",
    ]
    assert [part.letter for part in made.pack.back] == ["A", "B", ""]


def test_parts_have_their_titles_at_the_units_that_they_begin_with(course: Callable[..., Path]) -> None:
    listed = "title: Rivers\nparts:\n  - {title: Low, units: [a.md, b.md]}\n  - {title: High *up*, units: [c.md]}\n"
    units = {f"{name}.md": f"# {name.upper()}\n\n## Of {name}\n\nWords.\n" for name in "abc"}
    units["a.md"] = "---\ndraft: true\n---\n\n" + units["a.md"]
    made = ready(course({"course.yaml": listed, **units}))
    assert [(unit.front.id, unit.number, unit.heading.plain() if unit.heading else "") for unit in made.pack.units] == [
        ("b", 1, "Low"),
        ("c", 2, "High up"),
    ]
