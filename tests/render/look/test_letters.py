"""Characters that no face has, wherever a course writes them; letters of one script are one problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursepack.load.files import Folder
from coursepack.render.look import letters
from coursepack.validate.course import course as checked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.problem import Problem
    from coursepack.render.look.design import Design

    Find = Callable[[Path], list[Problem]]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text x="1" y="8">{}</text></svg>'
FIGURE = "## S\n\n```{figure}\nsrc: media/a.svg\nalt: x\n```\n"


@pytest.fixture
def found(own_design: Design) -> Find:
    """Return a function that reads a course, and says what faces lack of it: message, file, line and column."""

    def find(root: Path) -> list[Problem]:
        folder = Folder(root, [])
        return list(letters.check(folder, checked(folder), own_design.theme))

    return find


def test_one_letter_is_said_at_its_first_place(unit: Callable[..., Path], found: Find) -> None:
    (problem,) = found(unit("## S\n\nA ꦏ and a ꦏ.\n"))
    assert problem.message.startswith("`ꦏ` (U+A98F JAVANESE LETTER KA) has no glyph ")
    assert (problem.span.file.rpartition("/")[2], problem.span.line, problem.span.column) == ("01-water.md", 11, 3)


def test_letters_of_one_script_are_one_problem_with_the_number_of_their_places(
    unit: Callable[..., Path], found: Find
) -> None:
    """Three runs: two words that only a blank parts are one, and so are letters beside each other."""
    (two,) = found(unit("## S\n\nA ꦏꦗ ꦏ, then ꦏ.\n\nAnd ꦗꦏ.\n"))
    assert "and 1 other letter of its script have no glyph" in two.message
    assert two.message.endswith(": 3 places")
    assert two.span.line == 11
    (three,) = found(unit("## S\n\nꦏꦗꦲ\n"))
    assert "and 2 other letters of its script" in three.message
    assert three.message.endswith(": 1 place")


def test_two_scripts_are_two_problems(unit: Callable[..., Path], found: Find) -> None:
    assert len(found(unit("## S\n\nꦏꦗ and ᜃᜄ.\n"))) == 2


def test_what_only_an_entity_or_an_escape_says_is_found_at_its_text(unit: Callable[..., Path], found: Find) -> None:
    (entity,) = found(unit("## S\n\nA &#xA98F; here.\n"))
    assert (entity.message[1], entity.span.line) == ("ꦏ", 11)
    (escape,) = found(unit('## S\n\n```{quote}\ntext: So.\nby: "A \\uA98F"\n```\n'))
    assert (escape.message[1], escape.span.line) == ("ꦏ", 13)


def test_words_of_a_drawing_need_the_face_of_drawings(unit: Callable[..., Path], found: Find) -> None:
    (problem,) = found(unit(FIGURE, {"media/a.svg": SVG.format("ꦏ")}))
    assert problem.span.file.endswith("media/a.svg")
    assert found(unit(FIGURE, {"media/a.svg": SVG.format("Fluß")})) == []


def test_a_cell_of_a_data_file_is_looked_at(unit: Callable[..., Path], found: Find) -> None:
    (problem,) = found(unit("## S\n\n```{table}\ndata: data/a.csv\n```\n", {"data/a.csv": "a,b\n1,ꦏ\n"}))
    assert (problem.span.file.rpartition("/")[2], problem.span.line, problem.span.column) == ("a.csv", 2, 3)


def test_what_may_be_printed_is_all_texts_cells_and_the_words_of_the_language(unit: Callable[..., Path]) -> None:
    folder = Folder(unit("## S\n\n```{table}\ndata: data/a.csv\n```\n", {"data/a.csv": "a,b\n1,cell\n"}), [])
    course = checked(folder)
    printed = list(letters.printed(folder, course, ["Figure"]))
    assert "cell" in printed
    assert "Figure" in printed
    assert any("title: Rivers" in text for text in printed)
