"""Scripts that the deck's own faces do not write: where they stand in a text, and what names their face."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Script = Literal["latin", "cjk", "arabic", "hebrew"]

CJK = (
    "\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff00-\uffef"
)
# Quotation marks, dots and dashes beside a CJK character are set in its face, a whole em wide.
_WEAK = "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
_RUNS = re.compile(
    f"(?P<cjk>[{_WEAK}]*[{CJK}][{CJK}{_WEAK}]*)"
    "|(?P<arabic>[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+)"
    "|(?P<hebrew>[\u0590-\u05ff\ufb1d-\ufb4f]+)",
)

# DrawingML's slot for the face of a script: `a:ea` or `a:cs`.
SLOTS: dict[Script, Literal["ea", "cs"]] = {"cjk": "ea", "arabic": "cs", "hebrew": "cs"}


def others(text: str) -> tuple[Script, ...]:
    """Return the scripts of a text that are not `latin`."""
    return () if text.isascii() else tuple(sorted({script for script, _ in parts(text)} - {"latin"}))


def parts(text: str) -> Iterator[tuple[Script, str]]:
    """Cut a text into pieces of one script each; all that is no other script counts as `latin`."""
    at = 0
    for found in () if text.isascii() else _RUNS.finditer(text):
        if at < found.start():
            yield "latin", text[at : found.start()]
        kind: Script = "cjk" if found["cjk"] else "arabic" if found["arabic"] else "hebrew"
        yield kind, found[0]
        at = found.end()
    if at < len(text):
        yield "latin", text[at:]
