"""No answer is anywhere in a student's file: every secret of a course has a mark, and that is searched for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pikepdf
import pytest

from coursepack.blocks import KINDS
from coursepack.build import Ready, ready
from coursepack.judge import verdict
from coursepack.model import Model
from coursepack.outputs import (
    cards,
    key,
    notes,
    packing,
    pdf,
    present,
    slides,
    slides_pdf,
    slips,
    speaker,
    teacher,
    worksheets,
)
from coursepack.outputs.output import Made
from coursepack.pack import Copy
from coursepack.run.jobs import here
from coursepack.text import Rich
from marked import MARK, all_models, course, is_said, is_text, is_told, reached, spied
from searching import leaks

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from _pytest.mark import ParameterSet

    from coursepack.pack import PackPart
    from kept import Kept

    Make = Callable[[Ready, PackPart | None, str], Made]

# The mark in every secret text, the number that is to be worked out, and what goes into a gap.
SECRETS = (MARK, "918273", "San Francisco")
# The marks of what is written into the models; the cards of a game have one of them.
SAID = tuple(f"{MARK} {model.__name__} {name}" for model in all_models() for name in model.secret)
ALOUD = [said for said in SAID if said.endswith((" notes", " opening"))]


def shown(made: Ready, unit: PackPart | None, paper: str) -> Made:
    """Make the browser's deck. Faces and reveal.js are not searched: the first stay out, the other has a stand-in."""
    with TemporaryDirectory() as folder:
        for name in ("dist/reveal.js", "dist/reveal.css", "dist/plugin/notes.js", "LICENSE"):
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_text("/* */")
        deck = present.make(made, unit, paper, reveal=Path(folder))
    return replace(deck, beside={path: data for path, data in deck.beside.items() if not path.startswith("fonts/")})


STUDENTS: dict[str, Make] = {
    "pdf": pdf.make,
    "worksheets": worksheets.make,
    "slips": lambda *about: replace(slips.make(*about), beside={}),
    "slides": slides.make,
    "slides-pdf": slides_pdf.make,
    "notes": notes.make,
    "speaker": speaker.make,
    "present": shown,
}
TEACHERS: dict[str, Make] = {"key": key.make, "cards": cards.make}
# Those that print the slides which a browser shows are searched in a unit alone, as are slips, which only show gaps.
ALONE = {"slides-pdf": "3", **dict.fromkeys(("notes", "speaker", "slips"), "2")}


