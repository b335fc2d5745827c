"""What the templates bring with them: the theme, the words of a language, the style of citations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from coursepack import values
from coursepack.load.files import undecodable
from coursepack.load.markdown import parser
from coursepack.problem import Problem, Span
from coursepack.render.look.templates import environment
from coursepack.render.look.theme import MissingFaceError, Theme, font_path
from coursepack.validate.schema import model
from coursepack.values import Values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment


M = TypeVar("M")


@dataclass(frozen=True)
class Design:
    """The templates of a course and what they define; `brought` says that some of them are the course's own."""

    templates: Environment
    theme: Theme
    labels: Mapping[str, Any]
    style: Path
    brought: bool = False


def design(folders: Sequence[Path], language: str, problems: list[Problem]) -> Design | None:
    """Read theme, labels and citation style from a search path; report what is wrong with them."""
    templates = environment(folders)
    theme = data(templates, "theme.yaml", Theme, problems)
    for file in [*_files(theme)] if theme else []:
        try:
            font_path(file)
        except MissingFaceError as error:
            at = Span(str(find(templates, "theme.yaml")))
            problems.append(Problem(at, "missing-face", str(error), "Run `make setup`"))
    labels = _labels(templates, language, problems)
    style = find(templates, "styles/coursepack.csl")
    brought = any(folder.is_dir() for folder in folders)
    return Design(templates, theme, labels, style, brought) if theme and style else None


def _files(theme: Theme) -> list[str]:
    twins = [file for face in (theme.deck.heading, theme.deck.body) for file in face.twin.values()]
    return [*(face.file for face in theme.faces), *twins]


def _labels(templates: Environment, language: str, problems: list[Problem]) -> dict[str, Any]:
    """Lay the words of the course's language over the English ones, and a course's own words over both."""
    words: dict[str, Any] = {}
    own = language.partition("-")[0]
    if find(templates, f"labels/{own}.yaml") is None:
        name = f"templates/labels/{own}.yaml"
        advice = "Write it, beginning from labels/en.yaml"
        problems.append(Problem(Span(name), "missing-template", f"there are no words for the language `{own}`", advice))
    for folder in reversed(_folders(templates)):
        for tag in dict.fromkeys(("en", own)):
            file = folder / "labels" / f"{tag}.yaml"
            if file.is_file():
                words |= _words(file, words, problems)
    return words


def _words(file: Path, english: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """Read the words of a file: a list where the English ones are a list, a text everywhere else."""
    read = _values(file, problems)
    words = model(dict[str, str | tuple[str, ...] | dict[str, str]], plain(read), parser(), problems) if read else None
    for name, word in (words or {}).items():
        if read and name in english and isinstance(word, tuple) != isinstance(english[name], tuple):
            wanted = "a list" if isinstance(english[name], tuple) else "a text"
            at = read.at((name,))
            problems.append(Problem(at, "wrong-type", f"`{name}`: {wanted} is wanted here", f"Write {wanted}"))
    return words or {}


def data(templates: Environment, name: str, kind: type[M], problems: list[Problem]) -> M | None:
    """Read a YAML file of the templates as a model, a course's own file first; report what is wrong with it."""
    file = find(templates, name)
    if file is None:
        problems.append(Problem(Span(f"templates/{name}"), "missing-template", f"there is no `{name}`", "Add it"))
        return None
    return _read(file, kind, problems)


def find(templates: Environment, name: str) -> Path | None:
    """Return the file that a name of the templates means."""
    return next((folder / name for folder in _folders(templates) if (folder / name).is_file()), None)


def _folders(templates: Environment) -> list[Path]:
    return [Path(folder) for folder in getattr(templates.loader, "searchpath", ())]


def _read(file: Path, kind: type[M], problems: list[Problem]) -> M | None:
    read = _values(file, problems)
    return model(kind, plain(read), parser(), problems) if read else None


def _values(file: Path, problems: list[Problem]) -> Values | None:
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(undecodable(str(file), raw, error.start))
        return None
    return values.read(text, str(file), 1, problems)


def plain(read: Values) -> Values:
    """Return values without the places of their strings, for templates that format them."""
    return Values(values.plain(read.value), read.spans, read.keys)
