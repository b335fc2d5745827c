"""Packs for a class: finished files, read back with tools that did not make them."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from page import validate_pdf_bytes

from casefile import lay
from classes import FILES, IDS, NAMES, UNIT, made, roster
from conftest import COURSE
from coursepack.build import ready
from coursepack.cli import main
from coursepack.command import doing
from coursepack.outputs import packing
from coursepack.render.figures.qr import token
from coursepack.render.handout.pages import print_handout
from coursepack.run.jobs import crew, here
from coursepack.validate.roster import LONGEST
from listening import Listening, children
from reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def printed(wish: packing.Wish) -> dict[str, bytes]:
    return made(wish)


@pytest.fixture(scope="module")
def apart(wish: packing.Wish) -> dict[str, bytes]:
    return made(replace(wish, each=True))


@pytest.fixture(scope="module")
def students(apart: dict[str, bytes]) -> list[bytes]:
    return [data for name, data in apart.items() if name.startswith("each/")]


def codes(data: bytes) -> Iterator[list[str]]:
    """Yield what another program reads from each page, drawn as a scanner of 200 dots an inch sees it."""
    for page in pypdfium2.PdfDocument(data):
        seen = zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode)
        yield [code.text for code in seen]


def own(root: Path, number: int) -> str:
    return token(root.name, "", "water", IDS[number])


BESIDE = ["list.pdf", "key-A.pdf", "key-B.pdf"]


def test_there_is_one_file_to_print_a_list_and_a_key_to_each_variant(printed: dict[str, bytes]) -> None:
    assert list(printed) == ["print.pdf", *BESIDE]
    assert printed["key-A.pdf"] != printed["key-B.pdf"]


def test_or_a_file_each_that_the_row_of_the_spreadsheet_names(apart: dict[str, bytes]) -> None:
    assert list(apart) == [*(f"each/{row:04}.pdf" for row in range(2, len(NAMES) + 2)), *BESIDE]


def test_every_code_of_the_print_file_leads_to_its_student_variant_and_page(
    printed: dict[str, bytes], root: Path
) -> None:
    found = list(codes(printed["print.pdf"]))
    count = len(found) // len(NAMES)
    assert found == [
        [f"RIVERS/01/{own(root, number)}/{'AB'[number % 2]}/{page:02}"]
        for number, page in product(range(len(NAMES)), range(1, count + 1))
    ]


def test_every_code_of_a_students_file_does(students: list[bytes], root: Path) -> None:
    for number in (1, 6):
        found = [f"RIVERS/01/{own(root, number)}/{'AB'[number % 2]}/{page:02}" for page in (1, 2)]
        assert list(codes(students[number])) == [[text] for text in found]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_file_is_valid_and_whole(students: list[bytes], printed: dict[str, bytes], profile: str) -> None:
    for data in (printed["print.pdf"], printed["list.pdf"], *students):
        report = validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]
        assert not pikepdf.open(BytesIO(data)).check_pdf_syntax()


def test_a_copy_is_heard_in_the_print_file_as_in_a_file_of_its_own(
    printed: dict[str, bytes], students: list[bytes]
) -> None:
    whole = Listening(printed["print.pdf"])
    parts = children(whole.root)
    assert [str(part.T) for part in parts] == [f"{name} ({'AB'[n % 2]})" for n, name in enumerate(NAMES)]
    for number in (0, 5):
        assert whole.transcript(parts[number]) == Listening(students[number]).transcript()


def test_a_name_stands_on_each_page_in_the_order_of_its_script(students: list[bytes]) -> None:
    for name, number, data in zip(NAMES, IDS, students, strict=True):
        for page in Reading(data).pages:
            assert page.find(name), name
            assert f"ID {number} · Seat" in page.text.replace("\u00a0", " ")


def test_a_name_is_read_aloud_once_and_first(students: list[bytes]) -> None:
    file = pikepdf.open(BytesIO(students[5]))
    spoken = [
        str(one.ActualText) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one
    ]
    assert [text for text in spoken if "QX" in text] == [f"{NAMES[5]}, ID {IDS[5]}, Seat 6, Variant B"]
    (document,) = file.Root.StructTreeRoot.K
    first = document.K[0]
    assert (first.S, str(first.ActualText)) == ("/P", f"{NAMES[5]}, ID {IDS[5]}, Seat 6, Variant B")
    tree = file.Root.StructTreeRoot.ParentTree.Nums
    place = list(tree).index(file.pages[0].StructParents)
    assert tree[place + 1][int(first.K[0])].objgen == first.objgen


def test_the_line_is_real_on_the_first_page_and_an_artifact_on_the_others(students: list[bytes]) -> None:
    for number, page in enumerate(pikepdf.open(BytesIO(students[0])).pages):
        stack: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in {"BDC", "BMC"}:
                stack.append(str(operands[0]))
            elif str(operator) == "EMC":
                stack.pop()
            elif str(operator) == "Do" and str(operands[0]) == "/Stamp":
                assert stack == (["/P"] if number == 0 else ["/Artifact"])


def test_no_name_is_set_in_a_face_of_the_machine(students: list[bytes]) -> None:
    names = {name.partition("+")[2] for data in students for name, embedded in Reading(data).fonts() if embedded}
    # A course of several scripts sets the theme's faces with a weight, for the faces that help them.
    names = {name.replace("-Bold", "").replace("-Medium", "") for name in names}
    assert names <= {"Drawing", "Text", "Text-Italic", "Apparatus", "Apparatus-Italic", "Name0", "Name1", "Name2"}


@pytest.mark.usefixtures("keyless")
def test_a_long_name_stays_in_its_measure(root: Path, wish: packing.Wish, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    name = ("Wolfeschlegelsteinhausenbergerdorff " * 2)[:LONGEST].strip()  # the longest that a roster may hold
    file.write_text(f"name,id\n{name},1\n", "utf-8")
    paper = ready(root).design.theme.papers["a4"]
    data = made(replace(wish, roster=file, variants=1, each=True))["each/0002.pdf"]
    for number, page in enumerate(Reading(data).pages, 1):
        box = page.find(name)
        assert box
        left = paper.inner if number % 2 else paper.width - paper.inner - paper.text
        assert left * 72 / 25.4 - 1 <= box.left
        assert box.right <= (left + paper.text) * 72 / 25.4 + 1


def test_a_student_begins_on_a_front_side(printed: dict[str, bytes]) -> None:
    reading = Reading(printed["print.pdf"])
    starts = [mark[2] for mark in reading.bookmarks()]
    assert len(starts) == len(NAMES)
    assert all(start % 2 for start in starts)
    assert [mark[1] for mark in reading.bookmarks()] == [f"{name} ({'AB'[n % 2]})" for n, name in enumerate(NAMES)]
    assert [reading.seen.get_page_label(start - 1) for start in starts] == ["1"] * len(NAMES)


@pytest.mark.usefixtures("keyless")
def test_a_unit_of_an_odd_number_of_pages_gets_one_for_notes(wish: packing.Wish) -> None:
    body = f"{UNIT}\n{'Water runs. ' * 350}\n"
    odd = lay(wish.root.parent / "odd" / "rivers", COURSE, {**FILES, "units/01-water.md": body})
    own = ready(odd)
    design, unit = own.design, own.unit("1")
    alone = print_handout(own.pack, design.theme, design.theme.papers["a4"], design.templates, unit)
    assert alone.pages == 3
    pages = Reading(made(replace(wish, root=odd, variants=1))["print.pdf"]).pages
    assert len(pages) == 4 * len(NAMES)
    assert pages[3].text.startswith("Notes")


def test_pages_of_a_variant_share_what_is_drawn(printed: dict[str, bytes]) -> None:
    file = pikepdf.open(BytesIO(printed["print.pdf"]))
    count = len(file.pages) // len(NAMES)
    drawn = [file.pages[number * count].Contents[1].objgen for number in range(len(NAMES))]
    assert len(set(drawn)) == 2
    assert drawn[0] == drawn[2]
    assert drawn[0] != drawn[1]


def test_variants_differ_in_what_they_ask(students: list[bytes]) -> None:
    first, second, third = (Reading(data).pages for data in students[:3])
    orders = [
        re.findall("spring|brook|river|mouth|sea", "\n".join(page.text for page in pages).partition("order")[2])
        for pages in (first, second, third)
    ]
    assert orders[0] != orders[1]
    assert orders[0] == orders[2]


def test_the_list_says_who_has_what(printed: dict[str, bytes], root: Path) -> None:
    reading = Reading(printed["list.pdf"])
    for number, name in enumerate(NAMES):
        # In a line from left to right, pdfium gives the words of a name from right to left in the order that is seen.
        assert all(reading.pages[0].find(word) for word in name.split()), name
        assert f"{IDS[number]} {number + 1} {'AB'[number % 2]} {own(root, number)}" in " ".join(reading.text.split())


@pytest.mark.usefixtures("keyless")
def test_who_comes_later_changes_no_other_file(apart: dict[str, bytes], wish: packing.Wish, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_bytes(roster([*NAMES, "Mei Wong", "김하늘"]))
    more = made(replace(wish, roster=file, each=True))
    assert {name for name in more if apart.get(name) != more[name]} == {"each/0010.pdf", "each/0011.pdf", "list.pdf"}


@pytest.mark.usefixtures("keyless")
def test_several_units_have_folders(wish: packing.Wish) -> None:
    names = [name for name, _ in packing.make(replace(wish, units=("1", "2"), variants=1), here).files]
    assert names == [f"{folder}/{name}" for folder in ("01-water", "02-sea") for name in ("print.pdf", "list.pdf")]


def test_each_variant_gets_the_outputs_for_the_teacher_that_there_are(
    wish: packing.Wish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "KEYS", ("speaker", "nothing-yet"))
    files = made(wish)
    assert list(files) == ["print.pdf", "list.pdf", "speaker-A.pdf", "speaker-B.pdf"]
    assert files["speaker-A.pdf"].startswith(b"%PDF")


# The same with jobs that are quickly done is asked in `tests/run/test_jobs.py`.
@pytest.mark.thorough
@pytest.mark.usefixtures("keyless")
def test_a_district_loses_and_doubles_nothing_when_a_machine_dies(
    wish: packing.Wish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers of a real scheduler; one is killed when a quarter of the packs is there."""
    monkeypatch.setattr(packing, "BATCH", 2)
    file = tmp_path / "district.csv"
    file.write_bytes(roster([f"Nobody {number}" for number in range(16)]))
    many = replace(wish, roster=file, each=True, variants=1)
    alone = {name: sha256(b"".join(parts)).hexdigest() for name, parts in packing.make(many, here).files}
    found: list[tuple[str, str]] = []
    cluster = import_module("distributed").LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, crew(cluster.scheduler_address) as run:
        first = min(worker.process.pid for worker in cluster.workers.values())
        for worker in cluster.workers.values():
            worker.auto_restart = False  # the machine stays away
        for name, parts in packing.make(many, run).files:
            found.append((name, sha256(b"".join(parts)).hexdigest()))
            if len(found) == 4:
                os.kill(first, signal.SIGKILL)
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
    assert len(found) == len(alone)
    assert dict(found) == alone


SECRETS = [*NAMES, *IDS]


def test_a_worker_makes_the_same_bytes_and_names_nobody_outside_the_packs(
    wish: packing.Wish,
    apart: dict[str, bytes],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = wish.root
    target = tmp_path / "out"
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    arguments = ["packs", str(root), "--roster", str(wish.roster), "--unit", "1", "--variants", "2", "-o", str(target)]
    monkeypatch.setattr(doing, "crew", lambda scheduler: crew(scheduler, cores=1))
    assert main([*arguments, "--each"]) == 0
    said = capfd.readouterr()
    assert said.out == f"{target}: 8 students, variants AB, 16 pages, 8 sheets on both sides, 0 warnings\n"
    names = "\n".join(str(path) for path in tmp_path.rglob("*"))
    assert not [word for word in SECRETS if word in said.out + said.err + names]
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert {name: sha256((target / name).read_bytes()).hexdigest() for name in apart} == {
        name: sha256(data).hexdigest() for name, data in apart.items()
    }
