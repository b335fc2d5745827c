"""A school's file opened as an empty deck: what stays, what goes, and what can't be opened."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
import schoolparts
import schools
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Inches

from coursepack.render.slides.school.opening import Fault, TemplateError, open_empty

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from pptx.presentation import Presentation as Deck

    from coursepack.render.slides.layouts import Design

    Open = Callable[[bytes], Deck]

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture
def opened(design: Design, templates: Environment) -> Open:
    return lambda data: open_empty(data, design, templates, "fr")


def refused(opened: Open, data: bytes) -> Fault:
    with pytest.raises(TemplateError) as caught:
        opened(data)
    fault = next(one for one in Fault if one.value == (str(caught.value), caught.value.advice))
    assert caught.value.advice.split()[0] in {"Save", "Open", "Take", "Set"}
    return fault


def sized(width: int) -> bytes:
    """Return a file whose slides are so many EMU wide."""
    written = b'<p:sldSz cx="%d"' % width
    return schoolparts.rezipped(
        schools.classic(), {"ppt/presentation.xml": lambda old: re.sub(rb'<p:sldSz cx="\d+"', written, old)}
    )


def bare() -> bytes:
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    return schoolparts.saved(deck)


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


def themeless() -> bytes:
    return schoolparts.rezipped(schools.classic(), {"ppt/theme/theme1.xml": lambda _: b"<none/>"})


def torn() -> bytes:
    return schoolparts.rezipped(schools.classic(), {"ppt/slideMasters/slideMaster1.xml": lambda old: old[:500]})


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: OLE + bytes(2000), Fault.OLD),
        (lambda: OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"), Fault.LOCKED),
        (lambda: b"no zip at all", Fault.DAMAGED),
        (lambda: schools.classic()[:9000], Fault.DAMAGED),
        (lambda: zipped(document=b"a word"), Fault.DAMAGED),
        (torn, Fault.UNREADABLE),
        (themeless, Fault.THEMELESS),
        (bare, Fault.LAYOUTLESS),
        (lambda: sized(914_399), Fault.SIZELESS),
        (lambda: sized(51_206_401), Fault.SIZELESS),
    ],
)
def test_what_no_deck_can_stand_on_is_refused_with_what_would_help(
    opened: Open, make: Callable[[], bytes], fault: Fault
) -> None:
    assert refused(opened, make()) is fault


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError

    data = schools.classic()
    monkeypatch.setattr("coursepack.render.slides.school.opening.MOST", 1000)
    monkeypatch.setattr(zipfile.ZipFile, "read", never)
    assert refused(opened, data) is Fault.HUGE


def test_slides_of_one_inch_and_of_56_can_be_shown(opened: Open) -> None:
    for width in (Inches(1), Inches(56)):
        assert opened(sized(width)).slide_width == width


def test_a_template_by_its_content_type_is_opened_as_a_deck(opened: Open) -> None:
    deck = opened(schools.potx())
    again = Presentation(io.BytesIO(schoolparts.saved(deck)))
    assert [layout.name for layout in again.slide_layouts] == [layout.name for layout in Presentation().slide_layouts]


def test_of_its_own_slides_nothing_is_left_and_its_layouts_stay(opened: Open) -> None:
    data = schools.sampled()
    assert schoolparts.SAMPLE.encode() in b"".join(zipfile.ZipFile(io.BytesIO(data)).read(n) for n in names(data))
    made = schoolparts.saved(opened(data))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    assert not [name for name, member in members.items() if schoolparts.SAMPLE.encode() in member]
    gone = ("ppt/slides/", "ppt/comment", "ppt/charts/", "ppt/notesSlides/")
    assert not [name for name in members if name.startswith(gone)]
    assert len(list(Presentation(io.BytesIO(made)).slide_layouts)) == 11
    assert b"custShowLst" not in members["ppt/presentation.xml"]


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def test_placeholders_without_a_number_of_their_own_get_one(opened: Open) -> None:
    deck = Presentation()
    layout = deck.slide_layouts.get_by_name("Two Content")
    for mark in layout.element.iter(qn("p:ph")):
        mark.set("idx", "0")
    made = opened(schoolparts.saved(deck)).slide_layouts.get_by_name("Two Content")
    numbers = [mark.get("idx") for mark in made.element.iter(qn("p:ph")) if mark.get("type") != "title"]
    assert len(numbers) == len(set(numbers)) > 1
    assert "0" not in numbers


def test_a_deck_without_a_place_for_notes_gets_one_with_the_templates_theme(opened: Open) -> None:
    data = schools.wide()
    assert not [name for name in names(data) if "notesMaster" in name]
    deck = opened(data)
    kinds = [mark.get("type") for mark in deck.notes_master.element.iter(qn("p:ph"))]
    assert {"body", "sldNum"} <= set(kinds)
    own = deck.slide_master.part.part_related_by(RT.THEME)
    notes = deck.notes_master.part.part_related_by(RT.THEME)
    assert notes.partname != own.partname
    assert notes.blob == own.blob
    order = [child.tag for child in deck.element]
    assert order.index(qn("p:notesMasterIdLst")) == order.index(qn("p:sldMasterIdLst")) + 1


def test_a_place_for_notes_that_is_there_is_kept(opened: Open) -> None:
    deck = Presentation()
    deck.notes_master.element.find(qn("p:cSld")).set("name", "the school's")
    kept = opened(schoolparts.saved(deck)).notes_master
    assert kept.element.find(qn("p:cSld")).get("name") == "the school's"
