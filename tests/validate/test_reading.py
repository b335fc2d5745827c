"""Files that are read again: what they come of is the same, or it is seen."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import pytest

from casefile import COURSE
from coursepack.build import read
from coursepack.course import PageFront
from coursepack.load import part as raw
from coursepack.validate import reading
from coursepack.validate.reading import Manner, Source

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = '---\nid: a\ntitle: A\n---\nA "word" and [here][h].\n\n![A picture](b.svg)\n\n```{nothing}\n```\n'


def source(text: str = TEXT, path: str = "a.md") -> Source:
    return Source(text, path, path, PageFront)


def manner(marks: str = "“”", address: str = "", there: str = "b.svg") -> Manner:
    addresses = {"H": {"href": address, "title": ""}} if address else {}
    return Manner(lambda _tag: [*marks, *marks], addresses, lambda _file, _path: there)


@pytest.fixture(autouse=True)
def _nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_read", {})


def test_what_is_the_same_is_read_once_and_has_its_problems_each_time() -> None:
    first = reading.read(source(), manner())
    assert reading.read(source(), manner()) is first
    assert [problem.code for problem in first.problems] == ["unknown-kind"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (TEXT.replace("word", "work"), {}),
        (TEXT, {"marks": "«»"}),
        (TEXT, {"address": "https://example.org"}),
        (TEXT, {"there": "units/b.svg"}),
    ],
)
def test_what_a_text_comes_of_is_seen(text: str, how: dict[str, str]) -> None:
    first = reading.read(source(), manner())
    assert reading.read(source(text), manner(**how)).part != first.part


def test_no_more_is_kept_than_a_book_has(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, original = list[str](), raw.read

    def noted(text: str, place: str, *rest: object) -> raw.RawPart:
        fresh.append(place)
        return original(text, place, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(raw, "read", noted)
    for number in [*range(205), 4, 204]:
        reading.read(source("x", f"{number}.md"), manner())
    assert fresh[205:] == ["4.md"]


def test_a_course_is_read_again_as_it_is_then(course: Callable[..., Path]) -> None:
    """A picture that comes to lie beside the text, and an edit."""
    names = [name for name in COURSE if PurePath(name).suffix == ".md"]
    assert names == ["units/01-water.md"]
    body = f"{COURSE[names[0]]}\n![A river](river.svg)\n"
    root = course({names[0]: body})
    missing = [problem.code for problem in read(root).problems]
    assert "missing-file" in missing
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="M0 0H9V9z"/></svg>'
    (root / "units" / "river.svg").write_text(svg, "utf-8")
    found = read(root)
    assert "missing-file" not in [problem.code for problem in found.problems]
    assert found.course
    before = found.course.units[0]
    (root / names[0]).write_text(f"{body}\nAnd more.\n", "utf-8")
    again = read(root)
    assert again.course
    assert before != again.course.units[0]
    assert again.course.units[0].sections[-1].blocks[-1].span != before.span
