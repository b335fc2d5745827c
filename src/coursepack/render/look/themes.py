"""A theme is a folder of templates: where it is looked for, and its `theme.yaml` laid over coursepack's own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursepack.load import gate, media
from coursepack.load.picture import PictureError
from coursepack.problem import Problem, Span, did_you_mean
from coursepack.render.look.papers import EDITIONS
from coursepack.render.look.templates import OWN
from coursepack.render.look.theme import Logo
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coursepack.values import Path as Key

FILE = "theme.yaml"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def search(
    roots: Sequence[Path], name: str, at: Span, problems: list[Problem], forms: Sequence[str] = ()
) -> list[Path]:
    """Return where a course's templates are looked for before coursepack's own: its own, its theme's, its paper's.

    Before all of them come those of an edition among the `forms`: what papers have of it, then the theme of its name.
    A theme is named, never a path: it is one of the course's own `templates/themes/`, or of coursepack's. The first of
    the `roots` is the course; what leads out of all of them is left to those who open files.
    """
    own = roots[0] / "templates"
    if not gate.stays(own, roots):
        said = "`templates` leaves the course folder"
        problems.append(Problem(Span(str(own)), "outside-course", said, "Move it inside", private=True))
        return []
    within = (*roots, OWN.resolve())
    known = {*_named(own, within), *_ours()}
    if name and name not in known:
        help_text = did_you_mean(name, known) or f"Use one of {', '.join(sorted(known))}"
        problems.append(Problem(at, "unknown-theme", f"there is no theme `{name}`", help_text))
        return [own]
    above = [(kind, form) for form in forms if form in EDITIONS for kind in ("papers", "themes")]
    below = [("themes", name), *(("papers", form) for form in forms if form not in EDITIONS)]
    first, last = (
        [
            folder
            for kind, one in kinds
            if _NAME.fullmatch(one)
            for folder in (own / kind / one, OWN / kind / one)
            if folder.is_dir() and gate.stays(folder, within)
        ]
        for kinds in (above, below)
    )
    return [*first, own, *last]


def _named(place: Path, within: Sequence[Path]) -> frozenset[str]:
    """Return the names of the themes of a folder of templates."""
    return frozenset(folder.name for folder in _themes(place)) if gate.stays(place / "themes", within) else frozenset()


@cache
def _ours() -> frozenset[str]:
    """Return the names of coursepack's own, which nobody changes."""
    return _named(OWN, (OWN.resolve(),))


def _themes(place: Path) -> Iterator[Path]:
    """Yield the folders of themes that lie inside a folder of templates."""
    for folder in (place / "themes").glob("*/"):
        if _NAME.fullmatch(folder.name) and gate.stays(folder, [place.resolve()]):
            yield folder


def over(under: Values, upper: Values) -> Values:
    """Lay one file over another: what it says wins, field by field, and every value keeps its place.

    A face takes the place of the one with the same family, style and weight.
    """
    if not isinstance(under.value, dict) or not isinstance(upper.value, dict):
        return upper
    upper = _all_faces(under, upper)
    spans = {**under.spans, **upper.spans}
    return Values(_laid(under.value, upper.value), spans, {**under.keys, **upper.keys})


def _laid(under: Any, upper: Any) -> Any:  # noqa: ANN401 values of YAML
    if not isinstance(under, dict) or not isinstance(upper, dict):
        return upper
    return {**under, **{key: _laid(under[key], value) if key in under else value for key, value in upper.items()}}


def _all_faces(under: Values, upper: Values) -> Values:
    """Write all faces into the upper file, those that it leaves out where it has them."""
    both = [(values, values.value.get("faces")) for values in (under, upper)]
    if not all(isinstance(faces, list) for _, faces in both):
        return upper
    listed = {_face(face, number): (values, number) for values, faces in both for number, face in enumerate(faces)}
    spans = {path: span for path, span in upper.spans.items() if path[:1] != ("faces",) or len(path) == 1}
    keys = {path: span for path, span in upper.keys.items() if path[:1] != ("faces",) or len(path) == 1}
    for place, (values, number) in enumerate(listed.values()):
        spans |= _moved(values.spans, number, place)
        keys |= _moved(values.keys, number, place)
    faces = [values.value["faces"][number] for values, number in listed.values()]
    return Values({**upper.value, "faces": faces}, spans, keys)


def _face(face: Any, number: int) -> tuple[object, ...]:  # noqa: ANN401 values of YAML
    if not isinstance(face, dict):
        return (number,)
    return (face.get("family"), face.get("style") or "normal", face.get("weight"))


def _moved(spans: Any, number: int, place: int) -> dict[Key, Span]:  # noqa: ANN401 spans or keys
    """Return the places of one face, under its new number."""
    return {("faces", place, *path[2:]): span for path, span in spans.items() if path[:2] == ("faces", number)}


def logo(given: Logo, at: Span, problems: list[Problem]) -> Logo | None:
    """Find a theme's logo in the folder of the file that names it, or report why it cannot be used."""
    folder = Path(at.file).parent.resolve()
    try:
        file = gate.real(folder / given.file, [folder])
        if file:
            media.picture(gate.read(file))
    except gate.GateError as error:
        problems.append(Problem(at, error.code, f"`{given.file}` {error.said}", error.advice))
        return None
    except PictureError as error:
        problems.append(Problem(at, "bad-picture", f"`{given.file}` {error.said}", error.advice))
        return None
    if file is None:
        said = f"there is no file `{given.file}` in this folder"
        problems.append(Problem(at, "missing-file", said, "Put the logo beside theme.yaml"))
        return None
    return Logo(file=str(file), alt=given.alt)
