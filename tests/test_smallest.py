"""The smallest course is a title and one Markdown file; nothing that is empty is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import pdf, slides
from reading import Reading

if TYPE_CHECKING:
    from pathlib import Path


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_title_and_a_file_with_a_heading_are_a_course(tmp_path: Path) -> None:
    course = ready(
        lay(tmp_path, {"course.yaml": "title: Mine\n", "lesson.md": "# Rivers\n\nA spring.\n\n## More\n\n- a\n"})
    )
    made = pdf.make(course, None, "a4")
    text = Reading(made.data).text
    assert all(word in text for word in ("Mine", "Rivers", "A spring.", "More"))
    for head in ("Works cited", "Glossary", "Figures, tables", "BY THE END", "TIME"):
        assert head not in text
    assert slides.make(course, None, "a4").size.startswith("4 slides")


@pytest.mark.parametrize(
    ("files", "ids"),
    [
        ({"units/02-b.md": "# B\n\nx\n", "units/01-a.md": "# A\n\nx\n", "note.md": "# N\n\nx\n"}, ["01-a", "02-b"]),
        ({"one.md": "# One {#first}\n\nx\n"}, ["first"]),
        ({"b.qmd": "# B\n\nx\n", "a.qmd": "# A\n\nx\n", "c.Rmd": "# C\n\nx\n"}, ["a", "b"]),
        ({"one.md": "# One\n\nx\n", "two.qmd": "# Two\n\nx\n"}, ["one"]),
        ({"one.md": "---\ntitle: One\n---\n\nx\n"}, ["one"]),
        ({"one.md": "---\ntitle: One\n---\n\n# One\n\nx\n"}, ["one"]),
        ({"one.md": "# One\n\nx\n", "two.md": "---\ndraft: true\n---\n\n# Two\n\nx\n"}, ["one"]),
    ],
)
def test_units_are_found_and_named(files: dict[str, str], ids: list[str], tmp_path: Path) -> None:
    course = ready(lay(tmp_path, {"course.yaml": "title: Mine\n", **files}))
    assert [unit.front.id for unit in course.pack.units] == ids


@pytest.mark.parametrize(
    ("front", "opens"),
    [
        ("", "head"),
        ("objectives: [say it]", "page"),
        ("opener: none\nobjectives: [say it]", "none"),
        ("opener: page", "page"),
    ],
)
def test_a_unit_opens_with_a_page_only_if_there_is_something_on_it(front: str, opens: str, tmp_path: Path) -> None:
    course = ready(lay(tmp_path, {"course.yaml": "title: Mine\n", "a.md": f"---\ntitle: A\n{front}\n---\n\nx\n"}))
    assert course.pack.units[0].front.opens == opens


def test_no_lines_for_notes_are_ruled_where_none_are_wanted(tmp_path: Path) -> None:
    files = {"course.yaml": "title: Mine\nnotes-page: false\n", "a.md": "# A\n\nx\n"}
    assert "NOTES" not in Reading(pdf.make(ready(lay(tmp_path, files)), None, "a4").data).text.upper()


def test_a_long_word_on_the_cover_is_in_one_piece(tmp_path: Path) -> None:
    files = {"course.yaml": "title: Лабораторные работы\nlanguage: ru\n", "rain.md": "# Вода\n\nДождь.\n"}  # noqa: RUF001 Cyrillic
    cover = Reading(pdf.make(ready(lay(tmp_path, files)), None, "a4").data).pages[0]
    assert "Лабораторные" in cover.text.split()
