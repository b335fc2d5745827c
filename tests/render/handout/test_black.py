"""Black ink alone: the content of every page, form, pattern and picture is read with a tool that is not ours."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from page import validate_pdf_bytes
from PIL import Image
from weasyprint.pdf.stream import Stream

from conftest import GOLDEN
from coursepack.build import ready
from coursepack.judge import verdict
from coursepack.outputs import packing, pdf, teacher
from coursepack.press.sides import sides
from coursepack.render.handout.black import grey, only
from coursepack.run.jobs import here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from kept import Kept

GREYS = {"/DeviceGray", "/Pattern"}
BLENDED = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30">
<defs><linearGradient id="a">
<stop offset="0" stop-color="#14466B"/><stop offset="1" stop-color="#FFCC00"/></linearGradient></defs>
<rect width="90" height="15" fill="url(#a)"/><rect y="15" width="90" height="15" fill="red" opacity="0.5"/></svg>"""
ASKED = "```{short-answer}\nid: why\ntext: Why?\nspace: {lines: 1}\nmodel: So.\n```\n"


def spaces(data: bytes) -> Iterator[str]:
    """Yield every colour space, and every operator that names colours but greys."""
    seen: set[tuple[int, int]] = set()
    for page in pikepdf.open(BytesIO(data)).pages:
        yield from read(page, page.Resources, seen)


def read(
    content: pikepdf.Page | pikepdf.Stream, resources: pikepdf.Dictionary, seen: set[tuple[int, int]]
) -> Iterator[str]:
    for operands, operator in pikepdf.parse_content_stream(content):
        if str(operator) in {"rg", "RG", "k", "K"}:
            yield str(operator)
        if str(operator) in {"cs", "CS"}:
            yield str(operands[0])
    for home in ("/XObject", "/Pattern", "/Shading", "/ExtGState"):
        for one in resources.get(home, pikepdf.Dictionary()).values():
            yield from inner(one, seen)


def inner(one: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[str]:
    if one.objgen in seen and one.objgen != (0, 0):
        return
    seen.add(one.objgen)
    yield str(one.get("/ColorSpace", "/DeviceGray"))
    yield str(one.get("/Group", pikepdf.Dictionary()).get("/CS", "/DeviceGray"))
    if isinstance(one.get("/SMask"), pikepdf.Dictionary) and "/G" in one.SMask:
        yield from inner(one.SMask.G, seen)
    if isinstance(one, pikepdf.Stream) and (one.get("/Subtype") == "/Form" or "/PatternType" in one):
        yield from read(one, one.get("/Resources", pikepdf.Dictionary()), seen)


# A unit has charts, pictures, notes and a table.
WHOLE = [pytest.param(output, unit, marks=pytest.mark.thorough) for output, unit in ((pdf, ""), (teacher, "1"))]


@pytest.mark.parametrize(("output", "unit"), [(pdf, "1"), *WHOLE])
def test_no_page_has_colour(output: ModuleType, unit: str, kept: Kept) -> None:
    course = ready(GOLDEN, None, "black")
    data = kept(output, course, course.unit(unit) if unit else None, "black").data
    assert set(spaces(data)) <= GREYS
    assert sides(data).coloured == 0
    for profile in ("ua1", "3a"):
        report = validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, report.failures


def test_names_on_packs_and_the_class_list_have_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ink of a course may be a colour."""
    monkeypatch.setattr(packing, "KEYS", ())
    # Judging takes longer than printing, and prints nothing.
    monkeypatch.setattr(verdict, "verdict", lambda root, paper: ready(root, None, paper))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/theme.yaml").write_text('colours: {ink: "#4A0E0E"}\n')
    (tmp_path / "course.yaml").write_text("title: Ink\nunits: [ink.md]\n")
    (tmp_path / "ink.md").write_text(f"---\nid: ink\ntitle: Ink\n---\n\n## One\n\n{ASKED}")
    roster = tmp_path / "class.csv"
    roster.write_text("name,id\nAmara,1\nZoë,2\n")
    wish = packing.Wish(tmp_path, roster, variants=1, paper="black")
    made = {name: b"".join(parts) for name, parts in packing.make(wish, here).files}
    assert set(spaces(made["print.pdf"])) | set(spaces(made["list.pdf"])) <= GREYS
    coloured = b"".join(dict(packing.make(replace(wish, paper="a4"), here).files)["list.pdf"])
    assert sides(coloured).coloured == 1


def test_the_same_course_has_colour_otherwise(kept: Kept) -> None:
    """Else the tests above would find nothing in anything."""
    data = kept(pdf, ready(GOLDEN), None, "a4").data
    assert "rg" in set(spaces(data))
    assert sides(data).coloured > 0


def test_pictures_and_blends_are_grey(tmp_path: Path) -> None:
    for name, mode, more in (("photo.jpg", "RGB", {}), ("logo.png", "RGBA", {}), ("press.jpg", "CMYK", {})):
        Image.new(mode, (40, 20), (200, 30, 60, 120)[: len(mode)]).save(tmp_path / name, **more)
    (tmp_path / "blend.svg").write_text(BLENDED)
    pictures = "\n\n".join(f"![A picture]({name})" for name in ("photo.jpg", "logo.png", "press.jpg", "blend.svg"))
    (tmp_path / "course.yaml").write_text("title: Ink\nink: black\nunits: [ink.md]\n")
    (tmp_path / "ink.md").write_text(f"---\nid: ink\ntitle: Ink\n---\n\n## One\n\n{pictures}\n")
    data = pdf.make(ready(tmp_path), None, "a4").data
    assert set(spaces(data)) <= GREYS
    assert sides(data).coloured == 0
    assert set(spaces(pdf.make(ready(tmp_path, None, "colour"), None, "colour").data)) > GREYS


@pytest.mark.parametrize(("colour", "wanted"), [("1A1A1A", 0), ("14466B", 0), ("FFFFFF", 1), ("6B6B6B", 0.4196)])
def test_what_is_dark_is_black(colour: str, wanted: float) -> None:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour))
    assert grey(red, green, blue) == pytest.approx(wanted, abs=1e-4)


def test_the_engines_own_functions_are_put_back() -> None:
    before = dict(vars(Stream))
    with pytest.raises(KeyError), only():
        raise KeyError
    assert dict(vars(Stream)) == before
