"""The JSON Schemas of a course's files, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from coursepack.blocks import KINDS
from coursepack.course import Entry, IndexEntry, PageFront, UnitFront, Work
from coursepack.coursefile import CourseFile
from coursepack.validate.schema import schema_of


def schemas() -> dict[str, dict[str, Any]]:
    """Return a schema for every kind of file, of front matter, and of block, by name."""
    files = {
        "course": CourseFile,
        "glossary": tuple[Entry, ...],
        "index": tuple[IndexEntry, ...],
        "references": tuple[Work, ...],
        "unit": UnitFront,
        "page": PageFront,
    }
    blocks = {f"block-{name}": kind for name, kind in KINDS.items()}
    return {name: schema_of(kind) for name, kind in {**files, **blocks}.items()}
