"""What the templates bring with them: the theme, the words of a language, the style of citations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound

from coursepack.load import values
from coursepack.load.markdown import parser
from coursepack.problem import Problem, Span
from coursepack.render.templates import environment
from coursepack.render.theme import MissingFaceError, Theme, font_path
from coursepack.validate.schema import model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment


@dataclass(frozen=True)
class Design:
    """The templates of a course and what they define."""

    templates: Environment
    theme: Theme
    labels: Mapping[str, Any]
    style: Path


def design(folders: Sequence[Path], language: str, problems: list[Problem]) -> Design | None:
    """Read theme, labels and citation style from a search path; report what is wrong with them."""
    templates = environment(folders)
    theme = _theme(templates, problems)
    labels = _yaml(templates, "labels/en.yaml", problems)
    own = language.split("-", maxsplit=1)[0]
    if own != "en":
        labels |= _yaml(templates, f"labels/{own}.yaml", problems)
    style = _find(templates, "styles/coursepack.csl", problems)
    return Design(templates, theme, labels, style) if theme and style else None


def _theme(templates: Environment, problems: list[Problem]) -> Theme | None:
    path = _find(templates, "theme.yaml", problems)
    read = values.read(path.read_text("utf-8"), str(path), 1, problems) if path else None
    theme = model(Theme, read, parser(), problems) if read else None
    for file in [*_files(theme)] if theme else []:
        try:
            font_path(file)
        except MissingFaceError as error:
            problems.append(Problem(Span(str(path)), "missing-face", str(error), "Run `make setup`"))
    return theme


def _files(theme: Theme) -> list[str]:
    twins = [file for face in (theme.deck.heading, theme.deck.body) for file in face.twin.values()]
    return [*(face.file for face in theme.faces), *twins]


def _yaml(templates: Environment, name: str, problems: list[Problem]) -> dict[str, Any]:
    path = _find(templates, name, problems)
    read = values.read(path.read_text("utf-8"), str(path), 1, problems) if path else None
    return dict(values.plain(read.value)) if read else {}


def _find(templates: Environment, name: str, problems: list[Problem]) -> Path | None:
    try:
        _, file, _ = templates.loader.get_source(templates, name) if templates.loader else ("", None, None)
    except TemplateNotFound:
        problems.append(Problem(Span(f"templates/{name}"), "missing-template", f"there is no `{name}`", "Add it"))
        return None
    return Path(file) if file else None
