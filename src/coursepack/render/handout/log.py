"""WeasyPrint's complaints, kept so that none is lost in a log."""

from __future__ import annotations

import logging


class Log(logging.Handler):
    """Keeps what is said, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(record.getMessage())
