"""What looking for rings costs here: a preview does so whenever it has made something."""

from __future__ import annotations

import gc

import pytest


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """Leave out what the tests of other files have left in this process: none of it is the preview's."""
    gc.collect()
    gc.freeze()
