"""One course with formulas, code and charts of every kind, and its outputs, made once in a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

import office
from coursepack.build import Ready, ready
from coursepack.outputs import pdf, slides
from coursepack.outputs.output import Made
from reading import Reading

if TYPE_CHECKING:
    from kept import Kept

NATIVE = Path(__file__).parents[1] / "golden" / "native"


@pytest.fixture(scope="module")
def course() -> Ready:
    return ready(NATIVE)


@pytest.fixture(scope="module")
def printed(course: Ready, kept: Kept) -> bytes:
    made = kept(pdf, course)
    assert made.notices == ()
    return made.data


@pytest.fixture(scope="module")
def reading(printed: bytes) -> Reading:
    return Reading(printed)


@pytest.fixture(scope="module")
def deck(course: Ready, kept: Kept) -> bytes:
    made = kept(slides, course)
    assert {problem.code for problem in made.notices} <= {"slide-shrunk"}
    return made.data


@pytest.fixture(scope="module")
def drawn(deck: bytes, kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> pypdfium2.PdfDocument:
    """The deck as LibreOffice draws it."""

    def draw() -> Made:
        return Made(office.draw(deck, tmp_path_factory.mktemp("native")).read_bytes(), "", ())

    return pypdfium2.PdfDocument(kept.by_name("the native deck, drawn", draw).data)
