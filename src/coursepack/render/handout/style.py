"""The style sheet of a pack's pages: its theme's colours and faces, its paper's measures, what the foot says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coursepack.load.files import OWN
from coursepack.render.look.drawings import FAMILY
from coursepack.render.look.fontfile import font_url
from coursepack.render.look.further import dressed
from coursepack.render.look.measure import measure
from coursepack.render.look.mirror import mirrored
from coursepack.render.look.templates import css_string, where
from coursepack.render.words import drawing, frail
from coursepack.run import store
from coursepack.run.recent import Recent

if TYPE_CHECKING:
    from jinja2 import Environment

    from coursepack.languages.labels import Labels
    from coursepack.pack import Pack
    from coursepack.render.look.theme import Paper, Theme

# Drawings that the sheet has of itself: what is ticked, written on and cut.
_DRAWN = ("box", "ticked", "ruled", "squares", "dot", "cut")


# Sheets that a process made lately: a check, a class and a preview ask for the same again and again.
_made = Recent[str](16)


def style(pack: Pack, theme: Theme, paper: Paper, templates: Environment, *, teachers: bool = False) -> str:
    """Write the style sheet: the theme's colours and faces, the paper's measures, the mark of what is `teachers`'."""
    mark = logo(theme) if pack.course.file.logo and not teachers else None
    said = {"foot": _foot(pack, teachers=teachers), "teachers": teachers, "mark": mark["url"] if mark else ""}
    own = [folder for folder in where(templates).folders if not folder.is_relative_to(OWN)]
    written = partial(_written, pack.labels, theme, paper, templates, said)
    # What a course's own templates say is theirs alone to know.
    return written() if own else _made.get(_name(pack.labels, theme, paper, templates, said), written)


def _name(labels: Labels, theme: Theme, paper: Paper, templates: Environment, said: dict[str, object]) -> str:
    """Name all that a sheet comes of: where its faces lie, too."""
    words = (labels.tag, sorted(labels.items()), said, where(templates).folders)
    places = [font_url(face.file) for face in theme.faces]
    return store.key(repr(words), *places, theme.model_dump_json(), paper.model_dump_json())


def _written(labels: Labels, theme: Theme, paper: Paper, templates: Environment, said: dict[str, object]) -> str:
    page = templates.overlay()
    page.filters = {
        **templates.filters,
        "font_url": font_url,
        "css_string": css_string,
        "svg_url": drawing.url,
        "heavier": frail.heavier,
    }
    given = {"theme": theme, "paper": paper, "measure": measure(theme, paper)}
    drawn = {name: page.get_template(f"parts/{name}.svg.j2").render(**given) for name in _DRAWN}
    css = page.get_template("print.css.j2").render(**given, **drawn, labels=labels, **said)
    return dressed(mirrored(css) if labels.leads_right else css, theme)


def _foot(pack: Pack, *, teachers: bool) -> str:
    """Return what every page's foot says: the course's own words, and which edition it is where that matters."""
    course = pack.course.file
    if course.footer and not teachers:
        return course.footer
    return " · ".join(part for part in (course.footer or course.title, edition(pack, teachers=teachers)) if part)


def edition(pack: Pack, *, teachers: bool) -> str:
    """Return which edition the pages say that they are: the teacher's is none of the students'."""
    return str(pack.labels["teachers_edition"]) if teachers else pack.course.file.edition


def logo(theme: Theme) -> dict[str, str] | None:
    """Return the theme's logo as a picture inside HTML."""
    return {"url": drawing.picture(theme.logo.file, FAMILY), "alt": theme.logo.alt} if theme.logo else None
