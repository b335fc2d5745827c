"""Writes what other programs need to make the same handout and deck: a page with its style sheet, and Markdown.

`prepare.py COURSE FOLDER [UNIT]` writes handout.html, style.css, deck.md and their pictures.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandoc

from coursepack.build import ready
from coursepack.pack import Copy
from coursepack.render.handout.markup import handout
from coursepack.render.slides.script import script


def main(course: Path, folder: Path, name: str = "") -> None:
    """Write the files."""
    own = ready(course)
    unit = own.unit(name) if name else None
    theme, templates = own.design.theme, own.design.templates
    made = handout(own.pack, theme, theme.papers["a4"], templates, unit)
    folder.mkdir(parents=True)
    (folder / "handout.html").write_text(made.html, "utf-8")
    (folder / "style.css").write_text(made.css, "utf-8")
    for path, data in own.course.media.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    # The lecturer's deck: a student's has no notes and no answers.
    lecturer = ready(course, Copy("teacher"))
    pandoc.markdown(script(lecturer.pack, templates, lecturer.unit(name) if name else None), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
