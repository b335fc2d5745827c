"""The pages of the printed handout, for the deck: kept beside the PDF, and believed only while nothing has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursepack.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursepack.problem import Span

# In place of the ending of the PDF's name.
SUFFIX = ".pages.json"


def written(anchors: Mapping[str, int], inputs: str) -> bytes:
    """Write where anchors stand, and what the pages were made of."""
    return (json.dumps({"inputs": inputs, "pages": dict(sorted(anchors.items()))}, indent=1) + "\n").encode()


def read(data: bytes, inputs: str) -> dict[str, int]:
    """Return where anchors stand; nothing if the pages were made of anything else, or there are none."""
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    if not isinstance(found, dict) or found.get("inputs") != inputs:
        return {}
    return {str(anchor): int(page) for anchor, page in found["pages"].items()}


def missing(at: Span) -> Problem:
    """Say that the deck names no pages."""
    message = "the deck names no pages of the handout, because the handout was not printed since the last change"
    return Problem(at, "no-page-numbers", message, "run `make pdf` first, then `make slides`", Severity.NOTE)
