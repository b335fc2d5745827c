from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.judge import printed
from coursepack.judge.book import Book
from coursepack.outputs import pdf
from coursepack.press import laid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Of a page and a little more.
TEXT = "Water runs downhill, and makes a river of what was a brook before it met others.\n\n" * 19


def test_finished_pages_are_read_and_what_is_found_has_its_line(course: Callable[..., Path]) -> None:
    files = {
        "course.yaml": "title: Rivers\nnotes-page: false\n",
        "units/01-water.md": f"# Water\n\n## Springs\n\n{TEXT}",
    }
    made = ready(course(files))
    pages = laid.read(pdf.make(made, made.pack.units[0], "a4").data)
    found = list(printed.findings(Book(pages, made.pack, made.design.theme.papers["a4"], 15)))
    assert [(one.code, one.span.line, one.message) for one in found] == [
        ("page-stub", 3, "page 2 holds 2 lines and no more")
    ]
