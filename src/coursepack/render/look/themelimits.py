"""Whether a theme can hold what courses bring: code, tables, notes. What cannot is a problem at its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Span
from coursepack.render.look.fontfile import axes
from coursepack.render.look.measure import measure
from coursepack.render.look.templates import OWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.render.look.theme import Paper, Theme
    from coursepack.values import Values

_CODE = 40  # columns of code, set small: what a page must hold
_TABLE = 24  # em of a table's type: four columns of short words
_NOTES = 8  # em of a note's type: the narrowest column for notes
_LINES = 20  # of running text: the shallowest page
_EDGE = 5  # mm at the edge of the paper that printers leave white
_PT = 72 / 25.4
# The families that voices cut.
_FAMILIES = {"text": "Text", "display": "Text", "sans": "Apparatus", "code": "Code"}
_AXIS = re.compile(r"""["'](\w{4})["']""")


def check(theme: Theme, values: Values) -> Iterator[Problem]:
    """Yield a problem for every measure too small or too large for its paper, and every voice without a face."""
    yield from _voices(theme, values)
    if theme.type.leading < theme.type.size:
        said = f"lines of {theme.type.size:g} pt need a leading of as much, not {theme.type.leading:g}"
        yield Problem(values.at(("type", "leading")), "narrow-theme", said, "Write a greater leading")
    if theme.type.size < theme.type.smallest:
        said = f"text of {theme.type.size:g} pt is below the `smallest`, {theme.type.smallest:g} pt"
        advice = f"Write at least {theme.type.smallest:g}, or another `smallest`"
        yield Problem(values.at(("type", "size")), "narrow-theme", said, advice)
    wrong = {name: [*_across(theme, paper), *_down(theme, paper)] for name, paper in theme.papers.items()}
    for name, found in wrong.items():
        if found and _is_ours(values.at(("papers", name, found[0][0])).file, name):
            yield _too_small(theme, values, name, [other for other in wrong if not wrong[other]])
            continue
        for field, said, help_text in found:
            at = values.at(("papers", name, field))
            yield Problem(at, "narrow-theme", f"`{field}` of {name}: {said}", help_text)


def _is_ours(file: str, name: str) -> bool:
    """Tell whether a measure is that of a size of paper that coursepack adds: no author can change it."""
    return Path(file).is_relative_to(OWN / "papers" / name)


def _too_small(theme: Theme, values: Values, name: str, others: Sequence[str]) -> Problem:
    """Say that type is too large for a size of paper, where the type is named, and which sizes there are for it."""
    at = values.at(("type", "size"))
    # An edition's type is nothing that its course says.
    place = Span("templates/theme.yaml") if Path(at.file).is_relative_to(OWN) else at
    said = f"type of {theme.type.size:g} pt is too large for the paper `{name}`"
    return Problem(
        place, "narrow-theme", said, f"Print it on {' or '.join(others)}" if others else "Write a smaller `size`"
    )


def _voices(theme: Theme, values: Values) -> Iterator[Problem]:
    """Yield the voices that ask a variable face for axes that it has not; a static face passes them over."""
    for name, voice in theme.voices:
        family, style = _FAMILIES[name.partition("_")[0]], "italic" if name.endswith("italic") else "normal"
        for face in theme.faces:
            there = axes(face.file) if (face.family, face.style) == (family, style) else frozenset[str]()
            unknown = sorted(set(_AXIS.findall(voice)) - there) if there else []
            if unknown:
                said = f"`{name}` names {', '.join(unknown)}, which {face.file.rpartition('/')[2]} has not"
                advice = f"Write `{name}` with {', '.join(sorted(there))} alone"
                yield Problem(values.at(("voices", name)), "unknown-axis", said, advice)


def _across(theme: Theme, paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Yield what does not go across the page: the field, what is wrong, what helps."""
    room = paper.width - _EDGE - paper.inner
    if paper.wide > room:
        said = f"margin, text and notes take {paper.inner + paper.wide:g} mm of {paper.width:g}"
        yield "text", said, f"Leave {_EDGE} mm at the outer edge: make them narrower by {paper.wide - room:.4g} mm"
    own = measure(theme, paper)
    code = _CODE * own.text / own.columns.small if own.columns.small else float("inf")
    least = max(code, _TABLE * own.steps["table"].size) / _PT
    if own.columns.small < _CODE or paper.text < least:
        said = f"{paper.text:g} mm hold {own.columns.small} columns of code, at least {_CODE} are wanted"
        if own.columns.small >= _CODE:
            said = f"{paper.text:g} mm are too narrow for a table of four columns"
        yield "text", said, f"Write at least {least + 0.5:.0f}, or a smaller `size`"
    narrowest = _NOTES * own.steps["note"].size / _PT
    if 0 < paper.outer < narrowest:
        said = f"notes cannot be read in a column of {paper.outer:g} mm"
        yield "outer", said, f"Write at least {narrowest + 0.5:.0f}, or 0 for notes at the foot of the page"


def _down(theme: Theme, paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Yield what does not go down the page."""
    lines = (paper.height - paper.top - paper.bottom) * _PT / theme.type.leading
    if lines < _LINES:
        yield "height", f"{max(0, int(lines))} lines are left between the margins", "Make `top` and `bottom` smaller"
    for field, white in (("top", paper.head), ("bottom", paper.foot)):
        least = white + measure(theme, paper).steps["head"].size / _PT + _EDGE
        if getattr(paper, field) < least:
            said = f"{getattr(paper, field):g} mm leave no room for the running line"
            yield field, said, f"Write at least {least + 0.5:.0f}"
