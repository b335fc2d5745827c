"""A course and the roster of a class, for packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefile import lay
from classes import FILES, NAMES, roster
from conftest import COURSE
from coursepack.build import ready
from coursepack.judge import verdict
from coursepack.outputs import packing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("packs") / "rivers", COURSE, FILES)


@pytest.fixture(scope="module")
def wish(root: Path) -> packing.Wish:
    file = root.parent / "class.csv"
    file.write_bytes(roster(NAMES))
    return packing.Wish(root, file, ("water",), variants=2)


@pytest.fixture
def keyless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the keys out, where they only cost time."""
    monkeypatch.setattr(packing, "KEYS", ())


@pytest.fixture
def unjudged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the verdict on the course out, where the roster is what matters: it takes longer than the packs."""
    monkeypatch.setattr(verdict, "verdict", lambda root, paper: ready(root, None, paper))
