"""What the templates bring with them: the theme and the style of citations, beside the labels of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from coursepack import values
from coursepack.load import markdown
from coursepack.load.files import values_of
from coursepack.problem import Problem, Span
from coursepack.render.look import themelimits, themes
from coursepack.render.look.templates import OWN, environment, where
from coursepack.render.look.theme import Theme, is_installed, missing_face
from coursepack.validate.schema import model
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from coursepack.languages.labels import Labels
    from coursepack.values import Path as Key


M = TypeVar("M")


@dataclass(frozen=True)
class Design:
    """The templates of a course and what they define; `brought` says that some of them are the course's own."""

    templates: Environment
    theme: Theme
    labels: Labels
    style: Path
    brought: bool = False


def design(
    folders: Sequence[Path], labels: Labels, problems: list[Problem], roots: Sequence[Path] = ()
) -> Design | None:
    """Read theme and citation style from a search path, inside `roots`; report what is wrong with them."""
    templates = environment(folders, roots)
    theme = _theme(templates, problems)
    style = where(templates).first("styles/coursepack.csl", problems)
    brought = any(folder.is_dir() for folder in folders)
    return Design(templates, theme, labels, style, brought) if theme and style else None


def _theme(templates: Environment, problems: list[Problem]) -> Theme | None:
    """Read every `theme.yaml` of the search path, the first over all others, and see whether it holds."""
    files = (*where(templates).all(themes.FILE, problems),)
    ours = all(file.is_relative_to(OWN) for file in files)
    laid = _ours(files) if ours else _laid(files)
    problems.extend(laid.problems)
    theme, values = laid.theme, laid.values
    if theme is None or values is None:
        return None
    missing = list(_missing(theme, values))
    problems.extend(missing or (_limits(files) if ours else themelimits.check(theme, values)))
    if theme.logo:
        found = themes.logo(theme.logo, values.at(("logo", "file")), problems)
        theme = theme.model_copy(update={"logo": found})
    return theme


@dataclass(frozen=True)
class _Laid:
    """A theme, as far as it can be used, the values that it is made of, and what is wrong with them."""

    theme: Theme | None
    values: Values | None
    problems: tuple[Problem, ...]


def _laid(files: Sequence[Path]) -> _Laid:
    """Lay theme files over each other, the nearest first."""
    values: Values | None = None
    problems = list[Problem]()
    # The first that is laid down first: coursepack's own.
    for file in reversed(files):
        read = values_of(file, problems)
        values = themes.over(values, read) if values and read else read or values
    theme = model(Theme, plain(values), markdown.plain(), problems) if values else None
    return _Laid(theme, values, tuple(problems))


# Coursepack's own are laid over each other once, and judged once if their faces are there: nobody changes them.
_ours = cache(_laid)


@cache
def _limits(files: Sequence[Path]) -> tuple[Problem, ...]:
    found = _ours(files)
    return tuple(themelimits.check(found.theme, found.values)) if found.theme and found.values else ()


def _missing(theme: Theme, values: Values) -> Iterable[Problem]:
    """Say which faces are not installed, each at its line, once for each command that brings some of them."""
    listed: list[tuple[Key, str]] = [(("faces", number, "file"), face.file) for number, face in enumerate(theme.faces)]
    for name, face in (("heading", theme.deck.heading), ("body", theme.deck.body)):
        listed += [(("deck", name, "twin", style), file) for style, file in face.twin.items()]
    found = [missing_face(file, values.at(path)) for path, file in listed if not is_installed(file)]
    return {problem.help: problem for problem in reversed(found)}.values()


def data(templates: Environment, name: str, kind: type[M], problems: list[Problem]) -> M | None:
    """Read a YAML file of the templates as a model, a course's own file first; report what is wrong with it."""
    file = where(templates).first(name, problems)
    if file is None:
        problems.append(Problem(Span(f"templates/{name}"), "missing-template", f"there is no `{name}`", "Add it"))
        return None
    return _read(file, kind, problems)


def _read(file: Path, kind: type[M], problems: list[Problem]) -> M | None:
    # A class can be hashed, though mypy does not know it of a variable one.
    found, said = _own(file, kind) if file.is_relative_to(OWN) else _made(file, kind)  # type: ignore[arg-type] # see above
    problems.extend(said)
    return found


def _made(file: Path, kind: type[M]) -> tuple[M | None, list[Problem]]:
    said = list[Problem]()
    read = values_of(file, said)
    return model(kind, plain(read), markdown.plain(), said) if read else None, said


@cache
def _own(file: Path, kind: Any) -> tuple[Any, list[Problem]]:  # noqa: ANN401 a model of any kind
    """Return what is made of a file of coursepack's own: once, as it is read once."""
    return _made(file, kind)


def plain(read: Values) -> Values:
    """Return values without the places of their strings, for templates that format them."""
    return Values(values.plain(read.value), read.spans, read.keys)
