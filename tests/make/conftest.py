"""A folder in which the Makefile starts stand-ins that keep a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from makefolder import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def built(project: Project) -> Project:
    project.make()
    return project
