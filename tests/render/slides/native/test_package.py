"""The file itself: valid, clean, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from coursepack.render.look.templates import environment
from coursepack.render.slides import Properties, build
from coursepack.render.slides.markup import Script

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from coursepack.render.look.theme import Theme

SCRIPT = """
import sys
from hashlib import sha256
sys.path[:0] = [{folder!r}, {tests!r}]
import conftest
import yaml
theme = conftest.Theme.model_validate(yaml.safe_load((conftest.OWN / "theme.yaml").read_text()))
pack, _ = conftest.build(conftest.SAMPLE, conftest.PROPERTIES, theme, conftest.environment(), conftest.read)
assert "weasyprint" not in sys.modules
print(sha256(pack()).hexdigest())
"""


def test_a_validator_finds_no_error(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "sample.pptx").write_bytes(data)
    result = OpenXmlValidator().validate(tmp_path / "sample.pptx")
    assert [error.description for error in result.errors] == []


def test_another_process_makes_the_same_bytes_without_the_handout_s_engine(data: bytes) -> None:
    script = SCRIPT.format(folder=str(Path(__file__).parents[1]), tests=str(Path(__file__).parents[3]))
    environ = {**os.environ, "PYTHONHASHSEED": "1"}
    made = subprocess.run([sys.executable, "-c", script], env=environ, check=True, capture_output=True, text=True)
    assert made.stdout.strip() == sha256(data).hexdigest()


def test_members_are_sorted_and_undated_in_the_workbooks_too(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        books = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    assert len(books) == 6
    for one in (data, *books):
        with zipfile.ZipFile(BytesIO(one)) as package:
            assert package.namelist() == sorted(package.namelist())
            assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_the_course_s(deck: Deck) -> None:
    core = deck.core_properties
    assert (core.title, core.subject, core.author) == ("The UN and alliances", "Peace and security", "A. Teacher")
    assert (core.keywords, core.language, core.comments) == ("UN, NATO", "en-GB", "A sample")
    assert core.created == core.modified == datetime(1980, 1, 1)  # noqa: DTZ001 (so python-pptx reads it)


def test_nothing_of_a_stock_file_is_left(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        whole = b"".join(package.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    assert b"Macintosh" not in whole
    assert b"python-pptx" not in whole


def test_every_part_is_well_formed_and_every_target_is_there(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                for target in root.iter("{*}Relationship"):
                    base = Path("/") / Path(name).parent.parent
                    path = os.path.normpath(base / target.get("Target", ""))
                    assert target.get("TargetMode") == "External" or path.lstrip("/") in names


def test_a_school_s_own_file_wins(theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "deck").mkdir()
    (tmp_path / "deck" / "app.xml.j2").write_text(
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Company>Our school</Company></Properties>"
    )
    script = Script('<section data-layout="content"><h2 data-ph="title">Title</h2></section>')
    pack, _ = build(script, Properties("T"), theme, environment([tmp_path]), lambda _: b"")
    with zipfile.ZipFile(BytesIO(pack())) as package:
        assert b"Our school" in package.read("docProps/app.xml")


def test_a_title_longer_than_a_property_may_be_is_cut_there_alone(theme: Theme) -> None:
    properties = Properties(title="T" * 300, authors="A, " * 200, keywords="k" * 255)
    script = Script('<section data-layout="content"><h2 data-ph="title">Title</h2></section>')
    pack, _ = build(script, properties, theme, environment(), lambda _: b"")
    core = Presentation(BytesIO(pack())).core_properties
    assert core.title == f"{'T' * 254}…"
    assert len(core.author) == 255
    assert core.keywords == properties.keywords
