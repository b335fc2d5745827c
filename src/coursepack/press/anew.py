"""A PDF written anew by PDFium.

It reads what other readers of files give up: damaged ones, and locked ones that open without a password.
"""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from pypdfium2 import raw

# What is wrong with a file, and what helps.
NONE = ("this is no PDF", "Print it to a PDF, and name that")
EMPTY = ("this PDF has no pages", "Name another file")
LOCKED = ("this PDF asks for a password", "Save it without one")
DAMAGED = ("this PDF is damaged", "Open it in a reader, and print it to a PDF anew")
# A file may have something before it (ISO 32000-1, annex H.3).
_HEAD = 1024


class UnreadableError(Exception):
    """A file is not what it should be."""

    def __init__(self, said: str, advice: str) -> None:
        super().__init__(said)
        self.said, self.advice = said, advice


def anew(pdf: bytes) -> bytes:
    """Write a PDF anew.

    Raises:
        UnreadableError: it asks for a password, or PDFium can't read it either.
    """
    try:
        file, made = pypdfium2.PdfDocument(pdf), BytesIO()
        file.save(made, flags=raw.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise UnreadableError(*LOCKED if locked else DAMAGED if b"%PDF-" in pdf[:_HEAD] else NONE) from error
    return made.getvalue()
