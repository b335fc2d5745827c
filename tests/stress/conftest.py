"""The dense deck: built once, and drawn once with LibreOffice."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import dense
import pytest
import yaml
from pptx import Presentation

import office
import officefaces
from coursepack.render.look.templates import OWN, environment
from coursepack.render.look.theme import Theme
from coursepack.render.slides import Properties, build, layouts
from coursepack.render.slides.markup import Script

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

    from coursepack.problem import Problem
    from coursepack.render.slides.layouts import Design


@pytest.fixture(scope="session")
def dense_theme() -> Theme:
    return Theme.model_validate(yaml.safe_load((OWN / "theme.yaml").read_text()))


@pytest.fixture(scope="session")
def dense_design() -> Design:
    return layouts.load(environment())


@pytest.fixture(scope="session")
def dense_made(dense_theme: Theme) -> tuple[bytes, list[Problem]]:
    script, words = Script(dense.deck()), Properties("Dense")
    pack, problems = build(script, words, dense_theme, environment(), lambda name: dense.PICTURES[name].encode())
    return pack(), problems


@pytest.fixture(scope="session")
def dense_deck(dense_made: tuple[bytes, list[Problem]]) -> Deck:
    return Presentation(BytesIO(dense_made[0]))


@pytest.fixture(scope="session")
def dense_pdf(dense_made: tuple[bytes, list[Problem]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the deck with the faces of further scripts that are installed."""
    folder = tmp_path_factory.mktemp("dense")
    return office.draw(dense_made[0], folder, officefaces.scripts(folder))
