"""No answer is anywhere in a student's file: every secret of a course has a mark, and that is searched for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pikepdf
import pytest

from conftest import EXERCISES
from coursepack.build import Ready, ready
from coursepack.outputs import cards, key, notes, pdf, present, slides, slides_pdf, speaker, teacher, worksheets
from coursepack.outputs.made import Made, Order
from coursepack.pack import Copy
from searching import leaks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursepack.pack import PackPart

    Make = Callable[[Ready, PackPart | None, str, Order], Made]

# The mark in every secret text, the number that is to be worked out, and what goes into a gap.
SECRETS = ("XQ7MARK", "918273", "San Francisco")
STUDENTS: dict[str, Make] = {
    "pdf": pdf.make,
    "worksheets": worksheets.make,
    "slides": slides.make,
    "slides-pdf": slides_pdf.make,
    "notes": notes.make,
    "speaker": speaker.make,
    "present": present.make,
}
TEACHERS: dict[str, Make] = {"teacher": teacher.make, "key": key.make, "cards": cards.make}


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """What all outputs are asked for; reveal.js is not what is searched, so there is a stand-in."""
    folder: Path = tmp_path_factory.mktemp("reveal")
    for name in ("dist/reveal.js", "dist/reveal.css", "dist/plugin/notes.js", "LICENSE"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("/* */")
    return Order(reveal=folder)


@pytest.fixture(scope="module")
def teachers() -> Ready:
    return ready(EXERCISES, Copy("teacher"))


@pytest.mark.parametrize("name", STUDENTS)
def test_no_answer_is_anywhere_in_a_students_file(exercises: Ready, order: Order, name: str) -> None:
    assert leaks(STUDENTS[name](exercises, None, "a4", order), SECRETS) == []


@pytest.mark.parametrize("name", STUDENTS)
def test_no_answer_is_in_the_files_of_a_unit(exercises: Ready, order: Order, name: str) -> None:
    assert leaks(STUDENTS[name](exercises, exercises.unit("2"), "a4", order), SECRETS) == []


@pytest.mark.parametrize("name", [*STUDENTS, *TEACHERS])
def test_what_is_searched_for_would_be_found(teachers: Ready, exercises: Ready, order: Order, name: str) -> None:
    make = (STUDENTS | TEACHERS)[name]
    assert leaks(make(exercises if name in TEACHERS else teachers, None, "a4", order), SECRETS)


@pytest.mark.parametrize("variant", [1, 2])
def test_another_variant_gives_nothing_away(order: Order, variant: int) -> None:
    other = ready(EXERCISES, Copy(variant=variant))
    assert leaks(worksheets.make(other, None, "a4", order), SECRETS) == []


@pytest.mark.parametrize("place", ["title", "bookmark", "alt", "attachment", "metadata", "text"])
def test_a_leak_in_a_pdf_is_found(exercises: Ready, order: Order, place: str) -> None:
    made = worksheets.make(exercises, None, "a4", order)
    file = pikepdf.open(BytesIO(made.data))
    spoil(file, place)
    spoilt = BytesIO()
    file.save(spoilt)
    assert leaks(replace(made, data=spoilt.getvalue()), SECRETS)


def spoil(file: pikepdf.Pdf, place: str) -> None:
    if place == "title":
        file.docinfo["/Title"] = "XQ7MARK"
    elif place == "bookmark":
        with file.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("XQ7MARK", 0))
    elif place == "alt":
        file.Root.StructTreeRoot.Alt = pikepdf.String("XQ7MARK")
    elif place == "attachment":
        file.attachments["a.txt"] = b"XQ7MARK"
    elif place == "metadata":
        with file.open_metadata() as metadata:
            metadata["dc:description"] = "XQ7MARK"
    else:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page = file.pages[0]
        page.Resources.Font[pikepdf.Name.Spoilt] = font
        page.contents_add(b"BT /Spoilt 9 Tf 3 Tr 50 50 Td (XQ7) Tj (MARK) Tj ET")


@pytest.mark.parametrize("part", ["ppt/slideLayouts/slideLayout3.xml", "docProps/core.xml", "ppt/slides/slide2.xml"])
def test_a_leak_in_a_part_of_a_deck_is_found(exercises: Ready, order: Order, part: str) -> None:
    made = slides.make(exercises, None, "a4", order)
    spoilt = BytesIO()
    with ZipFile(BytesIO(made.data)) as old, ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</", b"<!-- XQ7MARK --></", 1) if name == part else data)
    assert leaks(replace(made, data=spoilt.getvalue()), SECRETS)


def test_the_cells_of_a_chart_are_searched_too(teachers: Ready, order: Order) -> None:
    found = leaks(slides.make(teachers, None, "a4", order), SECRETS)
    assert any(".xlsx" in place for place in found)
