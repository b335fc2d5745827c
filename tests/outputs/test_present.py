"""The deck for a browser: it opens without a network, and has what its slides show and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursepack.build import ready
from coursepack.outputs import present
from coursepack.problem import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.outputs.output import Made

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0H9V9z"/></svg>'
FIGURE = "```{{figure}}\nid: {0}\nsrc: media/{0}.svg\ntitle: T\nalt: A drop\n{1}```\n"
PARTS = ("dist/reveal.js", "dist/reveal.css", "dist/plugin/notes.js", "LICENSE")


@pytest.fixture
def reveal(tmp_path: Path) -> Path:
    """What stands in for the npm package."""
    for name in PARTS:
        (tmp_path / "npm" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "npm" / name).write_text(f"/* {name} */")
    return tmp_path / "npm"


@pytest.fixture
def made(unit: Callable[..., Path], reveal: Path) -> Made:
    body = FIGURE.format("seen", "slide: {}\n") + FIGURE.format("printed", "on: handout\n")
    root = unit(f"## S\n\n{body}", {f"media/{name}.svg": SVG for name in ("seen", "printed")})
    return present.make(ready(root), None, "a4", reveal=reveal)


def test_all_that_the_page_names_lies_beside_it(made: Made) -> None:
    named = re.findall(r'(?:src|href)="([^"#:]+)"', made.data.decode())
    assert {"reveal/reveal.js", "reveal/reveal.css", "deck.css", "media/seen.svg"} <= set(named)
    assert set(named) <= set(made.beside)
    faces = re.findall(r'url\([\'"]?([^\'")]+)', made.beside["deck.css"].decode())
    assert {face for face in faces if not face.startswith("data:")} <= set(made.beside)


def test_nothing_is_asked_of_a_network(made: Made) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', made.data.decode())
    assert "http" not in made.beside["deck.css"].decode()


def test_a_picture_that_no_slide_shows_is_not_handed_out(made: Made) -> None:
    assert [name for name in made.beside if name.startswith("media/")] == ["media/seen.svg"]


def test_reveal_js_brings_its_licence(made: Made) -> None:
    assert made.beside["reveal/LICENSE"] == b"/* LICENSE */"


@pytest.mark.parametrize("there", [False, True])
def test_without_reveal_js_it_says_how_to_get_it(unit: Callable[..., Path], tmp_path: Path, *, there: bool) -> None:
    with pytest.raises(ContentError) as caught:
        present.make(ready(unit("## S\n\nx\n")), None, "a4", reveal=tmp_path if there else None)
    assert [problem.code for problem in caught.value.problems] == ["no-reveal"]
