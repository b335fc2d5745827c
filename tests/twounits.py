"""A course of two units, the first with a body that a test writes, and its handout as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from coursepack.build import ready
from coursepack.render.handout.markup import handout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.html import HtmlElement

    from coursepack.build import Ready
    from coursepack.render.handout.markup import Handout

SECOND = """\
---
id: sea
title: Sea
question: Where does a river end?
objectives: [say where]
---

## Tides {#tides}

Of tides [@m2].
"""
WORKS = "- {id: m1, type: book, title: First}\n- {id: m2, type: book, title: Second}\n"
WORKS += "- {id: m3, type: book, title: Third}\n"


def read(unit: Callable[..., Path], body: str, **files: str) -> Ready:
    """Read the course; names of files stand with `__` for a slash and `_` for a point."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    both = {
        "course.yaml": "title: Rivers\nlanguage: en\nunits: [units/01-water.md, units/02-sea.md]\n",
        "units/02-sea.md": SECOND,
        "references.yaml": WORKS,
    }
    return ready(unit(body, {**both, **named}))


def printed(ready: Ready, unit: str = "") -> Handout:
    design, only = ready.design, ready.unit(unit) if unit else None
    return handout(ready.pack, design.theme, design.theme.papers["a4"], design.templates, only)


def page(made: Handout) -> HtmlElement:
    return html.document_fromstring(made.html)
