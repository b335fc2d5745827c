"""A course that is taught, and the lecturer's deck of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefile import COURSE, lay
from coursepack.build import ready
from coursepack.outputs import slides
from coursepack.pack import Copy
from lecture import BODY, DATA, opened

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from kept import Kept


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, which no test changes."""
    head = COURSE["units/01-water.md"].partition("\n\n")[0]
    return lay(tmp_path_factory.mktemp("lecture"), COURSE, {"units/01-water.md": f"{head}\n\n{BODY}", **DATA})


@pytest.fixture(scope="module")
def deck(folder: Path, kept: Kept) -> Deck:
    """The lecturer's."""
    return opened(kept(slides, ready(folder, Copy("teacher"))).data)
