"""Workbooks (.xlsx): a sheet's cells as they are shown, each with its address; bounded in size, nothing computed."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from datetime import date, datetime, time, timedelta
from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from coursepack.load.cell import Cell
from coursepack.load.delimited import report_control, tidy
from coursepack.load.numberformat import day, shown
from coursepack.problem import Problem, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursepack.load.cell import Source

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# Unpacked: a table for a class is a thousandth of it.
MOST_BYTES = 32 * 2**20
# Signs that XML cannot hold are written so.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read(data: bytes, source: Source, problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a sheet, also those that hold nothing; report what is no workbook, and what shows no value."""
    if not _is_fit(data, source, problems):
        return
    with warnings.catch_warnings(action="ignore"):
        yield from _sheet(data, source, problems)


def _sheet(data: bytes, source: Source, problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:
    try:
        # Few courses have a workbook: a sixth of what starting takes is for its reader.
        load_workbook = import_module("openpyxl").load_workbook
        values, formulas = (load_workbook(io.BytesIO(data), read_only=True, data_only=only) for only in (True, False))
        names = [
            sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible" or sheet.title == source.sheet
        ]
        name = _named(names, source, problems)
        if name:
            yield from _rows(values[name], formulas[name], source, problems)
    except Exception:  # noqa: BLE001 openpyxl raises whatever a broken part leads it to
        message, advice = "this is not a workbook that can be read", "Save it again as .xlsx, or as CSV UTF-8"
        problems.append(Problem(Span(source.place), "bad-workbook", message, advice))


def _is_fit(data: bytes, source: Source, problems: list[Problem]) -> bool:
    """Tell whether the file is small enough when it is unpacked, and brings no definitions of its own."""
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            size = sum(part.file_size for part in parts.infolist())
            if size <= MOST_BYTES and any(_defines(parts, name) for name in names):
                size, names = 0, []
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, KeyError, zlib.error):
        size, names = 0, []
    if size > MOST_BYTES:
        message = f"the workbook unpacks to {size // 2**20} MB; {MOST_BYTES // 2**20} are read"
        advice = "Save the sheet alone in a file of its own"
        problems.append(Problem(Span(source.place), "too-much-data", message, advice))
        return False
    if "xl/workbook.xml" not in names:
        message, advice = "this is not a workbook that can be read", "Save it again as .xlsx, or as CSV UTF-8"
        problems.append(Problem(Span(source.place), "bad-workbook", message, advice))
        return False
    return True


_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def _defines(parts: ZipFile, name: str) -> bool:
    """Tell whether an XML part brings definitions, with which little becomes much: those of workbooks bring none."""
    is_xml = name.endswith((".xml", ".rels"))
    return is_xml and _DEFINITION.search(parts.read(name).replace(b"\0", b"")) is not None


def _named(names: list[str], source: Source, problems: list[Problem]) -> str:
    """Return the sheet that is meant: the first, if none is named."""
    if source.sheet in names:
        return source.sheet
    if not source.sheet and names:
        return names[0]
    at, known = source.at or Span(source.place), ", ".join(f"`{name}`" for name in names)
    advice = did_you_mean(source.sheet, names) or f"Use one of {known}"
    problems.append(Problem(at, "unknown-sheet", f"{source.place} has no sheet `{source.sheet}`", advice))
    return ""


def _rows(values: Any, formulas: Any, source: Source, problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:  # noqa: ANN401 openpyxl's sheets have no one type
    """Yield rows; a sheet is read twice, for a value alone does not say that a formula lacks it."""
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    for number, (row, written) in enumerate(zip_longest(values.rows, formulas.rows, fillvalue=()), 1):
        cells = []
        for column, cell in enumerate(row, 1):
            at = Span(source.place, number, column, cell=f"sheet “{values.title}”, cell {_address(number, column)}")
            _report(cell, written[column - 1] if column <= len(written) else None, at, problems)
            cells.append(_cell(cell, at, source.language, problems))
        yield tuple(cells)


def _address(row: int, column: int) -> str:
    return f"{import_module('openpyxl.utils').get_column_letter(column)}{row}"


def _report(cell: Any, formula: Any, at: Span, problems: list[Problem]) -> None:  # noqa: ANN401 as above
    if cell.value is None and getattr(formula, "data_type", "") == "f":
        message, advice = "this formula has no value in the file", "Open the file in a spreadsheet and save it again"
        problems.append(Problem(at, "no-value", message, advice))
    if cell.value is not None and cell.data_type == "e":
        problems.append(Problem(at, "no-value", f"this cell shows {cell.value}", "Correct its formula"))


def _cell(cell: Any, at: Span, language: str, problems: list[Problem]) -> Cell:  # noqa: ANN401 as above
    match cell.value:
        case None:
            return Cell("", at)
        case bool(yes):
            return Cell(str(yes).upper(), at)
        case int(number) | float(number):
            percent = 100 if "%" in cell.number_format else 1
            return Cell(shown(number, cell.number_format, language), at, float(number) * percent)
        case datetime() | date() | time() as when:
            return Cell(day(when, cell.number_format), at)
        case timedelta() as lasted:
            minutes, seconds = divmod(round(lasted.total_seconds()), 60)
            return Cell(f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else ""), at)
        case words:
            text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(words))
            report_control(text, at, problems)
            return Cell(tidy(text), at)
