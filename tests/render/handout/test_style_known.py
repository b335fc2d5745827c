"""A style sheet is written once for all that it comes of: what is printed for a class, and looked at again, has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import ready
from coursepack.outputs.companion import paper_of
from coursepack.render.handout import style
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

HEADS = ("language: de\n", "footer: Hill School\n", "theme: compact\n", "edition: Spring\n", "")
PAPERS = ("letter", "thrifty", "a4")
OWN = "h1 {{ color: {} }}\n"


def written(root: Path, paper: str = "a4", *, teachers: bool = False) -> str:
    made = ready(root, paper=paper)
    design = made.design
    return style.style(made.pack, design.theme, paper_of(made, paper), design.templates, teachers=teachers)


def test_it_is_written_once_whatever_the_units_say(unit: Callable[..., Path]) -> None:
    assert written(unit("One.\n")) is written(unit("Two.\n"))


def test_it_is_what_it_would_be_from_nothing(unit: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What of all that it comes of is in no name would be said of the wrong course."""

    def all_of_them() -> list[str]:
        made = [written(unit("One.\n", {"course.yaml": f"title: Seas\n{head}"})) for head in HEADS]
        made += [written(unit("One.\n"), paper) for paper in PAPERS]
        return [*made, written(unit("One.\n"), teachers=True)]

    known = all_of_them()
    assert len({*known}) == len(known)
    monkeypatch.setattr(style, "_made", Recent[str](0))
    assert all_of_them() == known


def test_templates_of_a_course_are_asked_each_time(unit: Callable[..., Path]) -> None:
    for colour in ("red", "green"):
        assert colour in written(unit("One.\n", {"templates/theme.css.j2": OWN.format(colour)}))
