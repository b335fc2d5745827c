"""The manual names every field that an author may write: it is read beside the models."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from coursepack import values
from coursepack.blocks import KINDS
from coursepack.course import Entry, IndexEntry, PageFront, UnitFront
from coursepack.coursefile import CourseFile
from coursepack.load import gate, raster, sheet, svg, svgreach, workbook
from coursepack.model import Model
from coursepack.render.slides.school import opening
from coursepack.render.words import equation
from coursepack.validate import bounds, roster

if TYPE_CHECKING:
    from collections.abc import Iterator

MANUAL = (Path(__file__).parents[1] / "AUTHORING.md").read_text("utf-8")
# What is written in one line: `a -> b` of a diagram, a list of numbers of a parameter.
IN_A_LINE = {"start", "end", "values"}
MODELS = [CourseFile, UnitFront, PageFront, Entry, IndexEntry, *KINDS.values()]


def inner(annotation: object) -> Iterator[type[Model]]:
    """Yield the models that a field's type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    yield from chain.from_iterable(inner(one) for one in get_args(annotation))


def fields(model: type[Model], seen: set[type[Model]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name
        for further in inner(field.annotation):
            yield from fields(further, seen)


def named(field: str) -> bool:
    """Tell whether the manual writes a field as an author does: `field`, `field: …`, or in an example."""
    return bool(re.search(rf"(?<![\w-])`?{re.escape(field)}(?:`|:)", MANUAL))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_in_the_manual(model: type[Model]) -> None:
    assert [field for field in fields(model, set()) if field not in IN_A_LINE and not named(field)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_in_the_manual(kind: str) -> None:
    assert re.search(rf"\*\*{kind}\*\*|```{{{kind}}}|`{kind}`|{{{kind}}}", MANUAL)


MIB = 2**20  # bytes
BOUNDS = {
    "text": f"{gate.TEXT // 10**6} MB; {values.MOST:,} values",
    "depth": f"{values.DEEP} deep in each other |\n| a picture",
    "pixels": f"{raster.PIXELS // 10**6} million pixels",
    "drawing": f"{svg.BYTES // 10**6} MB, {svgreach.MOST:,} elements, {svgreach.DEEP} deep in each other",
    "long": f"{svg.LONGEST} times as long",
    "sheet": f"{sheet.MOST_BYTES // MIB} MB, a workbook {workbook.MOST_BYTES // MIB} MB",
    "cells": f"{sheet.MOST_CELLS:,} cells",
    "chart": f"a chart | {bounds.POINTS:,} points",
    "table": f"data | {bounds.ROWS:,} rows",
    "list": f"a word | {bounds.ITEMS} items; {bounds.LETTERS:,} letters",
    "diagram": f"{bounds.BOXES} boxes, {bounds.ARROWS} arrows, {bounds.WORDS} letters",
    "formula": f"a formula | {equation.LONGEST:,} letters",
    "roster": f"a cell of a roster | {roster.LONGEST} letters",
    "template": f"a school's template | {opening.MOST // 10**6} MB",
    "file": f"any other file | {gate.DATA // 10**6} MB",
}


@pytest.mark.parametrize("bound", BOUNDS)
def test_the_bounds_in_the_manual_are_those_that_hold(bound: str) -> None:
    assert BOUNDS[bound] in MANUAL.partition("## How large things may be")[2]
