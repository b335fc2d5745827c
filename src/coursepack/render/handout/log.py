"""WeasyPrint's complaints, kept so that none is lost in a log, and what it was not allowed to open."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.urls import FatalURLFetchingError

from coursepack.load import gate
from coursepack.problem import ContentError, Problem, Span
from coursepack.render.handout.fetch import BASE
from coursepack.render.look.templates import OWN, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment


class Log(logging.Handler):
    """Keeps what is said, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(record.getMessage())


@contextmanager
def listening(templates: Environment) -> Iterator[list[str]]:
    """Collect what WeasyPrint says meanwhile.

    Raises:
        ContentError: a template names a file that may not be opened.
    """
    log, logger = Log(), logging.getLogger("weasyprint")
    logger.addHandler(log)
    level, logger.level = logger.level, logging.WARNING
    try:
        yield log.said
    except FatalURLFetchingError as error:
        url = str(error).partition(" ")[0].removeprefix(BASE)
        said, advice = f"`{url}` may not be opened", "Name a picture of the course, or a face of theme.yaml"
        raise ContentError([Problem(_naming(url, templates), "outside-course", said, advice)]) from error
    finally:
        logger.removeHandler(log)
        logger.level = level


def _naming(url: str, templates: Environment) -> Span:
    """Find the line of a course's own template that names an address."""
    searched = where(templates)
    for folder in (one for one in searched.folders if one != OWN):
        for file in sorted(folder.rglob("*.j2")):
            if not gate.real(file, searched.roots):
                continue
            before, found, _ = gate.read(file, gate.TEXT).decode("utf-8", "replace").partition(url)
            if found:
                return Span(str(file), before.count("\n") + 1, len(before) - before.rfind("\n"), len(url))
    return Span("templates")