@pytest.fixture(scope="module")
def teachers(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    return ready(course(tmp_path_factory.mktemp("marked")), Copy("teacher"))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    """The same course, of which the last unit has little but what its head says."""
    return ready(course(tmp_path_factory.mktemp("few"), ["cloze", "role-play"]))


@pytest.fixture(scope="module")
def spying(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same course with views of its own, which try to show what is secret."""
    return spied(course(tmp_path_factory.mktemp("spied")))


@pytest.fixture(scope="module")
def students(spying: Path) -> Ready:
    return ready(spying)


# What a browser shows is printed by notes as well, and what a variant's worksheet says is what any says, in its order.
REPEATED = {"slides-pdf", "worksheets"}
# Of each kind of file there is one where what a teacher has is found; the others are of the same kinds.
ALIKE = {"slides-pdf", "speaker", "slips", "key", "cards"}


def but(names: Iterable[str], thorough: Container[str]) -> list[ParameterSet]:
    """Leave some to a thorough run."""
    return [pytest.param(name, marks=pytest.mark.thorough if name in thorough else ()) for name in names]


@pytest.mark.parametrize("name", but(STUDENTS, REPEATED))
def test_no_secret_is_anywhere_in_a_students_file(students: Ready, name: str) -> None:
    only = students.unit(ALONE[name]) if name in ALONE else None
    assert leaks(STUDENTS[name](students, only, "a4"), SECRETS) == []


@pytest.mark.thorough  # packs print the handout of a unit, and the deck of all units is searched above
@pytest.mark.parametrize("name", ["pdf", "slides"])
def test_no_secret_is_in_the_files_of_a_unit(students: Ready, name: str) -> None:
    assert leaks(STUDENTS[name](students, students.unit("3"), "a4"), SECRETS) == []


@pytest.mark.parametrize("name", but([*STUDENTS, *TEACHERS], ALIKE))
def test_what_is_searched_for_would_be_found(few: Ready, name: str) -> None:
    teachers = replace(few, pack=few.copy("teacher"))
    assert leaks((STUDENTS | TEACHERS)[name](teachers, teachers.unit("3"), "a4"), SECRETS)


def test_the_teachers_pack_has_what_leaves_the_students(few: Ready) -> None:
    texts = ("UnitFront opening", "Summary notes", "of a term at length", "is read by one")
    wanted = {f"{MARK} {text}" for text in texts}
    found = leaks(teacher.make(few, few.unit("3"), "a4"), wanted)
    assert {place.rpartition(": ")[2] for place in found} == wanted


def test_the_views_that_try_to_show_a_secret_show_it_in_a_teachers_deck(spying: Path) -> None:
    teachers = ready(spying, Copy("teacher"))
    found = leaks(slides.make(teachers, teachers.unit("3"), "a4"), [f"{MARK} in view", *ALOUD])
    missing = {secret for secret in ALOUD if not any(place.endswith(f": {secret}") for place in found)}
    assert len(found) > len(KINDS)
    assert not missing


def test_a_students_deck_has_no_notes(exercises: Ready, kept: Kept) -> None:
    """Nor those that are the same for every course: whoever opens it finds no page for what is said."""
    with ZipFile(BytesIO(kept(slides, exercises).data)) as deck:
        assert not [name for name in deck.namelist() if name.startswith("ppt/notesSlides/")]


def test_cards_have_what_their_players_know_and_nothing_else_that_is_secret(students: Ready) -> None:
    found = leaks(cards.make(students, None, "a4"), SAID)
    assert {place.rpartition(": ")[2] for place in found} == {f"{MARK} Role private"}


def test_no_secret_is_in_a_pack_for_a_student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a pack prints is what is searched above: here a few kinds show whose copy it prints."""
    spying = spied(course(tmp_path / "marked", ["cloze", "role-play"]))
    monkeypatch.setattr(packing, "KEYS", ())
    # Judging takes longer than printing, and prints nothing.
    monkeypatch.setattr(verdict, "verdict", lambda root, paper: ready(root, None, paper))
    roster = tmp_path / "class.csv"
    roster.write_text("name,id\nAda,1\n", "utf-8")
    files = dict(packing.make(packing.Wish(spying, roster, ("marked",), variants=1), here).files)
    assert leaks(Made(b"".join(files["print.pdf"]), "", ()), SECRETS) == []


def test_nothing_secret_is_reached_from_a_students_pack(students: Ready) -> None:
    said = [one for one in reached(students.pack) if isinstance(one, str | bytes)]
    assert not [one for one in said if MARK in (one if isinstance(one, str) else one.decode("latin-1"))]


def test_every_text_that_is_secret_has_a_mark(teachers: Ready) -> None:
    """A new kind of block comes with a case file, and so with its marks; this fails where it has none."""
    marks = {
        (type(one), name)
        for one in reached(teachers.pack)
        if isinstance(one, Model)
        for name, value in one
        if isinstance(value, Rich) and MARK in value.source
    }
    secret = {(model, name) for model in all_models() for name in model.model_fields if is_said(model, name)}
    assert secret - {(model, name) for model, name in marks} == set()


def test_every_text_that_is_said_to_be_for_the_teacher_is_secret() -> None:
    told = {
        (model, name)
        for model in all_models()
        for name, field in model.model_fields.items()
        if is_text(field) and is_told(model, name)
    }
    assert len(told) > 4
    assert not {(model, name) for model, name in told if name not in model.secret}


def test_another_variant_gives_nothing_away(spying: Path) -> None:
    """In the unit that has every kind of exercise."""
    other = ready(spying, Copy(variant=1))
    assert leaks(worksheets.make(other, other.unit("3"), "a4"), SECRETS) == []


@pytest.mark.parametrize("place", ["title", "bookmark", "alt", "attachment", "metadata", "text"])
def test_a_leak_in_a_pdf_is_found(exercises: Ready, kept: Kept, place: str) -> None:
    made = kept(worksheets, exercises)
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


@pytest.mark.parametrize("between", ["", " ", "-", ") (", "\u00a0", "\u00ad", "\u200b\u2013"])
def test_a_secret_is_found_whatever_stands_between_its_letters(between: str) -> None:
    assert leaks(Made(f"é: XQ7{between}MARK.".encode(), "", ()), SECRETS)
    assert leaks(Made(f"XQ7{between}MARK.".encode(), "", ()), SECRETS)
    assert leaks(Made(f"XQ7{between}MURK.".encode(), "", ()), SECRETS) == []


@pytest.mark.parametrize("part", ["ppt/slideLayouts/slideLayout3.xml", "docProps/core.xml", "ppt/slides/slide2.xml"])
def test_a_leak_in_a_part_of_a_deck_is_found(exercises: Ready, kept: Kept, part: str) -> None:
    made = kept(slides, exercises)
    spoilt = BytesIO()
    with ZipFile(BytesIO(made.data)) as old, ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</", b"<!-- XQ7MARK --></", 1) if name == part else data)
    assert leaks(replace(made, data=spoilt.getvalue()), SECRETS)


def test_the_cells_of_a_chart_are_searched_too(teachers: Ready) -> None:
    found = leaks(slides.make(teachers, teachers.unit("2"), "a4"), SECRETS)
    assert any(".xlsx" in place for place in found)
