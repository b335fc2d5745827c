"""WeasyPrint's complaints, kept so that none is lost in a log, and what it was not allowed to open."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weasyprint.urls import FatalURLFetchingError

from coursepack.problem import ContentError
from coursepack.render.handout.fetch import BASE
from coursepack.render.look.opened import refused

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
        raise ContentError([refused(url, templates)]) from error
    finally:
        logger.removeHandler(log)
        logger.level = level


@contextmanager
def apart() -> Iterator[list[str]]:
    """Collect what WeasyPrint says meanwhile, and let nobody else hear it."""
    log, logger = Log(), logging.getLogger("weasyprint")
    (others, level), logger.handlers, logger.level = (logger.handlers, logger.level), [log], logging.WARNING
    try:
        yield log.said
    finally:
        logger.handlers, logger.level = others, level
