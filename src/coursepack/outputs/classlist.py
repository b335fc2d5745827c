"""The class list, for the teacher: who has which variant, and whose a code is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursepack.build import stop
from coursepack.outputs.output import Later
from coursepack.render.look.measure import scale
from coursepack.render.look.templates import reporting
from coursepack.render.words.nameline import environment, faces
from coursepack.run import store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coursepack.build import Ready
    from coursepack.pack import PackPart
    from coursepack.render.handout import printing
    from coursepack.render.look.foot import Foot
    from coursepack.render.look.theme import Paper
    from coursepack.roster import Seated
else:
    printing = Later("coursepack.render.handout.printing")


def make(ready: Ready, unit: PackPart | None, paper: Paper, codes: Sequence[tuple[Seated, str]], foot: Foot) -> bytes:
    """Print the list; `codes` are what the codes say of each student."""
    design, file = ready.design, ready.course.file
    families = faces(design, foot)
    names = {
        "course": file,
        "labels": design.labels,
        "theme": design.theme,
        "steps": scale(design.theme.type),
        "paper": paper,
        "families": families,
        "title": unit.front.title.plain() if unit else file.title,
        "rows": codes,
        "seats": any(one.student.seat for one, _ in codes),
    }
    with reporting(design.templates):
        page = environment(design)
        html, css = (page.get_template(f"packs/list.{kind}.j2").render(names) for kind in ("html", "css"))
        at = ready.pack.units[0].part.span
        fonts, is_black = tuple(families.values()), design.theme.black
        # Nobody's name is kept.
        with store.within(None):
            pdf, _, problems = printing.print_html(html, css, {}, fonts, at, design.templates, is_black=is_black)
    stop(problems)
    return pdf
