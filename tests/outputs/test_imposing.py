"""The options that say how pages go onto sheets."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pikepdf
import pytest

from coursepack.cli import main
from coursepack.outputs.imposing import IMPOSE, sheet, wish
from coursepack.press.scheme import Wish

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "any.pdf"
    with pikepdf.new() as pdf:
        for _ in range(9):
            pdf.add_blank_page(page_size=(300, 400))
        pdf.save(made)
    return made


def test_what_is_not_said_is_what_a_wish_has() -> None:
    given = {option.name: option.settings.get("default", False if option.switch else None) for option in IMPOSE}
    assert wish(given) == Wish()


@pytest.mark.parametrize(
    ("said", "wanted"), [("a3", (297, 420)), ("320x450", (320, 450)), ("139.7x215.9", (139.7, 215.9))]
)
def test_a_sheet_is_named_or_measured(said: str, wanted: tuple[float, float]) -> None:
    assert sheet(said) == wanted


def test_any_pdf_is_imposed_beside_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impose", str(file), "--signature", "2", "--marks"]) == 0
    made = file.with_name("any-booklet.pdf")
    assert capsys.readouterr().out == (
        f"{made}: 9 pages on 3 sheets in 2 signatures; print on both sides, flipped on the short edge, at actual size\n"
    )
    with pikepdf.open(BytesIO(made.read_bytes())) as pdf:
        assert len(pdf.pages) == 6


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as", "poster"],
        *(["--sheet", said] for said in ("a33", "9x9", "nanx300", "x", "300")),
        ["--signature", "0"],
        ["--creep", "nan"],
        ["--bleed", "-1"],
        ["--up", "99"],
    ],
)
def test_an_option_that_is_not_understood_ends_with_2(file: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["impose", str(file), *arguments])
    assert caught.value.code == 2


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impose", str(tmp_path / "none.pdf")]) == 1
    assert "error[missing-file]: there is no such file" in capsys.readouterr().err


def test_what_takes_too_much_is_said(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pypdf.PdfWriter.write", Mock(side_effect=MemoryError))
    assert main(["impose", str(file)]) == 1
    assert "error[too-much]" in capsys.readouterr().err


def test_what_is_no_pdf_is_said_and_nothing_is_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"Springs")
    assert main(["impose", str(file)]) == 1
    assert "error[bad-pdf]: this is no PDF\n" in capsys.readouterr().err
    assert list(file.parent.iterdir()) == [file]
