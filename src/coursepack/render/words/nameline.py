"""How a name is shown on a page: the HTML of its line, its style, and the words that are read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.render.look.fontfile import font_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from coursepack.render.look.design import Design
    from coursepack.render.look.foot import Foot
    from coursepack.roster import Seated


def faces(design: Design, foot: Foot) -> dict[str, str]:
    """Return the faces that write names: the theme's static one first, because a variable one takes too long to cut."""
    drawing = [face.file for face in design.theme.faces if face.family == "Drawing"]
    return {"Drawing": drawing[0], **foot.families()} if drawing else foot.families()


def environment(design: Design) -> Environment:
    """Return the templates, with what style sheets ask."""
    page = design.templates.overlay()
    page.filters = {**design.templates.filters, "font_url": font_url}
    return page


def style(design: Design, foot: Foot) -> tuple[str, tuple[str, ...]]:
    """Write the style sheet of the lines, and name the font files in it."""
    families = faces(design, foot)
    template = environment(design).get_template("packs/lines.css.j2")
    return template.render(theme=design.theme, foot=foot, families=families), tuple(families.values())


def lines(students: Sequence[Seated], design: Design, language: str) -> str:
    """Write the lines of some students as HTML."""
    names = {"students": students, "labels": design.labels, "language": language}
    return design.templates.get_template("packs/lines.html.j2").render(names)


def said(one: Seated, design: Design) -> str:
    """Return the words of a student's line, as they are read aloud."""
    student, labels = one.student, design.labels
    seat = [f"{labels['seat']} {student.seat}"] if student.seat else []
    return ", ".join([student.name, f"{labels['id']} {student.id}", *seat, f"{labels['variant']} {one.letter}"])
