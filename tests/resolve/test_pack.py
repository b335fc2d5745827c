from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.resolve.pack import pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.build import Ready


def test_a_term_is_explained_at_its_first_place_in_the_pack(golden_course: Ready) -> None:
    named = {name: span for span, name in golden_course.pack.explained.items()}
    assert named["spring"].file.endswith("01-water.md")
    assert named["riparian-state"].file.endswith("02-law.md")


def test_a_unit_knows_its_own_first_places_too(golden_course: Ready) -> None:
    spring = [span for span, name in golden_course.pack.units[1].explained.items() if name == "spring"]
    assert [span.file.rpartition("/")[2] for span in spring] == ["02-law.md"]


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_a_copy_holds_the_blocks_of_its_edition(golden_course: Ready, edition: str) -> None:
    made = pack(golden_course.course, golden_course.design.labels, golden_course.design.style, Copy(edition))  # type: ignore[arg-type]
    items = [item for unit in made.units for section in unit.sections for item in section.items]
    secret = [item for item in items if item.block.audience == "teacher"]
    assert len(secret) == (1 if edition == "teacher" else 0)


def test_works_of_blocks_for_the_teacher_stay_out_of_the_students_list(unit: Callable[..., Path]) -> None:
    body = "## One\n\nx\n\n```{text}\nfor: teacher\nbody: See [@m].\n```\n"
    made = ready(unit(body, {"references.yaml": "- {id: m, type: book, title: M}\n"}))
    assert [part.works for part in made.pack.units] == [()]


def test_works_of_a_model_answer_stay_out_of_the_students_list(unit: Callable[..., Path]) -> None:
    """The answer is not printed: a work that only it cites would give it away, and nothing would lead there."""
    body = "## One\n\n```{question}\ntext: x\nmodel: See [@m].\n```\n"
    made = ready(unit(body, {"references.yaml": "- {id: m, type: book, title: M}\n"}))
    assert [part.works for part in made.pack.units] == [()]


def test_the_glossary_is_in_the_order_of_the_alphabet(golden_course: Ready) -> None:
    terms = [entry.term for _, entry in golden_course.pack.glossary]
    assert terms == ["aquifer", "catchment", "dam", "delta", "oxbow", "riparian state", "spring", "weir"]


def test_works_are_listed_once_whoever_cites_them(golden_course: Ready) -> None:
    assert sorted(golden_course.pack.works) == ["convention", "murray-1999"]
    assert golden_course.pack.units[0].works == ("murray-1999",)


@pytest.mark.parametrize(("edition", "terms"), [("student", ["spring"]), ("teacher", ["leak", "spring"])])
def test_a_term_for_the_teacher_is_in_the_teachers_copies_alone(
    unit: Callable[..., Path], edition: str, terms: list[str]
) -> None:
    entries = "- {term: spring, definition: x}\n- {term: leak, for: teacher, definition: y}\n"
    made = ready(unit("## One\n\n[spring]{.term}\n", {"glossary.yaml": entries}), Copy(edition)).pack  # type: ignore[arg-type]
    assert [entry.term for _, entry in made.glossary] == terms
    assert sorted(made.course.glossary) == terms


def test_a_work_that_only_the_lecturer_names_is_in_the_teachers_copies_alone(unit: Callable[..., Path]) -> None:
    body = "## One\n\nx\n\n```{slide}\ntitle: y\npoints: [z]\nnotes: See [@m].\n```\n"
    root = unit(body, {"references.yaml": "- {id: m, type: book, title: M}\n"})
    assert [list(ready(root, Copy(edition)).pack.works) for edition in ("student", "teacher")] == [[], ["m"]]


def test_a_work_that_is_named_before_all_units_is_in_the_teachers_copies_alone(course: Callable[..., Path]) -> None:
    head = "title: Rivers\nunits: [units/01-water.md]\nopening: See @m.\n"
    root = course({"course.yaml": head, "references.yaml": "- {id: m, type: book, title: M}\n"})
    assert ["m" in ready(root, Copy(edition)).pack.works for edition in ("student", "teacher")] == [False, True]


def test_a_copy_holds_the_files_that_its_blocks_name(unit: Callable[..., Path]) -> None:
    body = "## One\n\nx\n\n```{table}\nid: t\ntitle: T\nfor: teacher\ndata: data/a.csv\n```\n"
    root = unit(body, {"data/a.csv": "a\n1\n"})
    assert [list(ready(root, Copy(edition)).pack.course.tables) for edition in ("student", "teacher")] == [
        [],
        ["data/a.csv"],
    ]


def test_a_lecturer_names_what_only_the_students_have(unit: Callable[..., Path]) -> None:
    body = "## One\n\nSee @question:q.\n\n```{question}\nid: q\nfor: student\ntext: x\n```\n"
    teachers = ready(unit(body), Copy("teacher")).pack
    assert "q" in teachers.targets
    assert [item.kind for section in teachers.units[0].sections for item in section.on("handout")] == ["text"]
