"""The pages of the printed handout, for the deck: kept beside the PDF, and believed only while nothing has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# In place of the ending of the PDF's name.
SUFFIX = ".pages.json"
# What is said of a deck that names no pages, since the handout was not printed after the last change.
UNKNOWN = " without the handout's page numbers (make pdf first)"


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
